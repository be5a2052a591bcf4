import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import { DEFAULT_WORKSPACE_ID } from '../model/workspace.ts';
import type { Database } from '../store/database.ts';
import { migrate } from '../store/migrate.ts';
import { readStorageConfig } from './config.ts';
import { openDatabaseSource } from './database-source.ts';
import { makeLogger } from './logger.ts';
import { addSettings } from './setting-options.ts';
import { type Given, storageSettings } from './settings.ts';

/** Options of every subcommand of `users` and `tokens`. */
export type AccessOptions = Given & { json?: boolean };

/** A subcommand of `users` or `tokens` with the options all of them have. */
export function accessCommand(parent: Command, usage: string, description: string): Command {
  const command = parent.command(usage).description(description).option('--json', 'print JSON');
  const { home, databaseUrl, backendStoreUri, logLevel } = storageSettings;
  return addSettings(command, 'Where data lie:', { home, databaseUrl, backendStoreUri, logLevel });
}

/** What the use cases of access need. */
interface AccessContext {
  db: Database;
  now: () => Date;
  newId: () => string;
  workspaceId: string;
}

/** Works on the database the server uses; joins the embedded Postgres of a running server, or starts it for the moment. */
export async function withAccess<T>(given: Given, work: (context: AccessContext) => Promise<T>): Promise<T> {
  const config = readStorageConfig(given);
  const source = await openDatabaseSource(config, makeLogger(config.logLevel), { connections: 1 });
  try {
    // users may be added before the server's first start
    await migrate(source.db, source.url);
    const newId = () => randomUUID().replaceAll('-', '');
    return await work({ db: source.db, now: () => new Date(), newId, workspaceId: DEFAULT_WORKSPACE_ID });
  } finally {
    await source.close();
  }
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
