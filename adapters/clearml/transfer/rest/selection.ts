import type { ItemKind } from '../../../../src/bridge/item.ts';
import type { Selection } from '../../../../src/bridge/source.ts';
import { type Fields, idIn, momentIn, objectIn, textIn, textsIn } from '../items/fields.ts';
import type { ClearmlApi } from './api.ts';
import { allPages, gather, pagesByCreation, type Query } from './listing.ts';

/** A selection in ids of the server. */
export interface Choice extends Selection {
  /** Of the chosen projects; undefined for all. */
  projectIds?: readonly string[];
}

/** Finds the projects that a selection names, by id or path. */
export async function choose(api: ClearmlApi, selection: Selection): Promise<Choice> {
  const { projects, withArchived } = selection;
  if (projects === undefined && withArchived !== false) return selection;
  const found = await gather(allPages(api, 'projects'));
  const chosen = found.filter(
    (project) =>
      (projects === undefined || projects.includes(idIn(project)) || projects.includes(textIn(project, 'name') ?? '')) &&
      !(withArchived === false && isArchived(project)),
  );
  // where all projects are chosen but those archived, what has no project is chosen too: `isChosen` looks at each
  return { ...selection, projectIds: chosen.map((project) => idIn(project)) };
}

/** The part of a choice that the server can look at. */
export function queryOf(kind: ItemKind, { projects, projectIds, states }: Choice): Query {
  return {
    ...(projects !== undefined && projectIds ? { project: projectIds } : {}),
    ...(kind === 'run' && states ? { status: states } : {}),
  };
}

/** Whether nothing can be chosen: a list without elements is no filter for the server. */
export function isNothing({ projects, projectIds, states }: Choice, kind: ItemKind): boolean {
  return (projects !== undefined && projectIds?.length === 0) || (kind === 'run' && states?.length === 0);
}

function isArchived(document: Fields): boolean {
  return textsIn(document, 'system_tags').includes('archived');
}

/** Whether a task or model is chosen, by its document. */
export function isChosen(
  kind: ItemKind,
  document: Fields,
  { projects, projectIds, withArchived, fromMs, toMs }: Choice,
): boolean {
  const project = textIn(document, 'project');
  if (projectIds && !(project ? projectIds.includes(project) : projects === undefined)) return false;
  if (withArchived === false && isArchived(document)) return false;
  if (kind !== 'run' || (fromMs === undefined && toMs === undefined)) return true;
  const started = momentIn(document, 'started');
  if (started === null) return false;
  return (fromMs === undefined || started >= fromMs) && (toMs === undefined || started <= toMs);
}

/** Ids of the queues that chosen tasks wait in or ran from. */
export async function queuesOf(api: ClearmlApi, choice: Choice): Promise<Set<string>> {
  const fields = ['id', 'created', 'project', 'started', 'system_tags', 'execution.queue'];
  const queues = new Set<string>();
  for await (const tasks of pagesByCreation(api, 'tasks', { ...queryOf('run', choice), only_fields: fields })) {
    for (const task of tasks) {
      const queue = textIn(objectIn(task, 'execution'), 'queue');
      if (queue && isChosen('run', task, choice)) queues.add(queue);
    }
  }
  return queues;
}
