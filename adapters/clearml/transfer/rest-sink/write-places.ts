import type { ProjectItem, QueueItem } from '../../../../src/bridge/item.ts';
import type { KnownIds, Outcome } from '../../../../src/bridge/sink.ts';
import { type Fields, idIn, objectsIn, textIn, textsIn } from '../items/fields.ts';
import type { ClearmlApi } from '../rest/api.ts';
import { expectedProject, expectedQueue } from './expected.ts';

/** Looks a thing up by its exact name. */
async function findByName(api: ClearmlApi, listed: 'projects' | 'queues', name: string): Promise<Fields | undefined> {
  const pattern = `^${name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}$`;
  const found = objectsIn(await api.call(`${listed}.get_all`, { name: pattern, search_hidden: true }), listed);
  return found.find((one) => textIn(one, 'name') === name);
}

/** Whether nobody said anything of a project yet, as of those that were made for one below them. */
function isBlank(project: Fields): boolean {
  return !textIn(project, 'description') && textsIn(project, 'tags').length + textsIn(project, 'system_tags').length === 0;
}

/** Writes projects. One that has the path already is the one; what people said of it there stays. */
export async function writeProjects(api: ClearmlApi, items: readonly ProjectItem[], known: KnownIds): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const source of items) {
    const item = expectedProject(source, known);
    const fields = {
      description: item.description ?? '',
      tags: item.labels,
      system_tags: [...item.systemTags, ...(item.archived ? ['archived'] : []), ...(item.hidden ? ['hidden'] : [])],
      ...(item.outputDestination === null ? {} : { default_output_destination: item.outputDestination }),
    };
    const before = known.targetOf('project', source.id);
    const there = before === undefined ? await findByName(api, 'projects', item.path ?? '') : undefined;
    const id = before ?? (there && idIn(there));
    if (id === undefined) {
      const made = idIn(await api.call('projects.create', { name: item.path, ...fields }, { canRepeat: false }));
      outcomes.push({ state: 'written', targetId: made, isNew: true });
      continue;
    }
    const isOurs =
      before !== undefined || (there !== undefined && (isBlank(there) || known.wasBegun?.('project', source.id) === true));
    if (isOurs) await api.call('projects.update', { project: id, ...fields });
    const note = isOurs ? undefined : `A project ${item.path} is there already; what is said of it there stays.`;
    outcomes.push({ state: 'written', targetId: id, isNew: false, ...(note && { note }) });
  }
  return outcomes;
}

/** Writes queues, without what waits in them: a worker there would begin it. */
export async function writeQueues(api: ClearmlApi, items: readonly QueueItem[], known: KnownIds): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const source of items) {
    const item = expectedQueue(source, known);
    const fields = {
      tags: item.labels,
      system_tags: item.systemTags,
      metadata: Object.fromEntries(
        item.metadata.map(({ key, value, type }) => [key, { key, value, ...(type == null ? {} : { type }) }]),
      ),
      ...(item.displayName === null ? {} : { display_name: item.displayName }),
    };
    const before = known.targetOf('queue', source.id);
    if (before !== undefined) {
      await api.call('queues.update', { queue: before, ...fields });
      outcomes.push({ state: 'written', targetId: before, isNew: false });
      continue;
    }
    const there = await findByName(api, 'queues', item.name);
    if (there) {
      outcomes.push({ state: 'written', targetId: idIn(there), isNew: false, note: `A queue ${item.name} is there already.` });
      continue;
    }
    const id = idIn(await api.call('queues.create', { name: item.name, ...fields }, { canRepeat: false }));
    outcomes.push({ state: 'written', targetId: id, isNew: true });
  }
  return outcomes;
}
