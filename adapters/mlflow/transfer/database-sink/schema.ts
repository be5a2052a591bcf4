import { type TableFacts, tableFacts } from './table-facts.ts';

/** How a column's values are handed over. */
export type ColumnType = 'text' | 'bigint' | 'int' | 'float' | 'bool' | 'json' | 'date' | 'blob';

export interface Column {
  name: string;
  type: ColumnType;
  /** Characters a text may have; undefined where there is no limit. */
  most: number | undefined;
  isRequired: boolean;
  fallback: string | undefined;
  /** What a generated column is made of: nobody writes it. */
  made: string | undefined;
}

export interface Table extends Omit<TableFacts, 'columns'> {
  columns: readonly Column[];
  /** Columns of the primary key. */
  key: readonly string[];
}

function toColumn(text: string): Column {
  const [, name = '', short = '', required, fallback, made] = /^(\w+) (\w+)(!)?(?:=(\S+)| = (.+))?$/.exec(text.trim()) ?? [];
  const most = /^v(\d+)$/.exec(short)?.[1];
  return {
    name,
    type: most === undefined ? (short as ColumnType) : 'text',
    most: most === undefined ? undefined : Number(most),
    isRequired: required !== undefined,
    fallback,
    made,
  };
}

function toTable({ columns, ...facts }: TableFacts): Table {
  const key = facts.constraints.map((text) => /primary key \((.*)\)/.exec(text)?.[1]).find((found) => found !== undefined);
  return { ...facts, columns: columns.split(',').map(toColumn), key: (key ?? '').split(', ') };
}

/** Tables of the schema, those referred to first. */
export const tables: readonly Table[] = tableFacts.map(toTable);

const byName = new Map(tables.map((table) => [table.name, table]));

/** A table of the schema. @throws Error for a name that is none */
export function tableOf(name: string): Table {
  const table = byName.get(name);
  if (!table) throw new Error(`MLflow has no table ${name}.`);
  return table;
}

/**
 * A text as a column can hold it in either dialect: cut to its limit in characters, well-formed, without U+0000, for which
 * Postgres has no room.
 */
export function fitText(table: string, column: string, text: string): string {
  const clean = text.toWellFormed().replaceAll('\0', '\uFFFD');
  const most = tableOf(table).columns.find(({ name }) => name === column)?.most;
  if (most === undefined || clean.length <= most) return clean;
  const characters = [...clean];
  return characters.length <= most ? clean : characters.slice(0, most).join('');
}
