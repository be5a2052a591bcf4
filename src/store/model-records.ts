import type { Condition, Find } from '../model/find.ts';
import type { FoundModel, ModelFields, ModelFindField, ModelRecord } from '../model/model-record.ts';
import type { RegisteredAs } from '../model/registry.ts';
import type { Entry } from '../model/run.ts';
import type { RowChange, TagItem } from '../model/run-change.ts';
import type { Database } from './database.ts';
import type { KeyIds } from './keys.ts';
import { withSeries } from './model-series.ts';
import { MODEL_COLUMNS, type ModelRow, toModel } from './models.ts';
import { idOfUuid, uuidOfId } from './run-ids.ts';
import { countFound, type Findable, find } from './search/find.ts';
import { modelFields } from './search/find-models.ts';
import { microseconds } from './search/find-order.ts';
import { projectsInReach, type ReadScope, scopeSql, scopeValues } from './search/scope.ts';

interface RecordRow extends ModelRow {
  project_id: number;
  project_uuid: string | null;
  path: string | null;
  published: boolean;
  uri: string | null;
  parent: string | null;
  ui_cache: Record<string, unknown> | null;
  system_tags: string[];
  is_public: boolean;
  user_id: string | null;
  changed_by: string | null;
  updated_at: Date;
  last_iteration: bigint | null;
  log_id: number | null;
  tags: TagItem[];
  params: Entry[];
  versions: RegisteredAs[];
}

const COLUMNS = `${MODEL_COLUMNS}, m.project_id, case when not m.projectless then p.uuid end as project_uuid,
  case when not m.projectless then p.path end as path, m.published, m.uri, m.parent, m.ui_cache,
  m.system_tags, m.is_public, m.user_id, m.changed_by, coalesce(m.updated_at, m.changed_at) as updated_at, m.last_iteration, m.log_id,
  (select coalesce(json_agg(json_build_object('key', t.key, 'name', t.name, 'isLabel', t.is_label, 'value', t.value, 'type', t.type)
    order by t.key), '[]') from model_tags t where t.model_id = m.model_id) as tags,
  (select coalesce(json_agg(json_build_object('key', a.key, 'value', a.value) order by a.key), '[]')
    from model_params a where a.model_id = m.model_id) as params,
  (select coalesce(json_agg(json_build_object('name', r.name, 'version', v.version, 'stage', v.stage, 'aliases',
      array(select a.alias from registered_model_aliases a
        where a.registered_model_id = v.registered_model_id and a.version = v.version order by a.alias)
    ) order by v.created_at desc, v.registered_model_id, v.version desc), '[]')
    from model_versions v join registered_models r using (registered_model_id)
    where v.model_id = m.model_id and v.deleted_at is null) as versions`;
const FROM = 'models m join projects p using (project_id)';

const hex = (uuid: string | null) => uuid && idOfUuid(uuid, null);

function toRecord(row: RecordRow): ModelRecord {
  return {
    ...toModel(row),
    projectId: row.project_id,
    projectUuid: hex(row.project_uuid),
    projectPath: row.path,
    published: row.published,
    uri: row.uri,
    parent: hex(row.parent),
    uiCache: row.ui_cache,
    systemTags: row.system_tags,
    isPublic: row.is_public,
    userId: hex(row.user_id),
    changedBy: hex(row.changed_by),
    updatedAt: row.updated_at,
    lastIteration: row.last_iteration,
    logId: row.log_id,
    tags: row.tags.map((tag) => ({ ...tag, description: null })),
    params: row.params,
    versions: row.versions,
  };
}

/** A model of the workspace with every fact of its own, archived or not. @param id 32 lower hex */
export async function findModelRecord(
  db: Database,
  workspaceId: string,
  id: string,
  lock?: 'for update',
): Promise<ModelRecord | undefined> {
  const { rows } = await db.query<RecordRow>({
    name: `model-record ${lock ?? ''}`,
    text: `select ${COLUMNS} from ${FROM} where m.workspace_id = $1 and m.model_id = $2 ${lock ? 'for no key update of m' : ''}`,
    values: [workspaceId, uuidOfId(id)],
  });
  return rows[0] && toRecord(rows[0]);
}

function findable(scope: ReadScope): Findable<ModelFindField> {
  return {
    fields: modelFields,
    columns: COLUMNS,
    from: FROM,
    scope: (bindings) => projectsInReach(bindings, 'p', scope),
    last: [
      { expression: microseconds('m.created_at'), type: 'int8' },
      { expression: 'm.model_id', type: 'uuid' },
    ],
  };
}

/** How many models pass a condition. @param most where counting stops */
export function countModelRecords(
  db: Database,
  scope: ReadScope,
  where: Condition<ModelFindField>,
  most?: number,
): Promise<number> {
  return countFound(db, findable(scope), where, most);
}

/** A page of models. @param withReports whether their series are wanted @throws invalid */
export async function findModelRecords(
  db: Database,
  { keys, ...scope }: ReadScope & { keys: KeyIds },
  query: Find<ModelFindField>,
  withReports: boolean,
): Promise<{ found: FoundModel[]; next?: string }> {
  const { rows, next } = await find<RecordRow, ModelFindField>(db, findable(scope), query);
  const models = rows.map(toRecord);
  const found = withReports ? await withSeries(db, keys, models) : models.map((model) => ({ model, series: [] }));
  return { found, ...(next === undefined ? {} : { next }) };
}

/** Adds a model that has nothing yet. @param draft.id 32 lower hex */
export async function insertModelRecord(
  db: Database,
  draft: {
    id: string;
    workspaceId: string;
    projectId: number;
    isProjectless: boolean;
    name: string;
    userId: string | null;
    now: Date;
  },
): Promise<void> {
  await db.query({
    text: `insert into models (model_id, workspace_id, project_id, projectless, name, status, artifact_root, user_id, created_at,
        changed_at, updated_at, changed_by)
      select $1, $2, p.project_id, $4, $5, 'pending', p.artifact_root || '/models/m-' || $6 || '/artifacts', $7, $8, $8, $8, $7
      from projects p where p.project_id = $3`,
    values: [
      uuidOfId(draft.id),
      draft.workspaceId,
      draft.projectId,
      draft.isProjectless,
      draft.name,
      draft.id,
      draft.userId,
      draft.now,
    ],
  });
}

/** Column of every field, and how its value is written. */
const columns: Readonly<Record<keyof ModelFields, readonly [column: string, type: string]>> = {
  name: ['name', 'text'],
  sourceRun: ['source_run', 'text'],
  framework: ['framework', 'text'],
  status: ['status', 'text'],
  archived: ['archived', 'bool'],
  published: ['published', 'bool'],
  uri: ['uri', 'text'],
  parent: ['parent', 'uuid'],
  classes: ['labels', 'jsonb'],
  design: ['design', 'jsonb'],
  uiCache: ['ui_cache', 'jsonb'],
  systemTags: ['system_tags', 'text[]'],
  isPublic: ['is_public', 'bool'],
};

/** A change of one model. */
export interface ModelChange {
  set: ModelFields;
  project?: { projectId: number; isProjectless: boolean };
  tags?: readonly RowChange<TagItem, string>[];
}

/** Writes a change of a model. @param stamp.isContent it changes more than name, tags and project */
export async function applyModelChange(
  db: Database,
  stamp: { id: string; userId: string | null; now: Date; isContent: boolean },
  { set, project, tags = [] }: ModelChange,
): Promise<void> {
  const values: unknown[] = [uuidOfId(stamp.id), stamp.now, stamp.userId];
  const bind = (value: unknown, type: string) => `$${values.push(value)}::${type}`;
  const sets = [
    'changed_at = $2',
    'changed_by = $3',
    `updated_at = ${stamp.isContent ? '$2' : 'coalesce(updated_at, changed_at)'}`,
  ];
  for (const [field, value] of Object.entries(set) as [keyof ModelFields, unknown][]) {
    if (value === undefined) continue;
    const [column, type] = columns[field];
    sets.push(`${column} = ${bind(type === 'jsonb' && value !== null ? JSON.stringify(value) : value, type)}`);
  }
  if (project)
    sets.push(`project_id = ${bind(project.projectId, 'int4')}`, `projectless = ${bind(project.isProjectless, 'bool')}`);
  await db.query({ text: `update models set ${sets.join(', ')} where model_id = $1`, values });
  for (const change of tags) await writeModelTags(db, stamp.id, change);
}

async function writeModelTags(db: Database, id: string, { remove, write }: RowChange<TagItem, string>): Promise<void> {
  if (remove.length > 0) {
    await db.query({ text: 'delete from model_tags where model_id = $1 and key = any($2)', values: [uuidOfId(id), remove] });
  }
  if (write.length === 0) return;
  await db.query({
    text: `insert into model_tags (model_id, key, name, is_label, value, type)
      select $1, * from unnest($2::text[], $3::text[], $4::bool[], $5::text[], $6::text[])
      on conflict (model_id, key) do update set name = excluded.name, is_label = excluded.is_label, value = excluded.value,
        type = excluded.type`,
    values: [
      uuidOfId(id),
      write.map((tag) => tag.key),
      write.map((tag) => tag.name),
      write.map((tag) => tag.isLabel),
      write.map((tag) => tag.value),
      write.map((tag) => tag.type),
    ],
  });
}

/** Lets the run that made a model be at least at an iteration. */
export async function raiseIteration(db: Database, workspaceId: string, run: string, iteration: bigint): Promise<void> {
  await db.query({
    text: `update runs r set last_iteration = greatest(coalesce(r.last_iteration, 0), $3)
      from projects p where p.project_id = r.project_id and p.workspace_id = $1 and r.uuid = $2`,
    values: [workspaceId, uuidOfId(run), iteration],
  });
}

/** Whether a run uses a model as an input. */
export async function isModelUsed(db: Database, id: string): Promise<boolean> {
  const { rowCount } = await db.query({
    text: `select from run_models where model_id = $1 and direction = 'input' limit 1`,
    values: [id],
  });
  return rowCount > 0;
}

/** Frameworks of the models of some projects, sorted; of all without any. @param projects 32 lower hex */
export async function listFrameworks(
  db: Database,
  { workspaceId, reach }: ReadScope,
  projects: readonly string[],
): Promise<string[]> {
  const { rows } = await db.query<{ framework: string }>({
    text: `select distinct m.framework from ${FROM}
      where m.workspace_id = $1 and m.framework <> '' and (cardinality($2::uuid[]) = 0 or not m.projectless and p.uuid = any($2))
        and ${scopeSql('p.project_id', 3)}
      order by 1`,
    values: [workspaceId, projects.map(uuidOfId), ...scopeValues(reach.projects)],
  });
  return rows.map(({ framework }) => framework);
}
