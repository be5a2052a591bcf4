import type { Survival } from '../../../../src/bridge/sink.ts';
import type { SideFacts } from '../../../../src/bridge/source.ts';

const always: readonly Survival[] = [
  kept('project', 'paths, descriptions, tags, being hidden or archived'),
  {
    kind: 'user',
    fact: 'all',
    how: 'lost',
    reason: 'Its interface makes no users; everything belongs to whose key pair writes.',
  },
  changed('queue', 'entries', 'They are left out, so that no worker begins what waits elsewhere too.'),
  changed('run', 'id', 'The server gives ids; the former one is in runtime.trackbridge_source_id, and the transfer knows both.'),
  changed('run', 'times and people', 'The server stamps its own; the former ones are in runtime.trackbridge_source.'),
  changed(
    'run',
    'status',
    'queued and unknown become created, publishing becomes published; all others are kept with their reasons.',
  ),
  changed('run', 'name', 'Names with fewer than 3 characters are filled up with _.'),
  kept('run', 'hyperparameters, properties, tags, configuration, code, packages, container, runtime, artifacts, models, parent'),
  { kind: 'run', fact: 'public runs', how: 'lost', reason: 'They are private: the interface shares them one by one.' },
  changed('model', 'id', 'The server gives ids; the former one is in the metadata trackbridge_source_id.'),
  changed('model', 'times and people', 'The server stamps its own; the former ones are in the metadata trackbridge_source.'),
  changed(
    'points',
    'NaN and infinities',
    'ClearML’s index refuses them: each series that has some is reported. Another trackbridge keeps them.',
  ),
  changed('lines', 'order', 'They come by time; lines that were reported out of order change places.'),
  kept('plots', 'plots, vectors and debug images'),
  kept('files', 'files on the files server, under the same paths'),
];

/** What MLflow has, and trackbridge of it, and ClearML has not. */
const beyondClearml: readonly Survival[] = [
  changed('points', 'several at one step', 'ClearML has one for each iteration: the last one by time stays.'),
  changed('run', 'tags', 'They become user properties, those of MLflow itself too; tags with an empty value are tags.'),
  {
    kind: 'run',
    fact: 'dataset inputs',
    how: 'lost',
    reason: 'ClearML has datasets of its own, as tasks, and no inputs by digest.',
  },
  changed(
    'files',
    'files below artifact roots',
    'They lie below trackbridge/<id> on the files server, each an artifact of its task.',
  ),
  changed('model', 'params and files of logged models', 'Params are its design; the files lie below trackbridge/<id>.'),
  { kind: 'model', fact: 'metrics of logged models', how: 'lost', reason: 'ClearML has no points of a run that are of a model.' },
  lostKind('registered_model', 'ClearML has models, and no names above them.'),
  lostKind('version', 'ClearML has models without numbers, stages and aliases.'),
  lostKind('trace', 'ClearML has nothing like it.'),
  lostKind('evaluation_dataset', 'ClearML has nothing like it.'),
  lostKind('scorer', 'ClearML has nothing like it.'),
  lostKind('workspace', 'A key pair is of one workspace; everything is written there.'),
  lostKind('role', 'The open ClearML server has no rights on single things.'),
];

function kept(kind: Survival['kind'], fact: string): Survival {
  return { kind, fact, how: 'kept', reason: '' };
}

function changed(kind: Survival['kind'], fact: string, reason: string): Survival {
  return { kind, fact, how: 'changed', reason };
}

function lostKind(kind: Survival['kind'], reason: string): Survival {
  return { kind, fact: 'all', how: 'lost', reason };
}

export function survivalOf({ tool }: SideFacts): readonly Survival[] {
  return tool === 'clearml' ? always : [...always, ...beyondClearml];
}
