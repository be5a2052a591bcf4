import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { startApp } from '../../support/app.ts';
import type { Json } from '../../support/json.ts';

const { http, db } = await startApp();

const TRACE = `tr-${'1'.repeat(32)}`;
const PATH = `/api/3.0/mlflow/traces/${TRACE}/assessments`;
const LOCATION = { type: 'MLFLOW_EXPERIMENT', mlflow_experiment: { experiment_id: '0' } };

async function add(assessment: object): Promise<{ status: number; json: Json; text: string }> {
  const answer = await http.post(PATH).send({ assessment });
  return { status: answer.status, json: answer.body, text: answer.text };
}

async function search(filter: string): Promise<number> {
  const { body } = await http.post('/api/3.0/mlflow/traces/search').send({ locations: [LOCATION], filter });
  return (body.traces ?? []).length;
}

describe('assessments', () => {
  before(async () => {
    const trace_info = { trace_id: TRACE, trace_location: LOCATION, request_time: '2024-01-01T00:00:00Z', state: 'OK' };
    assert.equal((await http.post('/api/3.0/mlflow/traces').send({ trace: { trace_info } })).status, 200);
  });

  it('createAssessment keeps values as doubles, nulls and empty lists included', async () => {
    const value = { n: 1, list: [], nothing: null, big: 1e300, small: 1e-7, text: '\u0000 \ud83d\ude00' };
    const { status, text } = await add({ assessment_name: 'f', feedback: { value } });
    assert.equal(status, 200);
    const kept =
      '"value":{"n": 1.0, "list": [], "nothing": null, "big": 1e+300, "small": 1e-07, "text": "\\u0000 \\ud83d\\ude00"}';
    assert.ok(text.includes(kept), text);
  });

  it('createAssessment refuses values that are nested too deeply, and texts that cannot be kept', async () => {
    const deep = JSON.parse('['.repeat(200) + ']'.repeat(200));
    for (const assessment of [
      { assessment_name: 'f', feedback: { value: deep } },
      {
        assessment_name: 'f',
        expectation: { serialized_value: { serialization_format: 'JSON_FORMAT', value: '['.repeat(50_000) } },
      },
      { assessment_name: 'f\u0000', feedback: { value: 1 } },
      { assessment_name: 'f', feedback: { value: 1 }, metadata: { a: 1 } },
      { assessment_name: 'f', feedback: { value: 1 }, metadata: { 'a\u0000': 'b' } },
      { assessment_name: 'f', feedback: { value: 1 }, create_time: 'yesterday' },
      { assessment_name: 'f', feedback: 'yes' },
      { assessment_id: 'x'.repeat(51), assessment_name: 'f', feedback: { value: 1 } },
    ]) {
      const { status, json } = await add(assessment);
      assert.deepEqual([status, json.error_code], [400, 'INVALID_PARAMETER_VALUE'], JSON.stringify(assessment).slice(0, 100));
    }
  });

  it('updateAssessment of one of several at once loses none of the changes', async () => {
    await add({ assessment_id: 'a-many', assessment_name: 'many', feedback: { value: 1 } });
    const keys = Array.from({ length: 8 }, (_, at) => `k${at}`);
    await Promise.all(
      keys.map((key) =>
        http
          .patch(`${PATH}/a-many`)
          .send({ assessment: { metadata: { [key]: 'v' } }, update_mask: 'metadata' })
          .expect(200),
      ),
    );
    const { body } = await http.get(`${PATH}/a-many`);
    assert.deepEqual(Object.keys(body.assessment.metadata).sort(), keys);
  });

  it('deleteAssessment makes what was overridden count again in searches', async () => {
    await add({ assessment_id: 'a-old', assessment_name: 'turn', feedback: { value: 'old' } });
    await add({ assessment_id: 'a-new', assessment_name: 'turn', feedback: { value: 'new' }, overrides: 'a-old' });
    assert.deepEqual([await search("feedback.turn = 'old'"), await search("feedback.turn = 'new'")], [0, 1]);
    await http.delete(`${PATH}/a-new`).expect(200);
    assert.deepEqual([await search("feedback.turn = 'old'"), await search("feedback.turn = 'new'")], [1, 0]);
  });

  it('deleteExperiment takes the assessments along that its runs made', async () => {
    const experiment = (await http.post('/api/2.0/mlflow/experiments/create').send({ name: 'judges' })).body.experiment_id;
    const run = (await http.post('/api/2.0/mlflow/runs/create').send({ experiment_id: experiment })).body.run.info.run_id;
    await add({ assessment_name: 'judged', feedback: { value: 1 }, metadata: { 'mlflow.assessment.sourceRunId': run } });
    assert.equal(await search('feedback.judged IS NOT NULL'), 1);
    await http.post('/api/2.0/mlflow/experiments/delete').send({ experiment_id: experiment }).expect(200);
    assert.equal(await search('feedback.judged IS NOT NULL'), 0);
  });

  it('assessments go with their trace', async () => {
    await http
      .post('/api/3.0/mlflow/traces/delete-traces')
      .send({ experiment_id: '0', request_ids: [TRACE] })
      .expect(200);
    const { rows } = await db.query<{ n: bigint }>({ text: 'select count(*) as n from assessments' });
    assert.equal(rows[0]?.n, 0n);
  });
});

describe('searches of traces that are hard to run', () => {
  it('searchTracesV3 refuses expressions and filters that would take too long, and runs the others', async () => {
    const refused = [
      `name RLIKE '(a'`,
      `name RLIKE '\\1'`,
      `name RLIKE '${'a'.repeat(10_001)}'`,
      Array(101).fill("name = 'a'").join(' AND '),
    ];
    for (const filter of refused) {
      const { status } = await http.post('/api/3.0/mlflow/traces/search').send({ locations: [LOCATION], filter });
      assert.equal(status, 400, filter.slice(0, 60));
    }
    assert.equal(await search("status RLIKE '(((a|b|O)+)+)+$' AND span.attributes.`x` RLIKE '(.*)*y'"), 0);
  });

  it('queryTraceMetrics and calculateTraceFilterCorrelation take times and counts of any size', async () => {
    const ask = {
      experiment_ids: ['0'],
      view_type: 'SPANS',
      metric_name: 'total_cost',
      aggregations: [{ aggregation_type: 'SUM' }],
    };
    const times = { start_time_ms: '-9223372036854775808', end_time_ms: '9223372036854775807', time_interval_seconds: 1 };
    for (const body of [
      { ...ask, ...times },
      { ...ask, view_type: 'TRACES', metric_name: 'latency', aggregations: [{ aggregation_type: 'AVG' }], ...times },
    ]) {
      const { status, body: answer } = await http.post('/api/3.0/mlflow/traces/metrics').send(body);
      assert.deepEqual([status, answer], [200, {}]);
    }
    const correlation = { experiment_ids: ['0'], filter_string1: "name = 'a'", filter_string2: "name = 'b'" };
    const { body } = await http.post('/api/3.0/mlflow/traces/calculate-filter-correlation').send(correlation);
    assert.deepEqual(body, { filter1_count: 0, filter2_count: 0, joint_count: 0, total_count: 0 });
  });
});
