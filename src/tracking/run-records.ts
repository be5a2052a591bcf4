import type { Context } from '../context.ts';
import { notFound } from '../model/errors.ts';
import type { Condition, Find } from '../model/find.ts';
import type { RunPart, WantedParts } from '../model/run-record.ts';
import { type References, type ReferredNames, readReferredNames as readNames } from '../store/reference-names.ts';
import * as store from '../store/run-records.ts';
import type { RunState } from '../store/run-states.ts';
import type { RunFindField } from '../store/search/run-fields.ts';
import { orFormer } from './former-ids.ts';

export type { References, ReferredName, ReferredNames } from '../store/reference-names.ts';
export type { FoundRun } from '../store/run-records.ts';
export type { RunState } from '../store/run-states.ts';
export type { RunFindField } from '../store/search/run-fields.ts';

/** One run with every fact of its own and some of its parts, archived or not. @throws not_found */
export async function getRunRecord(context: Context, id: string, parts: readonly RunPart[]): Promise<store.FoundRun> {
  const found = await store.readRunRecord(context.db, context, id, parts);
  if (!found) throw notFound('run', id);
  return found;
}

/** One run as {@link getRunRecord}, also by the id it had before it was imported. @throws not_found */
export function showRunRecord(context: Context, id: string, parts: readonly RunPart[]): Promise<store.FoundRun> {
  return orFormer(context, 'run', id, (one) => getRunRecord(context, one, parts));
}

/** Runs by id with some of their parts, in the order they were made; ids nobody has are left out. */
export function getRunRecords(context: Context, ids: readonly string[], parts: readonly RunPart[]): Promise<store.FoundRun[]> {
  return store.readRunRecords(context.db, context, ids, { parts });
}

/**
 * A page of runs with some of their parts. A page costs one statement for the runs and one for each table the parts stand in.
 * @throws invalid for a query that cannot be searched for
 */
export function findRunRecords(
  context: Context,
  query: Find<RunFindField>,
  wanted: WantedParts,
): Promise<{ found: store.FoundRun[]; next?: string }> {
  return store.findRunRecords(context.db, context, query, wanted);
}

/** Types that runs of some projects have, sorted; of all without any. */
export function listRunTypes(context: Context, projectUuids: readonly string[]): Promise<string[]> {
  return store.listRunTypes(context.db, context, projectUuids.length === 0 ? null : projectUuids);
}

/** Names of users, runs, queues and models that documents refer to. */
export function readReferredNames(context: Context, references: References): Promise<ReferredNames> {
  return readNames(context.db, context, references);
}

/** How far some runs are, in the order they were made; ids nobody has are left out. Made to be asked again and again. */
export async function readRunStates(context: Context, ids: readonly string[]): Promise<RunState[]> {
  if (context.guard.isOpen) return context.runStates.read(context.workspaceId, ids);
  const readable = await context.guard.permitted({ kind: 'run', ids, need: 'read' });
  return context.runStates.read(
    context.workspaceId,
    ids.filter((id) => readable.has(id)),
  );
}

/** How many runs pass a condition. @param most where counting stops @throws invalid for one that cannot be searched for */
export function countRunRecords(context: Context, where: Condition<RunFindField>, most?: number): Promise<number> {
  return store.countRunRecords(context.db, context, where, most);
}
