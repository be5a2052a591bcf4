import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { startApp } from '../../support/app.ts';
import { form, quotePath } from '../../support/form.ts';

const ORIGIN = 'http://trackbridge.test';
const { http } = await startApp({ publicUrl: ORIGIN });
const PROXY = '/api/2.0/mlflow-artifacts/artifacts';
const LONG = 'a title of more than three hundred characters '.repeat(8);

// biome-ignore lint/suspicious/noExplicitAny: answers are compared, not typed
async function ask(call: string, message: object): Promise<any> {
  const { body } = await http.post(`/v2.23/${call}`).send(message);
  assert.equal(body.meta.result_code, 200, JSON.stringify(body.meta));
  return body.data;
}

/** Stores a file as the SDK does. @returns the address the SDK then reports */
async function upload(name: string, content: string): Promise<string> {
  const { headers, body } = form([{ name, content }]);
  await http.post('/files').set(headers).send(body).expect(200);
  return `${ORIGIN}/files/${quotePath(name)}`;
}

async function report(...events: object[]): Promise<void> {
  const lines = events.map((event) => JSON.stringify({ task, timestamp: 1_700_000_000_000, ...event })).join('\n');
  const { body } = await http.post('/v2.23/events.add_batch').set('content-type', 'application/json-lines').send(lines);
  assert.equal(body.data.added, events.length, JSON.stringify(body));
}

async function text(path: string, query: Record<string, string> = {}): Promise<{ status: number; text: string }> {
  const { status, body } = await http.get(path).query(query).responseType('blob');
  return { status, text: body.toString() };
}

interface Entry {
  path: string;
  is_dir?: boolean;
  file_size?: number;
}

async function list(path = ''): Promise<Entry[]> {
  return (await http.get('/api/2.0/mlflow/artifacts/list').query({ run_id: task, path }).expect(200)).body.files ?? [];
}

const names = async (path = '') => (await list(path)).map((entry) => entry.path);

/** Every file as a client finds it: folder by folder through the proxy. */
async function walk(path = ''): Promise<string[]> {
  const { body } = await http.get(PROXY).query({ path: path === '' ? root : `${root}/${path}` });
  const found: string[] = [];
  for (const entry of (body.files ?? []) as Entry[]) {
    const below = path === '' ? entry.path : `${path}/${entry.path}`;
    found.push(...(entry.is_dir ? await walk(below) : [below]));
  }
  return found;
}

/** A file by all three addresses that lead to it, which must agree. */
async function download(path: string): Promise<string> {
  const answers = [
    await text(`${PROXY}/${quotePath(`${root}/${path}`)}`),
    await text('/get-artifact', { run_id: task, path }),
    await text(`/bridge/v1/runs/${task}/files/${quotePath(path)}`),
  ];
  for (const { status } of answers) assert.equal(status, 200, path);
  assert.equal(new Set(answers.map((answer) => answer.text)).size, 1, path);
  return answers[0]?.text ?? '';
}

let task: string;
let root: string;
before(async () => {
  task = (await ask('tasks.create', { name: 'first', type: 'training' })).id;
  const { body } = await http.get('/api/2.0/mlflow/runs/get').query({ run_id: task });
  root = body.run.info.artifact_uri.replace(/^mlflow-artifacts:\/*/, '');
});

describe('a ClearML task as MLflow lists its files', () => {
  it('listRunArtifacts of a task that logged nothing is empty', async () => {
    assert.deepEqual(await list(), []);
  });

  it('shows console, plots, pictures, artifacts and documents, and every file downloads', async () => {
    const image = await upload(`/p/first.${task}/metrics/im/i/im_i_00000000.jpeg`, 'jpeg');
    const artifact = await upload(`/p/first.${task}/artifacts/my data/data #1.csv.gz`, 'data');
    await report(
      { type: 'log', msg: 'one\ntwo', level: 'INFO' },
      { type: 'log', msg: 'three\n', level: 'INFO', timestamp: 1_700_000_000_001 },
      { type: 'plot', metric: 'confusion', variant: 'matrix', iter: 3, plot_str: '{"data":[]}' },
      { type: 'plot', metric: 'confusion', variant: 'matrix', iter: 12, plot_str: '{"data":[1]}' },
      { type: 'training_debug_image', metric: 'im', variant: 'i', iter: 0, url: image, key: 'im_i_00000000.jpeg' },
      { type: 'training_debug_image', metric: 'im', variant: 'i', iter: 1, url: 'http://elsewhere/x.jpeg', key: 'x.jpeg' },
    );
    const uris = { 'my data': artifact, 'not yet': `${ORIGIN}/files/uploading_file`, foreign: 's3://bucket/x' };
    const artifacts = Object.entries(uris).map(([key, uri]) => ({ key, type: 'custom', uri, content_size: 4, timestamp: 1 }));
    await ask('tasks.add_or_update_artifacts', { task, artifacts, force: true });
    await ask('tasks.edit', {
      task,
      force: true,
      configuration: { net: { name: 'net', value: 'layers = 3', type: 'text' } },
      script: { diff: '+ changed', requirements: { pip: 'numpy==2\n' }, entry_point: 'a.py' },
      container: { image: 'python:3.11' },
      runtime: { hostname: 'h' },
    });
    assert.deepEqual(await names(), ['artifacts', 'clearml', 'images', 'logs', 'plots']);
    assert.deepEqual(await names('plots/confusion/matrix'), ['plots/confusion/matrix/12.json', 'plots/confusion/matrix/3.json']);
    assert.deepEqual(await list('artifacts/my data'), [
      { path: 'artifacts/my data/data ~231.csv.gz', is_dir: false, file_size: 4 },
    ]);
    const expected = {
      'artifacts/my data/data ~231.csv.gz': 'data',
      'clearml/net': 'layers = 3',
      'clearml/requirements.txt': 'numpy==2\n',
      'clearml/uncommitted.diff': '+ changed',
      'images/im/i/0.jpeg': 'jpeg',
      'logs/console.log': 'one\ntwo\nthree\n',
      'plots/confusion/matrix/12.json': '{"data":[1]}',
      'plots/confusion/matrix/3.json': '{"data":[]}',
    };
    const found = await walk();
    const contents = Object.fromEntries(await Promise.all(found.map(async (path) => [path, await download(path)] as const)));
    const json = ['clearml/container.json', 'clearml/runtime.json', 'clearml/script.json'];
    assert.deepEqual(new Set(found), new Set([...Object.keys(expected), ...json]));
    for (const [path, content] of Object.entries(expected)) assert.equal(contents[path], content, path);
    assert.deepEqual(JSON.parse(contents['clearml/runtime.json'] ?? ''), { hostname: 'h' });
  });

  it('serves ranges of what it knows the size of, and an open-ended console whole', async () => {
    const query = { run_id: task, path: 'clearml/net' };
    const part = await http.get('/get-artifact').query(query).set('range', 'bytes=0-5').expect(206).responseType('blob');
    assert.equal(part.body.toString(), 'layers');
    const whole = await http.get('/get-artifact').query({ run_id: task, path: 'logs/console.log' }).set('range', 'bytes=0-1');
    assert.deepEqual([whole.status, whole.headers['content-length']], [200, undefined]);
  });

  it('writes any title and variant as parts of a path', async () => {
    const titles = ['a/b %41#~', '..', '.', '~', 'C:\\x', 'naïve 日本', LONG, `${LONG}!`];
    const events = titles.flatMap((title) => titles.map((variant) => ({ metric: title, variant, plot_str: title + variant })));
    await report(...events.map((event) => ({ type: 'plot', iter: 1, ...event })));
    const found = (await walk('plots')).filter((path) => !path.startsWith('plots/confusion/'));
    assert.equal(found.length, events.length);
    const contents = await Promise.all(found.map(download));
    assert.deepEqual(new Set(contents), new Set(events.map((event) => event.plot_str)));
    for (const part of found.flatMap((path) => path.split('/'))) assert.ok(Buffer.byteLength(part) <= 255);
  });

  it('numbers pictures of one iteration', async () => {
    const urls = await Promise.all(['a', 'b'].map((name) => upload(`several/${name}.png`, name)));
    const events = urls.map((url, index) => ({ metric: 'several', variant: 'v', iter: 7, url, key: `${index}.png` }));
    await report(...events.map((event) => ({ type: 'training_debug_image', ...event })));
    const paths = await names('images/several/v');
    const contents = new Set(await Promise.all(paths.map(download)));
    assert.deepEqual([paths.length, contents.size], [contents.size, paths.length]);
  });

  it('a configuration may have the name of another document', async () => {
    const value = 'mine';
    await ask('tasks.edit_configuration', { task, configuration: [{ name: 'runtime.json', value, type: 'text' }], force: true });
    assert.equal(await download('clearml/runtime~2.json'), 'mine');
    assert.equal(await download('clearml/runtime.json'), '{"hostname":"h"}');
  });

  it('a real file keeps its name, and what the record shows under it is marked', async () => {
    await http.put(`${PROXY}/${root}/logs/console.log`).set('content-type', 'application/octet-stream').send('real').expect(200);
    await http.put(`${PROXY}/${root}/images`).set('content-type', 'application/octet-stream').send('real').expect(200);
    assert.deepEqual(await names('logs'), ['logs/console.log', 'logs/console~clearml.log']);
    assert.equal(await download('logs/console.log'), 'real');
    assert.equal(await download('logs/console~clearml.log'), 'one\ntwo\nthree\n');
    assert.deepEqual((await names()).slice(2, 4), ['images', 'images~clearml']);
    assert.deepEqual(await list('images'), []);
    assert.equal(await download('images'), 'real');
    assert.equal(await download('images~clearml/im/i/0.jpeg'), 'jpeg');
  });

  it('what is not there is 404, and no folder of the tree has what others have', async () => {
    const absent = ['logs/other', 'plots/confusion', 'plots/x/y/1.json', 'plots/confusion/matrix/99999999999999999999.json'];
    absent.push(
      'plots/confusion/matrix/03.json',
      'clearml/absent',
      'artifacts/foreign/x',
      'artifacts/not yet/uploading_file',
      'x/y',
    );
    for (const path of absent) assert.equal((await text('/get-artifact', { run_id: task, path })).status, 404, path);
    const other = (await ask('tasks.create', { name: 'other', type: 'training' })).id;
    assert.equal((await text('/get-artifact', { run_id: other, path: 'clearml/net' })).status, 404);
    assert.deepEqual(await list('constructor'), []);
  });
});

describe('a ClearML model as MLflow lists its files', () => {
  it('shows the file that was reported, beside those MLflow put there', async () => {
    const uri = await upload('models/w.pt', 'weights');
    const { id } = await ask('models.create', { name: 'net', uri, framework: 'PyTorch' });
    const { body } = await http.get(`/api/2.0/mlflow/logged-models/m-${id}`).expect(200);
    const below = body.model.info.artifact_uri.replace(/^mlflow-artifacts:\/*/, '');
    await http.put(`${PROXY}/${below}/own.txt`).set('content-type', 'application/octet-stream').send('own').expect(200);
    const proxied = await http.get(PROXY).query({ path: below }).expect(200);
    const direct = await http.get(`/api/2.0/mlflow/logged-models/m-${id}/artifacts/directories`).expect(200);
    for (const { files } of [proxied.body, direct.body]) {
      assert.deepEqual(files, [
        { path: 'own.txt', is_dir: false, file_size: 3 },
        { path: 'w.pt', is_dir: false, file_size: 7 },
      ]);
    }
    assert.equal((await text(`${PROXY}/${below}/w.pt`)).text, 'weights');
    const file = await text(`/ajax-api/2.0/mlflow/logged-models/m-${id}/artifacts/files`, { artifact_file_path: 'w.pt' });
    assert.equal(file.text, 'weights');
    assert.equal((await text(`${PROXY}/${below}/absent`)).status, 404);
  });
});
