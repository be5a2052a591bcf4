import type { Context } from '../context.ts';
import { BridgeError, invalid, show } from '../model/errors.ts';
import type { ModelVersion } from '../model/registry.ts';
import { isLatestAlias, noRegisteredModel, noVersion } from '../model/registry.ts';
import * as store from '../store/model-versions.ts';
import { findRegisteredModelHead } from '../store/registered-models.ts';

/** A version that is not deleted. @throws not_found */
export async function getVersion(context: Context, name: string, version: number): Promise<ModelVersion> {
  const found = await store.findVersion(context.db, context.workspaceId, name, version);
  if (!found) throw noVersion(name, version);
  return found;
}

/** The newest version of a registered model. @throws not_found, also when it has none */
export async function getNewestVersion(context: Context, name: string): Promise<ModelVersion> {
  const found = await store.findNewestVersion(context.db, context.workspaceId, name);
  if (found) return found;
  await demandModel(context, name);
  throw new BridgeError('not_found', `The registered model ${show(name)} has no version yet.`, {
    resource: `registered model ${name}`,
  });
}

/** The version an alias names; `latest` names the newest. @throws not_found for the registered model, invalid for the alias */
export async function getAliasedVersion(context: Context, name: string, alias: string): Promise<ModelVersion> {
  if (isLatestAlias(alias)) return getNewestVersion(context, name);
  const found = await store.findAliasedVersion(context.db, context.workspaceId, name, alias);
  if (found) return found;
  await demandModel(context, name);
  throw invalid('alias', `The registered model ${show(name)} has no alias ${show(alias)}.`);
}

async function demandModel(context: Context, name: string): Promise<void> {
  if (!(await findRegisteredModelHead(context.db, context.workspaceId, name))) throw noRegisteredModel(name);
}
