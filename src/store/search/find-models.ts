import { type ModelFindField, registryKeys } from '../../model/model-record.ts';
import type { Bindings } from './bindings.ts';
import { type FieldTable, hexOf, type RowsField } from './find-fields.ts';
import { KEY_TITLE_MD5, KEY_VARIANT_MD5 } from './run-fields.ts';

/** What a tag is called by clients that call it something else than its key. */
const TAG_NAME = 'coalesce(t.name, t.key)';
const TREE_ROWS = `projects a where not m.projectless and (p.project_id = a.project_id or starts_with(p.path, a.path || '/'))
  and a.workspace_id = p.workspace_id`;

const tagParts: Readonly<Record<string, string>> = { key: 't.name', type: 't.type', value: 't.value' };

/** Metadata of a model: its tags, and what it is registered as. */
const METADATA_ROWS = `(
    select ${TAG_NAME} as name, t.type, t.value from model_tags t where t.model_id = m.model_id and not t.is_label
    union all
    select i.* from model_versions v join registered_models r using (registered_model_id)
      cross join lateral (values
        ('${registryKeys.name}' collate "C", 'str', r.name),
        ('${registryKeys.version}', 'int', v.version::text),
        ('${registryKeys.stage}', 'str', v.stage),
        ('${registryKeys.aliases}', 'str', (select string_agg(a.alias, ', ' order by a.alias) from registered_model_aliases a
          where a.registered_model_id = v.registered_model_id and a.version = v.version))
      ) i (name, type, value)
      where v.model_id = m.model_id and v.deleted_at is null
  )`;

function metadata([key = '', part = 'value']: readonly string[], bindings: Bindings): RowsField {
  const name = bindings.bind(key, 'text');
  return {
    type: 'rows',
    rows: `${METADATA_ROWS} t where t.name = ${name}`,
    value: tagParts[part] ?? 'null::text',
  };
}

const seriesItems: Readonly<Record<string, readonly [column: string, type: 'float8' | 'int8']>> = {
  value: ['c.last_value', 'float8'],
  min_value: ['c.min_value', 'float8'],
  max_value: ['c.max_value', 'float8'],
  first_value: ['c.first_value', 'float8'],
  count: ['c.count', 'int8'],
};

function series([title = '', variant = '', item = 'value']: readonly string[], bindings: Bindings): RowsField {
  const [titleMd5, variantMd5] = [bindings.bind(title, 'text'), bindings.bind(variant, 'text')];
  const [value, of] = seriesItems[item] ?? ['null::float8', 'float8'];
  return {
    type: 'rows',
    rows: `series c where c.run_id = m.log_id and (c.title is null and c.key_id = any(array(
        select key_id from keys where ${KEY_TITLE_MD5} = ${titleMd5} and ${KEY_VARIANT_MD5} = ${variantMd5}))
      or c.title is not null and md5(c.title) = ${titleMd5} and md5(c.variant) = ${variantMd5})`,
    value,
    of,
  };
}

/** Fields of models, over `models m join projects p using (project_id)`. */
export const modelFields: FieldTable<ModelFindField> = {
  id: { type: 'id', uuid: 'm.model_id', always: true },
  name: { type: 'text', value: 'm.name' },
  note: {
    type: 'rows',
    rows: `model_tags t where t.model_id = m.model_id and t.key = 'mlflow.note.content'`,
    value: 't.value',
  },
  user: { type: 'id', uuid: 'm.user_id' },
  project: { type: 'id', uuid: 'case when not m.projectless then p.uuid end' },
  projectTree: { type: 'rows', rows: TREE_ROWS, value: hexOf('a.uuid') },
  projectName: { type: 'text', value: 'case when not m.projectless then p.path end' },
  sourceRun: { type: 'text', value: 'm.source_run' },
  parent: { type: 'id', uuid: 'm.parent' },
  framework: { type: 'text', value: 'm.framework' },
  uri: { type: 'text', value: 'm.uri' },
  labels: {
    type: 'rows',
    rows: `model_tags t where t.model_id = m.model_id and t.is_label and (t.name is not null or t.key not like 'mlflow.%')`,
    value: TAG_NAME,
  },
  systemTags: { type: 'rows', rows: 'unnest(m.system_tags) as mark where true', value: 'mark' },
  archived: { type: 'bool', value: 'm.archived', always: true },
  published: { type: 'bool', value: 'm.published', always: true },
  isPublic: { type: 'bool', value: 'm.is_public', always: true },
  created: { type: 'timestamptz', value: 'm.created_at', always: true },
  updated: { type: 'timestamptz', value: 'coalesce(m.updated_at, m.changed_at)', always: true },
  changed: { type: 'timestamptz', value: 'm.changed_at', always: true },
  lastIteration: { type: 'int8', value: 'm.last_iteration' },
  metadata,
  series,
};
