import { Command } from 'commander';
import { compareSchema } from '../store/compare-schema.ts';
import { migrate } from '../store/migrate.ts';
import { readStorageConfig } from './config.ts';
import { openDatabaseSource } from './database-source.ts';
import { makeLogger } from './logger.ts';
import { addSettings } from './setting-options.ts';
import { type Given, storageSettings } from './settings.ts';

/** `db migrate` and `db check`. */
export function databaseCommand(): Command {
  const command = new Command('db').description('look after the database schema');
  const migrateCommand = command
    .command('migrate')
    .description('bring the database to the schema of this version; a starting server does the same')
    .action(runMigrate);
  const checkCommand = command
    .command('check')
    .description('compare the database with the schema of this version; exit code 1 when something differs')
    .action(runCheck);
  for (const each of [migrateCommand, checkCommand]) addSettings(each, 'Where data lie:', storageSettings);
  return command;
}

async function runMigrate(given: Given): Promise<void> {
  const config = readStorageConfig(given);
  const source = await openDatabaseSource(config, makeLogger(config.logLevel), { connections: 2 });
  try {
    const names = await migrate(source.db, source.url);
    const lines = names.length > 0 ? names.map((name) => `applied ${name}`) : ['The schema is up to date.'];
    process.stdout.write(`${lines.join('\n')}\n`);
  } finally {
    await source.close();
  }
}

async function runCheck(given: Given): Promise<void> {
  const config = readStorageConfig(given);
  const source = await openDatabaseSource(config, makeLogger(config.logLevel), { connections: 2 });
  try {
    const differences = await compareSchema(source.db);
    const lines = differences.length > 0 ? differences : ['The database has the schema of this version.'];
    process.stdout.write(`${lines.join('\n')}\n`);
    if (differences.length > 0) process.exitCode = 1;
  } finally {
    await source.close();
  }
}
