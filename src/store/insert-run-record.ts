import { NAME_TAG } from './change-run.ts';
import type { Database } from './database.ts';
import type { KeyIds } from './keys.ts';
import { uuidOfId } from './run-ids.ts';

/** A run to be added to a project that MLflow shows. */
export interface NewRunRecord {
  /** 32 lower hex. */
  id: string;
  projectId: number;
  /** It is in that project for MLflow alone. */
  isProjectless: boolean;
  name: string;
  type: string;
  origin: string;
  author: string;
  userId: string | null;
  now: Date;
}

/** Adds a run as `created`, under the name MLflow shows too. @returns its number */
export async function insertRunRecord(db: Database, keys: KeyIds, draft: NewRunRecord): Promise<number> {
  const nameKey = (await keys.idsOf([NAME_TAG])).get(NAME_TAG);
  const { rows } = await db.query<{ run_id: number }>({
    name: 'insert-run-record',
    text: `with r as (
        insert into runs (uuid, project_id, projectless, origin, name, type, status, status_changed_at, author, author_id, user_id, changed_by,
          created_at, changed_at, updated_at, artifact_root)
        select $1, p.project_id, $3, $4, $5, $6, 'created', $7, $8, $8, $9, $9, $7, $7, $7, p.artifact_root || '/' || $10 || '/artifacts'
        from projects p where p.project_id = $2
        returning run_id, project_id
      ), t as (
        insert into tags (run_id, key_id, project_id, value) select run_id, $11, project_id, $5 from r
      )
      select run_id from r`,
    values: [
      uuidOfId(draft.id),
      draft.projectId,
      draft.isProjectless,
      draft.origin,
      draft.name,
      draft.type,
      draft.now,
      draft.author,
      draft.userId,
      draft.id,
      nameKey,
    ],
  });
  return rows[0]?.run_id as number;
}
