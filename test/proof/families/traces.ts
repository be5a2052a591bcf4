import { anyFilter, anyOrder, type Vocabulary } from '../filters.ts';
import type { Family, Make } from '../sequence.ts';
import type { World } from '../world.ts';
import { createExperiment, createRun, keys, nextPage, pairs, words } from './basics.ts';

/** Digits of an id that no other sequence has; `$seq` is six of them. */
export function hexId(world: World, digits: number): string {
  return `${world
    .serial()
    .toString(16)
    .padStart(digits - 6, 'a')}$seq`;
}

/** Times that differ: traces of one moment are listed by their ids. */
function time(world: World): string {
  return `2024-01-01T00:00:${String(10 + (world.serial() % 50)).padStart(2, '0')}.${String(100 + (world.serial() % 900))}Z`;
}

/** Some tags or metadata of a trace. */
export function values(world: World): Record<string, string> {
  return Object.fromEntries(pairs(world, 2).map(({ key, value }) => [key, value]));
}

/** Starts a trace, or a known one again, as 3.x clients do. */
export const startTraceV3: Make = (world) => ({
  operation: 'startTraceV3',
  fields: {
    trace: {
      trace_info: {
        trace_id: world.chance.happens(0.85)
          ? `tr-${hexId(world, 32)}`
          : world.chance.one([...world.all('trace'), `tr-${hexId(world, 32)}`]),
        client_request_id: world.chance.one(['c1', 'c2', undefined]),
        trace_location: { type: 'MLFLOW_EXPERIMENT', mlflow_experiment: { experiment_id: world.any('experiment', 0.03) } },
        request_time: time(world),
        execution_duration: world.chance.one(['0.250s', '1s', '3.5s', undefined]),
        state: world.chance.one(['OK', 'ERROR', 'IN_PROGRESS']),
        request_preview: world.chance.one(['asked', undefined]),
        response_preview: world.chance.one(['told', undefined]),
        trace_metadata: {
          ...values(world),
          ...(world.chance.happens(0.3) && { 'mlflow.sourceRun': world.any('run', 0) }),
          ...(world.chance.happens(0.3) && { 'mlflow.trace.session': world.chance.one(['s1', 's2']) }),
        },
        tags: { ...values(world), 'mlflow.traceName': world.chance.one(['chat', 'agent']) },
      },
    },
  },
  learn: [{ kind: 'trace', at: 'trace.trace_info.trace_id' }],
  own: ['trace.trace_info.trace_id'],
});

const metadata = (world: World) => pairs(world, 2);

const startTraceV2: Make = (world) => ({
  operation: 'startTrace',
  fields: {
    experiment_id: world.any('experiment'),
    timestamp_ms: 1_704_000_000_000 + world.serial() * 1000,
    request_metadata: metadata(world),
    tags: metadata(world),
  },
  learn: [{ kind: 'trace', at: 'trace_info.request_id' }],
});

/** A call about one trace, under the name that the operation has for its id. */
export const ofTrace = (operation: string, more: (world: World) => Record<string, unknown> = () => ({})): Make => {
  const name = /V3|Assessment|getTrace$/.test(operation) ? 'trace_id' : 'request_id';
  return (world) => ({ operation, fields: { [name]: world.any('trace'), ...more(world) } });
};

const tag = (world: World) => ({ key: world.chance.one([...keys, 'mlflow.traceName']), value: world.chance.one(words) });
const key = (world: World) => ({ key: world.chance.one(keys) });

const traceWords: Vocabulary = {
  texts: [
    'name',
    'trace.name',
    'attributes.status',
    'status',
    'tags.k1',
    'tag.`a b`',
    'tags."deep/k3"',
    'metadata.k2',
    'request_metadata.`mlflow.trace.session`',
    'client_request_id',
    'run_id',
    'request_id',
    'span.name',
    'span.type',
    'span.status',
    'span.attributes.k1',
    'trace.text',
    'feedback.quality',
    'expectation.answer',
    'prompt',
    'issue.id',
  ],
  numbers: ['timestamp_ms', 'execution_time_ms', 'attributes.timestamp', 'trace.execution_time', 'end_time_ms', 'feedback.score'],
  values: [...words, 'OK', 'ERROR', 'chat', 'agent', 's1', 'c1', 'good', 'yes', 'inner', 'LLM'],
  amounts: ['0', '250', '1704067215000', '1e3', '0.5', '-1'],
  operators: ['RLIKE', 'rlike'],
};

const orders = [
  'timestamp_ms',
  'timestamp',
  'execution_time_ms',
  'status',
  'request_id',
  'name',
  'tags.k1',
  'experiment_id',
  'end_time',
];

/** Searches the traces of the sequence. */
export const searchTracesV3: Make = (world) => ({
  operation: 'searchTracesV3',
  fields: {
    locations: [{ type: 'MLFLOW_EXPERIMENT', mlflow_experiment: { experiment_id: world.all('experiment')[0] } }],
    filter: world.chance.happens(0.75) ? anyFilter(world.chance, traceWords) : undefined,
    max_results: world.chance.one([1, 2, 100, undefined]),
    order_by: world.chance.happens(0.4) ? anyOrder(world.chance, orders) : undefined,
  },
  learn: nextPage,
});

const searchTracesV2: Make = (world) => ({
  operation: 'searchTraces',
  fields: {
    experiment_ids: [world.all('experiment')[0]],
    filter: world.chance.happens(0.75) ? anyFilter(world.chance, traceWords) : undefined,
    max_results: world.chance.one([1, 2, 100]),
    order_by: world.chance.happens(0.4) ? anyOrder(world.chance, orders) : undefined,
  },
  learn: nextPage,
});

const remove = (operation: string): Make => {
  return (world) => ({
    operation,
    fields: {
      experiment_id: world.any('experiment'),
      ...world.chance.one<Record<string, unknown>>([
        { request_ids: world.several('trace') },
        { max_timestamp_millis: 1_704_067_220_000, max_traces: world.chance.one([1, undefined]) },
        { max_traces: 1 },
      ]),
    },
  });
};

/** Traces of the 3.x and the 2.x clients: life, tags, links, search. */
export const traces: Family = {
  setup: [createExperiment, createRun, startTraceV3, startTraceV3],
  moves: [
    [5, startTraceV3],
    [2, startTraceV2],
    [3, ofTrace('getTraceInfoV3')],
    [2, ofTrace('getTraceInfo')],
    [2, ofTrace('setTraceTagV3', tag)],
    [1, ofTrace('setTraceTag', tag)],
    [1, ofTrace('deleteTraceTagV3', key)],
    [1, ofTrace('deleteTraceTag', key)],
    [
      2,
      ofTrace('endTrace', (world) => ({
        timestamp_ms: 1_704_000_900_000 + world.serial(),
        status: world.chance.one(['OK', 'ERROR', 'IN_PROGRESS']),
        request_metadata: metadata(world),
        tags: metadata(world),
      })),
    ],
    [1, remove('deleteTracesV3')],
    [1, remove('deleteTraces')],
    [
      1,
      (world) => ({ operation: 'linkTracesToRun', fields: { trace_ids: world.several('trace'), run_id: world.any('run', 0.2) } }),
    ],
    [1, (world) => ({ operation: 'batchGetTraceInfos', fields: { trace_ids: [world.any('trace')] } })],
    [6, searchTracesV3],
    [3, searchTracesV2],
  ],
};
