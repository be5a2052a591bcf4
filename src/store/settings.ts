import type { Database } from './database.ts';

/**
 * A fact of the installation that is made once and never changes.
 * @param candidate kept when there is none yet; of several servers starting at once one has its way
 * @returns the value all servers use
 */
export async function ensureSetting(db: Database, key: string, candidate: string): Promise<string> {
  await db.query({
    text: 'insert into settings (key, value) values ($1, $2) on conflict on constraint settings_pkey do nothing',
    values: [key, candidate],
  });
  const { rows } = await db.query<{ value: string }>({ text: 'select value from settings where key = $1', values: [key] });
  return rows[0]?.value ?? candidate;
}
