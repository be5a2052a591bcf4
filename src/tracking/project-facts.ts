import type { Context } from '../context.ts';
import type { Condition } from '../model/find.ts';
import type { Parts } from '../model/names.ts';
import * as store from '../store/project-facts.ts';
import { listTags, type TagField, type Tagged } from '../store/project-tags.ts';

export type { SliceOf } from '../store/project-facts.ts';
export type { TagField, Tagged } from '../store/project-tags.ts';

/** Some projects. */
export interface ProjectScope {
  /** 32 lower hex; empty: all of the workspace. */
  ids: readonly string[];
  /** Those below them too. */
  withInner: boolean;
}

function numbersOf(context: Context, { ids, withInner }: ProjectScope): Promise<number[]> {
  return store.readProjectNumbers(context.db, context, ids, withInner);
}

/** Title and variant of every series that runs, or models, of some projects have. @param ids these runs or models alone */
export async function listSeriesNames(
  context: Context,
  scope: ProjectScope,
  kind: 'runs' | 'models',
  ids?: readonly string[],
): Promise<Parts[]> {
  return store.listSeriesNames(context.db, await numbersOf(context, scope), kind, ids);
}

/** Section and name of every param and property that runs of some projects have, sorted. */
export async function listParamNames(context: Context, scope: ProjectScope): Promise<Parts[]> {
  return store.listParamNames(context.db, await numbersOf(context, scope));
}

/** Values that one param or property has in runs of some projects. @throws invalid for a pattern that cannot be searched for */
export async function listParamValues(
  context: Context,
  scope: ProjectScope,
  param: Parts,
  pattern: string | undefined,
  part: store.SliceOf,
): Promise<store.Slice<string>> {
  return store.listParamValues(context.db, await numbersOf(context, scope), param, pattern, part);
}

/** Keys that models of some projects have metadata under. */
export async function listMetadataKeys(context: Context, scope: ProjectScope, part: store.SliceOf): Promise<store.Slice<string>> {
  return store.listMetadataKeys(context.db, await numbersOf(context, scope), part);
}

/** Values that models of some projects have under a key of their metadata. */
export async function listMetadataValues(
  context: Context,
  scope: ProjectScope,
  key: string,
  part: store.SliceOf,
): Promise<store.Slice<string>> {
  return store.listMetadataValues(context.db, await numbersOf(context, scope), key, part);
}

/** Runs that runs of some projects have as parent. @throws invalid for a pattern that cannot be searched for */
export async function listParents(
  context: Context,
  scope: ProjectScope,
  wanted: { archived: boolean; pattern?: string },
): Promise<store.ParentRun[]> {
  return store.listParents(context.db, context, await numbersOf(context, scope), wanted);
}

/** Who made runs, or models, of some projects. */
export async function listAuthors(
  context: Context,
  scope: ProjectScope,
  kind: 'runs' | 'models',
): Promise<{ id: string; name: string }[]> {
  return store.listAuthors(context.db, await numbersOf(context, scope), kind);
}

/** Labels and system tags that things of a kind have. @throws invalid for a condition that cannot be searched for */
export async function listTagsOf(
  context: Context,
  kind: Tagged,
  scope: ProjectScope,
  where: Condition<TagField>,
): Promise<{ labels: string[]; systemTags: string[] }> {
  const projectIds = scope.ids.length === 0 ? undefined : await numbersOf(context, scope);
  return listTags(context.db, kind, { ...context, projectIds }, where);
}

/** Lets everybody read projects, or no longer. @returns how many changed */
export function setProjectsPublic(context: Context, ids: readonly string[], isPublic: boolean): Promise<number> {
  return store.setProjectsPublic(context.db, context.workspaceId, ids, isPublic, context.now());
}
