import { type Case, get, inRun, post, readRun } from './case.ts';
import { crashOnBody, dropsWrongType } from './differences.ts';

const json = { 'content-type': 'application/json' };
const raw = (path: string, text: string | Buffer, headers: Record<string, string> = json) => ({
  send: `POST ${path}`,
  raw: text,
  headers,
});

/** Requests no client of ours would send, and those only R sends. */
export const hostile: readonly Case[] = [
  {
    title: 'bodies that are no JSON object are refused',
    calls: [
      raw('experiments/create', '{'),
      raw('experiments/create', ''),
      raw('experiments/create', 'null'),
      { ...raw('experiments/create', '[]'), differs: crashOnBody },
      { ...raw('experiments/create', '[1]'), differs: crashOnBody },
      { ...raw('experiments/create', '5'), differs: crashOnBody },
      { ...raw('experiments/create', '"text"'), differs: crashOnBody },
      raw('experiments/create', '{"name": "x"'),
      raw('experiments/create', "{'name': 'x'}"),
      raw('experiments/create', Buffer.from([0xff, 0xfe, 0x00])),
      {
        ...raw('experiments/create', JSON.stringify(JSON.stringify({ name: 'json in json' }))),
        keep: { twice: 'experiment_id' },
      },
      { ...raw('experiments/create', '['.repeat(5000)), differs: crashOnBody },
    ],
  },
  {
    title: 'only JSON is read',
    calls: [
      raw('experiments/create', '{"name": "typed 1"}', { 'content-type': 'text/plain' }),
      raw('experiments/create', '{"name": "typed 2"}', {}),
      {
        ...raw('experiments/create', '{"name": "typed 3"}', { 'content-type': 'application/json; charset=utf-8' }),
        keep: { typed: 'experiment_id' },
      },
      raw('experiments/create', '{"name": "typed 4"}', { 'content-type': 'application/x-www-form-urlencoded' }),
      raw('experiments/create', 'name=typed5', { 'content-type': 'application/x-www-form-urlencoded' }),
      {
        ...raw('experiments/create', '{"name": "typed 6"}', { 'content-type': 'APPLICATION/JSON' }),
        differs: {
          kind: 'wrong',
          original: '400 INVALID_PARAMETER_VALUE',
          ours: '200',
          reason: 'letter case means nothing in a media type (RFC 9110, 8.3.1)',
        },
      },
    ],
  },
  {
    title: 'paths and methods that are not there',
    calls: [
      get('experiments/nothing'),
      get('experiments/create'),
      get('experiments/get/?experiment_id=0'),
      get('/api/2.0/preview/mlflow/experiments/get?experiment_id=0'),
      get('/api/9.0/mlflow/experiments/get?experiment_id=0'),
      post('experiments/get', { experiment_id: '0' }),
      { send: 'PUT runs/create', body: {} },
      { send: 'DELETE experiments/get' },
      get('/health'),
      get('/version'),
    ],
  },
  inRun('every scalar may come as a text, as R sends it', [
    post(
      'runs/create',
      { experiment_id: '$experiment', start_time: '1500', run_name: 'by R', user_id: 'r' },
      { keep: { byR: 'run.info.run_id' } },
    ),
    post('runs/log-metric', { run_uuid: '$byR', run_id: '$byR', key: 'rmse', value: '0.75', timestamp: '1600', step: '3' }),
    post('runs/log-batch', {
      run_id: '$byR',
      metrics: [{ key: 'mae', value: '1.5', timestamp: '17', step: '4' }],
      params: [{ key: 'alpha', value: '0.5' }],
    }),
    post('runs/update', { run_uuid: '$byR', run_id: '$byR', status: 'FINISHED', end_time: '1700' }),
    post('runs/search', { experiment_ids: ['$experiment'], max_results: '10', run_view_type: 'ACTIVE_ONLY' }),
    get('metrics/get-history?run_id=$byR&metric_key=rmse'),
    post('experiments/search', {
      max_results: '1',
      view_type: 'ALL',
      filter: "name = 'every scalar may come as a text, as R sends it'",
    }),
  ]),
  inRun('names in both cases, twice, and unknown ones', [
    post('runs/update', { run_id: '$run', runId: '$run', status: 'FINISHED' }),
    post('runs/update', { run_id: '$run', endTime: '7', unknown: [1, { a: 2 }] }),
    raw('runs/log-metric', '{"run_id": "$run", "key": "twice", "key": "last", "value": 1, "timestamp": 1}'),
    post('runs/log-metric', { run_id: '$run', key: '__proto__', value: 1, timestamp: 1 }),
    post('runs/log-parameter', { run_id: '$run', key: 'constructor', value: 'x' }),
    post('runs/set-tag', { run_id: '$run', key: 'toString', value: 'x' }),
    readRun,
  ]),
  inRun('a field is known by both of its JSON names', [
    {
      ...post('runs/log-metric', { runId: '$run', key: 'camel', value: 1, timestamp: 1 }),
      differs: {
        kind: 'wrong',
        original: '400 INVALID_PARAMETER_VALUE',
        ours: '200 {}',
        reason: 'runs/create takes both names; here a check before the parser knows only one of them',
      },
    },
  ]),
  inRun('wrong types are refused by name', [
    post('runs/update', { run_id: ['$run'] }, { says: ['run_id'] }),
    post('runs/update', { run_id: { a: 1 } }, { says: ['run_id'] }),
    post('runs/log-parameter', { run_id: '$run', key: 5, value: 'x' }, { says: ['key', '5'] }),
    post('runs/set-tag', { run_id: '$run', key: true, value: 'x' }, { says: ['key'] }),
    { ...post('runs/search', { experiment_ids: [5] }, { says: ['experiment_ids', '5'] }), differs: dropsWrongType },
    post('runs/search', { experiment_ids: ['$experiment'], max_results: 'many' }, { says: ['max_results', 'many'] }),
    post('runs/search', { experiment_ids: ['$experiment'], filter: 5 }, { says: ['filter'] }),
    post('experiments/create', { name: 'tags wrong', tags: 'x' }),
    post('experiments/create', { name: 'tags wrong too', tags: [{ key: 5 }] }),
    readRun,
  ]),
  inRun('texts that databases dislike', [
    post('runs/set-tag', { run_id: '$run', key: 'injection', value: "'; drop table runs; --" }),
    post('runs/set-tag', { run_id: '$run', key: 'percent', value: '%s %d $1 {0} \\' }),
    post('runs/set-tag', { run_id: '$run', key: 'control', value: '\u0001\u001f\u007f\u0080' }),
    post('runs/set-tag', { run_id: '$run', key: 'bidi', value: '\u202e\u200b\ufeff' }),
    post('runs/set-tag', { run_id: '$run', key: 'astral', value: '𝕏🏳️‍🌈' }),
    post('runs/search', { experiment_ids: ['$experiment'], filter: "tags.injection = '\u0027'" }),
    post('runs/search', { experiment_ids: ['$experiment'], filter: 'tags.injection LIKE "%drop table%"' }),
    readRun,
  ]),
  {
    title: 'other web pages may not write',
    calls: [
      { ...post('experiments/create', { name: 'cross 1' }), headers: { origin: 'https://evil.example' } },
      { ...post('experiments/create', { name: 'cross 2' }), headers: { origin: 'null' } },
      {
        ...get('experiments/get?experiment_id=0'),
        headers: { origin: 'https://evil.example' },
        differs: {
          kind: 'wrong',
          original: '200',
          ours: '403',
          reason:
            'a page of another origin has no business here whatever the method: one that asks for no login cannot tell who rides on it',
        },
      },
      { ...get('experiments/get?experiment_id=0'), headers: { origin: 'http://localhost:3000' } },
      { ...get('experiments/get?experiment_id=0'), headers: { host: 'evil.example' } },
      { ...get('/health'), headers: { host: 'evil.example' } },
    ],
  },
];
