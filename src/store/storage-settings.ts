import type { Database } from './database.ts';

/** Settings of object stores by the store's provider. */
export interface StorageSettings {
  settings: Record<string, unknown>;
  changedAt: Date;
}

/** Settings of a workspace; undefined when there never were any. */
export async function readStorageSettings(db: Database, workspaceId: string): Promise<StorageSettings | undefined> {
  const { rows } = await db.query<{ settings: Record<string, unknown>; changed_at: Date }>({
    text: 'select settings, changed_at from storage_settings where workspace_id = $1',
    values: [workspaceId],
  });
  return rows[0] && { settings: rows[0].settings, changedAt: rows[0].changed_at };
}

/** Sets settings of some providers; those of others stay. */
export async function writeStorageSettings(
  db: Database,
  workspaceId: string,
  settings: Readonly<Record<string, unknown>>,
  now: Date,
): Promise<void> {
  await db.query({
    text: `insert into storage_settings as s (workspace_id, settings, changed_at) values ($1, $2, $3)
      on conflict (workspace_id) do update set settings = s.settings || excluded.settings, changed_at = excluded.changed_at`,
    values: [workspaceId, JSON.stringify(settings), now],
  });
}

/** Removes the settings of some providers. @returns whether there were any settings */
export async function removeStorageSettings(
  db: Database,
  workspaceId: string,
  providers: readonly string[],
  now: Date,
): Promise<boolean> {
  const { rowCount } = await db.query({
    text: 'update storage_settings set settings = settings - $2::text[], changed_at = $3 where workspace_id = $1',
    values: [workspaceId, providers, now],
  });
  return rowCount > 0;
}
