import { BridgeError, show } from '../model/errors.ts';
import { type Project, type ProjectDraft, toProjectPath } from '../model/project.ts';
import type { Entry } from '../model/run.ts';
import type { Database } from './database.ts';
import { ensureAncestors, fillPath, lockProjectTree } from './project-tree.ts';

/** A row of {@link PROJECT_COLUMNS}. */
export interface ProjectRow {
  project_id: number;
  experiment_id: bigint;
  name: string;
  artifact_root: string;
  archived: boolean;
  created_at: Date;
  changed_at: Date;
}

/** Columns of {@link toProject}, for statements on `projects p`. */
export const PROJECT_COLUMNS = 'p.project_id, p.experiment_id, p.name, p.artifact_root, p.archived, p.created_at, p.changed_at';

/** A row of {@link PROJECT_COLUMNS} with its tags. */
export function toProject(row: ProjectRow, tags: Entry[]): Project {
  return {
    projectId: row.project_id,
    experimentId: row.experiment_id,
    name: row.name,
    artifactRoot: row.artifact_root,
    archived: row.archived,
    createdAt: row.created_at,
    changedAt: row.changed_at,
    tags,
  };
}

/** Path of a project that MLflow names: where the plain form is empty or taken, the experiment id in brackets makes it one. */
function freePath(path: string, experimentId: string): string {
  return `case when ${path} = '' then '[' || ${experimentId} || ']'
    when exists (select from projects t where t.workspace_id = $1 and t.path = ${path} and t.experiment_id is distinct from ${experimentId})
    then ${path} || ' [' || ${experimentId} || ']' else ${path} end`;
}

/** A project to be added under the name MLflow gives it. */
export interface NewProject extends ProjectDraft {
  workspaceId: string;
  /** 32 lower hex. */
  uuid: string;
  /** What its artifact root begins with unless the draft gives a whole one. */
  rootPrefix: string;
  userId: string | null;
  now: Date;
  /** Given for the Default project and by imports; otherwise the next free one. */
  experimentId?: bigint;
}

/**
 * Adds a project, and those above it that are missing. Where ClearML made a project of this path that MLflow did not show yet,
 * it is this one from now on.
 * @throws already_exists when the name is taken, by an archived project too
 */
export async function insertProject(db: Database, draft: NewProject): Promise<Project> {
  return db.transaction(async (transaction) => {
    const { workspaceId, name, userId, now } = draft;
    await lockProjectTree(transaction, workspaceId);
    await refuseTakenName(transaction, workspaceId, name);
    const path = toProjectPath(name);
    const experimentId = draft.experimentId ?? (await nextExperimentId(transaction));
    const root = draft.artifactRoot ?? `${draft.rootPrefix}/${experimentId}`;
    await freeHiddenName(transaction, workspaceId, name, path);
    const adopted = await transaction.query<ProjectRow>({
      text: `update projects p set experiment_id = $3, name = $4, artifact_root = $5, archived = false, changed_at = $6
        where workspace_id = $1 and path = $2 and experiment_id is null returning ${PROJECT_COLUMNS}`,
      values: [workspaceId, path, experimentId, name, root, now],
    });
    const { rows } = adopted.rowCount
      ? adopted
      : await transaction.query<ProjectRow>({
          name: 'insert-project',
          text: `insert into projects as p (workspace_id, path, experiment_id, uuid, name, artifact_root, user_id, created_at, changed_at,
              parent_id)
            values ($1, ${freePath('$2::text', '$3::int8')}, $3, $4, $5, $6, $7, $8, $8, $9) returning ${PROJECT_COLUMNS}`,
          values: [
            workspaceId,
            path,
            experimentId,
            draft.uuid,
            name,
            root,
            userId,
            now,
            await ensureAncestors(transaction, { workspaceId, path, userId, now }),
          ],
        });
    const project = rows[0] as ProjectRow;
    await upsertProjectTags(transaction, project.project_id, draft.tags);
    return toProject(project, [...draft.tags]);
  });
}

async function nextExperimentId(db: Database): Promise<bigint> {
  const { rows } = await db.query<{ id: bigint }>({ text: `select nextval('experiment_ids') as id` });
  return rows[0]?.id ?? 0n;
}

/** Asked for before an id is drawn, so that ids have no gaps and the message can show the name. */
async function refuseTakenName(db: Database, workspaceId: string, name: string): Promise<void> {
  const { rowCount } = await db.query({
    name: 'project-name-taken',
    text: 'select from projects where workspace_id = $1 and name = $2 and experiment_id is not null',
    values: [workspaceId, name],
  });
  if (rowCount === 0) return;
  throw new BridgeError('already_exists', `An experiment named ${show(name)} exists already; a deleted one keeps its name.`, {
    field: 'name',
  });
}

/** A project elsewhere in the tree that MLflow does not show gives its name up to one that it does. */
async function freeHiddenName(db: Database, workspaceId: string, name: string, path: string): Promise<void> {
  await db.query({
    text: `update projects set name = path || ' [' || uuid || ']'
      where workspace_id = $1 and name = $2 and path <> $3 and experiment_id is null`,
    values: [workspaceId, name, path],
  });
}

/** Sets tags of a project; the last of several with one key wins. One without a value is a label. */
export async function upsertProjectTags(db: Database, projectId: number, tags: readonly Entry[]): Promise<void> {
  if (tags.length === 0) return;
  const values = new Map(tags.map(({ key, value }) => [key, value]));
  await db.query({
    name: 'upsert-project-tags',
    text: `insert into project_tags (project_id, key, value, is_label)
      select $1, key, value, value = '' from unnest($2::text[], $3::text[]) as t (key, value)
      on conflict (project_id, key) do update set value = excluded.value, is_label = excluded.is_label`,
    values: [projectId, [...values.keys()], [...values.values()]],
  });
}

/** Tags of several projects, by project. */
export async function readProjectTags(db: Database, projectIds: readonly number[]): Promise<Map<number, Entry[]>> {
  const tags = new Map<number, Entry[]>(projectIds.map((id) => [id, []]));
  const { rows } = await db.query<{ project_id: number; key: string; value: string }>({
    name: 'project-tags',
    text: 'select project_id, key, value from project_tags where project_id = any($1) order by project_id, key',
    values: [projectIds],
  });
  for (const { project_id, key, value } of rows) tags.get(project_id)?.push({ key, value });
  return tags;
}

/** Removes a tag. @returns false when it was not there */
export async function deleteProjectTag(db: Database, projectId: number, key: string): Promise<boolean> {
  const { rowCount } = await db.query({
    text: 'delete from project_tags where project_id = $1 and key = $2',
    values: [projectId, key],
  });
  return rowCount > 0;
}

async function findProject(db: Database, condition: string, values: readonly unknown[]): Promise<Project | undefined> {
  const { rows } = await db.query<ProjectRow>({
    name: `project by ${condition}`,
    text: `select ${PROJECT_COLUMNS} from projects p where p.workspace_id = $1 and ${condition}`,
    values,
  });
  const row = rows[0];
  if (!row) return undefined;
  return toProject(row, (await readProjectTags(db, [row.project_id])).get(row.project_id) ?? []);
}

/** A project by the decimal id MLflow shows, archived or not. */
export function findProjectByExperimentId(db: Database, workspaceId: string, experimentId: bigint): Promise<Project | undefined> {
  return findProject(db, 'p.experiment_id = $2', [workspaceId, experimentId]);
}

/** A project by its name as MLflow writes it, archived or not. */
export function findProjectByName(db: Database, workspaceId: string, name: string): Promise<Project | undefined> {
  return findProject(db, 'p.experiment_id is not null and p.name = $2', [workspaceId, name]);
}

/**
 * Renames a project as MLflow does: those below it keep their names, and a new one takes its place above them.
 * @throws already_exists
 */
export async function renameProject(db: Database, project: Project, workspaceId: string, name: string, now: Date): Promise<void> {
  if (name === project.name) return;
  await db.transaction(async (transaction) => {
    await lockProjectTree(transaction, workspaceId);
    await refuseTakenName(transaction, workspaceId, name);
    await freeHiddenName(transaction, workspaceId, name, '');
    const { projectId, experimentId } = project;
    const old = await transaction.query<{ path: string }>({
      text: 'select path from projects where project_id = $1',
      values: [projectId],
    });
    const { rows } = await transaction.query<{ path: string }>({
      text: `update projects set path = ${freePath('$2::text', '$3::int8')}, name = $4, changed_at = $5
        where workspace_id = $1 and experiment_id = $3 returning path`,
      values: [workspaceId, toProjectPath(name), experimentId, name, now],
    });
    const [from, to] = [old.rows[0]?.path, rows[0]?.path];
    if (from === undefined || to === undefined || from === to) return;
    const place = { workspaceId, userId: null, now };
    const parentId = await ensureAncestors(transaction, { ...place, path: to });
    await transaction.query({ text: 'update projects set parent_id = $2 where project_id = $1', values: [projectId, parentId] });
    await fillPath(transaction, { ...place, path: from, left: projectId });
  });
}

/**
 * Archives a project with all its runs, or brings it and all its runs back, those archived singly before included.
 * @see MLflow 3.17.2, delete and restore of experiments
 */
export async function setProjectArchived(db: Database, projectId: number, archived: boolean, now: Date): Promise<void> {
  await db.transaction(async (transaction) => {
    await transaction.query({
      text: 'update projects set archived = $2, changed_at = $3 where project_id = $1',
      values: [projectId, archived, now],
    });
    await transaction.query({
      text: `update runs set archived = $2, archived_at = case when $2 then $3::timestamptz end, changed_at = $3
        where project_id = $1 and archived <> $2`,
      values: [projectId, archived, now],
    });
  });
}
