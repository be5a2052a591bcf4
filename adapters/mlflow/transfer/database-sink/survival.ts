import type { Survival } from '../../../../src/bridge/sink.ts';
import type { SideFacts } from '../../../../src/bridge/source.ts';

const kept = (kind: Survival['kind'], fact: string): Survival => ({ kind, fact, how: 'kept', reason: '' });

const always: readonly Survival[] = [
  kept('workspace', 'names and settings'),
  kept('project', 'names, times, tags, deleted ones'),
  {
    kind: 'project',
    fact: 'ids',
    how: 'changed',
    reason:
      'kept where they are numbers the column takes; others get the next one, and the tag trackbridge.sourceId says which it was',
  },
  kept('run', 'ids, names, times, authors, status, params, tags, notes, datasets, nesting, links with models, deleted ones'),
  {
    kind: 'run',
    fact: 'long texts',
    how: 'changed',
    reason: 'cut to what the columns of MLflow take: 250 characters of keys and names, 8000 of params and tags',
  },
  kept('points', 'step, time, value, NaN and infinities'),
  kept('model', 'ids, names, status, params, tags, metrics, deleted ones'),
  kept('registered_model', 'names, tags, aliases, numbers that were used up; prompts likewise'),
  kept('version', 'numbers, stages, status, tags, sources'),
  { kind: 'version', fact: 'storage location', how: 'changed', reason: 'where files are moved, it leads to where they are then' },
  kept('trace', 'ids, times, status, tags, metadata, spans, assessments, links'),
  kept('evaluation_dataset', 'ids, names, tags, projects'),
  kept('evaluation_record', 'inputs, outputs, expectations, sources'),
  kept('scorer', 'versions and online scoring'),
  kept('label_schema', 'all'),
  kept('review_queue', 'all'),
  kept('issue', 'all'),
  kept('mcp_server', 'versions, tags, aliases, endpoints'),
  {
    kind: 'webhook',
    fact: 'activity',
    how: 'changed',
    reason: 'no interface shows the secret messages are signed with: switched off',
  },
  {
    kind: 'user',
    fact: 'users',
    how: 'lost',
    reason:
      'the tracking database has none: the basic-auth app keeps them, with passwords nobody can read, in a database of its own',
  },
  { kind: 'role', fact: 'rights', how: 'lost', reason: 'they are in the database of the basic-auth app, which is not written' },
];

const beyondMlflow: readonly Survival[] = [
  { kind: 'queue', fact: 'queues', how: 'lost', reason: 'MLflow has none' },
  {
    kind: 'run',
    fact: 'status',
    how: 'changed',
    reason: 'to the nearest of MLflow’s five; its reason and message and the type of the run are lost',
  },
  {
    kind: 'run',
    fact: 'names in two parts',
    how: 'changed',
    reason: 'one key: section/name and title/variant; where two would become one the place of the slash is put behind',
  },
  { kind: 'run', fact: 'documents', how: 'changed', reason: 'files below clearml/: configuration, script, container, ...' },
  { kind: 'lines', fact: 'console', how: 'changed', reason: 'the file clearml/console.log, without times and levels' },
  { kind: 'plots', fact: 'plots', how: 'changed', reason: 'files clearml/plots/<title>/<variant>/<iteration>.json' },
  { kind: 'files', fact: 'files on the files server', how: 'changed', reason: 'below clearml/files/ of their run or model' },
  { kind: 'points', fact: 'series of models', how: 'lost', reason: 'MLflow has points of models only as points of runs' },
  {
    kind: 'model',
    fact: 'models that stand for a version alone',
    how: 'changed',
    reason: 'deleted ones, which nobody sees: MLflow has no model for a version that was made without one',
  },
  { kind: 'project', fact: 'systemTags, users, default output', how: 'lost', reason: 'MLflow has no fields for them' },
];

/** What survives of a history in an MLflow database. */
export function survivalOf({ tool }: SideFacts, movesFiles: boolean): Survival[] {
  const files: Survival = movesFiles
    ? kept('files', 'artifacts of runs, models and traces')
    : { kind: 'files', fact: 'bytes', how: 'lost', reason: 'no ?artifacts= says where to: addresses stay as they are' };
  return [...always, files, ...(tool === 'mlflow' ? [] : beyondMlflow)];
}
