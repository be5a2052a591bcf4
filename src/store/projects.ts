import { BridgeError, show } from '../model/errors.ts';
import { type Project, type ProjectDraft, toProjectPath } from '../model/project.ts';
import type { Entry } from '../model/run.ts';
import type { Database } from './database.ts';

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

/** Path of a new project for ClearML: where the plain form is taken, the experiment id in brackets makes it unique. */
const PATH = `case when exists (select from projects where workspace_id = $1 and path = $2 and experiment_id is distinct from $3)
  then $2 || ' [' || $3 || ']' else $2 end`;

/**
 * Adds a project.
 * @param draft.experimentId given for the Default project and by imports; otherwise the next free one
 * @throws already_exists when the name is taken, by an archived project too
 */
export async function insertProject(
  db: Database,
  draft: ProjectDraft & {
    workspaceId: string;
    uuid: string;
    rootPrefix: string;
    userId: string | null;
    now: Date;
    experimentId?: bigint;
  },
): Promise<Project> {
  return db.transaction(async (transaction) => {
    let experimentId = draft.experimentId;
    await refuseTakenName(transaction, draft.workspaceId, draft.name);
    if (experimentId === undefined) {
      const next = await transaction.query<{ id: bigint }>({ text: `select nextval('experiment_ids') as id` });
      experimentId = next.rows[0]?.id ?? 0n;
    }
    const { rows } = await transaction.query<ProjectRow>({
      name: 'insert-project',
      text: `insert into projects as p (workspace_id, path, experiment_id, uuid, name, artifact_root, user_id, created_at, changed_at)
        values ($1, ${PATH}, $3, $4, $5, $6, $7, $8, $8) returning ${PROJECT_COLUMNS}`,
      values: [
        draft.workspaceId,
        toProjectPath(draft.name),
        experimentId,
        draft.uuid,
        draft.name,
        draft.artifactRoot ?? `${draft.rootPrefix}/${experimentId}`,
        draft.userId,
        draft.now,
      ],
    });
    const project = rows[0] as ProjectRow;
    await upsertProjectTags(transaction, project.project_id, draft.tags);
    return toProject(project, [...draft.tags]);
  });
}

/** Asked for before an id is drawn, so that ids have no gaps and the message can show the name. */
async function refuseTakenName(db: Database, workspaceId: string, name: string): Promise<void> {
  const { rowCount } = await db.query({
    name: 'project-name-taken',
    text: 'select from projects where workspace_id = $1 and name = $2',
    values: [workspaceId, name],
  });
  if (rowCount === 0) return;
  throw new BridgeError('already_exists', `An experiment named ${show(name)} exists already; a deleted one keeps its name.`, {
    field: 'name',
  });
}

/** Sets tags of a project; the last of several with one key wins. */
export async function upsertProjectTags(db: Database, projectId: number, tags: readonly Entry[]): Promise<void> {
  if (tags.length === 0) return;
  const values = new Map(tags.map(({ key, value }) => [key, value]));
  await db.query({
    name: 'upsert-project-tags',
    text: `insert into project_tags (project_id, key, value) select $1, * from unnest($2::text[], $3::text[])
      on conflict (project_id, key) do update set value = excluded.value`,
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

/** Renames a project. @throws already_exists */
export async function renameProject(db: Database, project: Project, workspaceId: string, name: string, now: Date): Promise<void> {
  if (name !== project.name) await refuseTakenName(db, workspaceId, name);
  await db.query({
    text: `update projects set path = ${PATH}, name = $4, changed_at = $5 where workspace_id = $1 and experiment_id = $3`,
    values: [workspaceId, toProjectPath(name), project.experimentId, name, now],
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
