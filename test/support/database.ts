import { randomBytes } from 'node:crypto';
import { atEndOfFile } from './cleanup.ts';
import { databaseVariable, onServer, templateName, urlOf } from './template-database.ts';

/**
 * A fresh database with the current schema and nothing in it, dropped when the calling test file is done.
 * @returns its url
 */
export async function cloneDatabase(): Promise<string> {
  return makeDatabase(`template ${templateName}`);
}

/**
 * A database with nothing in it at all, dropped when the calling test file is done.
 * @returns its url
 */
export async function emptyDatabase(): Promise<string> {
  return makeDatabase('template template0');
}

async function makeDatabase(template: string): Promise<string> {
  const serverUrl = process.env[databaseVariable];
  if (!serverUrl) throw new Error(`${databaseVariable} is not set: start tests by \`npm test -- <ring or file>\`.`);
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(serverUrl, `create database ${name} ${template}`);
  atEndOfFile(() => onServer(serverUrl, `drop database if exists ${name} with (force)`));
  return urlOf(serverUrl, name);
}
