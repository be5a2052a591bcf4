import type { FoundRun, References, ReferredName, ReferredNames } from '../../../src/tracking/run-records.ts';
import type { Projection } from '../filter/projection.ts';
import { companyNameOf } from './company.ts';

type Document = Record<string, unknown>;

/** What the documents of some runs refer to, as far as more than the id of it is wanted. */
export function referencesOf(found: readonly FoundRun[], projection: Projection): References {
  const each = (field: string, idsOf: (one: FoundRun) => readonly (string | null)[]) =>
    projection.names(field) ? [...new Set(found.flatMap(idsOf))].filter((id): id is string => id !== null) : [];
  const models = ({ parts }: FoundRun, direction: 'input' | 'output') =>
    (parts.models ?? []).filter((link) => link.direction === direction).map((link) => link.modelId);
  return {
    users: each('user', ({ run }) => [run.userId]),
    runs: each('parent', ({ run }) => [run.parent]),
    queues: each('execution.queue', ({ run }) => [run.queueId]),
    models: [...each('models.input', (one) => models(one, 'input')), ...each('models.output', (one) => models(one, 'output'))],
  };
}

/** A thing referred to, with what is known of it; undefined when there is none. */
export function refer(id: unknown, known: ReferredName | { name: string | null } | undefined): Document | undefined {
  return typeof id === 'string' ? { id, ...known } : undefined;
}

function referModels(links: unknown, names: ReferredNames['models']): unknown {
  if (!Array.isArray(links)) return links;
  return links.map((link: Document) => ({ ...link, model: refer(link['model'], names.get(String(link['model']))) }));
}

/** A task document in which ids of other things are objects with their names. */
export function withReferences(document: Document, { run }: FoundRun, names: ReferredNames, workspaceName: string): Document {
  const shown = { ...document };
  const put = (field: string, known: ReferredName | { name: string | null } | undefined) => {
    if (document[field] !== undefined) shown[field] = refer(document[field], known);
  };
  put('company', document['company'] === '' ? undefined : { name: companyNameOf(workspaceName) });
  put('project', { name: run.projectPath });
  put('user', names.users.get(String(document['user'])));
  put('parent', names.runs.get(String(document['parent'])));
  const { execution, models } = document as { execution?: Document; models?: Document };
  if (execution?.['queue'] !== undefined) {
    const queue = refer(execution['queue'], names.queues.get(String(execution['queue'])));
    shown['execution'] = { ...execution, queue };
  }
  if (models) {
    shown['models'] = { input: referModels(models['input'], names.models), output: referModels(models['output'], names.models) };
  }
  return shown;
}

/** Fields that are ids of other things. */
const references = ['project', 'user', 'parent', 'company', 'execution.queue', 'models.input.model', 'models.output.model'];

/** Paths of a projection by which references are shown: the id is always there, and a bare path stands for it alone. */
export function withIds(given: unknown, fields: readonly string[] = references): unknown {
  if (!Array.isArray(given)) return given;
  const ids = fields.filter((field) => given.some((path) => path === field || String(path).startsWith(`${field}.`)));
  return [...given.filter((path) => !fields.includes(String(path))), ...ids.map((field) => `${field}.id`)];
}
