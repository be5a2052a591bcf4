import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { startApp } from '../../support/app.ts';
import type { ListeningServer } from '../../support/listening-server.ts';
import { startMlflowServer } from '../../support/mlflow-server.ts';

const proxyPaths = ['/api/2.0/mlflow-artifacts/artifacts?path=a', '/api/2.0/mlflow-artifacts/artifacts/a/b.txt'];
const otherPaths = [
  '/api/2.0/mlflow/experiments/get?experiment_id=0',
  '/ajax-api/2.0/mlflow/experiments/get?experiment_id=0',
  '/api/2.0/mlflow/runs/get?run_id=0123456789abcdef0123456789abcdef',
  '/get-artifact?run_uuid=0123456789abcdef0123456789abcdef&path=a',
];
const openPaths = ['/health', '/version'];

/** Statuses by path. */
type Answers = Record<string, number>;

/** Half a server answers for the other half as the original does, whose options are the same. */
describe('a server that serves', async () => {
  const noArtifacts = await startApp({ serveArtifacts: false, defaultArtifactRoot: 's3://bucket/runs' });
  const onlyArtifacts = await startApp({ artifactsOnly: true });

  async function compare(app: Awaited<ReturnType<typeof startApp>>, options: readonly string[], paths: readonly string[]) {
    const original = await startMlflowServer(options);
    const theirs = await askOriginal(original, paths);
    await original.stop();
    const ours: Answers = {};
    for (const path of paths) {
      ours[path] = (await app.http.get(path)).status;
    }
    assert.deepEqual(ours, theirs);
    return ours;
  }

  it('no artifacts says 503 where clients send and fetch them, and works otherwise', async () => {
    const paths = [...proxyPaths, ...otherPaths, ...openPaths];
    const answers = await compare(noArtifacts, ['--no-serve-artifacts', '--default-artifact-root', 's3://bucket/runs'], paths);
    for (const path of proxyPaths) assert.equal(answers[path], 503);
    assert.match((await noArtifacts.http.get(proxyPaths[0] as string)).text, /--no-serve-artifacts/);
    const { body } = await noArtifacts.http.get(otherPaths[0] as string).expect(200);
    assert.equal(body.experiment.artifact_location, 's3://bucket/runs/0');
  });

  it('only artifacts says 503 everywhere else, and shows no page of what it does not serve', async () => {
    const answers = await compare(onlyArtifacts, ['--artifacts-only'], [...proxyPaths, ...otherPaths, ...openPaths]);
    for (const path of otherPaths) assert.equal(answers[path], 503);
    assert.match((await onlyArtifacts.http.get(otherPaths[0] as string)).text, /--artifacts-only/);
    await onlyArtifacts.http.get('/').expect(503);
    await onlyArtifacts.http.get('/bridge/v1/projects').expect(404);
    await onlyArtifacts.http
      .put(proxyPaths[1] as string)
      .send('abc')
      .expect(200);
    assert.equal(
      (
        await onlyArtifacts.http
          .get(proxyPaths[1] as string)
          .buffer(true)
          .expect(200)
      ).text,
      'abc',
    );
  });
});

async function askOriginal({ url }: ListeningServer, paths: readonly string[]): Promise<Answers> {
  const answers: Answers = {};
  for (const path of paths) {
    answers[path] = (await fetch(url + path)).status;
  }
  return answers;
}
