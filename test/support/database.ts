import { randomBytes } from 'node:crypto';
import { after } from 'node:test';
import { Client } from 'pg';
import { openDatabase } from '../../src/store/database.ts';
import { migrate } from '../../src/store/migrate.ts';

/** Names the Postgres that the run started; set by `test/run.ts`. */
export const databaseVariable = 'TRACKBRIDGE_TEST_DATABASE_URL';

const TEMPLATE = 'trackbridge_template';

/** Migrates the template database that every test file gets a clone of. Done once per Postgres by the runner. */
export async function makeTemplate(serverUrl: string): Promise<void> {
  await onServer(serverUrl, `create database ${TEMPLATE}`);
  const url = urlOf(serverUrl, TEMPLATE);
  const db = openDatabase(url, { connections: 2 });
  try {
    await migrate(db, url);
  } finally {
    await db.close();
  }
}

/**
 * A fresh database with the current schema and nothing in it, dropped when the calling test file (or suite) is done.
 * @returns its url
 */
export async function cloneDatabase(): Promise<string> {
  return await makeDatabase(`template ${TEMPLATE}`);
}

/** A database without any table, dropped like a clone. */
export async function emptyDatabase(): Promise<string> {
  return await makeDatabase('template template0');
}

async function makeDatabase(clause: string): Promise<string> {
  const serverUrl = process.env[databaseVariable];
  if (!serverUrl) throw new Error(`${databaseVariable} is not set: start tests by \`npm test -- <ring or file>\`.`);
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(serverUrl, `create database ${name} ${clause}`);
  after(() => onServer(serverUrl, `drop database if exists ${name} with (force)`));
  return urlOf(serverUrl, name);
}

function urlOf(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}

async function onServer(serverUrl: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
