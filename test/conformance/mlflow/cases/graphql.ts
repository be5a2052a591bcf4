import { type About, type Call, type Case, type Difference, inRun, post } from './case.ts';

/** What is no GraphQL, or no question at all, ends the original's request with a page about an internal error. */
const crashOnNoQuery: Difference = {
  kind: 'crash',
  original: '500 <page>',
  ours: '400 INVALID_PARAMETER_VALUE',
  reason: 'a request that asks nothing, or in no GraphQL, is a mistake of the caller, and clients try again on 500',
};

/** A question that the original answers otherwise than its REST twin. */
const wrongly = (original: string, ours: string, reason: string) => ({
  differs: { kind: 'wrong', original, ours, reason } as const,
});

const emptyIsSaid =
  'the original takes what was not said for the empty text, and finds runs of no experiment or the first experiment';
const saysNothingOfRange =
  'the original reads the range and the number of points from the query of the address, where GraphQL has none';

function ask(query: string, variables?: unknown, more: About = {}): Call {
  return post('/graphql', { query, ...(variables === undefined ? {} : { variables }) }, more);
}

/** What the page of a run asks. */
const runQuery = `query GetRun($data: MlflowGetRunInput!) @component(name: "MLflow.ExperimentRunTracking") {
  mlflowGetRun(input: $data) {
    apiError { helpUrl code message }
    run {
      info { runName status runUuid experimentId artifactUri endTime lifecycleStage startTime userId }
      experiment { experimentId name tags { key value } artifactLocation lifecycleStage lastUpdateTime }
      modelVersions { status version name source }
      data {
        metrics { key value step timestamp }
        params { key value }
        tags { key value }
      }
      inputs {
        datasetInputs { dataset { digest name profile schema source sourceType } tags { key value } }
        modelInputs { modelId }
      }
      outputs { modelOutputs { modelId step } }
    }
  }
}`;

const experimentFields = 'artifactLocation creationTime effectiveTraceArchivalRetention lastUpdateTime lifecycleStage name';
const experiment = (id: string) =>
  ask(
    `{ mlflowGetExperiment(input: {experimentId: "${id}"}) { apiError { code } experiment { ${experimentFields} workspace } } }`,
  );
const history = (input: string, more?: About) => {
  const fields = 'metrics { key value step timestamp runId } apiError { code }';
  return ask(`{ mlflowGetMetricHistoryBulkInterval(input: ${input}) { ${fields} } }`, undefined, more);
};
const points = '200 {"data":{"mlflowGetMetricHistoryBulkInterval":{"';
const noPoints = '200 {"data":{"mlflowGetMetricHistoryBulkInterval":null},"errors":["<sentence>"]}';
const runs = (input: string, kind = 'query', more?: About) => {
  const fields = 'runs { info { runName endTime } data { metrics { key value } } } nextPageToken';
  return ask(`${kind} { mlflowSearchRuns(input: ${input}) { ${fields} } }`, undefined, more);
};
const many = (count: number, field: (number: number) => string) => Array.from({ length: count }, (_, at) => field(at)).join(' ');

/** The language MLflow's own pages ask in. */
export const graphql: readonly Case[] = [
  inRun('a run is told with its experiment, versions and data', [
    ask(runQuery, { data: { runId: '$run' } }),
    post('runs/log-batch', {
      run_id: '$run',
      metrics: [
        { key: 'm', value: 0.5, timestamp: '9007199254740993', step: '9007199254740993' },
        { key: 'nan', value: 'NaN', timestamp: 1, step: -1 },
        { key: 'most', value: 'Infinity', timestamp: 1, step: 0 },
      ],
      params: [{ key: 'p', value: 'ü ✓' }],
      tags: [{ key: 't', value: '' }],
    }),
    post('runs/log-inputs', {
      run_id: '$run',
      datasets: [
        { dataset: { name: 'd', digest: 'x', source_type: 'local', source: '{}' }, tags: [{ key: 'c', value: 'train' }] },
      ],
    }),
    post('runs/update', { run_id: '$run', status: 'FINISHED', end_time: 2000 }),
    ask(runQuery, { data: { runUuid: '$run' } }),
    ask(runQuery, { data: { runId: 'nobody' } }),
    ask(runQuery, {}),
    ask(runQuery),
  ]),
  inRun('experiments, histories, files and runs are found', [
    experiment('$experiment'),
    experiment('987654'),
    experiment('x'),
    ...['0', '1', '2'].map((step) => post('runs/log-metric', { run_id: '$run', key: 'm', value: 0.5, timestamp: 5, step })),
    history('{runIds: ["$run"], metricKey: "m"}'),
    history('{runIds: ["$run"], metricKey: "m", maxResults: 2}', wrongly(points, points, saysNothingOfRange)),
    history('{runIds: ["$run"], metricKey: "m", startStep: 1, endStep: 1}', wrongly(points, points, saysNothingOfRange)),
    history('{runIds: ["$run"], metricKey: "none"}'),
    history('{runIds: ["$run"], metricKey: "m", startStep: 1}', wrongly(points, noPoints, saysNothingOfRange)),
    runs('{experimentIds: ["$experiment"]}'),
    runs('{experimentIds: ["$experiment"], filter: "metrics.m > 0.1", orderBy: ["metrics.m DESC"], maxResults: 1}'),
    runs(
      '{experimentIds: ["$experiment"], runViewType: DELETED_ONLY}',
      'query',
      wrongly(
        '200 {"data":{"mlflowSearchRuns":null},"errors":["<sentence>"]}',
        '200 {"data":{"mlflowSearchRuns":{"runs":[],"nextPageToken":""}},"errors":null}',
        'the original cannot read the view its own schema offers',
      ),
    ),
    runs('{experimentIds: ["$experiment"]}', 'mutation'),
    runs('{experimentIds: ["$experiment"], filter: "metrics.m >"}'),
    runs('{experimentIds: ["$experiment"], maxResults: 99999999}'),
    ask(
      'mutation { mlflowSearchDatasets(input: {experimentIds: ["$experiment"]}) { datasetSummaries { name } apiError { code } } }',
    ),
    ask('{ mlflowListArtifacts(input: {runId: "$run"}) { rootUri files { path isDir fileSize } nextPageToken } }'),
    ask('{ mlflowListArtifacts(input: {runId: "$run", path: "../.."}) { rootUri } }'),
    ask(
      '{ mlflowSearchModelVersions(input: {filter: "run_id = \'$run\'", maxResults: "10"}) { modelVersions { name } nextPageToken } }',
    ),
    ask('{ mlflowSearchModelVersions(input: {maxResults: 10, filter: "bogus = 1"}) { modelVersions { name } } }'),
  ]),
  {
    title: 'the language is GraphQL',
    calls: [
      ask('{ test(inputString: "a") { output } }'),
      ask('query A($x: String) { test(inputString: $x) { output again: output __typename } }', { x: 'ü' }),
      ask('query A($x: String) { test(inputString: $x) { output } }', { x: 5 }),
      ask('mutation { testMutation(inputString: "a") { output } }'),
      ask('{ test(inputString: "a") { ...F } } fragment F on Test { output }'),
      ask('{ test(inputString: "a") { ...F } } fragment F on Test { output ...F }'),
      ask('{ nothing }'),
      ask('{ __typename __schema { queryType { name } } }'),
      ask('query A { test(inputString: "a") { output } } query B { test(inputString: "b") { output } }'),
      post('/graphql', { query: 'query A { __typename } query B { test(inputString: "b") { output } }', operationName: 'B' }),
      ask(`{ ${many(10, (at) => `a${at}: test(inputString: "a") { output }`)} }`),
      ask(`{ ${many(11, (at) => `a${at}: test(inputString: "a") { output }`)} }`),
      ask(`{ test(inputString: "a") { ${many(11, (at) => `a${at}: output`)} } }`),
      ask(`{ test(inputString: "a") { ${many(4, (at) => `... { ${many(3, (of) => `a${at}${of}: output`)} }`)} } }`),
      ask(`{ test(inputString: "a") { ${many(1001, () => 'output')} } }`),
      ask(`{ __schema { ${'types { fields { type { '.repeat(4)} name ${'} } }'.repeat(4)} } }`),
      ask('{ nope', undefined, { differs: crashOnNoQuery }),
      ask('', undefined, { differs: crashOnNoQuery }),
      post('/graphql', {}, { differs: crashOnNoQuery }),
      post('/graphql', { query: 5 }, { differs: crashOnNoQuery }),
      post('/graphql', [], { differs: crashOnNoQuery }),
      { send: 'POST /graphql', raw: '{"query": "{ __typename }"}', headers: { 'content-type': 'text/plain' } },
      ask(
        '{ mlflowGetExperiment(input: {}) { experiment { name } } }',
        undefined,
        wrongly(
          '200 {"data":{"mlflowGetExperiment":{"experiment":{"name":"Default"}}},"errors":null}',
          '200 {"data":{"mlflowGetExperiment":null},"errors":["<sentence>"]}',
          emptyIsSaid,
        ),
      ),
      history('{runIds: [], metricKey: "m"}', wrongly(points, noPoints, emptyIsSaid)),
    ],
  },
];
