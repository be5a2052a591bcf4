import { areSameParts, type Parts, paramNaming } from '../../model/names.ts';
import { uuidOfId } from '../run-ids.ts';
import type { Bindings } from './bindings.ts';
import { type FieldTable, hexOf, type RowsField } from './find-fields.ts';

/**
 * Fields of runs that queries may name, over `runs r join projects p using (project_id)`. Four of them are made of parts: `param`
 * and `property` (section, name, item), `series` (md5 of title, md5 of variant, item), `runtime` (key).
 */
export type RunFindField =
  | 'id'
  | 'name'
  | 'note'
  | 'type'
  | 'status'
  | 'statusReason'
  | 'statusMessage'
  | 'statusChanged'
  | 'user'
  | 'project'
  | 'projectTree'
  | 'projectName'
  | 'parent'
  | 'queue'
  | 'labels'
  | 'systemTags'
  | 'archived'
  | 'isPublic'
  | 'created'
  | 'started'
  | 'ended'
  | 'published'
  | 'changed'
  | 'updated'
  | 'activeSeconds'
  | 'lastIteration'
  | 'lastWorker'
  | 'lastWorkerReport'
  | 'repository'
  | 'branch'
  | 'commit'
  | 'entryPoint'
  | 'workingFolder'
  | 'report'
  | 'inputModel'
  | 'outputModel'
  | 'artifact'
  | 'configuration'
  | 'param'
  | 'property'
  | 'series'
  | 'runtime';

/** Greatest step of a run that nobody set the last iteration of. */
export const LAST_ITERATION = `coalesce(r.last_iteration,
  (select max(s.last_step) from series s where s.run_id = r.run_id and not s.single))`;

const paramItems: Readonly<Record<string, string>> = { value: 'c.value', type: 'c.type', description: 'c.description' };

/** SQL of "is the row of this param": by its parts where it has some of its own, else by the key they are derived from. */
export function isParamSql(parts: Parts, bindings: Bindings): string {
  const key = paramNaming.keyOf(parts);
  const own = `c.section = ${bindings.bind(parts.first, 'text')} and c.name = ${bindings.bind(parts.second, 'text')}`;
  if (!areSameParts(paramNaming.partsOf(key), parts)) return `(${own})`;
  return `(${own} or c.section is null and c.key_id = (select key_id from keys where key = ${bindings.bind(key, 'text')}))`;
}

function param([first = '', second = '', item = 'value']: readonly string[], bindings: Bindings): RowsField {
  return {
    type: 'rows',
    rows: `params c where c.run_id = r.run_id and c.project_id = r.project_id and ${isParamSql({ first, second }, bindings)}`,
    value: paramItems[item] ?? 'null::text',
  };
}

/** SQL of "is the row of this property". */
export function isPropertySql(name: string, bindings: Bindings): string {
  const text = bindings.bind(name, 'text');
  return `not c.is_label and (c.name = ${text} or c.name is null and c.key_id = (select key_id from keys where key = ${text}))`;
}

function property([name = '', item = 'value']: readonly string[], bindings: Bindings): RowsField {
  return {
    type: 'rows',
    rows: `tags c where c.run_id = r.run_id and c.project_id = r.project_id and ${isPropertySql(name, bindings)}`,
    value: paramItems[item] ?? 'null::text',
  };
}

const seriesItems: Readonly<Record<string, readonly [column: string, type: 'float8' | 'int8']>> = {
  value: ['c.last_value', 'float8'],
  min_value: ['c.min_value', 'float8'],
  min_value_iteration: ['c.min_step', 'int8'],
  max_value: ['c.max_value', 'float8'],
  max_value_iteration: ['c.max_step', 'int8'],
  first_value: ['c.first_value', 'float8'],
  first_value_iteration: ['c.first_step', 'int8'],
  count: ['c.count', 'int8'],
  mean_value: ['c.total / c.count', 'float8'],
};

/** Whether a key has two parts, as `seriesNaming` splits it, and what is before and behind its first slash. */
const KEY_SPLIT = `strpos(key, '/') > 1 and strpos(key, '/') < length(key)
  and left(key, strpos(key, '/') - 1) <> substr(key, strpos(key, '/') + 1)`;
/** md5 of the title and of the variant that a key of the dictionary has; an index holds both. */
export const KEY_TITLE_MD5 = `md5(case when ${KEY_SPLIT} then left(key, strpos(key, '/') - 1) else key end)`;
export const KEY_VARIANT_MD5 = `md5(case when ${KEY_SPLIT} then substr(key, strpos(key, '/') + 1) else key end)`;

function series([title = '', variant = '', item = 'value']: readonly string[], bindings: Bindings): RowsField {
  const [titleMd5, variantMd5] = [bindings.bind(title, 'text'), bindings.bind(variant, 'text')];
  const [value, of] = seriesItems[item] ?? ['null::float8', 'float8'];
  return {
    type: 'rows',
    rows: `series c where c.run_id = r.run_id and c.project_id = r.project_id and (c.title is null and c.key_id = any(array(
        select key_id from keys where ${KEY_TITLE_MD5} = ${titleMd5} and ${KEY_VARIANT_MD5} = ${variantMd5}))
      or c.title is not null and md5(c.title) = ${titleMd5} and md5(c.variant) = ${variantMd5})`,
    value,
    of,
  };
}

/** The one document of a kind; text that Postgres cannot read as JSON has no keys. */
function runtime([key = '']: readonly string[], bindings: Bindings): RowsField {
  return {
    type: 'rows',
    rows: `run_documents c where c.run_id = r.run_id and c.kind = 'runtime' and c.name = ''`,
    value: `case when strpos(c.content, '\\u0000') = 0 then c.content::jsonb ->> ${bindings.bind(key, 'text')} end`,
  };
}

/** Projects by uuid; one of them is compared as a constant, which lets the planner use it on other tables too. */
function inProjects(ids: (uuids: string) => string, texts: readonly string[], bindings: Bindings): string {
  const uuids = bindings.bind(
    texts.filter((text) => /^[0-9a-f]{32}$/.test(text)),
    'uuid[]',
  );
  return `not r.projectless and r.project_id = any(array(${ids(uuids)}))`;
}

const TREE_ROWS = `projects a where not r.projectless and (p.project_id = a.project_id or starts_with(p.path, a.path || '/'))
  and a.workspace_id = p.workspace_id`;

function models(direction: 'input' | 'output'): RowsField {
  return { type: 'rows', rows: `run_models c where c.run_id = r.run_id and c.direction = '${direction}'`, value: 'c.model_id' };
}

export const runFields: FieldTable<RunFindField> = {
  id: {
    type: 'id',
    uuid: 'r.uuid',
    text: `coalesce(r.external_id, ${hexOf('r.uuid')})`,
    toUuid: uuidOfId,
    always: true,
  },
  name: { type: 'text', value: 'r.name', indexed: true, always: true },
  note: { type: 'text', value: 'r.note' },
  type: { type: 'text', value: 'r.type', always: true },
  status: { type: 'text', value: 'r.status', always: true },
  statusReason: { type: 'text', value: 'r.status_reason' },
  statusMessage: { type: 'text', value: 'r.status_message' },
  statusChanged: { type: 'timestamptz', value: 'r.status_changed_at', always: true },
  user: { type: 'id', uuid: 'r.user_id' },
  project: {
    type: 'rows',
    rows: 'projects q where q.project_id = r.project_id and not r.projectless',
    value: hexOf('q.uuid'),
    oneOf: (texts, bindings) => {
      const [only] = texts;
      if (texts.length !== 1 || only === undefined || !/^[0-9a-f]{32}$/.test(only)) {
        return inProjects((uuids) => `select project_id from projects where uuid = any(${uuids})`, texts, bindings);
      }
      return `not r.projectless and r.project_id = (select project_id from projects where uuid = ${bindings.bind(only, 'uuid')})`;
    },
  },
  projectTree: {
    type: 'rows',
    rows: TREE_ROWS,
    value: hexOf('a.uuid'),
    oneOf: (texts, bindings) =>
      inProjects(
        (uuids) => `select d.project_id from projects a join projects d on d.workspace_id = a.workspace_id
          and (d.project_id = a.project_id or starts_with(d.path, a.path || '/')) where a.uuid = any(${uuids})`,
        texts,
        bindings,
      ),
  },
  projectName: { type: 'text', value: 'case when not r.projectless then p.path end' },
  parent: { type: 'text', value: 'r.parent', indexed: true },
  queue: { type: 'id', uuid: 'r.queue_id' },
  labels: {
    type: 'rows',
    rows: 'tags c join keys k using (key_id) where c.run_id = r.run_id and c.is_label',
    value: 'coalesce(c.name, k.key)',
    oneOf: (texts, bindings) => {
      const names = bindings.bind(texts, 'text[]');
      return `exists (select from tags c where c.run_id = r.run_id and c.project_id = r.project_id and c.is_label
        and (c.name = any(${names}) or c.name is null and c.key_id = any(array(select key_id from keys where key = any(${names})))))`;
    },
  },
  systemTags: {
    type: 'rows',
    rows: 'unnest(r.system_tags) c (value) where true',
    value: 'c.value',
    oneOf: (texts, bindings) => `r.system_tags && ${bindings.bind(texts, 'text[]')}`,
  },
  archived: { type: 'bool', value: 'r.archived', always: true },
  isPublic: { type: 'bool', value: 'r.is_public', always: true },
  created: { type: 'timestamptz', value: 'r.created_at', always: true },
  started: { type: 'ms', value: 'r.started_ms' },
  ended: { type: 'ms', value: 'r.ended_ms' },
  published: { type: 'timestamptz', value: 'r.published_at' },
  changed: { type: 'timestamptz', value: 'r.changed_at', always: true },
  updated: { type: 'timestamptz', value: 'coalesce(r.updated_at, r.changed_at)', always: true },
  activeSeconds: { type: 'int8', value: 'r.active_seconds' },
  lastIteration: { type: 'int8', value: `coalesce(${LAST_ITERATION}, 0)`, always: true },
  lastWorker: { type: 'text', value: 'r.last_worker' },
  lastWorkerReport: { type: 'timestamptz', value: 'r.last_worker_report_at' },
  repository: { type: 'text', value: 'r.repository' },
  branch: { type: 'text', value: 'r.branch' },
  commit: { type: 'text', value: 'r.commit_id' },
  entryPoint: { type: 'text', value: 'r.entry_point' },
  workingFolder: { type: 'text', value: 'r.working_folder' },
  report: {
    type: 'rows',
    rows: `run_documents c where c.run_id = r.run_id and c.kind = 'report' and c.name = ''`,
    value: 'c.content',
  },
  inputModel: models('input'),
  outputModel: models('output'),
  artifact: { type: 'rows', rows: 'run_artifacts c where c.run_id = r.run_id', value: 'c.key' },
  configuration: ([name = ''], bindings) => ({
    type: 'rows',
    rows: `run_documents c where c.run_id = r.run_id and c.kind = 'configuration' and c.name = ${bindings.bind(name, 'text')}`,
    value: 'c.content',
  }),
  param,
  property,
  series,
  runtime,
};
