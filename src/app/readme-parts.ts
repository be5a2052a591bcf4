import type { Door, OperationSpec } from '../http/door.ts';
import { type ToolView, type ViewedThing, viewedThings } from '../model/viewed.ts';
import {
  clearmlSettings,
  mlflowSettings,
  networkSettings,
  oidcSettings,
  outboundSettings,
  pageSettings,
  type Setting,
  securitySettings,
  storageSettings,
} from './settings.ts';

/** One line per operation of every door, under one heading per door. */
export function coverageLines(doors: readonly Door[]): string[] {
  return doors.flatMap(({ name, table: { operations }, handlers, absent }) => {
    const served = operations.filter(({ id }) => handlers[id]);
    const line = ({ id, methods, path }: OperationSpec) => `${methods.join('|').toUpperCase()} ${path}  ${id}`;
    return [
      `${name}: ${served.length} of ${operations.length} operations served`,
      ...served.map((operation) => `  served  ${line(operation)}`),
      ...operations.filter(({ id }) => !handlers[id]).map((operation) => `  absent  ${line(operation)}: ${absent[operation.id]}`),
      '',
    ];
  });
}

/** The same for the README: served operations by family, absent ones by the reason. */
export function coverageTables(doors: readonly Door[]): string {
  return doors
    .map(({ name, table, handlers, absent }) => {
      const served = table.operations.filter(({ id }) => handlers[id]);
      const missing = table.operations.filter(({ id }) => !handlers[id]);
      const parts = [`**${name}**: ${served.length} of ${table.operations.length} operations served.`];
      parts.push(
        tableOf(
          ['Family', 'Served'],
          namesBy(served, ({ family }) => family ?? 'other'),
        ),
      );
      if (missing.length > 0)
        parts.push(
          tableOf(
            ['Not served, because', 'Operations'],
            namesBy(missing, ({ id }) => absent[id] ?? ''),
          ),
        );
      return parts.join('\n\n');
    })
    .join('\n\n');
}

/** What each tool sees of the record. @param views by the tool's name */
export function viewTable(views: Readonly<Record<string, ToolView>>): string {
  const things = Object.entries(viewedThings) as [ViewedThing, string][];
  const rows = things.map(([thing, words]) => [words, ...Object.values(views).map((view) => view[thing])]);
  return tableOf(['The record', ...Object.keys(views)], rows);
}

/** Every option of `serve` with its variables and default. */
export function optionTables(): string {
  const tools = { ...mlflowSettings, ...pageSettings, ...clearmlSettings };
  const groups = { ...networkSettings, ...storageSettings, ...securitySettings, ...oidcSettings, ...outboundSettings, ...tools };
  const rows = Object.values(groups).map(({ flags, variables, fallback, fallbackText, help }: Setting) => [
    code(flags),
    variables.map(code).join(' '),
    fallbackText === undefined ? code(fallback) : plain(fallbackText),
    plain(help),
  ]);
  return tableOf(['Option', 'Variable', 'Default', 'Meaning'], rows);
}

/**
 * A text with the lines between `<!-- begin name -->` and `<!-- end name -->` replaced.
 * @throws Error when a part is not marked in the text
 */
export function replaceParts(text: string, parts: Readonly<Record<string, string>>): string {
  let result = text;
  for (const [name, content] of Object.entries(parts)) {
    const marked = new RegExp(`(<!-- begin ${name} -->\n)[^]*?(\n<!-- end ${name} -->)`);
    if (!marked.test(result)) throw new Error(`The text has no place marked for ${name}.`);
    result = result.replace(marked, (_, begin: string, end: string) => `${begin}\n${content}\n${end}`);
  }
  return result;
}

function namesBy(operations: readonly OperationSpec[], groupOf: (operation: OperationSpec) => string): string[][] {
  return [...Map.groupBy(operations, groupOf)].map(([group, members]) => [group, members.map(({ id }) => code(id)).join(' ')]);
}

function tableOf(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(headings), line(headings.map(() => '---')), ...rows.map(line)].join('\n');
}

function code(text: string | undefined): string {
  return text === undefined ? '' : `\`${text}\``;
}

/** A text in which nothing is taken for markup. */
function plain(text: string): string {
  return text.replace(/[<*_]/g, '\\$&');
}
