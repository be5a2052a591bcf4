import type { Context } from '../context.ts';
import { invalid, notFound, show } from '../model/errors.ts';
import { ALL, type GrantKind } from '../model/permission.ts';
import { type FindOwners, ownersByExperimentId, ownersByRegisteredModel, ownersByScorer } from '../store/targets.ts';
import type { Thing } from './decide.ts';

/** What a grant names, by the rows of what is there. */
export interface NamedThing extends Required<Thing> {
  projectId: number | null;
  registeredModelId: number | null;
}

/** Kinds of which the things have rows here; the other ones are kept by what they are called. */
const finders: Partial<Record<GrantKind, FindOwners>> = {
  project: ownersByExperimentId,
  registered_model: ownersByRegisteredModel,
  prompt: ownersByRegisteredModel,
  scorer: ownersByScorer,
};

/**
 * What somebody calls a thing that rights are to be given on.
 * @param name `*`, the decimal id of an experiment, the name of a registered model or prompt, `<experiment id>/<name>` of a scorer
 * @throws not_found, invalid
 */
export async function findThing(
  { db, workspaceId }: Pick<Context, 'db' | 'workspaceId'>,
  kind: GrantKind,
  name: string,
): Promise<NamedThing> {
  const plain = { kind, projectId: null, registeredModelId: null, pattern: name };
  const find = finders[kind];
  if (name === ALL || find === undefined) return plain;
  if (kind === 'scorer' && !name.includes('/')) {
    throw invalid('resource_id', `The scorer ${show(name)} is not named as <experiment id>/<name>.`);
  }
  const [owner] = await find(db, workspaceId, [name]);
  if (owner?.workspaceId !== workspaceId || owner.kind !== kind) throw notFound(kind, name);
  return { kind, projectId: owner.projectId, registeredModelId: owner.registeredModelId, pattern: owner.pattern ?? '' };
}
