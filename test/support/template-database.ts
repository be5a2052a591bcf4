import { Client } from 'pg';
import { openDatabase } from '../../src/store/database.ts';
import { migrate } from '../../src/store/migrate.ts';

/** Names the Postgres that the run started; set by `test/run.ts`. */
export const databaseVariable = 'TRACKBRIDGE_TEST_DATABASE_URL';

/** Name of the migrated database that every test file gets a clone of. */
export const templateName = 'trackbridge_template';

/** Makes the template on a fresh Postgres. Done once per Postgres by the runner. */
export async function makeTemplate(serverUrl: string): Promise<void> {
  await onServer(serverUrl, `create database ${templateName}`);
  const url = urlOf(serverUrl, templateName);
  const db = openDatabase(url, { connections: 2 });
  try {
    await migrate(db, url);
  } finally {
    await db.close();
  }
}

/** The url of another database of the same server. */
export function urlOf(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}

/** Runs one statement on the server's own database. */
export async function onServer(serverUrl: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
