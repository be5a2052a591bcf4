import { randomUUID } from 'node:crypto';
import { type Context, nowMsOf } from '../context.ts';
import { BridgeError, invalid, show } from '../model/errors.ts';
import type { Project } from '../model/project.ts';
import type { OnlineScoring, ScorerVersion } from '../model/scorer.ts';
import * as store from '../store/scorers.ts';
import { getProject } from '../tracking/projects.ts';

/** Names a scorer of a project. */
export interface ScorerName {
  experimentId: bigint;
  name: string;
}

/** @throws not_found, wrong_state when it is archived */
async function getOpenProject(context: Context, experimentId: bigint): Promise<Project> {
  const project = await getProject(context, experimentId);
  if (!project.archived) return project;
  throw new BridgeError('wrong_state', `The experiment ${experimentId} is deleted; its scorers are seen when it is restored.`, {
    resource: `experiment ${experimentId}`,
  });
}

function unknownScorer({ experimentId, name }: ScorerName, version: number | null = null): BridgeError {
  const which = version === null ? '' : ` with version ${version}`;
  return new BridgeError('not_found', `The experiment ${experimentId} has no scorer ${show(name)}${which}.`, {
    resource: `scorer ${name}`,
  });
}

/** Adds a version to a scorer, which is made when it is not there. @throws not_found, wrong_state for its project */
export async function registerScorer(context: Context, scorer: ScorerName & { definition: string }): Promise<ScorerVersion> {
  const { projectId } = await getOpenProject(context, scorer.experimentId);
  const nowMs = nowMsOf(context);
  const { name, definition } = scorer;
  const added = await store.addScorerVersion(context.db, { projectId, name, newId: randomUUID(), definition, nowMs });
  return { ...scorer, ...added, createdMs: nowMs };
}

/** A version of a scorer. @param version null for the latest @throws not_found; wrong_state for its project */
export async function getScorer(context: Context, scorer: ScorerName, version: number | null): Promise<ScorerVersion> {
  const { projectId } = await getOpenProject(context, scorer.experimentId);
  const found = await store.findScorerVersion(context.db, projectId, scorer.name, version);
  if (!found) throw unknownScorer(scorer, version);
  return found;
}

/** All versions of a scorer, oldest first. @throws not_found; wrong_state for its project */
export async function getScorerVersions(context: Context, scorer: ScorerName): Promise<ScorerVersion[]> {
  const { projectId } = await getOpenProject(context, scorer.experimentId);
  const versions = await store.readScorerVersions(context.db, projectId, scorer.name);
  if (versions.length === 0) throw unknownScorer(scorer);
  return versions;
}

/** The latest version of each scorer of one project. @throws not_found, wrong_state for the project */
export async function listScorersOf(context: Context, experimentId: bigint): Promise<ScorerVersion[]> {
  await getOpenProject(context, experimentId);
  return listScorers(context, [experimentId]);
}

/**
 * The latest version of each scorer of some projects, as far as they are there, active, and may be read.
 * @param experimentIds undefined for all projects
 */
export function listScorers(context: Context, experimentIds: readonly bigint[] | undefined): Promise<ScorerVersion[]> {
  const { workspaceId, reach } = context;
  return store.readLatestScorers(context.db, { workspaceId, experimentIds, reach: reach.projects });
}

/** Deletes a version of a scorer, or it with all versions. @throws not_found; wrong_state for its project */
export async function deleteScorer(context: Context, scorer: ScorerName, version: number | null): Promise<void> {
  const { projectId } = await getOpenProject(context, scorer.experimentId);
  const isGone =
    version === null
      ? await store.deleteScorer(context.db, projectId, scorer.name)
      : await store.deleteScorerVersion(context.db, projectId, scorer.name, version);
  if (!isGone) throw unknownScorer(scorer, version);
}

/**
 * Says what a scorer scores online. Only scorers whose model is reached through a gateway of the server could do so, and this
 * server has none: any other rate than 0 is refused.
 * @throws invalid for the rate, not_found; wrong_state for its project
 */
export async function setOnlineScoring(
  context: Context,
  scorer: ScorerName,
  { sampleRate, filter }: { sampleRate: number; filter: string | null },
): Promise<OnlineScoring> {
  const { projectId } = await getOpenProject(context, scorer.experimentId);
  const { name, experimentId } = scorer;
  if (sampleRate > 0 && (await store.findScorerVersion(context.db, projectId, name, null))) {
    throw invalid(
      'sample_rate',
      `The scorer ${show(name)} does not use a model of a gateway of this server; its sample_rate can only be 0, not ${sampleRate}.`,
    );
  }
  const id = context.newId();
  const scorerId = await store.setOnlineScoring(context.db, { projectId, name, id, sampleRate, filter });
  if (scorerId === undefined) throw unknownScorer(scorer);
  return { id, scorerId, experimentId, sampleRate, filter };
}

/** What is set for some scorers about scoring online; none for a scorer of which nothing is set. */
export function getOnlineScoring(context: Context, scorerIds: readonly string[]): Promise<OnlineScoring[]> {
  const { workspaceId, reach } = context;
  return store.readOnlineScoring(context.db, { workspaceId, scorerIds, reach: reach.projects });
}
