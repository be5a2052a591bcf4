import type { Command } from 'commander';
import { addSettings } from './setting-options.ts';
import { type Given, remoteSettings, storageSettings } from './settings.ts';

/** Options of every subcommand of `users`, `tokens` and `credentials`. */
export type AccessOptions = Given & { json?: boolean };

/** A subcommand of `users`, `tokens` or `credentials` with the options all of them have. */
export function accessCommand(parent: Command, usage: string, description: string): Command {
  const command = parent.command(usage).description(description).option('--json', 'print JSON');
  const { home, databaseUrl, backendStoreUri, logLevel } = storageSettings;
  addSettings(command, 'Which server:', remoteSettings);
  return addSettings(command, 'Where data lie:', { home, databaseUrl, backendStoreUri, logLevel });
}

/** Prints what was done: a sentence and its facts, or the facts as one JSON object. */
export function printDone(given: AccessOptions, facts: Record<string, string>, sentence: string): void {
  const lines = Object.entries(facts).map(([key, value]) => `  ${key}: ${value}`);
  process.stdout.write(given.json ? `${JSON.stringify(facts)}\n` : `${[sentence, ...lines].join('\n')}\n`);
}

/** Prints rows under their columns' names, or as a JSON array of objects. */
export function printTable(
  given: AccessOptions,
  columns: readonly string[],
  rows: readonly (readonly (string | Date | null)[])[],
): void {
  if (given.json) {
    const objects = rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index] ?? null])));
    process.stdout.write(`${JSON.stringify(objects)}\n`);
    return;
  }
  const cells = [columns, ...rows.map((row) => row.map((cell) => (cell instanceof Date ? cell.toISOString() : (cell ?? '-'))))];
  const widths = columns.map((_, index) => Math.max(...cells.map((row) => row[index]?.length ?? 0)));
  const lines = cells.map((row) =>
    row
      .map((cell, index) => cell.padEnd(widths[index] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  process.stdout.write(`${lines.join('\n')}\n`);
}
