import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { Owner } from '../../src/bridge/item.ts';
import { openRecordSource } from '../../src/bridge/record-source.ts';
import { startApp } from '../support/app.ts';
import { clearmlApi } from '../support/clearml-api.ts';
import { form } from '../support/form.ts';
import type { Json } from '../support/json.ts';
import { mlflowApi } from '../support/mlflow-api.ts';
import { addPerson } from '../support/people.ts';
import { itemOf, itemsOf, recordContext } from '../support/record.ts';
import { allOf, nothingUnreadable } from '../support/sides.ts';

const app = await startApp({ enableWorkspaces: true });
const { http } = app;
const { call: mlflow } = mlflowApi(app);
const { call: clearml } = clearmlApi(app);
const source = await openRecordSource(await recordContext(app));
const v3 = '/api/3.0/mlflow';

async function experiment(name: string): Promise<string> {
  return (await mlflow('POST', 'experiments/create', { name })).experiment_id;
}

/** The id the record gives the project of an experiment. */
async function projectOf(experimentId: string): Promise<string> {
  const found = (await itemsOf(source, 'project')).find((project) => project.experimentId === experimentId);
  assert.ok(found);
  return found.id;
}

async function mlflowRun(experimentId: string, more: object = {}): Promise<string> {
  return (await mlflow('POST', 'runs/create', { experiment_id: experimentId, run_name: 'r', start_time: 5, ...more })).run.info
    .run_id;
}

/** Stores a file below an artifact root. */
async function upload(root: string, path: string, content: string): Promise<void> {
  const url = root.replace('mlflow-artifacts:', '/api/2.0/mlflow-artifacts/artifacts');
  await http.put(`${url}/${path}`).send(content).expect(200);
}

const points = (owner: Owner) => allOf(source.points([owner], nothingUnreadable));
const files = (owner: Owner) => allOf(source.files([owner], nothingUnreadable));
const byKey = (a: { key: string | null }, b: { key: string | null }) => ((a.key ?? '') < (b.key ?? '') ? -1 : 1);

async function textOf(content: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of content) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

describe('a run that MLflow logged', () => {
  let id: string;
  let project: string;
  before(async () => {
    const experimentId = await experiment('logged by MLflow');
    project = await projectOf(experimentId);
    const tags = Object.entries({
      'mlflow.user': 'ann',
      'mlflow.parentRunId': 'a parent',
      'mlflow.note.content': 'a note',
      'mlflow.source.git.commit': 'abc',
      'mlflow.own': '',
      plain: 'value',
      label: '',
    });
    id = await mlflowRun(experimentId, { user_id: 'bob', tags: tags.map(([key, value]) => ({ key, value })) });
    const metric = { key: 'train/loss', timestamp: 7, step: 1, value: 1 };
    const metrics = [
      metric,
      metric,
      { ...metric, value: 'NaN' },
      { ...metric, timestamp: 3, value: 'Infinity' },
      { ...metric, step: '9007199254740993', value: -0.5 },
      { ...metric, key: 'a/b/c', step: -4 },
    ];
    const params = [
      { key: 'lr', value: '0.1' },
      { key: 'Args/lr', value: '' },
    ];
    await mlflow('POST', 'runs/log-batch', { run_id: id, metrics, params, tags: [] });
    await mlflow('POST', 'runs/log-inputs', {
      run_id: id,
      datasets: [
        {
          tags: [
            { key: 'mlflow.data.context', value: 'train' },
            { key: 'own', value: 'é' },
          ],
          dataset: { name: 'd', digest: 'x', source_type: 'local', source: '{}', schema: 's', profile: 'p' },
        },
      ],
    });
    await mlflow('POST', 'runs/update', { run_id: id, status: 'FAILED', end_time: 9 });
    await mlflow('POST', 'runs/delete', { run_id: id });
    await upload((await itemOf(source, 'run', id)).artifactRoot ?? '', 'a%20b/c.txt', 'content');
  });

  it('is read with its columns, whoever wrote it', async () => {
    const run = await itemOf(source, 'run', id);
    assert.deepEqual(
      [run.project, run.origin, run.name, run.status, run.archived, run.startedMs, run.endedMs, run.type, run.isPublic],
      [project, 'mlflow', 'r', 'failed', true, 5n, 9n, 'training', false],
    );
    assert.deepEqual([run.author, run.authorId, run.parent, run.note, run.commit], ['ann', 'bob', 'a parent', 'a note', 'abc']);
    assert.equal(typeof run.archivedMs, 'bigint');
    const user = await itemOf(source, 'user', run.user ?? '');
    assert.equal(user.isAdmin, true);
  });

  it('is read with its params, tags, labels and datasets, names in both forms', async () => {
    const run = await itemOf(source, 'run', id);
    const nothing = { type: null, description: null };
    assert.deepEqual(run.params.sort(byKey), [
      { key: 'Args/lr', first: 'Args', second: 'lr', value: '', ...nothing },
      { key: 'lr', first: 'General', second: 'lr', value: '0.1', ...nothing },
    ]);
    assert.deepEqual(run.labels, ['label']);
    assert.deepEqual(
      run.tags.sort(byKey).map(({ key, value }) => [key, value]),
      [
        ['mlflow.own', ''],
        ['mlflow.runName', 'r'],
        ['plain', 'value'],
      ],
    );
    assert.deepEqual(run.datasets, [
      {
        name: 'd',
        digest: 'x',
        sourceType: 'local',
        source: '{}',
        schema: 's',
        profile: 'p',
        context: 'train',
        tags: [{ key: 'own', value: 'é' }],
      },
    ]);
  });

  it('is read with every distinct point, those of one step and those that are no numbers too', async () => {
    const pieces = (await points({ kind: 'run', id })).sort((a, b) => byKey(a.name, b.name));
    assert.deepEqual(
      pieces.map(({ name, isSingle }) => ({ name, isSingle })),
      [
        { name: { key: 'a/b/c', first: 'a', second: 'b/c' }, isSingle: false },
        { name: { key: 'train/loss', first: 'train', second: 'loss' }, isSingle: false },
      ],
    );
    const [, loss] = pieces;
    const all = loss?.steps.map((step, at) => [step, loss.timestampsMs[at], loss.values[at]]);
    assert.deepEqual(
      new Set(all),
      new Set([
        [1n, 7n, 1],
        [1n, 7n, Number.NaN],
        [1n, 3n, Number.POSITIVE_INFINITY],
        [9007199254740993n, 7n, -0.5],
      ]),
    );
  });

  it('has the files below its artifact root, whose bytes can be read', async () => {
    const [file, ...others] = await files({ kind: 'run', id });
    assert.deepEqual(others, []);
    assert.deepEqual(file, { owner: { kind: 'run', id }, place: 'artifacts', path: 'a b/c.txt', sizeBytes: 7n });
    assert.equal(await textOf(await source.openFile(file)), 'content');
  });
});

describe('a run that ClearML reported', () => {
  let id: string;
  let queue: string;
  let model: string;
  before(async () => {
    const { id: project } = await clearml('projects.create', { name: 'team/ clearml ', tags: ['t'], description: 'said' });
    ({ id } = await clearml('tasks.create', {
      name: 'task',
      type: 'testing',
      project,
      tags: ['prod'],
      system_tags: ['mark'],
      comment: 'said',
      hyperparams: { Args: { lr: { section: 'Args', name: 'lr', value: '1', type: 'float', description: 'rate' } } },
      configuration: { net: { name: 'net', value: 'layers', type: 'json' } },
      script: { repository: 'r', diff: 'the diff', requirements: { pip: 'numpy' } },
    }));
    const events = [
      { type: 'training_stats_scalar', task: id, metric: 'Summary', variant: 'acc', value: 0.5, iter: -2147483648, timestamp: 3 },
      { type: 'training_stats_scalar', task: id, metric: 'a/b', variant: 'c', value: 'NaN', iter: 2, timestamp: 4 },
      { type: 'log', task: id, msg: 'second in time', level: 'info', worker: 'w', timestamp: 20 },
      { type: 'log', task: id, msg: 'first in time', level: 'error', worker: 'w', timestamp: 10 },
      { type: 'plot', task: id, metric: 'p', variant: 'v', plot_str: '{"data": [1]}', iter: 3, timestamp: 5 },
      {
        type: 'training_debug_image',
        task: id,
        metric: 'img',
        variant: 'v',
        iter: 1,
        timestamp: 6,
        key: 'k',
        url: 'http://localhost:8081/files/team/x%20y.png',
      },
    ];
    await http
      .post('/events.add_batch')
      .set('content-type', 'application/json-lines')
      .set('host', 'localhost:8081')
      .send(events.map((event) => JSON.stringify(event)).join('\n'))
      .expect(200);
    const sent = form([
      { name: 'team/x y.png', content: 'picture' },
      { name: 'team/w.pt', content: 'weights' },
    ]);
    await http.post('/files').set(sent.headers).set('host', 'localhost:8081').send(sent.body).expect(200);
    await http
      .post('/tasks.add_or_update_artifacts')
      .set('host', 'localhost:8081')
      .send({
        task: id,
        artifacts: [
          {
            key: 'weights',
            type: 'custom',
            mode: 'output',
            uri: 'http://localhost:8081/files/team/w.pt',
            content_size: 7,
            hash: 'h',
            timestamp: 8,
            type_data: { preview: 'ü' },
          },
        ],
      })
      .expect(200);
    ({ id: queue } = await clearml('queues.create', {
      name: 'waiting',
      metadata: { gpu: { key: 'gpu', type: 'int', value: '4' } },
    }));
    await clearml('tasks.enqueue', { task: id, queue });
    ({ id: model } = await clearml('models.create', {
      uri: 's3://b/x',
      name: 'net',
      task: id,
      project,
      ready: false,
      framework: 'PyTorch',
      labels: { cat: 1 },
      tags: ['best'],
      comment: 'of the model',
    }));
    await clearml('models.add_or_update_metadata', { model, metadata: [{ key: 'k', type: 'int', value: '2' }] });
  });

  it('is read with its sections, documents, artifacts, labels and marks', async () => {
    const run = await itemOf(source, 'run', id);
    assert.deepEqual([run.type, run.status, run.queue, run.note, run.repository], ['testing', 'queued', queue, 'said', 'r']);
    assert.deepEqual([run.labels, run.systemTags], [['prod'], ['mark']]);
    assert.deepEqual(run.params, [
      { key: 'Args/lr', first: 'Args', second: 'lr', value: '1', type: 'float', description: 'rate' },
    ]);
    const configuration = run.documents.find(({ kind }) => kind === 'configuration');
    assert.deepEqual(configuration, { kind: 'configuration', name: 'net', content: 'layers', type: 'json', description: null });
    assert.ok(run.documents.some(({ kind, content }) => kind === 'script' && content.includes('the diff')));
    const [artifact] = run.artifacts;
    assert.deepEqual(
      [artifact?.key, artifact?.mode, artifact?.uri, artifact?.file, artifact?.sha256, artifact?.sizeBytes],
      ['weights', 'output', 'files:///team/w.pt', 'team/w.pt', 'h', 7n],
    );
    assert.deepEqual(JSON.parse(artifact?.preview ?? ''), { type_data: { preview: 'ü' } });
  });

  it('is read with its series as ClearML says them, single values at no step', async () => {
    const run = await itemOf(source, 'run', id);
    const { isSingle, key, minValue, minStep } = run.series.find(({ second }) => second === 'acc') ?? {};
    assert.deepEqual([isSingle, key, minValue, minStep], [true, 'Summary/acc', 0.5, -2147483648n]);
    const pieces = (await points({ kind: 'run', id })).sort((a, b) => byKey(a.name, b.name));
    assert.deepEqual(
      pieces.map(({ name, isSingle: single, steps, values }) => [name.first, name.second, single, steps[0], values[0]]),
      [
        ['Summary', 'acc', true, -2147483648n, 0.5],
        ['a/b', 'c', false, 2n, Number.NaN],
      ],
    );
  });

  it('is read with its console in the order of reporting, and with its plots', async () => {
    const owner = { kind: 'run', id } as const;
    const [console] = await allOf(source.lines([owner], nothingUnreadable));
    assert.deepEqual(
      console?.lines.map(({ message, level, worker, timestampMs }) => [message, level, worker, timestampMs]),
      [
        ['second in time', 'info', 'w', 20n],
        ['first in time', 'error', 'w', 10n],
      ],
    );
    const [image, plot] = await allOf(source.plots([owner], nothingUnreadable));
    assert.deepEqual([plot?.type, plot?.title, plot?.iteration, JSON.parse(plot?.body ?? '')], ['plot', 'p', 3n, { data: [1] }]);
    assert.deepEqual([image?.type, image?.url, image?.file], ['image', 'files:///team/x%20y.png', 'team/x y.png']);
  });

  it('has the files it reported, each with its size and bytes', async () => {
    const found = await files({ kind: 'run', id });
    assert.deepEqual(found.map(({ place, path, sizeBytes }) => [place, path, sizeBytes]).sort(), [
      ['reported', 'team/w.pt', 7n],
      ['reported', 'team/x y.png', 7n],
    ]);
    for (const file of found) assert.match(await textOf(await source.openFile(file)), /^(weights|picture)$/);
  });

  it('waits in its queue, and belongs to a project with both its names', async () => {
    const { name, entries, metadata } = await itemOf(source, 'queue', queue);
    assert.deepEqual(
      [name, entries.map(({ run }) => run), metadata],
      ['waiting', [id], [{ key: 'gpu', type: 'int', value: '4' }]],
    );
    const { project } = await itemOf(source, 'run', id);
    const { path, labels, description, hidden } = await itemOf(source, 'project', project ?? '');
    assert.deepEqual([path, labels, description, hidden], ['team/clearml', ['t'], 'said', false]);
  });

  it('made a model that is read with what ClearML says of it', async () => {
    const found = await itemOf(source, 'model', model);
    assert.deepEqual([found.name, found.run, found.uri, found.file, found.framework], ['net', id, 's3://b/x', null, 'PyTorch']);
    assert.deepEqual([found.labels, found.note, JSON.parse(found.classes ?? '')], [['best'], 'of the model', { cat: 1 }]);
    assert.deepEqual(found.tags, [{ key: 'k', value: '2', type: 'int', name: null }]);
    assert.deepEqual([found.isOfVersion, found.published, found.status], [false, false, 'ready']);
  });
});

describe('models and their registry', () => {
  it('a logged model is read with what runs measured on it, and with its files', async () => {
    const experimentId = await experiment('with models');
    const run = await mlflowRun(experimentId);
    const { info } = (
      await mlflow('POST', 'logged-models', {
        experiment_id: experimentId,
        name: 'logged',
        model_type: 'Agent',
        source_run_id: run,
        params: [{ key: 'p', value: '1' }],
        tags: [{ key: 't', value: '2' }],
      })
    ).model;
    const metric = {
      key: 'acc',
      value: 0.25,
      timestamp: 3,
      step: 4,
      model_id: info.model_id,
      dataset_name: 'd',
      dataset_digest: 'x',
    };
    await mlflow('POST', 'runs/log-batch', { run_id: run, metrics: [metric] });
    await mlflow('POST', 'runs/outputs', { run_id: run, models: [{ model_id: info.model_id, step: 2 }] });
    await upload(info.artifact_uri, 'MLmodel', 'yaml');
    const id = info.model_id.slice(2);
    const model = await itemOf(source, 'model', id);
    assert.deepEqual([model.name, model.type, model.run, model.project], ['logged', 'Agent', run, await projectOf(experimentId)]);
    assert.deepEqual(
      [model.params, model.tags.map(({ key, value }) => [key, value])],
      [[{ key: 'p', value: '1' }], [['t', '2']]],
    );
    assert.deepEqual(model.metrics, [
      { run, key: 'acc', value: 0.25, timestampMs: 3n, step: 4n, datasetName: 'd', datasetDigest: 'x' },
    ]);
    const { models } = await itemOf(source, 'run', run);
    assert.deepEqual(models, [{ direction: 'output', model: id, name: '', step: 2n, linkedMs: null }]);
    const [file] = await files({ kind: 'model', id });
    assert.deepEqual([file?.place, file?.path, file?.sizeBytes], ['artifacts', 'MLmodel', 4n]);
  });

  it('versions keep their numbers, and numbers of deleted ones stay used up', async () => {
    const run = await mlflowRun('0');
    await mlflow('POST', 'registered-models/create', { name: 'reg', description: 'said', tags: [{ key: 'k', value: 'v' }] });
    for (const _ of [1, 2, 3]) {
      await mlflow('POST', 'model-versions/create', { name: 'reg', source: `runs:/${run}/m`, run_id: run });
    }
    await mlflow('POST', 'registered-models/alias', { name: 'reg', alias: 'best', version: '2' });
    await mlflow('POST', 'model-versions/transition-stage', { name: 'reg', version: '2', stage: 'Production' });
    await mlflow('DELETE', 'model-versions/delete', { name: 'reg', version: '3' });
    const registered = await itemOf(source, 'registered_model', 'reg');
    assert.deepEqual([registered.lastVersion, registered.aliases], [3n, [{ alias: 'best', version: 2n }]]);
    assert.deepEqual([registered.description, registered.tags, registered.isPrompt], ['said', [{ key: 'k', value: 'v' }], false]);
    const versions = (await itemsOf(source, 'version')).filter(({ registeredModel }) => registeredModel === 'reg');
    assert.deepEqual(
      versions.map(({ id, version, stage, run: of }) => [id, version, stage, of]),
      [
        ['reg/1', 1n, 'None', run],
        ['reg/2', 2n, 'Production', run],
      ],
    );
    const standIn = await itemOf(source, 'model', versions[0]?.model ?? '');
    assert.equal(standIn.isOfVersion, true);
    assert.deepEqual(await files({ kind: 'model', id: standIn.id }), []);
  });
});

describe('traces and evaluation', () => {
  let experimentId: string;
  let project: string;
  const trace = `tr-${'1'.repeat(32)}`;
  before(async () => {
    experimentId = await experiment('traced');
    project = await projectOf(experimentId);
    const trace_info = {
      trace_id: trace,
      trace_location: { type: 'MLFLOW_EXPERIMENT', mlflow_experiment: { experiment_id: experimentId } },
      request_time: '2024-01-01T00:00:00.250Z',
      execution_duration: '1.5s',
      state: 'OK',
      request_preview: 'in',
      tags: { 'mlflow.traceName': 'answer', color: 'röd' },
      trace_metadata: {
        'mlflow.trace.session': 's1',
        'mlflow.trace.tokenUsage': '{"input_tokens": 9007199254740993}',
        'mlflow.trace.cost': '{"input_cost": 0.00001, "output_cost": 2, "total_cost": 2}',
        other: 'm',
      },
      assessments: [
        {
          assessment_name: 'good',
          feedback: { value: { n: 1 } },
          source: { source_type: 'HUMAN', source_id: 'me' },
          metadata: { why: 'ü' },
          trace_id: trace,
        },
      ],
    };
    await http.post(`${v3}/traces`).send({ trace: { trace_info } }).expect(200);
  });

  it('a trace is read with what was said about it', async () => {
    const found = await itemOf(source, 'trace', trace);
    assert.deepEqual(
      [found.project, found.name, found.session, found.startedMs, found.durationMs, found.status, found.requestPreview],
      [project, 'answer', 's1', 1704067200250n, 1500n, 'ok', 'in'],
    );
    assert.deepEqual(found.usage, [{ kind: 'input', tokens: 9007199254740993n }]);
    assert.ok(found.tags.some(({ key, value }) => key === 'color' && value === 'röd'));
    assert.ok(found.metadata.some(({ key, value }) => key === 'other' && value === 'm'));
    const [assessment] = found.assessments;
    assert.deepEqual(
      [assessment?.type, assessment?.name, JSON.parse(assessment?.value ?? ''), assessment?.source, assessment?.sourceId],
      ['feedback', 'good', { n: 1 }, 'human', 'me'],
    );
    assert.deepEqual(assessment?.metadata, [{ key: 'why', value: 'ü' }]);
  });

  it('evaluation datasets are read with their records, JSON as one object', async () => {
    const { body } = await http
      .post(`${v3}/datasets/create`)
      .send({ name: 'set', experiment_ids: [experimentId], tags: '{"mlflow.user": "ann"}' })
      .expect(200);
    const { dataset_id } = body.dataset;
    const records =
      '[{"inputs": {"q": NaN}, "outputs": [1], "expectations": {"a": 1.5}, "tags": {"t": "x"}}, {"inputs": {"q": 2}}]';
    await http.post(`${v3}/datasets/${dataset_id}/records`).send({ records }).expect(200);
    const dataset = await itemOf(source, 'evaluation_dataset', dataset_id);
    assert.deepEqual([dataset.name, dataset.projects, dataset.createdBy], ['set', [project], 'ann']);
    assert.deepEqual(Object.keys(JSON.parse(dataset.schema ?? '')), ['inputs', 'outputs', 'expectations', 'version']);
    const [first, second] = (await itemsOf(source, 'evaluation_record')).filter((record) => record.dataset === dataset_id);
    assert.deepEqual([first?.inputs, first?.outputs], ['{"q": NaN}', '[1]']);
    assert.deepEqual(
      [first?.expectations, first?.tags].map((text) => JSON.parse(text ?? '')),
      [{ a: 1.5 }, { t: 'x' }],
    );
    assert.deepEqual([second?.expectations, second?.tags], [null, null]);
  });

  it('scorers, label schemas, review queues and issues are read', async () => {
    const scorer = { experiment_id: experimentId, name: 'é', serialized_scorer: '{"n": 1.50}' };
    for (const _ of [1, 2]) await http.post(`${v3}/scorers/register`).send(scorer).expect(200);
    const schema = (
      await http
        .post(`${v3}/label-schemas/create`)
        .send({ experiment_id: experimentId, name: 'how long', type: 'FEEDBACK', input: { text: { max_length: 2 ** 40 } } })
        .expect(200)
    ).body.label_schema as Json;
    const queue = (
      await http
        .post(`${v3}/review-queues/create`)
        .send({ experiment_id: experimentId, name: 'Team', queue_type: 'CUSTOM', users: ['ann'], schema_ids: [schema.schema_id] })
        .expect(200)
    ).body.review_queue as Json;
    await http
      .post(`${v3}/review-queues/items/add`)
      .send({ queue_id: queue.queue_id, item_ids: [trace] })
      .expect(200);
    await http
      .post(`${v3}/issues`)
      .send({ experiment_id: experimentId, name: 'slow', description: 'it is', status: 'pending', severity: 'high' })
      .expect(200);
    const [found] = await itemsOf(source, 'scorer');
    assert.deepEqual(
      [found?.project, found?.name, found?.versions.map(({ version, definition }) => [version, definition]), found?.online],
      [
        project,
        'é',
        [
          [1n, '{"n": 1.50}'],
          [2n, '{"n": 1.50}'],
        ],
        null,
      ],
    );
    const { input, type } = await itemOf(source, 'label_schema', schema.schema_id);
    assert.deepEqual([type, JSON.parse(input)], ['feedback', { type: 'text', maxLength: 2 ** 40 }]);
    const { users, labelSchemas, entries } = await itemOf(source, 'review_queue', queue.queue_id);
    assert.deepEqual([users, labelSchemas, entries.map((entry) => entry.trace)], [['ann'], [schema.schema_id], [trace]]);
    const [issue] = await itemsOf(source, 'issue');
    assert.deepEqual([issue?.project, issue?.name, issue?.status, issue?.severity], [project, 'slow', 'pending', 'high']);
  });
});

describe('the rest of the record', () => {
  it('workspaces keep their things apart, and ids stay unique', async () => {
    await http.post(`${v3}/workspaces`).send({ name: 'team-a', description: 'said' }).expect(201);
    for (const headers of [{}, { 'x-mlflow-workspace': 'team-a' }]) {
      await http.post('/api/2.0/mlflow/registered-models/create').set(headers).send({ name: 'twice' }).expect(200);
    }
    assert.deepEqual((await itemOf(source, 'workspace', 'team-a')).description, 'said');
    const found = (await itemsOf(source, 'registered_model')).filter(({ name }) => name === 'twice');
    assert.deepEqual(
      found.map(({ id, workspace }) => [id, workspace]),
      [
        ['twice', null],
        ['team-a/twice', 'team-a'],
      ],
    );
  });

  it('MCP servers are read whole, webhooks without their secret', async () => {
    await http
      .post(`${v3}/mcp-servers/${encodeURIComponent('com.example/one')}/versions`)
      .send({ server_json: { name: 'com.example/one', version: '1.0.0' }, status: 'active' })
      .expect(200);
    const server = await itemOf(source, 'mcp_server', 'com.example/one');
    assert.deepEqual(
      server.versions.map(({ version, status, serverJson }) => [version, status, JSON.parse(serverJson)]),
      [['1.0.0', 'active', { name: 'com.example/one', version: '1.0.0' }]],
    );
    const hooks = await startApp({ webhookSecretKey: 'of the operator' });
    const events = [{ entity: 'REGISTERED_MODEL', action: 'CREATED' }];
    await hooks.http
      .post('/api/2.0/mlflow/webhooks')
      .send({ name: 'hook', url: 'https://8.8.8.8/hook', events, secret: 'nobody sees it' })
      .expect(200);
    const [webhook] = await itemsOf(await openRecordSource(await recordContext(hooks)), 'webhook');
    assert.deepEqual([webhook?.name, webhook?.events, webhook?.wasActive], ['hook', ['registered_model.created'], true]);
    assert.ok(!Object.values(webhook ?? {}).includes('nobody sees it'));
  });

  it('users and rights are read, and nothing to sign in with', async () => {
    const guarded = await startApp({ auth: 'on' });
    const root = await addPerson(guarded, 'root', 'admin');
    const ann = await addPerson(guarded, 'ann');
    const asRoot = (path: string, body: object) =>
      guarded.http.post(`/api/${path}`).set('authorization', root.authorization).send(body).expect(200);
    const { body } = await asRoot('3.0/mlflow/roles/create', { name: 'readers', workspace: 'default' });
    const grant = { role_id: body.role.id, resource_type: 'experiment', resource_pattern: '0', permission: 'READ' };
    await asRoot('3.0/mlflow/roles/permissions/add', grant);
    await asRoot('3.0/mlflow/roles/assign', { username: 'ann', role_id: body.role.id });
    await guarded.http
      .post('/api/2.0/mlflow/experiments/create')
      .set('authorization', ann.authorization)
      .send({ name: 'of ann' })
      .expect(200);
    const record = await openRecordSource(await recordContext(guarded));
    const users = await itemsOf(record, 'user');
    const annId = users.find(({ name }) => name === 'ann')?.id;
    assert.ok(!users.some((user) => Object.keys(user).some((field) => /password|hash/i.test(field))));
    const projects = await itemsOf(record, 'project');
    const idOf = (named: string) => projects.find(({ name }) => name === named)?.id;
    const roles = await itemsOf(record, 'role');
    assert.deepEqual(roles.find(({ name }) => name === 'readers')?.grants, [
      { on: 'project', thing: idOf('Default'), pattern: null, permission: 'read' },
    ]);
    assert.deepEqual(roles.find(({ name }) => name === 'readers')?.members, [annId]);
    assert.deepEqual(roles.find(({ owner }) => owner === annId)?.grants, [
      { on: 'project', thing: idOf('of ann'), pattern: null, permission: 'manage' },
    ]);
  });
});

describe('a project that MLflow made', () => {
  it('is read with its id, its files\u2019 root, its tags and its labels', async () => {
    const tags = Object.entries({ team: 'a', best: '', 'mlflow.empty': '' }).map(([key, value]) => ({ key, value }));
    const { experiment_id } = await mlflow('POST', 'experiments/create', { name: ' /Users/ann/x', tags });
    await mlflow('POST', 'experiments/delete', { experiment_id });
    const project = await itemOf(source, 'project', await projectOf(experiment_id));
    assert.deepEqual([project.name, project.path, project.archived], [' /Users/ann/x', 'Users/ann/x', true]);
    assert.deepEqual([project.labels, project.uuid, project.workspace], [['best'], project.id, null]);
    assert.deepEqual(project.tags.sort(byKey), [
      { key: 'mlflow.empty', value: '' },
      { key: 'team', value: 'a' },
    ]);
  });
});

describe('selections', () => {
  let experimentId: string;
  before(async () => {
    experimentId = await experiment('selected');
    for (const start_time of [10, 20, 30]) await mlflowRun(experimentId, { start_time });
    const gone = await mlflowRun(experimentId, { start_time: 20 });
    await mlflow('POST', 'runs/log-metric', { run_id: gone, key: 'm', value: 1, timestamp: 1, step: 1 });
    await mlflow('POST', 'runs/update', { run_id: gone, status: 'FINISHED' });
    await mlflow('POST', 'runs/delete', { run_id: gone });
  });

  it('name projects in any form, moments with both ends, states, and whether archived things count', async () => {
    const project = await projectOf(experimentId);
    const startsOf = async (selection: object) =>
      (await itemsOf(source, 'run', { projects: ['selected'], ...selection })).map(({ startedMs }) => startedMs);
    assert.deepEqual(await startsOf({}), [10n, 20n, 30n, 20n]);
    for (const projects of [[experimentId], [project]]) assert.equal((await startsOf({ projects })).length, 4);
    assert.deepEqual(await startsOf({ fromMs: 20n, toMs: 30n }), [20n, 30n, 20n]);
    assert.deepEqual(await startsOf({ withArchived: false }), [10n, 20n, 30n]);
    assert.deepEqual(await startsOf({ states: ['completed'] }), [20n]);
    assert.deepEqual(await startsOf({ projects: ['nothing of the kind'] }), []);
  });

  it('are counted as they are read', async () => {
    for (const selection of [{}, { projects: ['selected'] }, { withArchived: false }]) {
      const { items, points: counted } = await source.measure(selection);
      for (const kind of source.kinds) {
        assert.equal(items[kind], BigInt((await itemsOf(source, kind, selection)).length), kind);
      }
      const owners = [
        ...(await itemsOf(source, 'run', selection)).map(({ id }) => ({ kind: 'run', id }) as const),
        ...(await itemsOf(source, 'model', selection)).map(({ id }) => ({ kind: 'model', id }) as const),
      ];
      const pieces = await allOf(source.points(owners, nothingUnreadable));
      assert.equal(counted, BigInt(pieces.reduce((sum, { steps }) => sum + steps.length, 0)));
    }
  });
});

describe('long histories', () => {
  it('runs with much beside them come in smaller chunks, each run once', async () => {
    const { id: project } = await clearml('projects.create', { name: 'heavy' });
    const configuration = { net: { name: 'net', value: 'x'.repeat(6_000_000), type: 'text' } };
    for (const name of ['one', 'two', 'three', 'four']) {
      await clearml('tasks.create', { name: `task ${name}`, type: 'training', project, configuration });
    }
    const chunks: number[] = [];
    for await (const items of source.items('run', { selection: { projects: ['heavy'] } }, nothingUnreadable)) {
      chunks.push(items.length);
    }
    assert.deepEqual(chunks, [2, 2]);
  });

  it('a series of many points comes in pieces that hold each point once', async () => {
    const run = await mlflowRun('0');
    const metrics = (from: number) =>
      Array.from({ length: 1000 }, (_, at) => ({ key: 'm', step: (from + at) >> 1, timestamp: from + at, value: at }));
    for (let from = 0; from < 24_000; from += 1000)
      await mlflow('POST', 'runs/log-batch', { run_id: run, metrics: metrics(from) });
    const pieces = await points({ kind: 'run', id: run });
    assert.ok(pieces.every(({ steps }) => steps.length <= 10_000));
    const moments = pieces.flatMap(({ timestampsMs }) => timestampsMs);
    assert.equal(moments.length, 24_000);
    assert.equal(new Set(moments).size, 24_000);
  });
});
