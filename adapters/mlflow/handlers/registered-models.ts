import type { operations } from '../../../openapi/generated/mlflow.ts';
import type { Handler } from '../../../src/http/door.ts';
import { stages, toStage } from '../../../src/model/registry.ts';
import * as registry from '../../../src/registry/registered-models.ts';
import { getAliasedVersion } from '../../../src/registry/version-lookup.ts';
import { parseRegisteredModelFilter, parseRegisteredModelOrder } from '../filter/registered-model-filter.ts';
import { toPage } from '../map/page.ts';
import { toModelVersion, toRegisteredModel } from '../map/registry.ts';
import {
  checkDescription,
  toAlias,
  toNewAlias,
  toNewName,
  toRegisteredName,
  toRegistryTag,
  toTagKey,
  toVersionNumber,
} from '../map/registry-names.ts';

const PAGE = { usual: 100, most: 1000 };

export const createRegisteredModel: Handler<operations['createRegisteredModel']> = async ({ body }, context) => {
  const model = await registry.createRegisteredModel(context, {
    name: toNewName(body.name),
    description: checkDescription(body.description ?? '') || null,
    tags: (body.tags ?? []).map(toRegistryTag),
  });
  return { registered_model: toRegisteredModel(model) };
};

export const getRegisteredModel: Handler<operations['getRegisteredModel']> = async ({ query }, context) => ({
  registered_model: toRegisteredModel(await registry.getRegisteredModel(context, toRegisteredName(query.name))),
});

/** Finds registered models. A page of none, which the original answers for ever with the same token, is refused. */
export const searchRegisteredModels: Handler<operations['searchRegisteredModels']> = async ({ query }, context) => {
  const { filter = '', order_by = [] } = query;
  const { models, next } = await registry.searchRegisteredModels(context, {
    ...parseRegisteredModelFilter(filter),
    order: parseRegisteredModelOrder(order_by),
    ...toPage(query, PAGE),
  });
  return { registered_models: models.map(toRegisteredModel), next_page_token: next };
};

export const updateRegisteredModel: Handler<operations['updateRegisteredModel']> = async ({ body }, context) => {
  const description = checkDescription(body.description ?? '') || null;
  const model = await registry.describeRegisteredModel(context, toRegisteredName(body.name), description);
  return { registered_model: toRegisteredModel(model) };
};

export const renameRegisteredModel: Handler<operations['renameRegisteredModel']> = async ({ body }, context) => {
  const newName = toNewName(body.new_name, 'new_name');
  const model = await registry.renameRegisteredModel(context, toRegisteredName(body.name), newName);
  return { registered_model: toRegisteredModel(model) };
};

export const deleteRegisteredModel: Handler<operations['deleteRegisteredModel']> = async ({ body }, context) => {
  await registry.deleteRegisteredModel(context, toRegisteredName(body.name));
  return {};
};

/** The newest version of each stage that is asked for, or of every stage. */
export const getLatestVersions: Handler<operations['getLatestVersions']> = async ({ body }, context) => {
  const { stages: wanted = [] } = body;
  const versions = await registry.getLatestVersions(
    context,
    toRegisteredName(body.name),
    wanted.length === 0 ? stages : wanted.map(toStage),
  );
  return { model_versions: versions.map(toModelVersion) };
};

export const setRegisteredModelTag: Handler<operations['setRegisteredModelTag']> = async ({ body }, context) => {
  await registry.setRegisteredModelTag(context, toRegisteredName(body.name), toRegistryTag(body));
  return {};
};

export const deleteRegisteredModelTag: Handler<operations['deleteRegisteredModelTag']> = async ({ body }, context) => {
  await registry.deleteRegisteredModelTag(context, toRegisteredName(body.name), toTagKey(body.key));
  return {};
};

export const setRegisteredModelAlias: Handler<operations['setRegisteredModelAlias']> = async ({ body }, context) => {
  const name = toRegisteredName(body.name);
  await registry.setAlias(context, name, { alias: toNewAlias(body.alias), version: toVersionNumber(body.version) });
  return {};
};

export const deleteRegisteredModelAlias: Handler<operations['deleteRegisteredModelAlias']> = async ({ body }, context) => {
  await registry.deleteAlias(context, toRegisteredName(body.name), toAlias(body.alias));
  return {};
};

export const getModelVersionByAlias: Handler<operations['getModelVersionByAlias']> = async ({ query }, context) => ({
  model_version: toModelVersion(await getAliasedVersion(context, toRegisteredName(query.name), toAlias(query.alias))),
});
