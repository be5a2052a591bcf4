import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { startApp } from '../../support/app.ts';
import { addPerson, type Person } from '../../support/people.ts';

interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: answers of the wire, read by the test that asked
  data: any;
  errors: string[] | null;
}

const app = await startApp();
const guarded = await startApp({ auth: 'on' });

async function ask(query: string, variables: object = {}): Promise<Answer> {
  return (await app.http.post('/graphql').send({ query, variables }).expect(200)).body;
}

async function refuse(body: string | object, says: RegExp): Promise<void> {
  const reply = await app.http.post('/graphql').type('json').send(body);
  assert.equal(reply.status, 400, reply.text);
  assert.equal(reply.body.error_code, 'INVALID_PARAMETER_VALUE');
  assert.match(reply.body.message, says);
}

async function makeRun(experimentId: string): Promise<string> {
  const { body } = await app.http.post('/api/2.0/mlflow/runs/create').send({ experiment_id: experimentId, run_name: 'ü "✓"' });
  return body.run.info.run_id;
}

const repeat = (count: number, part: (at: number) => string) => Array.from({ length: count }, (_, at) => part(at)).join(' ');

describe('graphql', () => {
  it('tells a run with numbers whole, NaN as null and infinity as the greatest double', async () => {
    const run = await makeRun('0');
    await app.http
      .post('/api/2.0/mlflow/runs/log-batch')
      .send({
        run_id: run,
        metrics: [
          { key: 'a', value: 'NaN', timestamp: '9223372036854775807', step: '-9223372036854775808' },
          { key: 'b', value: '-Infinity', timestamp: 1, step: 1 },
        ],
      })
      .expect(200);
    const fields =
      'info { runName endTime status } data { metrics { key value timestamp step } } experiment { name } modelVersions { name }';
    const { data, errors } = await ask(`query A($id: String) { mlflowGetRun(input: {runId: $id}) { run { ${fields} } } }`, {
      id: run,
    });
    assert.equal(errors, null);
    assert.deepEqual(data.mlflowGetRun.run, {
      info: { runName: 'ü "✓"', endTime: '0', status: 'RUNNING' },
      data: {
        metrics: [
          { key: 'a', value: null, timestamp: '9223372036854775807', step: '-9223372036854775808' },
          { key: 'b', value: -Number.MAX_VALUE, timestamp: '1', step: '1' },
        ],
      },
      experiment: { name: 'Default' },
      modelVersions: [],
    });
  });

  it('says what went wrong with a part beside what was found', async () => {
    const { data, errors } = await ask(
      '{ a: mlflowGetExperiment(input: {experimentId: "0"}) { experiment { name } } b: mlflowGetExperiment(input: {experimentId: "99"}) { experiment { name } } }',
    );
    assert.deepEqual(data, { a: { experiment: { name: 'Default' } }, b: null });
    assert.equal(errors?.length, 1);
    assert.match(errors?.[0] ?? '', /99/);
  });

  it('reads hostile ids and filters as its REST twins do', async () => {
    const hostile = ["x' OR 1=1 --", 'a\0b', '\ud800', '../..', '💥'.repeat(400), '', '1e9', '9'.repeat(40)];
    for (const id of hostile) {
      const { data, errors } = await ask(
        'query A($id: String) { mlflowGetRun(input: {runId: $id}) { run { info { runId } } } mlflowGetExperiment(input: {experimentId: $id}) { experiment { name } } mlflowSearchRuns(input: {experimentIds: ["0"], filter: $id}) { nextPageToken } mlflowListArtifacts(input: {runId: $id, path: $id}) { rootUri } }',
        { id },
      );
      assert.deepEqual([data.mlflowGetRun, data.mlflowGetExperiment, data.mlflowListArtifacts], [null, null, null], id);
      assert.ok(errors && !errors.some((sentence) => /server failed/.test(sentence)), `${id}: ${errors}`);
    }
  });

  it('refuses what is no question, naming what is wrong', async () => {
    await refuse({}, /field query .* null/);
    await refuse({ query: '' }, /field query/);
    await refuse({ query: 5 }, /field query must be a text, not 5/);
    await refuse('[]', /JSON object/);
    await refuse('{', /not valid JSON/);
    await refuse({ query: '{ test' }, /no GraphQL: Syntax Error/);
    await refuse({ query: '{ test }', variables: [] }, /field variables/);
    await refuse({ query: `{ test(inputString: "a") { ${repeat(4000, () => 'output')} } }` }, /no GraphQL: .*token/);
  });

  it('refuses to be asked for much at once, however it is spelt', async () => {
    const field = (at: number) => `f${at}: test(inputString: "a") { output }`;
    const test = (parts: string) => `test(inputString: "a") { ${parts} }`;
    const aliases = (name: string, count: number) => repeat(count, (at) => `${name}${at}: output`);
    const fragments = ['A', 'B'].map((name) => `fragment ${name} on Test { ${aliases(name, 6)} }`).join(' ');
    const deep = `{ fields { type { ${'ofType { '.repeat(8)} name ${'} '.repeat(8)} } } }`;
    const refused: [query: string, says: RegExp][] = [
      [`{ ${repeat(11, field)} }`, /10 root fields; this one has 11/],
      [`query A { ${repeat(6, field)} } query B { ${repeat(6, field)} }`, /10 root fields; this one has 12/],
      [`{ ${test(aliases('a', 11))} }`, /10 aliases in one place; this one has 11/],
      [`{ ${test('...A ... { ...B }')} } ${fragments}`, /10 aliases in one place; this one has 12/],
      [`{ ${test(repeat(1001, () => 'output'))} }`, /1000 fields/],
      [`{ __type(name: "Test") ${deep} }`, /nest 10 levels/],
      [`{ ${test('...F')} } fragment F on Test { output ...F }`, /within itself/],
    ];
    for (const [query, says] of refused) {
      const { data, errors } = await ask(query);
      assert.equal(data, null, query);
      assert.match(errors?.join() ?? '', says, query.slice(0, 100));
    }
  });

  it('asks for what belongs to each run found a hundred times at most, and for their experiment once', async () => {
    const { body } = await app.http.post('/api/2.0/mlflow/experiments/create').send({ name: 'many runs' });
    for (let made = 0; made < 101; made++) await makeRun(body.experiment_id);
    const find = `mlflowSearchRuns(input: {experimentIds: ["${body.experiment_id}"]})`;
    const once = await ask(`{ ${find} { runs { experiment { name } } } }`);
    assert.equal(once.errors, null);
    assert.equal(once.data.mlflowSearchRuns.runs.length, 101);
    const each = await ask(`{ ${find} { runs { modelVersions { name } } } }`);
    assert.match(each.errors?.[0] ?? '', /100 things/);
  });

  it('answers a GET with the question in its body or address, below /mlflow/ too', async () => {
    const query = '{ test(inputString: "a") { output } }';
    const found = { data: { test: { output: 'a' } }, errors: null };
    assert.deepEqual((await app.http.get('/graphql').type('json').send({ query }).expect(200)).body, found);
    assert.deepEqual((await app.http.get('/graphql').query({ query }).expect(200)).body, found);
    assert.deepEqual((await app.http.post('/mlflow/graphql').send({ query }).expect(200)).body, found);
  });
});

describe('graphql, asked by people with different rights', () => {
  let ann: Person;
  let bob: Person;
  let experiment: string;
  let run: string;

  before(async () => {
    ann = await addPerson(guarded, 'ann');
    bob = await addPerson(guarded, 'bob');
    const send = async (path: string, body: object) =>
      (await guarded.http.post(path).set('authorization', ann.authorization).send(body).expect(200)).body;
    experiment = (await send('/api/2.0/mlflow/experiments/create', { name: "ann's" })).experiment_id;
    run = (await send('/api/2.0/mlflow/runs/create', { experiment_id: experiment })).run.info.run_id;
    const denied = { username: 'bob', resource_type: 'experiment', resource_id: experiment, permission: 'DENY' };
    await send('/api/3.0/mlflow/users/permissions/grant', denied);
  });

  const queries = () => [
    `mlflowGetExperiment(input: {experimentId: "${experiment}"}) { experiment { name } }`,
    `mlflowGetRun(input: {runId: "${run}"}) { run { info { runId } } }`,
    `mlflowListArtifacts(input: {runId: "${run}"}) { rootUri }`,
    `mlflowGetMetricHistoryBulkInterval(input: {runIds: ["${run}"], metricKey: "m"}) { metrics { key } }`,
  ];

  it('asks for a login', async () => {
    await guarded.http.post('/graphql').send({ query: '{ test(inputString: "a") { output } }' }).expect(401);
  });

  it('tells whoever may read', async () => {
    const { body } = await guarded.http
      .post('/graphql')
      .set('authorization', ann.authorization)
      .send({ query: `{ ${queries().join(' ')} }` });
    assert.equal(body.errors, null);
  });

  it('tells nothing of what somebody is denied, by any field or name', async () => {
    const search = `mlflowSearchRuns(input: {experimentIds: ["${experiment}"]}) { runs { info { runId } } }`;
    for (const query of [...queries(), search].flatMap((each) => [
      `{ ${each} }`,
      `{ other: ${each} }`,
      `{ ...F } fragment F on Query { ${each} }`,
    ])) {
      const { body, status } = await guarded.http.post('/graphql').set('authorization', bob.authorization).send({ query });
      assert.equal(status, 200);
      const [found] = Object.values(body.data) as ({ runs?: unknown[] } | null)[];
      assert.ok(found === null || found?.runs?.length === 0, `${query}: ${JSON.stringify(body)}`);
      assert.doesNotMatch(JSON.stringify(body.data), new RegExp(`ann's|${run}`));
    }
  });
});
