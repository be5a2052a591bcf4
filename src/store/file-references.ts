import type { Database } from './database.ts';

/**
 * Which of some addresses the record still refers to: as an artifact or picture of a run that is there, or as the place of a
 * model.
 * @param urls as stored, beginning with `files:///`
 */
export async function referredAddresses(db: Database, urls: readonly string[]): Promise<Set<string>> {
  const { rows } = await db.query<{ url: string }>({
    text: `select uri as url from run_artifacts join runs using (run_id) where uri = any($1) and uri like 'files:///%'
      union select uri from models where uri = any($1) and uri like 'files:///%'
      union select url from run_plots p where url = any($1) and url like 'files:///%'
        and (exists (select from runs r where r.run_id = p.run_id) or exists (select from models m where m.log_id = p.run_id))`,
    values: [urls],
  });
  return new Set(rows.map((row) => row.url));
}
