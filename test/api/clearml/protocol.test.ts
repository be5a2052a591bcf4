import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startApp } from '../../support/app.ts';

const { http } = await startApp();

/** Code, subcode and message of an answer. */
function verdict({ status, body }: { status: number; body: { meta: Record<string, unknown> } }): string {
  const { result_code, result_subcode, result_msg } = body.meta;
  assert.equal(status, result_code, 'the HTTP status is the code');
  return `${result_code}/${result_subcode} ${result_msg}`;
}

/** A text as body, as the SDK sends it with a GET. */
const ask = (path: string, text: string, type = 'application/json') => http.get(path).set('content-type', type).send(text);

test('any method calls every endpoint, with and without version, slashes and /api', async () => {
  for (const method of ['get', 'post', 'put', 'delete', 'patch'] as const) {
    for (const path of ['/debug.ping', '/v2.23/debug.ping', '/v9.99/debug.ping/', '//debug.ping', '/api/v2.34/debug.ping']) {
      const answer = await http[method](path).expect('server', 'clearml').expect('content-type', 'application/json');
      assert.equal(verdict(answer), '200/0 OK', `${method} ${path}`);
      assert.deepEqual(answer.body.data, {});
    }
  }
  await http.options('/v2.23/tasks.create').expect(200, '');
  const { text } = await http.head('/debug.ping').expect(200);
  assert.ok(!text);
});

test('the envelope names call, versions and transaction', async () => {
  const { body } = await http.get('/v2.23/debug.ping').set('x-clearml-trx', 'of-the-client');
  const { id, ...rest } = body.meta;
  assert.match(id, /^[0-9a-f]{32}$/);
  assert.deepEqual(rest, {
    trx: 'of-the-client',
    endpoint: { name: 'debug.ping', requested_version: '2.23', actual_version: '2.9' },
    result_code: 200,
    result_subcode: 0,
    result_msg: 'OK',
    error_stack: null,
    error_data: {},
  });
  const other = (await http.get('/debug.ping').set('x-trains-trx', 't')).body.meta;
  assert.equal(other.trx, 't');
  assert.equal(other.endpoint.requested_version, '2.34');
  const plain = (await http.get('/debug.ping')).body.meta;
  assert.equal(plain.trx, plain.id);
});

test('clients older than 2.1 read versions as numbers', async () => {
  const { body } = await http.get('/v2.0/auth.login');
  assert.deepEqual(body.meta.endpoint, { name: 'auth.login', requested_version: 2, actual_version: 1 });
});

test('an endpoint that is not there, or not in that version, is 404/0', async () => {
  const answer = await http.get('/tasks.get_everything');
  assert.equal(verdict(answer), '404/0 Unable to find endpoint (for name tasks.get_everything and version 2.34)');
  assert.deepEqual(answer.body.meta.endpoint, { name: 'tasks.get_everything', requested_version: '2.34', actual_version: null });
  assert.match(verdict(await http.get('/v2.8/debug.ping')), /^404\/0 .*version 2\.8\)$/);
  assert.match(verdict(await http.get('/workers.get_runtime_properties')), /^404\/0 /);
});

test('a version that is not two numbers is 400/2, and only for paths of this shape', async () => {
  assert.match(verdict(await http.get('/v1/debug.ping')), /^400\/2 Invalid version/);
  assert.match(verdict(await http.get('/vX.2/debug.ping')), /^400\/2 /);
  for (const path of ['/v1/nothing', '/v2.23', '/api/2.0/nothing', '/nothing/debug.ping']) {
    const { headers } = await http.get(path).expect(404);
    assert.notEqual(headers['server'], 'clearml', path);
  }
});

test('an operation of the absent table is 400/1', async () => {
  assert.match(verdict(await http.get('/server.get_stats')), /^400\/1 .*server\.get_stats/);
});

test('a body is read as JSON whatever its content type says', async () => {
  for (const type of ['application/json', 'text/plain', 'application/octet-stream', 'application/x-www-form-urlencoded', 'x']) {
    assert.match(verdict(await ask('/queues.get_by_id', '{"queue":"0123"}', type)), /^400\/701 /, type);
  }
});

test('a missing field is 400/12, and null is missing', async () => {
  const sentence = "400/12 Validation error (error for field 'queue'. field is required!)";
  for (const text of ['', '{}', '{"queue":null}', 'null']) assert.equal(verdict(await ask('/queues.get_by_id', text)), sentence);
});

test('a declared field of the wrong type is 400/12 and names field and value', async () => {
  const cases = [
    ['/tasks.get_by_id', '{"task":["x"]}', '\'task\'. It must be a text, not ["x"].'],
    ['/tasks.get_all', '{"page":-1}', "'page'. It must be 0 or more, not -1."],
    ['/tasks.get_all', '{"page":1.5}', "'page'. It must be a whole number, not 1.5."],
    ['/tasks.create', '{"name":"abc","type":"dancing"}', "'type'. It must be one of "],
    ['/tasks.create', '{"name":"abc","type":"training","tags":"x"}', '\'tags\'. It must be a list, not "x".'],
    ['/tasks.create', '{"name":"abc","type":"training","tags":["a",1]}', "'tags[1]'. It must be a text, not 1."],
    ['/tasks.create', '{"name":"abc","type":"training","hyperparams":{"A":{"b":{"value":1}}}}', "'hyperparams.A.b.value'. "],
    ['/tasks.create', '{"name":"abc","type":"training","script":[]}', "'script'. It must be an object, not []."],
  ] as const;
  for (const [path, text, part] of cases) {
    const said = verdict(await ask(path, text));
    assert.ok(said.startsWith('400/12 Validation error (error for field ') && said.includes(part), said);
  }
});

test('fields nobody declared are ignored, as the method that the SDK leaks into each body', async () => {
  assert.equal(verdict(await ask('/debug.ping', '{"method":"get","x":{"y":[null]},"__proto__":{"a":1}}')), '200/0 OK');
  assert.equal(verdict(await ask('/server.info', '{"method":"get"}')), '200/0 OK');
});

test('a body that is no JSON object is 400/0', async () => {
  for (const text of ['{"task":', 'nonsense', '[]', '"x"', '1', '{"a":NaM}', '['.repeat(100_000)]) {
    assert.match(verdict(await ask('/tasks.get_by_id', text)), /^400\/0 /, text.slice(0, 20));
  }
});

test('bare NaN and infinities, as Python writes them, are read', async () => {
  assert.match(verdict(await ask('/queues.get_by_id', '{"queue":"0123","x":NaN,"y":[-Infinity]}')), /^400\/701 /);
});

test('texts that no database holds are 400/12', async () => {
  for (const text of ['{"task":"\\u0000"}', '{"x":{"y":["\\ud800"]},"task":"0123"}', '{"task":"0123","\\u0000":1}']) {
    assert.match(verdict(await ask('/tasks.get_by_id', text)), /^400\/12 .*Unicode/, text);
  }
  const deep = `{"task":"0123","x":"\\u0001\\u0000","y":${'['.repeat(5000)}${']'.repeat(5000)}}`;
  assert.match(verdict(await ask('/tasks.get_by_id', deep)), /^400\/12 /);
});

test('a body that is not UTF-8 or too long is refused with an envelope', async () => {
  const broken = await http
    .post('/tasks.get_by_id')
    .type('application/octet-stream')
    .send(Buffer.from([0x7b, 0xff, 0x7d]));
  assert.match(verdict(broken), /^400\/12 .*UTF-8/);
  const long = await http.post('/debug.ping').send(`"${'x'.repeat(64 * 1024 * 1024)}"`);
  assert.match(verdict(long), /^400\/12 .*67108864 bytes/);
});

test('the query string and a form are laid over the body', async () => {
  const form = 'application/x-www-form-urlencoded';
  assert.match(verdict(await ask('/queues.get_by_id?queue=0123', '')), /^400\/701 /);
  assert.match(verdict(await ask('/queues.get_by_id?queue=0123', '{"queue":["x"]}')), /^400\/701 /);
  assert.match(verdict(await ask('/queues.get_by_id', 'queue=0123', form)), /^400\/701 /);
  // a list by a repeated name, by brackets or because the field is one
  for (const [index, tags] of ['tags=a&tags=1', 'tags[]=1', 'tags=1'].entries()) {
    const { body } = await ask(`/queues.create?name=from-a-query-${index}&${tags}`, '', 'text/plain').set(
      'x-clearml-client',
      'x',
    );
    const { body: read } = await ask('/queues.get_by_id', JSON.stringify({ queue: body.data.id }));
    assert.ok(read.data.queue.tags.includes('1'), tags);
  }
  assert.match(verdict(await ask('/tasks.create?name=abc&type=training&script.diff.x=1', '{}')), /^400\/12 .*'script\.diff'/);
  assert.match(verdict(await ask('/tasks.get_all?page=x', '')), /^400\/12 .*'page'/);
  assert.equal(verdict(await ask('/debug.ping?__proto__.a=1&constructor.b=2', '')), '200/0 OK');
});

test('a packed body is 415 in plain text, before it is read', async () => {
  const { text, body } = await http.post('/debug.ping').set('content-encoding', 'gzip').send('{}').expect(415);
  assert.match(text, /compressed/);
  assert.deepEqual(body, {});
});

test('an answer of some length is packed for callers that understand it', async () => {
  const packed = await http.get('/server.endpoints').set('accept-encoding', 'gzip, deflate').expect(200);
  assert.equal(packed.headers['content-encoding'], 'gzip');
  assert.ok(packed.body.data.endpoints.tasks.length > 40);
  for (const coding of ['identity', 'gzip;q=0', 'deflate']) {
    const plain = await http.get('/server.endpoints').set('accept-encoding', coding).expect(200);
    assert.equal(plain.headers['content-encoding'], undefined, coding);
    assert.equal(plain.headers['vary'], 'Accept-Encoding');
  }
  const short = await http.get('/debug.ping').set('accept-encoding', 'gzip').expect(200);
  assert.equal(short.headers['content-encoding'], undefined);
});

test('with --no-compression no answer is packed', async () => {
  const plain = await startApp({ compression: false });
  const { headers } = await plain.http.get('/server.endpoints').set('accept-encoding', 'gzip').expect(200);
  assert.equal(headers['content-encoding'], undefined);
});

test('server.info and server.report_stats_option say what clients decide by', async () => {
  const { body } = await http.get('/server.info');
  assert.deepEqual(body.data, { version: '2.3.0', build: '', commit: '', api_version: '2.34' });
  assert.deepEqual((await http.get('/server.report_stats_option')).body.data, { supported: false });
});
