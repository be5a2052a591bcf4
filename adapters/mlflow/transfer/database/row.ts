/** What a column of a database holds: whole numbers as bigint, doubles as number, JSON as text. */
export type Cell = string | bigint | number | boolean | Uint8Array | null;

/** A row by its columns; one that a revision of the schema lacks is undefined. */
export type Row = Readonly<Record<string, Cell | undefined>>;

/** A text; null where there is none. */
export function textOf(row: Row, column: string): string | null {
  const cell = row[column];
  return cell === null || cell === undefined ? null : typeof cell === 'string' ? cell : String(cell);
}

/** A text that is part of what identifies a row. @throws Error without one */
export function nameOf(row: Row, column: string): string {
  const text = textOf(row, column);
  if (text === null || text === '') throw new Error(`The column ${column} is empty.`);
  return text;
}

/** A whole number; null where there is none. @throws Error for anything else, which SQLite may hold in any column */
export function wholeOf(row: Row, column: string): bigint | null {
  const cell = row[column];
  if (cell === null || cell === undefined || typeof cell === 'bigint') return cell ?? null;
  if (typeof cell === 'number' && Number.isInteger(cell)) return BigInt(cell);
  if (typeof cell === 'string' && /^-?\d+$/.test(cell)) return BigInt(cell);
  throw new Error(`The column ${column} holds ${String(cell)}, which is no whole number.`);
}

/** A whole number that has to be there. @throws Error without one */
export function numberOf(row: Row, column: string): bigint {
  const number = wholeOf(row, column);
  if (number === null) throw new Error(`The column ${column} is empty.`);
  return number;
}

/** A double; null where there is none. */
export function doubleOf(row: Row, column: string): number | null {
  const cell = row[column];
  return cell === null || cell === undefined ? null : Number(cell);
}

/** A truth value, whatever the database has for it. */
export function truthOf(row: Row, column: string): boolean {
  const cell = row[column];
  return cell !== null && cell !== undefined && Boolean(Number(cell));
}
