import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startApp } from '../../support/app.ts';
import { mlflowApi } from '../../support/mlflow-api.ts';

const { call, refuse } = mlflowApi(
  await startApp({
    allowedArtifactSchemes: 'HTTPS, mlflow-artifacts',
    modelSourcePattern: '^(https|s3|hdfs)://models/|^runs:|^dummy',
  }),
);

const INVALID = '400 INVALID_PARAMETER_VALUE';
const PROMPT = { key: 'mlflow.prompt.is_prompt', value: 'true' };

test('createModelVersion takes only sources that the pattern of the operator is found in', async () => {
  await call('POST', 'registered-models/create', { name: 'm' });
  const source = 's3://models/ünï 模型/1';
  assert.equal((await call('POST', 'model-versions/create', { name: 'm', source })).model_version.source, source);
  for (const other of ['s3://others/1', 'S3://models/1', ' s3://models/1', 's3:/models/1', '']) {
    assert.equal(await refuse('POST', 'model-versions/create', { name: 'm', source: other }), INVALID, other);
  }
});

test('createModelVersion asks the pattern for prompts too', async () => {
  await call('POST', 'registered-models/create', { name: 'p', tags: [PROMPT] });
  const prompt = { name: 'p', tags: [PROMPT] };
  assert.equal((await call('POST', 'model-versions/create', { ...prompt, source: 'dummy-source' })).model_version.version, '1');
  assert.equal(await refuse('POST', 'model-versions/create', { ...prompt, source: 'prompt-template' }), INVALID);
});

test('createModelVersion looks at no source that is longer than addresses are, whatever the pattern', async () => {
  const source = `s3://models/${'a'.repeat(8000)}`;
  assert.equal(await refuse('POST', 'model-versions/create', { name: 'm', source }), INVALID);
});

test('createModelVersion takes the schemes of hosts that the operator allows, in any case of letters, and no others', async () => {
  const take = (source: string) => call('POST', 'model-versions/create', { name: 'm', source });
  assert.equal((await take('https://models/a/1')).model_version.source, 'https://models/a/1');
  assert.equal(await refuse('POST', 'model-versions/create', { name: 'm', source: 'hdfs://models/a/1' }), INVALID);
  assert.equal(await refuse('POST', 'model-versions/create', { name: 'm', source: 'https://models/../1' }), INVALID);
});

test('createExperiment takes the schemes of hosts that the operator allows, and no others', async () => {
  const places = ['https://host/a', 'HTTPS://host/b', 'mlflow-artifacts://host/c'];
  for (const place of places) await call('POST', 'experiments/create', { name: place, artifact_location: place });
  for (const place of ['http://host/a', 'hdfs://host/a', 'https://host/../a', 'https://host/a#b']) {
    const body = { name: place, artifact_location: place };
    assert.equal(await refuse('POST', 'experiments/create', body), INVALID, place);
  }
});
