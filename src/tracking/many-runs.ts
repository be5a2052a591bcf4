import type { Context } from '../context.ts';
import { planTags, type RunChange, shownTagName } from '../model/run-change.ts';
import { changeRunIn } from './change-run.ts';
import { projectForRuns } from './make-run.ts';

/** Changes several runs in one transaction, in the order of their ids, so that two requests cannot block each other. */
async function changeAll(
  context: Context,
  ids: readonly string[],
  changeOf: (held: Parameters<Parameters<typeof changeRunIn>[3]['decide']>[0]) => Promise<RunChange> | RunChange,
  options: { withTags?: boolean } = {},
): Promise<number> {
  const all = [...new Set(ids)].sort();
  await context.db.transaction(async (db) => {
    for (const id of all) {
      await changeRunIn(context, db, id, {
        ...options,
        isContent: false,
        decide: async (held) => ({ change: await changeOf(held), result: undefined }),
      });
    }
  });
  return all.length;
}

/** Adds labels to runs and takes others away, in all of them or in none. @returns how many @throws not_found */
export async function relabelRuns(
  context: Context,
  ids: readonly string[],
  added: readonly string[],
  removed: readonly string[],
): Promise<number> {
  await context.keys.idsOf(added);
  return changeAll(
    context,
    ids,
    ({ tags }) => {
      const labels = new Set(tags.filter((tag) => tag.isLabel).flatMap((tag) => shownTagName(tag) ?? []));
      for (const label of added) labels.add(label);
      for (const label of removed) labels.delete(label);
      return { tags: planTags(tags, { labels: [...labels] }) };
    },
    { withTags: true },
  );
}

/**
 * Moves runs into a project, all or none. Their artifacts stay where they are.
 * @param project 32 lower hex; undefined takes them out of every project
 * @returns how many
 * @throws not_found for a run, invalid for the project
 */
export function moveRuns(context: Context, ids: readonly string[], project: string | undefined): Promise<number> {
  return changeAll(context, ids, async ({ db }) => ({ project: await projectForRuns(context, db, project) }));
}

/** Lets everybody read runs, or no longer. @returns how many @throws not_found */
export function setRunsPublic(context: Context, ids: readonly string[], isPublic: boolean): Promise<number> {
  return changeAll(context, ids, () => ({ set: { isPublic } }));
}
