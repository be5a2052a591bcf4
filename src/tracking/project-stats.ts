import type { Context } from '../context.ts';
import * as store from '../store/project-stats.ts';

/** Counts the runs of some projects by status. */
export function countRunsOfProjects(
  context: Context,
  projectIds: readonly number[],
  scope: Omit<store.StatsScope, 'within'>,
): Promise<store.RunCount[]> {
  return store.countRuns(context.db, projectIds, { ...scope, within: context.reach.projects }, context.now());
}

/** What some projects hold, by project. @param withInner what projects below hold counts too */
export function countContentsOfProjects(
  context: Context,
  projectIds: readonly number[],
  withInner: boolean,
): Promise<Map<number, store.ProjectContents>> {
  return store.countContents(context.db, projectIds, withInner, context.reach.projects);
}

/** All projects below some. @param withHidden hidden ones too */
export function findInnerProjects(
  context: Context,
  projectIds: readonly number[],
  withHidden: boolean,
): Promise<store.InnerProject[]> {
  return store.readInnerProjects(context.db, projectIds, withHidden, context.reach.projects);
}

/** The runtime document of the newest version of a dataset, as it was written, by the project that holds its versions. */
export function readDatasetRuntimes(context: Context, projectIds: readonly number[]): Promise<Map<number, string>> {
  return store.readDatasetRuntimes(context.db, projectIds);
}
