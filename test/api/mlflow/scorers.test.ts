import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { startApp } from '../../support/app.ts';
import type { Json } from '../../support/json.ts';

const { http } = await startApp();
const at = '/api/3.0/mlflow/scorers';

describe('scorers', () => {
  let experiment: string;
  before(async () => {
    const { body } = await http.post('/api/2.0/mlflow/experiments/create').send({ name: 'scorers' }).expect(200);
    experiment = body.experiment_id;
  });

  function register(name: string, definition: unknown) {
    const serialized_scorer = typeof definition === 'string' ? definition : JSON.stringify(definition);
    return http.post(`${at}/register`).send({ experiment_id: experiment, name, serialized_scorer });
  }

  async function versions(name: string): Promise<Json[]> {
    const { body } = await http.get(`${at}/versions`).query({ experiment_id: experiment, name }).expect(200);
    return body.scorers;
  }

  it('registerScorer keeps the definition to the letter, with a version of its own each time', async () => {
    const definition = '{"name":"é 🚀",   "n": 1.50, "nan": NaN}';
    const { body } = await register('é 🚀', definition).expect(200);
    assert.equal(body.version, 1);
    assert.equal(body.serialized_scorer, definition);
    assert.equal((await register('é 🚀', definition).expect(200)).body.version, 2);
    const found = await http.get(`${at}/get`).query({ experiment_id: experiment, name: 'é 🚀', version: 1 }).expect(200);
    assert.deepEqual(found.body.scorer, {
      experiment_id: Number(experiment),
      scorer_name: 'é 🚀',
      scorer_version: 1,
      serialized_scorer: definition,
      creation_time: body.creation_time,
      scorer_id: body.scorer_id,
    });
  });

  it('registrations at once get different versions', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => register('raced', '{}').expect(200)));
    const given = answers.map(({ body }) => body.version).sort((a, b) => a - b);
    assert.deepEqual(
      given,
      Array.from({ length: 10 }, (_, n) => n + 1),
    );
    assert.deepEqual(
      (await versions('raced')).map(({ scorer_version }) => scorer_version),
      given,
    );
  });

  it('registerScorer refuses code, and options that choose a host, however deep', async () => {
    for (const definition of [
      { call_source: 'import os' },
      { a: [[{ b: { call_source: 1 } }]] },
      { third_party_scorer_data: { kwargs: { a: { base_url: 'http://169.254.169.254' } } } },
      { a: [{ third_party_scorer_data: { kwargs: { x: [['api_base', 'y']] } } }] },
    ]) {
      const { body } = await register('harm', definition).expect(400);
      assert.equal(body.error_code, 'INVALID_PARAMETER_VALUE', JSON.stringify(definition));
    }
    await register('deep', `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`).expect(400);
    await http.get(`${at}/versions`).query({ experiment_id: experiment, name: 'harm' }).expect(404);
  });

  it('deleteScorer deletes one version or all, and what is scored online with them', async () => {
    const { scorer_id } = (await register('gone', '{}').expect(200)).body;
    await register('gone', '{}').expect(200);
    const config = { experiment_id: experiment, name: 'gone', sample_rate: 0, filter_string: "status = 'OK'" };
    const set = await http.put(`${at}/online-config`).send(config).expect(200);
    const { online_scoring_config_id } = set.body.config;
    assert.deepEqual(set.body.config, {
      online_scoring_config_id,
      scorer_id,
      sample_rate: 0,
      experiment_id: experiment,
      filter_string: "status = 'OK'",
    });
    await http.delete(`${at}/delete`).send({ experiment_id: experiment, name: 'gone', version: 1 }).expect(200);
    assert.equal((await versions('gone')).length, 1);
    await http.delete(`${at}/delete`).send({ experiment_id: experiment, name: 'gone' }).expect(200);
    const left = await http.get(`${at}/online-configs`).query({ scorer_ids: scorer_id }).expect(200);
    assert.deepEqual(left.body, { configs: [] });
  });

  it('listScorers shows the latest version of each, of active experiments', async () => {
    const { body } = await http.post('/api/2.0/mlflow/experiments/create').send({ name: 'listed' }).expect(200);
    const send = { experiment_id: body.experiment_id, serialized_scorer: '{ "a" :1}' };
    for (const name of ['b', 'a', 'b'])
      await http
        .post(`${at}/register`)
        .send({ ...send, name })
        .expect(200);
    const list = async () => (await http.get(`${at}/list?experiment_ids=${body.experiment_id}`).expect(200)).body.scorers ?? [];
    assert.deepEqual(
      (await list()).map((one: Json) => [one.scorer_name, one.scorer_version, one.serialized_scorer]),
      [
        ['a', 1, '{"a": 1}'],
        ['b', 2, '{"a": 1}'],
      ],
    );
    await http.post('/api/2.0/mlflow/experiments/delete').send({ experiment_id: body.experiment_id }).expect(200);
    assert.deepEqual(await list(), []);
  });
});
