import type { operations } from '../../../openapi/generated/clearml.ts';
import type { Context } from '../../../src/context.ts';
import type { Handler } from '../../../src/http/door.ts';
import { type ChangedModel, changeModel, makeModel } from '../../../src/registry/model-records.ts';
import { toDateText } from '../map/date.ts';
import { toMetadata } from '../map/metadata.ts';
import { checkModelName, type ModelFields, toModelWishes } from '../map/model.ts';
import { withoutNulls } from '../map/nulls.ts';

/** A model is released at once unless the request says otherwise. */
export const modelsCreate: Handler<operations['models.create']> = async ({ body, baseUrl }, context) => {
  const { ready = true, ...fields } = withoutNulls(body);
  const name = checkModelName(body.name);
  return { id: await makeModel(context, { ...toModelWishes({ ...fields, ready }, baseUrl), name }), created: true };
};

/** Fields of the answer to a change: what was given, by the names of the model document. */
function changedFields(fields: ModelFields, { at, isContent }: ChangedModel, context: Context): Record<string, unknown> {
  const { iteration: _iteration, metadata: _metadata, ...shown } = withoutNulls(fields);
  const time = toDateText(at);
  return {
    ...Object.fromEntries(Object.entries(shown).filter(([, value]) => value !== undefined)),
    ...(shown.tags ? { tags: [...new Set(shown.tags)].sort() } : {}),
    ...(shown.system_tags ? { system_tags: [...new Set(shown.system_tags)].sort() } : {}),
    ...(shown.uri === undefined ? {} : { ui_cache: {} }),
    last_change: time,
    last_changed_by: context.actor.userId,
    ...(isContent ? { last_update: time } : {}),
  };
}

/** Fields of a model that a body may change, without what clients add to every body. */
function pick<Body extends object, Name extends keyof Body>(body: Body, names: readonly Name[]): Pick<Body, Name> {
  return Object.fromEntries(names.map((name) => [name, body[name]])) as Pick<Body, Name>;
}

/** Changes anything of a model. */
export const modelsEdit: Handler<operations['models.edit']> = async ({ body, baseUrl }, context) => {
  const fields = pick(body, [
    'uri',
    'name',
    'comment',
    'tags',
    'system_tags',
    'framework',
    'design',
    'labels',
    'ready',
    'project',
    'parent',
    'task',
    'iteration',
  ]);
  const changed = await changeModel(context, body.model, toModelWishes(fields, baseUrl));
  return { updated: 1, fields: changedFields(fields, changed, context) };
};

/** Changes what people say of a model. */
export const modelsUpdate: Handler<operations['models.update']> = async ({ body, baseUrl }, context) => {
  const fields = pick(body, ['name', 'comment', 'tags', 'system_tags', 'ready', 'ui_cache', 'project', 'task', 'iteration']);
  const changed = await changeModel(context, body.model, toModelWishes(fields, baseUrl));
  return { updated: 1, fields: changedFields(fields, changed, context) };
};

export const modelsAddOrUpdateMetadata: Handler<operations['models.add_or_update_metadata']> = async ({ body }, context) => {
  const metadata = toMetadata(body.metadata);
  await changeModel(context, body.model, { metadata, replacesMetadata: body.replace_metadata ?? false });
  return { updated: 1 };
};

export const modelsDeleteMetadata: Handler<operations['models.delete_metadata']> = async ({ body }, context) => {
  await changeModel(context, body.model, { removedMetadata: body.keys });
  return { updated: 1 };
};
