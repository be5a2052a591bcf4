import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { after, describe, it } from 'node:test';
import { startTrackbridge } from '../../support/trackbridge-server.ts';
import { sendRaw } from '../../support/wire-client.ts';

const API = '/api/2.0/mlflow';
const MIN_INT64 = '-9223372036854775808';
const MAX_INT64 = '9223372036854775807';
/** Names that every object of JavaScript answers to. */
const inherited = ['constructor', '__proto__', 'toString', 'hasOwnProperty'];

const server = await startTrackbridge();
after(() => server.stop());

interface Answer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: answers of many operations, looked into by the tests
  json: any;
}

/** Posts a body, a text as it is, and reads the JSON of the answer. */
async function post(operation: string, body: string | object): Promise<Answer> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const headers = { 'content-type': 'application/json' };
  const answer = await sendRaw(server.url, { method: 'POST', path: `${API}/${operation}`, headers, body: text });
  return { status: answer.status, json: JSON.parse(answer.body.toString()) };
}

async function get(pathAndQuery: string): Promise<Answer> {
  const answer = await sendRaw(server.url, { method: 'GET', path: `${API}/${pathAndQuery}` });
  return { status: answer.status, json: JSON.parse(answer.body.toString()) };
}

async function createRun(): Promise<string> {
  return (await post('runs/create', { experiment_id: '0' })).json.run.info.run_id;
}

function assertRefused(answer: Answer, message: RegExp, title: string): void {
  assert.equal(answer.status, 400, title);
  assert.equal(answer.json.error_code, 'INVALID_PARAMETER_VALUE', title);
  assert.match(answer.json.message, message, title);
}

const runId = await createRun();
const point = { run_id: runId, key: 'm', value: 1, timestamp: 1 };

describe('hostile bodies', () => {
  const deep = '['.repeat(100_000) + ']'.repeat(100_000);
  const manyDigits = '9'.repeat(4_000_000);

  it('are refused where a list or an object of long numbers stands for a text', async () => {
    for (const value of ['[12345678901234567890]', '{"a":12345678901234567890}']) {
      assertRefused(await post('runs/log-metric', `{"run_id":${value}}`), /run_id must be a text/, value);
    }
  });

  it('may be nested as deeply as they like', async () => {
    assertRefused(await post('runs/log-metric', `{"run_id":${deep}}`), /run_id must be a text/, 'a field');
    assert.equal((await post('runs/log-metric', JSON.stringify(point).replace('{', `{"unknown":${deep},`))).status, 200);
    assertRefused(await post('runs/log-metric', `{"a":${deep},"step":12345678901234567890}`), /not valid JSON/, 'long number');
  });

  it('are read in linear time', async () => {
    const started = performance.now();
    const open = '"' + '\\"'.repeat(1_000_000);
    assertRefused(await post('runs/log-metric', open), /not valid JSON/, 'a text without end');
    for (const step of [manyDigits, `"${manyDigits}"`]) {
      const body = JSON.stringify(point).replace('{', `{"step":${step},`);
      assertRefused(await post('runs/log-metric', body), /step must be a whole number of 64 bits/, 'digits');
    }
    assertRefused(await post('runs/create', { experiment_id: manyDigits }), /experiment_id/, 'digits of an id');
    assertRefused(await post('runs/set-tag', { run_id: runId, key: 'a/'.repeat(4_000_000), value: '' }), /tag key/, 'a key');
    assertRefused(await post('runs/search', { filter: `params.a = '${manyDigits}'` }), /filter has more than/, 'a filter');
    // the first of them alone took minutes
    assert.ok(performance.now() - started < 15_000);
  });

  it('of more than 64 MiB are refused, and the connection goes on', async () => {
    assertRefused(await post('runs/create', `{${' '.repeat(66 * 1024 * 1024)}}`), /more than 67108864 bytes/, 'spaces');
    assert.equal((await get('experiments/get?experiment_id=0')).status, 200);
  });

  it('do not change what an object is', async () => {
    const { status, json } = await post('runs/create', '{"__proto__":{"run_name":"other"},"constructor":1,"run_name":"own"}');
    assert.equal(status, 200);
    assert.equal(json.run.info.run_name, 'own');
    assert.equal((await post('runs/create', '{"run_name":"next"}')).json.run.info.run_name, 'next');
  });
});

describe('hostile values', () => {
  it('of metrics are no numbers by the name of a method', async () => {
    for (const value of inherited) {
      assertRefused(await post('runs/log-metric', { ...point, value }), /value must be a number/, value);
    }
  });

  it('of half a character are refused, wherever a text may stand', async () => {
    for (const half of ['\ud800', 'a\udc00b']) {
      const dataset = { name: 'n', digest: 'd', source_type: 's', source: 's' };
      const calls: [string, object][] = [
        ['runs/log-parameter', { run_id: runId, key: 'half', value: half }],
        ['runs/set-tag', { run_id: runId, key: 'half', value: half }],
        ['experiments/create', { name: half }],
        ['runs/log-inputs', { run_id: runId, datasets: [{ tags: [{ key: 'k', value: half }], dataset }] }],
        ['runs/search', { experiment_ids: ['0'], filter: `params.a = '${half}'` }],
      ];
      for (const [operation, body] of calls) assertRefused(await post(operation, body), /Unicode/, operation);
    }
  });

  it('of steps may be as far apart as 64 bits allow, together or one after the other', async () => {
    const steps = [MIN_INT64, '0', MAX_INT64];
    for (const step of steps) assert.equal((await post('runs/log-metric', { ...point, key: 'apart', step })).status, 200, step);
    for (const some of [steps, [MIN_INT64, MAX_INT64]]) {
      const metrics = some.map((step) => ({ key: `at once ${some.length}`, value: 1, timestamp: 1, step }));
      assert.equal((await post('runs/log-batch', { run_id: runId, metrics })).status, 200);
    }
    for (const [key, count] of Object.entries({ apart: 3, 'at once 3': 3, 'at once 2': 2 })) {
      const path = `${API}/metrics/get-history?run_id=${runId}&metric_key=${encodeURIComponent(key)}`;
      const text = (await sendRaw(server.url, { method: 'GET', path })).body.toString();
      assert.equal(text.match(/"step":-?\d+/g)?.length, count, key);
      assert.ok(text.includes(`"step":${MIN_INT64}`) && text.includes(`"step":${MAX_INT64}`), key);
    }
  });

  it('of keys are what they are, whatever they are called', async () => {
    const id = await createRun();
    const entries = inherited.map((key) => ({ key, value: key }));
    const metrics = inherited.map((key) => ({ key, value: 1, timestamp: 1 }));
    assert.equal((await post('runs/log-batch', { run_id: id, params: entries, tags: entries, metrics })).status, 200);
    const { data } = (await get(`runs/get?run_id=${id}`)).json.run;
    for (const key of inherited) {
      assert.ok(data.params.some((param: { key: string; value: string }) => param.key === key && param.value === key));
      const { json } = await post('runs/search', { experiment_ids: ['0'], filter: `params.${key} = '${key}'` });
      assert.deepEqual([json.runs.length, json.runs[0].info.run_id], [1, id]);
      for (const filter of [`${key} = 'x'`, `attributes.${key} = 'x'`, `${key}.a = 'x'`]) {
        assertRefused(await post('runs/search', { experiment_ids: ['0'], filter }), /filter names/, filter);
      }
    }
  });
});

describe('forged page tokens', () => {
  it('of a history are refused', async () => {
    await post('runs/log-metric', { ...point, key: 'paged' });
    const huge = '9'.repeat(19);
    const forged = [
      ['1', '1', "1'; drop table runs--"],
      ['1', '1', ''],
      ['1', '1', {}],
      ['1', '1'],
      [huge, '1', '1'],
      ['1', `-${huge}`, '1'],
      ['0x10', '1', '1'],
      [[5], '1', '1'],
      {},
      null,
    ];
    for (const content of forged) {
      const token = Buffer.from(JSON.stringify(content)).toString('base64url');
      const query = `run_id=${runId}&metric_key=paged&max_results=5&page_token=${token}`;
      assertRefused(await get(`metrics/get-history?${query}`), /page token/, JSON.stringify(content));
    }
  });
});

describe('requests at the same moment', () => {
  const crowd = Array.from({ length: 24 }, (_, index) => index);

  it('create one experiment of a name', async () => {
    const answers = await Promise.all(crowd.map(() => post('experiments/create', { name: 'wanted by all' })));
    const refused = answers.filter(({ status }) => status !== 200);
    assert.equal(refused.length, crowd.length - 1);
    for (const { json } of refused) assert.equal(json.error_code, 'RESOURCE_ALREADY_EXISTS');
  });

  it('give a param one value, and say so to everybody else', async () => {
    const id = await createRun();
    const answers = await Promise.all(
      crowd.map((index) => post('runs/log-parameter', { run_id: id, key: 'p', value: `${index % 3}` })),
    );
    const [stored] = (await get(`runs/get?run_id=${id}`)).json.run.data.params;
    assert.deepEqual(
      answers.map(({ status }) => status),
      crowd.map((index) => (`${index % 3}` === stored.value ? 200 : 400)),
    );
  });

  it('log to a run that is deleted meanwhile, or are told that it is', async () => {
    const id = await createRun();
    const log = (step: number) => post('runs/log-metric', { ...point, run_id: id, key: 'd', step });
    const answers = await Promise.all([...crowd.map(log), post('runs/delete', { run_id: id }), ...crowd.map(log)]);
    for (const { status } of answers) assert.ok(status === 200 || status === 400);
    assertRefused(await log(99), /deleted/, 'afterwards');
  });
});

describe('a bare connection', () => {
  /** Sends bytes and reads until the server closes. */
  async function exchange(bytes: string): Promise<string> {
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname).setEncoding('latin1');
    let text = '';
    socket.on('data', (piece) => {
      text += piece;
    });
    socket.write(bytes);
    await once(socket, 'close');
    return text;
  }

  it('gets the answers to pipelined requests in their order', async () => {
    const ask = (path: string, last = '') => `GET ${path} HTTP/1.1\r\nHost: localhost\r\n${last}\r\n`;
    const text = await exchange(ask('/version') + ask(`${API}/nothing`) + ask('/health', 'Connection: close\r\n'));
    assert.deepEqual(text.match(/HTTP\/1\.1 \d+/g), ['HTTP/1.1 200', 'HTTP/1.1 404', 'HTTP/1.1 200']);
  });

  it('is refused two lengths, a length beside chunks, methods nobody has and paths that are none', async () => {
    const head = `POST ${API}/runs/create HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n`;
    const requests = [
      `${head}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}`,
      `${head}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n`,
      `${head}Content-Length: -2\r\n\r\n{}`,
      'get /version HTTP/1.1\r\nHost: localhost\r\n\r\n',
      'GET version HTTP/1.1\r\nHost: localhost\r\n\r\n',
      'GET /version HTTP/1.1\r\n\r\n',
    ];
    for (const request of requests) assert.match(await exchange(request), /^HTTP\/1\.1 400 /, request);
  });
});
