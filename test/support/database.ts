import { randomBytes } from 'node:crypto';
import { atEndOfFile } from './cleanup.ts';
import { databaseVariable, onServer, templateName, urlOf } from './template-database.ts';

/**
 * A fresh database with the current schema and nothing in it, dropped when the calling test file is done.
 * @returns its url
 */
export async function cloneDatabase(): Promise<string> {
  const serverUrl = process.env[databaseVariable];
  if (!serverUrl) throw new Error(`${databaseVariable} is not set: start tests by \`npm test -- <ring or file>\`.`);
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(serverUrl, `create database ${name} template ${templateName}`);
  atEndOfFile(() => onServer(serverUrl, `drop database if exists ${name} with (force)`));
  return urlOf(serverUrl, name);
}
