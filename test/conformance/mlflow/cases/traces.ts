import { type About, type Case, type Difference, experimentNamed, get, inExperiment, patch, post, remove } from './case.ts';
import { traceId, traceNamed } from './trace-fixtures.ts';

const V3 = '/api/3.0/mlflow/traces';
const UNKNOWN = `tr-${'0'.repeat(32)}`;

const wrong = (original: string, ours: string, reason: string): { differs: Difference } => ({
  differs: { kind: 'wrong', original, ours, reason },
});
const crash = (original: string, ours: string, reason: string): { differs: Difference } => ({
  differs: { kind: 'crash', original, ours, reason },
});
const refusedHere = (reason: string) => wrong('200', '400 INVALID_PARAMETER_VALUE', reason);

const whole = 'A trace is kept whole';
const again = 'A trace that is reported again';
const tags = 'Tags of traces';
const gone = 'Traces are deleted';
const links = 'Traces are linked';
const batches = 'Traces are read by id';
const bad = 'Traces that cannot be';

const info = (title: string, name: string) => get(`${V3}/${traceId(title, name)}`);
const tagPath = (name: string) => `${V3}/${traceId(tags, name)}/tags`;
const attempt = (trace_info: Record<string, unknown>, more: About = {}) =>
  post(
    V3,
    {
      trace: {
        trace_info: {
          trace_id: traceId(bad, 'x'),
          trace_location: { type: 'MLFLOW_EXPERIMENT', mlflow_experiment: { experiment_id: '$experiment' } },
          request_time: '2024-01-01T00:00:00Z',
          ...trace_info,
        },
      },
    },
    more,
  );
const deletion = (body: Record<string, unknown>, more: About = {}) =>
  post(`${V3}/delete-traces`, { experiment_id: '$experiment', ...body }, more);

const v2 = [
  post(
    'traces',
    {
      experiment_id: '$experiment',
      timestamp_ms: 1_700_000_000_000,
      request_metadata: [{ key: 'mlflow.traceInputs', value: '{"a": 1}' }],
      tags: [
        { key: 'mlflow.traceName', value: 'two' },
        { key: 'k', value: 'v' },
      ],
    },
    { keep: { trace: 'trace_info.request_id' } },
  ),
  patch('traces/$trace', {
    timestamp_ms: 1_700_000_000_750,
    status: 'ERROR',
    request_metadata: [{ key: 'mlflow.traceOutputs', value: 'x' }],
    tags: [{ key: 'k', value: 'w' }],
  }),
  get('traces/$trace/info'),
  get(`${V3}/$trace`),
  get(`${V3}/get?trace_id=$trace&allow_partial=true`, {
    ...crash(
      '500 INTERNAL_ERROR',
      '400 INVALID_PARAMETER_VALUE',
      'a client that asks for spans kept elsewhere would try again for minutes',
    ),
  }),
  get('/ajax-api/2.0/mlflow/get-trace-artifact?request_id=$trace', {
    ...wrong('404 NOT_FOUND', '404 RESOURCE_DOES_NOT_EXIST', 'what is not there has one code with us'),
  }),
  patch('traces/$trace/tags', { key: 'late', value: 'x' }),
  remove('traces/$trace/tags', { key: 'k' }),
  get('traces/$trace/info'),
  post('traces/delete-traces', { experiment_id: '$experiment', request_ids: ['$trace'] }),
  get('traces/$trace/info'),
  patch('traces/$trace', { timestamp_ms: 1, status: 'OK' }),
];

/** Traces by id, their tags, links and removal. */
export const traces: readonly Case[] = [
  {
    title: whole,
    calls: [
      experimentNamed(whole),
      traceNamed(whole, 'full', {
        client_request_id: 'mine',
        request_time: '2024-01-01T00:00:00.123456Z',
        execution_duration: '1.2345s',
        response_preview: 'ré',
        tags: { 'mlflow.traceName': 'n', 'a b': '', 'é/x': 'y' },
        trace_metadata: {
          'mlflow.trace.session': 's',
          'mlflow.trace.tokenUsage': '{"output_tokens": 2.0, "input_tokens": "5", "total_tokens": null, "other": 1}',
          'mlflow.trace.cost': '{"total_cost": 0.00001, "input_cost": 3, "output_cost": 1e22}',
          m: 'v',
        },
      }),
      info(whole, 'full'),
      get(`traces/${traceId(whole, 'full')}/info`),
      traceNamed(whole, 'bare', { state: undefined, execution_duration: undefined, request_preview: undefined }),
      info(whole, 'bare'),
      get(`traces/${traceId(whole, 'bare')}/info`),
      traceNamed(whole, 'long', { tags: { t: 'x'.repeat(5000) }, trace_metadata: { m: 'y'.repeat(5000) } }),
      traceNamed(whole, 'odd', {
        trace_metadata: { 'mlflow.trace.tokenUsage': 'x', 'mlflow.trace.cost': '[1]' },
        execution_duration: '0s',
      }),
      traceNamed(whole, 'early', { request_time: '1960-01-01T00:00:00Z', execution_duration: '-1.5s' }),
    ],
  },
  {
    title: again,
    calls: [
      experimentNamed(again),
      traceNamed(again, 'a', {
        state: 'IN_PROGRESS',
        tags: { 'mlflow.traceName': 'n', a: '1', b: '1' },
        trace_metadata: { m: '1' },
      }),
      traceNamed(again, 'a', {
        state: 'ERROR',
        request_preview: undefined,
        tags: { b: '2' },
        trace_metadata: { 'mlflow.trace.session': 's' },
      }),
      traceNamed(again, 'a', { client_request_id: 'late', execution_duration: undefined }),
      info(again, 'a'),
    ],
  },
  {
    title: tags,
    calls: [
      experimentNamed(tags),
      traceNamed(tags, 'a', { tags: { 'mlflow.traceName': 'n', a: '1' } }),
      patch(tagPath('a'), { key: 'b', value: '2' }),
      patch(tagPath('a'), { key: 'c' }),
      patch(tagPath('a'), { key: 'mlflow.traceName', value: 'new' }),
      info(tags, 'a'),
      remove(tagPath('a'), { key: 'a' }),
      remove(tagPath('a'), { key: 'mlflow.traceName' }),
      info(tags, 'a'),
      remove(tagPath('a'), { key: 'a' }, { says: ['a'] }),
      remove(tagPath('a'), { key: 'mlflow.traceName' }),
      remove(tagPath('a'), {}),
      patch(tagPath('a'), { key: '', value: 'x' }),
      patch(tagPath('a'), { key: 'a'.repeat(251), value: 'x' }),
      patch(tagPath('a'), { key: 'a:b!', value: 'x' }),
      patch(tagPath('a'), { key: '../a', value: 'x' }),
      patch(tagPath('a'), { key: 'mlflow.trace.spansLocation', value: 'x' }),
      patch(tagPath('a'), { key: 'mlflow.trace.archiveLocation', value: 'x' }),
      patch(tagPath('a'), { key: 'mlflow.trace.archivalFailure', value: 'x' }),
      remove(tagPath('a'), { key: 'mlflow.trace.spansLocation' }),
      remove(tagPath('a'), { key: 'mlflow.trace.archivalFailure' }),
      patch(tagPath('a'), { key: 'mlflow.traceName', value: 'n'.repeat(4097) }),
      patch(
        tagPath('a'),
        { key: 'mlflow.artifactLocation', value: 'file:///etc' },
        refusedHere('a client must not say where the server looks for files'),
      ),
      patch(
        `${V3}/${UNKNOWN}/tags`,
        { key: 'a', value: 'b' },
        wrong('400 BAD_REQUEST', '404 RESOURCE_DOES_NOT_EXIST', 'the original answers with the failure of its database'),
      ),
      remove(`${V3}/${UNKNOWN}/tags`, { key: 'a' }, { says: [UNKNOWN] }),
      get(`${V3}/${UNKNOWN}`, { says: [UNKNOWN] }),
      get(`traces/${UNKNOWN}/info`, { says: [UNKNOWN] }),
    ],
  },
  {
    title: gone,
    calls: [
      experimentNamed(gone),
      ...['a', 'b', 'c', 'd', 'e'].map((name, second) =>
        traceNamed(gone, name, { request_time: `2024-01-01T00:00:0${second}Z` }),
      ),
      deletion({}),
      deletion({ request_ids: [] }),
      deletion({ request_ids: [traceId(gone, 'a')], max_timestamp_millis: 1 }),
      deletion({ request_ids: [traceId(gone, 'a')], max_traces: 1 }),
      deletion({ max_timestamp_millis: 1_704_067_202_000, max_traces: 0 }),
      deletion({ max_timestamp_millis: 1_704_067_202_000, max_traces: -1 }),
      deletion({ max_traces: 5 }),
      deletion({ max_timestamp_millis: '1704067202000', max_traces: 1 }),
      info(gone, 'a'),
      deletion({ max_timestamp_millis: 1_704_067_202_000 }),
      deletion({ request_ids: [traceId(gone, 'd'), traceId(gone, 'd'), UNKNOWN] }),
      post(`${V3}/delete-traces`, { experiment_id: '0', request_ids: [traceId(gone, 'e')] }),
      info(gone, 'e'),
      post(`${V3}/delete-traces`, { request_ids: [traceId(gone, 'e')] }),
      deletion({ max_timestamp_millis: 0 }),
    ],
  },
  {
    title: links,
    calls: [
      experimentNamed(links),
      post('runs/create', { experiment_id: '$experiment', start_time: 1000 }, { keep: { run: 'run.info.run_id' } }),
      traceNamed(links, 'a'),
      post('traces/link-to-run', { trace_ids: [traceId(links, 'a'), UNKNOWN], run_id: '$run' }),
      post('traces/link-to-run', { trace_ids: [traceId(links, 'a')], run_id: '$run' }),
      post('traces/link-to-run', { trace_ids: [], run_id: '$run' }),
      post('traces/link-to-run', { trace_ids: Array.from({ length: 101 }, (_, at) => `t${at}`), run_id: '$run' }),
      post('traces/link-to-run', { run_id: '$run' }),
      post('traces/link-to-run', { trace_ids: [traceId(links, 'a')] }),
      post('traces/link-prompts', { trace_id: traceId(links, 'a'), prompt_versions: [{ name: 'p', version: '1' }] }),
      post('traces/link-prompts', { trace_id: traceId(links, 'a'), prompt_versions: [] }),
      post('traces/link-prompts', { trace_id: UNKNOWN, prompt_versions: [{ name: 'p', version: '1' }] }),
      post('traces/link-prompts', { trace_id: traceId(links, 'a') }),
    ],
  },
  {
    title: batches,
    calls: [
      experimentNamed(batches),
      traceNamed(batches, 'a'),
      traceNamed(batches, 'b'),
      post(`${V3}/batchGetInfos`, { trace_ids: [traceId(batches, 'b'), UNKNOWN, traceId(batches, 'a')] }),
      post(`${V3}/batchGetInfos`, { trace_ids: [traceId(batches, 'a')], experiment_ids: ['0'] }),
      post(`${V3}/batchGetInfos`, { trace_ids: [traceId(batches, 'a')], experiment_ids: [] }),
      post(`${V3}/batchGetInfos`, { trace_ids: [] }),
      post(`${V3}/batchGetInfos`, {}),
      post(`${V3}/batchGetInfos`, { trace_ids: 'x' }),
      get(`${V3}/batchGet?trace_ids=${UNKNOWN}`),
      get(`${V3}/batchGet`),
      get(`${V3}/get?trace_id=${UNKNOWN}`, { says: [UNKNOWN] }),
      get(`${V3}/get`),
    ],
  },
  {
    title: bad,
    calls: [
      experimentNamed(bad),
      post(V3, {}),
      attempt({ trace_location: { type: 'MLFLOW_EXPERIMENT', mlflow_experiment: { experiment_id: '987654' } } }),
      attempt({ tags: { 'mlflow.traceName': 'n'.repeat(4097) } }),
      attempt({ trace_metadata: { 'mlflow.trace.session': 's'.repeat(251) } }),
      attempt(
        { tags: { ['k'.repeat(251)]: 'v' } },
        refusedHere('the key would not be shown whole, and could not be changed again'),
      ),
      attempt({ trace_id: '../x' }, refusedHere('the id is part of the path of the files of the trace')),
      attempt({ request_time: 'yesterday' }, refusedHere('the original takes a time that it cannot read as 1970')),
      get('/ajax-api/2.0/mlflow/get-trace-artifact'),
      get(`/ajax-api/2.0/mlflow/get-trace-artifact?request_id=${UNKNOWN}`),
      get(
        `/ajax-api/3.0/mlflow/get-trace-artifact?request_id=${UNKNOWN}&path=x`,
        wrong(
          '400 INVALID_PARAMETER_VALUE',
          '400 INVALID_PARAMETER_VALUE',
          'the original has an error class of its own for this one value',
        ),
      ),
    ],
  },
  inExperiment('Traces of 2.x clients', v2),
  inExperiment('Traces of 2.x clients that cannot be', [
    post('traces', { experiment_id: '4711', timestamp_ms: 1 }),
    post('traces', { experiment_id: '$experiment', timestamp_ms: 'x' }),
    post('traces', { experiment_id: '$experiment', timestamp_ms: 1, tags: [{ value: 'v' }] }),
    post('experiments/delete', { experiment_id: '$experiment' }),
    post('traces', { experiment_id: '$experiment', timestamp_ms: 1 }),
  ]),
];
