import { type Context, nowMsOf } from '../context.ts';
import { BridgeError, invalid, notFound, show } from '../model/errors.ts';
import {
  checkLabelSchema,
  checkSameInput,
  defaultLabelSchema,
  type LabelSchema,
  type LabelSchemaChange,
  type LabelSchemaDraft,
} from '../model/label-schema.ts';
import * as store from '../store/label-schemas.ts';
import { activeProjectId } from './active-project.ts';

function toNew(context: Context, draft: LabelSchemaDraft, projectId: number, isDefault: boolean): store.NewLabelSchema {
  return { ...draft, id: `ls-${context.newId()}`, projectId, isDefault, nowMs: nowMsOf(context) };
}

/** Makes a question. @throws invalid, not_found for the project, already_exists when its name is taken */
export async function createLabelSchema(context: Context, experimentId: bigint, draft: LabelSchemaDraft): Promise<LabelSchema> {
  checkLabelSchema(draft);
  const projectId = await activeProjectId(context, experimentId);
  const schema = toNew(context, draft, projectId, false);
  await store.insertLabelSchema(context.db, schema);
  return getLabelSchema(context, schema.id);
}

/** @throws not_found */
export async function getLabelSchema(context: Context, id: string): Promise<LabelSchema> {
  const schema = await store.findLabelSchema(context.db, context.workspaceId, id);
  if (!schema) throw notFound('label schema', id);
  return schema;
}

/** A question of a project by its name. @throws not_found for the project or the question */
export async function getLabelSchemaByName(context: Context, experimentId: bigint, name: string): Promise<LabelSchema> {
  const schema = await store.findLabelSchemaByName(context.db, await activeProjectId(context, experimentId), name);
  if (schema) return schema;
  throw new BridgeError('not_found', `The experiment ${experimentId} has no label schema named ${show(name)}.`, {
    resource: `label schema ${name}`,
  });
}

/**
 * A page of the questions of a project, newest first. The first listing makes the one that every project has.
 * @throws not_found for the project, invalid for a place that is none of this list
 */
export async function listLabelSchemas(
  context: Context,
  experimentId: bigint,
  page: { limit: number; after: string | undefined },
): Promise<{ schemas: LabelSchema[]; next?: string }> {
  const projectId = await activeProjectId(context, experimentId);
  await store.ensureDefaultLabelSchema(context.db, toNew(context, defaultLabelSchema, projectId, true));
  return store.listLabelSchemas(context.db, { projectId, ...page });
}

/**
 * Changes a question; the kind and the type of its input stay.
 * @throws invalid, for the default question too; not_found, already_exists when the name is taken
 */
export async function updateLabelSchema(context: Context, id: string, change: LabelSchemaChange): Promise<LabelSchema> {
  const old = await getLabelSchema(context, id);
  if (old.isDefault)
    throw invalid('schema_id', `The label schema ${show(old.name)}, which every experiment has, stays as it is.`);
  checkLabelSchema(change);
  if (change.input) checkSameInput(old.input, change.input);
  const schema = { ...old, ...change, changedMs: nowMsOf(context) };
  await store.updateLabelSchema(context.db, schema);
  return schema;
}

/** Deletes a question; fine when it is not there. Answers to it stay. @throws invalid for the default one */
export async function deleteLabelSchema(context: Context, id: string): Promise<void> {
  const schema = await store.findLabelSchema(context.db, context.workspaceId, id);
  if (schema?.isDefault) throw invalid('schema_id', `The label schema ${show(schema.name)}, which every experiment has, stays.`);
  if (schema) await store.deleteLabelSchema(context.db, id);
}
