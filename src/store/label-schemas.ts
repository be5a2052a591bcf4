import { BridgeError, show } from '../model/errors.ts';
import type { LabelInput, LabelKind, LabelSchema, LabelSchemaDraft } from '../model/label-schema.ts';
import type { Database } from './database.ts';
import { Bindings } from './search/bindings.ts';
import { afterPlace, type Place, placeOf, type SortKey, sortList } from './search/keyset.ts';
import { cutPage, readPageToken } from './search/page-token.ts';

/** A row of {@link SCHEMA_COLUMNS}. */
export interface SchemaRow {
  schema_id: string;
  experiment_id: bigint;
  name: string;
  kind: LabelKind;
  instruction: string | null;
  has_comment: boolean;
  input_type: LabelInput['type'];
  positive_label: string | null;
  negative_label: string | null;
  options: string[] | null;
  is_multiple: boolean | null;
  min_value: number | null;
  max_value: number | null;
  max_length: bigint | null;
  is_default: boolean;
  created_ms: bigint;
  changed_ms: bigint;
}

/** Columns of {@link toSchema}, for statements on `label_schemas s join projects p using (project_id)`. */
export const SCHEMA_COLUMNS = `s.schema_id, p.experiment_id, s.name, s.kind, s.instruction, s.has_comment, s.input_type, s.positive_label,
  s.negative_label, s.options, s.is_multiple, s.min_value, s.max_value, s.max_length, s.is_default, s.created_ms, s.changed_ms`;

/** How reviewers answer. */
export function toInput(row: SchemaRow): LabelInput {
  switch (row.input_type) {
    case 'pass_fail':
      return { type: 'pass_fail', positiveLabel: row.positive_label ?? '', negativeLabel: row.negative_label ?? '' };
    case 'categorical':
      return { type: 'categorical', options: row.options ?? [], isMultiple: row.is_multiple ?? false };
    case 'numeric':
      return { type: 'numeric', min: row.min_value, max: row.max_value };
    case 'text':
      return { type: 'text', maxLength: row.max_length };
  }
}

function toSchema(row: SchemaRow): LabelSchema {
  return {
    id: row.schema_id,
    experimentId: row.experiment_id,
    name: row.name,
    kind: row.kind,
    instruction: row.instruction,
    hasComment: row.has_comment,
    input: toInput(row),
    isDefault: row.is_default,
    createdMs: row.created_ms,
    changedMs: row.changed_ms,
  };
}

/** Values of the columns of an input, `input_type` first. */
function inputColumns(input: LabelInput): unknown[] {
  return [
    input.type,
    input.type === 'pass_fail' ? input.positiveLabel : null,
    input.type === 'pass_fail' ? input.negativeLabel : null,
    input.type === 'categorical' ? input.options : null,
    input.type === 'categorical' ? input.isMultiple : null,
    input.type === 'numeric' ? input.min : null,
    input.type === 'numeric' ? input.max : null,
    input.type === 'text' ? input.maxLength : null,
  ];
}

function nameTaken(name: string): BridgeError {
  return new BridgeError('already_exists', `The experiment has a label schema named ${show(name)} already.`, { field: 'name' });
}

/** A schema to be added, of which the caller has found the project. */
export interface NewLabelSchema extends LabelSchemaDraft {
  id: string;
  projectId: number;
  isDefault: boolean;
  nowMs: bigint;
}

/** Adds a schema. @throws already_exists when its name is taken */
export async function insertLabelSchema(db: Database, draft: NewLabelSchema): Promise<void> {
  if (!(await tryInsert(db, draft))) throw nameTaken(draft.name);
}

/** Adds the default schema of a project; nothing is done when it has one, or another one of its name. */
export async function ensureDefaultLabelSchema(db: Database, draft: NewLabelSchema): Promise<void> {
  const { rowCount } = await db.query({
    name: 'default-label-schema',
    text: 'select from label_schemas where project_id = $1 and is_default',
    values: [draft.projectId],
  });
  if (rowCount === 0) await tryInsert(db, draft);
}

async function tryInsert(db: Database, draft: NewLabelSchema): Promise<boolean> {
  const { rowCount } = await db.query({
    name: 'insert-label-schema',
    text: `insert into label_schemas (schema_id, project_id, name, kind, instruction, has_comment, is_default, created_ms, changed_ms,
        input_type, positive_label, negative_label, options, is_multiple, min_value, max_value, max_length)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9, $10, $11, $12, $13, $14, $15, $16) on conflict do nothing`,
    values: [
      draft.id,
      draft.projectId,
      draft.name,
      draft.kind,
      draft.instruction,
      draft.hasComment,
      draft.isDefault,
      draft.nowMs,
      ...inputColumns(draft.input),
    ],
  });
  return rowCount > 0;
}

async function findOne(db: Database, condition: string, values: readonly unknown[]): Promise<LabelSchema | undefined> {
  const { rows } = await db.query<SchemaRow>({
    name: `label schema by ${condition}`,
    text: `select ${SCHEMA_COLUMNS} from label_schemas s join projects p using (project_id) where ${condition}`,
    values,
  });
  return rows[0] && toSchema(rows[0]);
}

/** A schema of the workspace by its id. */
export function findLabelSchema(db: Database, workspaceId: string, id: string): Promise<LabelSchema | undefined> {
  return findOne(db, 'p.workspace_id = $1 and s.schema_id = $2', [workspaceId, id]);
}

/** A schema of a project by its name. */
export function findLabelSchemaByName(db: Database, projectId: number, name: string): Promise<LabelSchema | undefined> {
  return findOne(db, 's.project_id = $1 and s.name = $2', [projectId, name]);
}

/** Which of some ids are those of schemas of a project. */
export async function findLabelSchemaIds(db: Database, projectId: number, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await db.query<{ schema_id: string }>({
    text: 'select schema_id from label_schemas where project_id = $1 and schema_id = any($2)',
    values: [projectId, ids],
  });
  return new Set(rows.map((row) => row.schema_id));
}

/** Writes what can change of a schema. @throws already_exists when its name is taken */
export async function updateLabelSchema(db: Database, schema: LabelSchema): Promise<void> {
  const { rowCount } = await db.query({
    text: `update label_schemas s set name = $2, instruction = $3, has_comment = $4, changed_ms = $5, input_type = $6,
        positive_label = $7, negative_label = $8, options = $9, is_multiple = $10, min_value = $11, max_value = $12, max_length = $13
      where s.schema_id = $1 and not exists (
        select from label_schemas o where o.project_id = s.project_id and o.name = $2 and o.schema_id <> $1)`,
    values: [schema.id, schema.name, schema.instruction, schema.hasComment, schema.changedMs, ...inputColumns(schema.input)],
  });
  if (rowCount === 0) throw nameTaken(schema.name);
}

/** Deletes a schema. */
export async function deleteLabelSchema(db: Database, id: string): Promise<void> {
  await db.query({ text: 'delete from label_schemas where schema_id = $1', values: [id] });
}

const ORDER: readonly SortKey[] = [
  { expression: 's.created_ms', type: 'int8', descending: true },
  { expression: 's.schema_id', type: 'text' },
];

/** A page of the schemas of a project, newest first. @throws invalid for a place that is none of this list */
export async function listLabelSchemas(
  db: Database,
  { projectId, limit, after }: { projectId: number; limit: number; after: string | undefined },
): Promise<{ schemas: LabelSchema[]; next?: string }> {
  const bindings = new Bindings();
  const identity = `label schemas of ${projectId}`;
  const start = after === undefined ? undefined : readPageToken(after, identity, [ORDER]);
  const conditions = [
    `s.project_id = ${bindings.bind(projectId, 'int4')}`,
    ...(start ? [afterPlace(ORDER, start.place, bindings)] : []),
  ];
  const { rows } = await db.query<SchemaRow & { place: Place }>({
    text: `select ${SCHEMA_COLUMNS}, ${placeOf(ORDER)} as place from label_schemas s join projects p using (project_id)
      where ${conditions.join(' and ')} order by ${sortList(ORDER)} limit ${bindings.bind(limit + 1, 'int8')}`,
    values: bindings.values,
  });
  const { page, ...more } = cutPage(rows, limit, identity);
  return { schemas: page.map(toSchema), ...more };
}
