import { ancestorPathsOf, type ProjectPatch, type ProjectPathDraft, type ProjectRecord } from '../model/project.ts';
import type { Database } from './database.ts';
import { ensureAncestors, freeName } from './project-tree.ts';
import { idOfUuid, uuidOfId } from './run-ids.ts';

/** A row of {@link RECORD_COLUMNS}. */
export interface RecordRow {
  project_id: number;
  uuid: string;
  experiment_id: bigint | null;
  name: string;
  path: string;
  parent: string | null;
  description: string;
  output_destination: string | null;
  archived: boolean;
  hidden: boolean;
  system_tags: string[];
  labels: string[];
  user_id: string | null;
  user_name: string | null;
  is_public: boolean;
  created_at: Date;
  updated_at: Date;
}

/** Text of a label: the key of the tag, or where another tag has that key, its value. */
export const LABEL = `case when t.value = '' then t.key else t.value end`;

/** Columns of a record, for statements on {@link RECORD_TABLES}. */
export const RECORD_COLUMNS = `p.project_id, p.uuid, p.experiment_id, p.name, p.path, u.uuid as parent, p.description, p.output_destination,
  p.archived, p.hidden, p.system_tags, p.user_id, coalesce(nullif(w.display_name, ''), w.name) as user_name, p.is_public, p.created_at, coalesce(p.updated_at, p.changed_at) as updated_at,
  array(select ${LABEL} from project_tags t where t.project_id = p.project_id and t.is_label order by 1) as labels`;

export const RECORD_TABLES = `projects p left join projects u on u.project_id = p.parent_id left join users w on w.user_id = p.user_id`;

/** Records of the projects a condition on `projects p` picks. */
async function readRecords(db: Database, condition: string, values: readonly unknown[]): Promise<ProjectRecord[]> {
  const { rows } = await db.query<RecordRow>({
    name: `project records by ${condition}`,
    text: `select ${RECORD_COLUMNS} from ${RECORD_TABLES} where p.workspace_id = $1 and ${condition}`,
    values,
  });
  return toRecords(db, values[0] as string, rows);
}

/** Records of rows, with the ids of all projects above them. */
export async function toRecords(db: Database, workspaceId: string, rows: readonly RecordRow[]): Promise<ProjectRecord[]> {
  const above = [...new Set(rows.flatMap((row) => ancestorPathsOf(row.path)))];
  const ids = above.length === 0 ? new Map<string, string>() : await readIdsOfPaths(db, workspaceId, above);
  return rows.map((row) => toRecord(row, ids));
}

async function readIdsOfPaths(db: Database, workspaceId: string, paths: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await db.query<{ path: string; uuid: string }>({
    name: 'project-ids-of-paths',
    text: 'select path, uuid from projects where workspace_id = $1 and path = any($2)',
    values: [workspaceId, paths],
  });
  return new Map(rows.map(({ path, uuid }) => [path, idOfUuid(uuid, null)]));
}

function toRecord(row: RecordRow, ids: ReadonlyMap<string, string>): ProjectRecord {
  return {
    projectId: row.project_id,
    id: idOfUuid(row.uuid, null),
    experimentId: row.experiment_id,
    name: row.name,
    path: row.path,
    parent: row.parent && idOfUuid(row.parent, null),
    ancestors: ancestorPathsOf(row.path).flatMap((path) => ids.get(path) ?? []),
    description: row.description,
    outputDestination: row.output_destination,
    archived: row.archived,
    hidden: row.hidden,
    systemTags: row.system_tags,
    labels: row.labels,
    userId: row.user_id && idOfUuid(row.user_id, null),
    userName: row.user_name,
    isPublic: row.is_public,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

/** A project by the id ClearML shows. */
export async function findRecord(db: Database, workspaceId: string, id: string): Promise<ProjectRecord | undefined> {
  const [record] = await readRecords(db, 'p.uuid = $2', [workspaceId, uuidOfId(id)]);
  return record;
}

/** A project by its path. */
export async function findRecordByPath(db: Database, workspaceId: string, path: string): Promise<ProjectRecord | undefined> {
  const [record] = await readRecords(db, 'p.path = $2', [workspaceId, path]);
  return record;
}

/** A project to be added at a path. */
export interface NewRecord extends ProjectPathDraft {
  workspaceId: string;
  /** 32 lower hex. */
  id: string;
  /** What its artifact root begins with; the experiment id follows. */
  rootPrefix: string;
  userId: string | null;
  now: Date;
}

/**
 * Adds a project at a path, with an experiment id of its own, and those above it that are missing. To be called under the lock of
 * the tree, with a path that is free.
 * @returns its number
 */
export async function insertRecord(db: Database, draft: NewRecord): Promise<number> {
  const { workspaceId, path, userId, now } = draft;
  const { rows } = await db.query<{ project_id: number }>({
    text: `insert into projects (workspace_id, uuid, path, name, experiment_id, artifact_root, user_id, created_at, changed_at,
        updated_at, parent_id, description, output_destination, archived, hidden, system_tags)
      select $1, $2::uuid, $3::text, ${freeName('$3::text', '$2::uuid')}, n.id, $4 || '/' || n.id, $5, $6, $6, $6, $7, $8, $9, $10, $11, $12
      from nextval('experiment_ids') n (id) returning project_id`,
    values: [
      workspaceId,
      uuidOfId(draft.id),
      path,
      draft.rootPrefix,
      userId,
      now,
      await ensureAncestors(db, { workspaceId, path, userId, now }),
      draft.description ?? '',
      draft.outputDestination ?? null,
      draft.archived ?? false,
      draft.hidden ?? false,
      sorted(draft.systemTags ?? []),
    ],
  });
  const projectId = rows[0]?.project_id as number;
  await replaceLabels(db, projectId, draft.labels ?? []);
  return projectId;
}

/** Changes what is said of a project. */
export async function patchRecord(db: Database, projectId: number, patch: ProjectPatch, now: Date): Promise<void> {
  await db.query({
    text: `update projects set description = coalesce($2, description), archived = coalesce($3, archived),
        output_destination = case when $4 then $5 else output_destination end, hidden = coalesce($6, hidden),
        system_tags = coalesce($7, system_tags), changed_at = $8, updated_at = $8
      where project_id = $1`,
    values: [
      projectId,
      patch.description,
      patch.archived,
      patch.outputDestination !== undefined,
      patch.outputDestination,
      patch.hidden,
      patch.systemTags && sorted(patch.systemTags),
      now,
    ],
  });
  if (patch.labels) await replaceLabels(db, projectId, patch.labels);
}

/** Makes the labels of a project these and no others; tags with a value stay, and where one has a label's key, that is escaped. */
async function replaceLabels(db: Database, projectId: number, labels: readonly string[]): Promise<void> {
  const { rows } = await db.query<{ key: string }>({
    text: `with gone as (delete from project_tags where project_id = $1 and is_label)
      select key from project_tags where project_id = $1 and not is_label`,
    values: [projectId],
  });
  const tags = new Set(rows.map((row) => row.key));
  const wanted = [...new Set(labels)].filter((label) => label !== '');
  const taken = new Set([...tags, ...wanted]);
  const keyed = wanted.map((label) => ({ label, key: tags.has(label) ? freeKey(label, taken) : label }));
  if (keyed.length === 0) return;
  await db.query({
    text: `insert into project_tags (project_id, key, value, is_label)
      select $1, key, case when key = label then '' else label end, true from unnest($2::text[], $3::text[]) as t (key, label)`,
    values: [projectId, keyed.map(({ key }) => key), keyed.map(({ label }) => label)],
  });
}

/** The first of `label:2`, `label:3`, ... that is free; taken from now on. */
function freeKey(label: string, taken: Set<string>): string {
  let count = 2;
  while (taken.has(`${label}:${count}`)) count += 1;
  taken.add(`${label}:${count}`);
  return `${label}:${count}`;
}

function sorted(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort();
}

/** Gives a project that MLflow did not show yet its experiment id and its artifact root. */
export async function showProject(db: Database, projectId: number, rootPrefix: string): Promise<void> {
  await db.query({
    name: 'show-project',
    text: `with n as materialized (select nextval('experiment_ids') as id)
      update projects set experiment_id = n.id, artifact_root = $2 || '/' || n.id from n where project_id = $1 and experiment_id is null`,
    values: [projectId, rootPrefix],
  });
}
