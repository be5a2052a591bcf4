import type { operations } from '../../../openapi/generated/mlflow.ts';
import type { Handler } from '../../../src/http/door.ts';
import { fileReply } from '../../../src/http/file-reply.ts';
import { toArtifactPath } from '../../../src/model/artifact-path.ts';
import { invalid } from '../../../src/model/errors.ts';
import { toStage } from '../../../src/model/registry.ts';
import { findVersionArtifact } from '../../../src/registry/version-artifacts.ts';
import { getVersion } from '../../../src/registry/version-lookup.ts';
import * as registry from '../../../src/registry/versions.ts';
import { parseVersionFilter, parseVersionOrder } from '../filter/version-filter.ts';
import { mediaTypeOf } from '../map/media-type.ts';
import { toPage } from '../map/page.ts';
import { toModelVersion } from '../map/registry.ts';
import {
  checkDescription,
  checkVersionText,
  toRegisteredName,
  toRegistryTag,
  toTagKey,
  toVersionNumber,
} from '../map/registry-names.ts';

const PAGE = { usual: 200_000, most: 200_000 };

export const createModelVersion: Handler<operations['createModelVersion']> = async ({ body }, context) => {
  const { source = '', run_id, model_id, run_link = '', description = '', tags = [] } = body;
  const version = await registry.createVersion(context, {
    name: toRegisteredName(body.name),
    source,
    runId: run_id && checkVersionText('run_id', run_id),
    modelId: model_id && checkVersionText('model_id', model_id),
    runLink: checkVersionText('run_link', run_link),
    description: checkDescription(description),
    tags: tags.map(toRegistryTag),
  });
  return { model_version: toModelVersion(version) };
};

export const getModelVersion: Handler<operations['getModelVersion']> = async ({ query }, context) => {
  const name = toRegisteredName(query.name);
  return { model_version: toModelVersion(await getVersion(context, name, toVersionNumber(query.version))) };
};

export const searchModelVersions: Handler<operations['searchModelVersions']> = async ({ query }, context) => {
  const { filter = '', order_by = [] } = query;
  const { versions, next } = await registry.searchVersions(context, {
    ...parseVersionFilter(filter),
    order: parseVersionOrder(order_by),
    ...toPage(query, PAGE),
  });
  return { model_versions: versions.map(toModelVersion), next_page_token: next };
};

/** A description that is left out is taken away. */
export const updateModelVersion: Handler<operations['updateModelVersion']> = async ({ body }, context) => {
  const description = body.description === undefined ? null : checkDescription(body.description);
  const name = toRegisteredName(body.name);
  const version = await registry.describeVersion(context, name, toVersionNumber(body.version), description);
  return { model_version: toModelVersion(version) };
};

export const transitionModelVersionStage: Handler<operations['transitionModelVersionStage']> = async ({ body }, context) => {
  const version = await registry.moveVersion(context, toRegisteredName(body.name), toVersionNumber(body.version), {
    stage: toStage(body.stage ?? ''),
    archivesOthers: body.archive_existing_versions ?? false,
  });
  return { model_version: toModelVersion(version) };
};

export const deleteModelVersion: Handler<operations['deleteModelVersion']> = async ({ body }, context) => {
  await registry.deleteVersion(context, toRegisteredName(body.name), toVersionNumber(body.version));
  return {};
};

export const setModelVersionTag: Handler<operations['setModelVersionTag']> = async ({ body }, context) => {
  await registry.setVersionTag(context, toRegisteredName(body.name), toVersionNumber(body.version), toRegistryTag(body));
  return {};
};

export const deleteModelVersionTag: Handler<operations['deleteModelVersionTag']> = async ({ body }, context) => {
  await registry.deleteVersionTag(context, toRegisteredName(body.name), toVersionNumber(body.version), toTagKey(body.key));
  return {};
};

export const getModelVersionDownloadUri: Handler<operations['getModelVersionDownloadUri']> = async ({ query }, context) => {
  const { storageLocation, source } = await getVersion(context, toRegisteredName(query.name), toVersionNumber(query.version));
  return { artifact_uri: storageLocation ?? source ?? undefined };
};

export const serveModelVersionArtifact: Handler<operations['serveModelVersionArtifact']> = async (input, context) => {
  const { name, version, path } = input.query;
  if (path === undefined) throw invalid('path', 'The query parameter path is missing.');
  const file = await findVersionArtifact(context, toRegisteredName(name), toVersionNumber(version), toArtifactPath(path));
  return fileReply(file, input, mediaTypeOf(file.name));
};
