import { ancestorPathsOf, parentPathOf } from '../model/project.ts';
import type { Database } from './database.ts';

/** First half of the number of the lock that changes of a tree of projects take; the second is its workspace. */
const TREE_LOCK = 727_265_504;

/**
 * Waits until no other transaction changes the tree of a workspace. Whoever adds, renames or moves a project holds this lock until
 * its transaction ends: a project and the ones above it are several rows.
 */
export async function lockProjectTree(db: Database, workspaceId: string): Promise<void> {
  await db.query({ text: 'select pg_advisory_xact_lock($1, hashtext($2))', values: [TREE_LOCK, workspaceId] });
}

/** SQL of a name for MLflow: the path, or where a project has that name, the path with a uuid in brackets; `$1` is the workspace. */
export function freeName(path: string, uuid: string): string {
  return `case when exists (select from projects t where t.workspace_id = $1 and t.name = ${path})
    then ${path} || ' [' || ${uuid} || ']' else ${path} end`;
}

/**
 * Adds the projects above a path that are not there yet; MLflow does not see them. To be called under {@link lockProjectTree}.
 * @returns the project right above; null at the top
 */
export async function ensureAncestors(
  db: Database,
  { workspaceId, path, userId, now }: { workspaceId: string; path: string; userId: string | null; now: Date },
): Promise<number | null> {
  const paths = ancestorPathsOf(path);
  if (paths.length === 0) return null;
  const added = await db.query({
    text: `insert into projects (workspace_id, uuid, name, path, artifact_root, user_id, created_at, changed_at)
      select $1, n.uuid, ${freeName('n.path', 'n.uuid')}, n.path, '', $3, $4, $4
      from (select w.path, gen_random_uuid() as uuid from unnest($2::text[]) w (path)) n
      where not exists (select from projects t where t.workspace_id = $1 and t.path = n.path)`,
    values: [workspaceId, paths, userId, now],
  });
  if (added.rowCount > 0) await linkToParents(db, workspaceId, paths);
  const { rows } = await db.query<{ project_id: number }>({
    text: 'select project_id from projects where workspace_id = $1 and path = $2',
    values: [workspaceId, parentPathOf(path)],
  });
  return rows[0]?.project_id ?? null;
}

/** Writes down which project is above each of some. */
async function linkToParents(db: Database, workspaceId: string, paths: readonly string[]): Promise<void> {
  await db.query({
    text: `update projects c set parent_id = p.project_id
      from unnest($2::text[], $3::text[]) l (path, above) join projects p on p.workspace_id = $1 and p.path = l.above
      where c.workspace_id = $1 and c.path = l.path`,
    values: [workspaceId, paths, paths.map(parentPathOf)],
  });
}

/**
 * Gives a project and all below it another path, and MLflow's names follow. Experiment ids and artifact roots stay. To be called
 * under {@link lockProjectTree}, with a path that is free.
 */
export async function movePath(
  db: Database,
  { workspaceId, from, to, userId, now }: { workspaceId: string; from: string; to: string; userId: string | null; now: Date },
): Promise<void> {
  const parentId = await ensureAncestors(db, { workspaceId, path: to, userId, now });
  await db.query({
    text: `with m as (
        select t.project_id, t.uuid, $3 || substr(t.path, length($2) + 1) as path from projects t
        where t.workspace_id = $1 and (t.path = $2 or (t.path >= $2 || '/' and t.path < $2 || '0'))
      )
      update projects p set path = m.path, name = ${freeName('m.path', 'm.uuid')}, changed_at = $5,
        parent_id = case when p.path = $2 then $4 else p.parent_id end
      from m where p.project_id = m.project_id`,
    values: [workspaceId, from, to, parentId, now],
  });
}

/**
 * Puts a new project without an experiment id where one was moved away from projects below it.
 * To be called under {@link lockProjectTree}.
 */
export async function fillPath(
  db: Database,
  { workspaceId, path, left, userId, now }: { workspaceId: string; path: string; left: number; userId: string | null; now: Date },
): Promise<void> {
  const { rowCount } = await db.query({ text: 'select from projects where parent_id = $1 limit 1', values: [left] });
  if (rowCount === 0) return;
  // the path is one above any below it
  const parentId = await ensureAncestors(db, { workspaceId, path: `${path}/`, userId, now });
  await linkToParents(db, workspaceId, [path]);
  await db.query({
    text: 'update projects set parent_id = $2 where parent_id = $1',
    values: [left, parentId],
  });
}

/** Says when something in a project changed. */
export async function touchProjects(db: Database, projectIds: readonly number[], now: Date): Promise<void> {
  await db.query({
    text: 'update projects set updated_at = $2 where project_id = any($1)',
    values: [projectIds, now],
  });
}

/** Paths of projects whose parent is not known, though they have one. */
export async function listUnlinkedPaths(db: Database, workspaceId: string): Promise<string[]> {
  const { rows } = await db.query<{ path: string }>({
    text: `select path from projects where workspace_id = $1 and parent_id is null and path like '%/%'`,
    values: [workspaceId],
  });
  return rows.map((row) => row.path);
}

/** Adds what is missing above projects and writes down where they belong. To be called under {@link lockProjectTree}. */
export async function linkPaths(
  db: Database,
  { workspaceId, paths, now }: { workspaceId: string; paths: readonly string[]; now: Date },
): Promise<void> {
  for (const path of paths) await ensureAncestors(db, { workspaceId, path, userId: null, now });
  await linkToParents(db, workspaceId, paths);
}
