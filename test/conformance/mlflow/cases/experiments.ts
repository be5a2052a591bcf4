import { type Case, experimentNamed, get, inExperiment, post, runNamed } from './case.ts';

const read = get('experiments/get?experiment_id=$experiment');

/** Life of experiments, their names, locations and tags. */
export const experiments: readonly Case[] = [
  {
    title: 'the default experiment is there from the start',
    calls: [get('experiments/get?experiment_id=0'), get('experiments/get-by-name?experiment_name=Default')],
  },
  inExperiment('an experiment is read back by id and by name', [
    read,
    get('experiments/get-by-name?experiment_name=an%20experiment%20is%20read%20back%20by%20id%20and%20by%20name'),
    get('/ajax-api/2.0/mlflow/experiments/get?experiment_id=$experiment'),
  ]),
  {
    title: 'an experiment is created with tags and a location of its own',
    calls: [
      post(
        'experiments/create',
        {
          name: 'own place',
          artifact_location: 's3://bucket/root',
          tags: [
            { key: 'team', value: 'vision' },
            { key: 'mlflow.note.content', value: 'read me' },
          ],
        },
        { keep: { experiment: 'experiment_id' } },
      ),
      read,
      runNamed('inside'),
      get('experiments/get-by-name?experiment_name=own%20place'),
    ],
  },
  {
    title: 'createExperiment refuses names that are missing, taken or too long',
    calls: [
      experimentNamed('taken'),
      post('experiments/create', { name: 'taken' }, { says: ['taken'] }),
      post('experiments/create', {}, { says: ['name'] }),
      post('experiments/create', { name: '' }, { says: ['name'] }),
      post('experiments/create', { name: null }, { says: ['name'] }),
      post('experiments/create', { name: 7 }, { says: ['name', '7'] }),
      post('experiments/create', { name: ['x'] }, { says: ['name'] }),
      post('experiments/create', { name: 'n'.repeat(500) }, { keep: { long: 'experiment_id' } }),
      post('experiments/create', { name: 'n'.repeat(501) }, { says: ['name'] }),
      post('experiments/create', { name: 'ünïcode / with : 試験 🎉' }, { keep: { unicode: 'experiment_id' } }),
      get('experiments/get?experiment_id=$unicode'),
    ],
  },
  {
    title: 'createExperiment refuses locations that leave their place',
    calls: [
      'file:///etc/#frag',
      's3://bucket/a?x=../../b',
      'runs:/abc/x',
      'http://10.0.0.1/x',
      'ftp://host/x',
      'hdfs://host/x',
      'mlflow-artifacts://elsewhere/x',
      's3://bucket/a;p=1',
    ].map((location, index) =>
      post('experiments/create', { name: `place ${index}`, artifact_location: location }, { says: ['artifact_location'] }),
    ),
  },
  inExperiment('updateExperiment renames', [
    post('experiments/update', { experiment_id: '$experiment', new_name: 'renamed once' }),
    read,
    get('experiments/get-by-name?experiment_name=renamed%20once'),
    post('experiments/update', { experiment_id: '$experiment' }, { says: ['name'] }),
    post('experiments/update', { experiment_id: '$experiment', new_name: '' }, { says: ['name'] }),
    post('experiments/update', { experiment_id: '$experiment', new_name: 'n'.repeat(501) }, { says: ['name'] }),
    post('experiments/update', { new_name: 'x' }, { says: ['experiment_id'] }),
    post('experiments/update', { experiment_id: '999999', new_name: 'x' }, { says: ['999999'] }),
    post('experiments/update', { experiment_id: 'abc', new_name: 'x' }, { says: ['abc'] }),
    post(
      'experiments/update',
      { experiment_id: '$experiment', new_name: 'Default' },
      {
        differs: {
          kind: 'wrong',
          original: '400 BAD_REQUEST',
          ours: '400 RESOURCE_ALREADY_EXISTS',
          reason: 'the original shows the SQL of a broken constraint; creating with a taken name answers RESOURCE_ALREADY_EXISTS',
        },
      },
    ),
  ]),
  inExperiment('a deleted experiment is hidden, refuses changes and comes back with its runs', [
    runNamed('inside'),
    post('experiments/delete', { experiment_id: '$experiment' }),
    read,
    get('runs/get?run_id=$run'),
    post('experiments/delete', { experiment_id: '$experiment' }, { says: ['$experiment'] }),
    post(
      'experiments/update',
      { experiment_id: '$experiment', new_name: 'no' },
      {
        differs: {
          kind: 'crash',
          original: '500 INVALID_STATE',
          ours: '400 INVALID_PARAMETER_VALUE',
          reason: 'a rename of something deleted is a mistake of the caller, and clients try again on 500',
        },
      },
    ),
    post('experiments/set-experiment-tag', { experiment_id: '$experiment', key: 'k', value: 'v' }),
    post('runs/create', { experiment_id: '$experiment' }),
    post('experiments/search', { max_results: 100, filter: "name LIKE 'a deleted%'" }),
    post('experiments/search', { max_results: 100, filter: "name LIKE 'a deleted%'", view_type: 'DELETED_ONLY' }),
    post('experiments/create', { name: 'a deleted experiment is hidden, refuses changes and comes back with its runs' }),
    post('experiments/restore', { experiment_id: '$experiment' }),
    post('experiments/restore', { experiment_id: '$experiment' }),
    read,
    get('runs/get?run_id=$run'),
  ]),
  inExperiment('experiment tags are set, replaced and deleted', [
    post('experiments/set-experiment-tag', { experiment_id: '$experiment', key: 'team', value: 'a' }),
    post('experiments/set-experiment-tag', { experiment_id: '$experiment', key: 'team', value: 'b' }),
    post('experiments/set-experiment-tag', { experiment_id: '$experiment', key: 'empty', value: '' }),
    read,
    post('experiments/delete-experiment-tag', { experiment_id: '$experiment', key: 'team' }),
    post('experiments/delete-experiment-tag', { experiment_id: '$experiment', key: 'team' }, { says: ['team'] }),
    read,
    post('experiments/set-experiment-tag', { experiment_id: '$experiment', key: 'long', value: 'v'.repeat(20_000) }),
    post(
      'experiments/set-experiment-tag',
      { experiment_id: '$experiment', key: 'long', value: 'v'.repeat(20_001) },
      { says: ['value'] },
    ),
    post('experiments/set-experiment-tag', { experiment_id: '$experiment', key: 'k'.repeat(250), value: 'v' }),
    post('experiments/set-experiment-tag', { experiment_id: '$experiment', key: 'k'.repeat(251), value: 'v' }, { says: ['key'] }),
    post('experiments/set-experiment-tag', { experiment_id: '$experiment', key: '../x', value: 'v' }, { says: ['../x'] }),
    post('experiments/set-experiment-tag', { experiment_id: '$experiment', key: 'a?b', value: 'v' }, { says: ['a?b'] }),
    post('experiments/set-experiment-tag', { experiment_id: '$experiment', value: 'v' }, { says: ['key'] }),
    post('experiments/set-experiment-tag', { key: 'k', value: 'v' }, { says: ['experiment_id'] }),
    post('experiments/set-experiment-tag', { experiment_id: '999999', key: 'k', value: 'v' }, { says: ['999999'] }),
    post('experiments/delete-experiment-tag', { experiment_id: '999999', key: 'k' }, { says: ['999999'] }),
  ]),
  {
    title: 'experiments that are not there are named in the error',
    calls: [
      get('experiments/get?experiment_id=999999', { says: ['999999'] }),
      get('experiments/get?experiment_id=abc', { says: ['abc'] }),
      get('experiments/get?experiment_id=', { says: ['experiment_id'] }),
      get('experiments/get', { says: ['experiment_id'] }),
      get('experiments/get-by-name?experiment_name=nobody', { says: ['nobody'] }),
      get('experiments/get-by-name', { says: ['experiment_name'] }),
      post('experiments/delete', { experiment_id: '999999' }, { says: ['999999'] }),
      post('experiments/delete', {}, { says: ['experiment_id'] }),
      post('experiments/restore', { experiment_id: '999999' }, { says: ['999999'] }),
      get('experiments/get?experiment_id=1.5', { says: ['1.5'] }),
      get('experiments/get?experiment_id=-1', { says: ['-1'] }),
    ],
  },
];
