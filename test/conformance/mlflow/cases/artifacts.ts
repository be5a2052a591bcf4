import { type Call, type Case, get, inRun } from './case.ts';
import { listsRootForFragment } from './differences.ts';

const base = '/api/2.0/mlflow-artifacts/artifacts';
const root = `${base}/$experiment/$run/artifacts`;
const put = (path: string, raw: string | Buffer, headers: Record<string, string> = {}): Call => ({
  send: `PUT ${root}/${path}`,
  raw,
  headers,
});
const list = (more = ''): Call => get(`artifacts/list?run_id=$run${more}`);

/** Files: through the proxy, of a run, and what must never be reachable. */
export const artifacts: readonly Case[] = [
  inRun('files are stored, listed, read and deleted', [
    list(),
    put('model/MLmodel', 'flavors: {}'),
    put('notes.txt', 'hello\n'),
    put('empty.bin', ''),
    put('data.json', '{"a": 1}', { 'content-type': 'application/json' }),
    put('page.html', '<script>alert(1)</script>'),
    put('image.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 255])),
    put('deep/er/and/deeper.csv', 'a,b\n'),
    list(),
    list('&path=model'),
    list('&path=deep'),
    list('&path=deep/er/and'),
    list('&path=notes.txt'),
    list('&path=nothing'),
    get('artifacts/list?run_uuid=$run'),
    ...['model/MLmodel', 'notes.txt', 'empty.bin', 'data.json', 'page.html', 'image.png', 'deep/er/and/deeper.csv'].map((path) =>
      get(`${root}/${path}`),
    ),
    get(`${base}?path=$experiment/$run/artifacts`),
    get(`${base}?path=$experiment/$run/artifacts/model`),
    get(`${base}?path=$experiment/$run/artifacts/nothing`),
    get(`${root}/nothing`),
    get(`${root}/model`),
    put('notes.txt', 'overwritten'),
    get(`${root}/notes.txt`),
    { send: `DELETE ${root}/model` },
    { send: `DELETE ${root}/model` },
    { send: `DELETE ${root}/notes.txt` },
    list(),
  ]),
  inRun('awkward names survive', [
    ...[
      'a%20b.txt',
      '%C3%BCn%C3%AF.txt',
      '%E8%A9%A6%E9%A8%93.bin',
      'a+b.txt',
      "quote'd.txt",
      'a%26b%3Dc.txt',
      '.hidden',
      'no-extension',
      'dots..in.name',
      'semi%3Bcolon.txt',
    ].flatMap((name) => [
      put(name, name),
      get(`${root}/${name}`),
      get(`/get-artifact?run_id=$run&path=${name.replaceAll('+', '%2B')}`),
    ]),
    list(),
  ]),
  inRun('ranges are served', [
    put('ten.bin', '0123456789'),
    ...['bytes=0-3', 'bytes=4-', 'bytes=-2', 'bytes=0-100', 'bytes=20-30', 'bytes=5-2', 'lines=1-2'].map((range) =>
      get(`${root}/ten.bin`, { headers: { range } }),
    ),
  ]),
  inRun('a browser gets files of a run', [
    put('folder/page.html', '<b>x</b>'),
    get('/get-artifact?run_id=$run&path=folder/page.html'),
    get('/get-artifact?run_uuid=$run&path=folder/page.html'),
    get('/get-artifact?run_id=$run&path=folder'),
    get('/get-artifact?run_id=$run&path=nothing'),
    get('/get-artifact?run_id=$run'),
    get('/get-artifact?run_id=nope&path=x'),
    get('/get-artifact?path=x'),
    {
      send: 'POST /ajax-api/2.0/mlflow/upload-artifact?run_uuid=$run&path=up/loaded.txt',
      raw: 'by browser',
      headers: { 'content-type': 'text/plain' },
    },
    { send: 'POST /ajax-api/2.0/mlflow/upload-artifact?run_uuid=$run', raw: 'x' },
    { send: 'POST /ajax-api/2.0/mlflow/upload-artifact?path=a', raw: 'x' },
    list('&path=up'),
  ]),
  inRun('paths that leave the root are refused', [
    put('inside.txt', 'x'),
    ...[
      '../x',
      '..%2Fx',
      '%2e%2e/x',
      '%2e%2e%2fx',
      '%252e%252e/x',
      '%25252e%25252e%25252fx',
      'a/../../x',
      'a%23b',
      'x/..',
    ].flatMap((path) => [
      { send: `GET ${base}/${path}` },
      { send: `PUT ${base}/${path}`, raw: 'evil' },
      { send: `DELETE ${base}/${path}` },
    ]),
    ...['/etc/passwd', '%2Fetc%2Fpasswd'].flatMap((path) => [
      { send: `GET ${base}/${path}` },
      { send: `PUT ${base}/${path}`, raw: 'evil' },
    ]),
    ...['../', '..', '%2e%2e', '%252e%252e', '/etc', 'a/../..', 'file:///etc'].flatMap((path) => [
      get(`${base}?path=${path}`),
      get(`artifacts/list?run_id=$run&path=${path}`),
      get(`/get-artifact?run_id=$run&path=${path}`),
    ]),
    { ...get(`${base}?path=%23`), differs: listsRootForFragment },
    { ...list('&path=%23'), differs: listsRootForFragment },
    get('/get-artifact?run_id=$run&path=%23'),
    list(),
  ]),
  inRun('requests that miss something are refused', [
    get('artifacts/list'),
    get('artifacts/list?run_id=nope', { says: ['nope'] }),
    { send: `PUT ${root}/folder/`, raw: 'x' },
    { send: `POST ${root}/x`, raw: 'x' },
    { send: 'POST /api/2.0/mlflow-artifacts/mpu/create/$experiment/$run/artifacts/big', body: { path: 'big', num_parts: 2 } },
    get('/api/2.0/mlflow-artifacts/presigned/$experiment/$run/artifacts/inside.txt'),
    { send: 'POST artifacts/presigned-upload-url', body: { run_id: '$run', path: 'x' } },
    { send: 'POST artifacts/presigned-download-url', body: { run_id: '$run', path: 'x' } },
  ]),
];
