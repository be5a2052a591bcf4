import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, beforeEach, describe, it } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { startApp } from '../support/app.ts';
import { startTrackbridge } from '../support/trackbridge-server.ts';

/** A server that shows what reached it and answers as each test says. */
type Answer = (incoming: IncomingMessage, response: ServerResponse) => void;
let answer: Answer;
const seen: IncomingMessage[] = [];
const behind = createServer((incoming, response) => {
  seen.push(incoming);
  answer(incoming, response);
});
const behindUrl = await listen(behind);
const closedPort = createServer();
const nobodyThere = await listen(closedPort);
closedPort.close();

const open = await startApp({ mlflowUpstream: `${behindUrl}/below`, staticPrefix: '/tracking' });
const guarded = await startApp({ mlflowUpstream: behindUrl, auth: 'on' });
/** A process of its own, because supertest cannot send a body piece by piece. */
const listening = await startTrackbridge(['--mlflow-upstream', behindUrl]);
const lonely = await startApp({ mlflowUpstream: nobodyThere });
const alone = await startApp();
const absent = '/api/3.0/mlflow/gateway/secrets/create';

async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

after(async () => {
  await listening.stop();
  behind.close();
  behind.closeAllConnections();
});
beforeEach(() => {
  seen.length = 0;
  answer = (_incoming, response) => response.end('{}');
});

describe('an upstream', () => {
  it('gets an absent operation as it came, below its own path, and its answer comes back untouched', async () => {
    answer = (incoming, response) => {
      response.writeHead(418, { 'content-type': 'application/x-special', 'x-own': 'kept', 'content-encoding': 'identity' });
      incoming.pipe(response);
    };
    const reply = await open.http.post(`/tracking${absent}?a=%2F&b`).type('json').send('{"name": "odd \\u0000"}').buffer(true);
    assert.equal(reply.status, 418);
    assert.equal(reply.headers['content-type'], 'application/x-special');
    assert.equal(reply.headers['x-own'], 'kept');
    assert.equal(String(reply.body.length ? reply.body : reply.text), '{"name": "odd \\u0000"}');
    assert.equal(seen[0]?.url, `/below${absent}?a=%2F&b`);
    assert.equal(seen[0]?.headers['x-request-id'], reply.headers['x-request-id']);
  });

  it('is not asked for what is served here, nor for paths no operation has', async () => {
    await open.http.get('/api/2.0/mlflow/experiments/get?experiment_id=0').expect(200);
    await open.http.get('/api/2.0/mlflow/nothing/like/it').expect(404);
    assert.equal(seen.length, 0);
  });

  it('streams both ways: what is sent arrives before its end, and so does the answer', async () => {
    answer = (incoming, response) => {
      // every piece is answered at once
      incoming.on('data', (chunk: Buffer) => response.write(`got ${chunk}`));
      incoming.once('end', () => response.end());
    };
    const outgoing = request(`${listening.url}${absent}`, { method: 'POST' });
    outgoing.write('one');
    const [incoming] = (await once(outgoing, 'response')) as [IncomingMessage];
    assert.equal(String((await once(incoming, 'data'))[0]), 'got one');
    outgoing.write('two');
    assert.equal(String((await once(incoming, 'data'))[0]), 'got two');
    outgoing.end();
    incoming.resume();
    await once(incoming, 'end');
  });

  it('is asked only for those who may, and never sees their login', async () => {
    const refused = await guarded.http.post(absent).send({ name: 'm' });
    assert.equal(refused.status, 401);
    assert.match(refused.headers['www-authenticate'] ?? '', /^Basic /);
    await guarded.http.post(absent).auth('admin', 'wrong').send({ name: 'm' }).expect(401);
    assert.equal(seen.length, 0);
    const [, name = '', secret = ''] = /name (\S+), password (\S+)/.exec(guarded.notices.join()) ?? [];
    await guarded.http.post(absent).auth(name, secret).send({ name: 'm' }).expect(200);
    assert.equal(seen.length, 1);
    assert.equal(seen[0]?.headers.authorization, undefined);
  });

  it('that is down is a 502 that MLflow clients understand', async () => {
    const { status, body } = await lonely.http.post(absent).send({ name: 'm' });
    assert.equal(status, 502);
    assert.equal(body.error_code, 'TEMPORARILY_UNAVAILABLE');
  });

  it('that breaks off in the middle of an answer breaks it off here too', async () => {
    answer = async (_incoming, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('some');
      await turn();
      response.destroy();
    };
    await assert.rejects(async () => await open.http.post(absent).send({}));
  });

  it("that is not set leaves MLflow's form of what is not implemented, with the way to have it", async () => {
    const reply = await alone.http.post(absent).send({ name: 'm' });
    assert.equal(reply.status, 501);
    assert.equal(reply.body.error_code, 'NOT_IMPLEMENTED');
    assert.match(reply.body.message, /createGatewaySecret .*--mlflow-upstream/);
    await alone.http.get('/ajax-api/3.0/mlflow/jobs/x').expect(501);
  });

  it('that is not set leaves questions for lists an empty answer, and one that is set answers them', async () => {
    const list = '/ajax-api/3.0/mlflow/gateway/endpoints/list';
    assert.deepEqual((await alone.http.get(list).expect(200)).body, {});
    answer = (_incoming, response) => response.end('{"endpoints": [{"name": "theirs"}]}');
    const { text } = await open.http.get(`/tracking${list}`).expect(200);
    assert.match(text, /theirs/);
  });

  it('that is set has the gateway that ours has not, and clients are told so', async () => {
    const info = '/api/3.0/mlflow/server-info';
    assert.deepEqual((await open.http.get(`/tracking${info}`)).body.features_enabled, { gateway: true });
    assert.deepEqual((await alone.http.get(info)).body.features_enabled, { gateway: false });
  });
});
