import assert from 'node:assert/strict';
import { networkInterfaces } from 'node:os';
import { describe, it } from 'node:test';
import { startApp } from '../support/app.ts';
import { startTrackbridge } from '../support/trackbridge-server.ts';
import { sendRaw } from '../support/wire-client.ts';

const api = '/api/2.0/mlflow/experiments/get?experiment_id=0';
/** An address of this machine that is not loopback. */
const [outer] = Object.values(networkInterfaces())
  .flat()
  .filter((each) => each?.family === 'IPv4' && !each.internal);

describe('a server with a prefix', async () => {
  const app = await startApp({ staticPrefix: '/tracking' });

  it('answers on every door and page with the prefix and, for a proxy that takes it away, without', async () => {
    for (const path of [api, '/health', '/version', '/metrics', '/', '/pages/page.js', '/bridge/v1/projects']) {
      await app.http.get(`/tracking${path}`).expect(200);
      await app.http.get(path).expect(200);
    }
    for (const path of ['/ajax-api/2.0/mlflow/experiments/get?experiment_id=0', '/api/2.0/mlflow-artifacts/artifacts']) {
      await app.http.get(`/tracking${path}`).expect(200);
    }
    await app.http.get('/trackingx/health').expect(404);
    await app.http.get('/tracking/tracking/health').expect(404);
  });

  it('sends who asks for the bare prefix on to its page, whose parts have relative addresses', async () => {
    const { status, headers } = await app.http.get('/tracking?a=1');
    assert.deepEqual([status, headers['location']], [308, '/tracking/?a=1']);
    const { text } = await app.http.get('/tracking/').expect(200);
    assert.doesNotMatch(text, /(?:href|src)="(?:\/|https?:)/);
  });
});

describe('a server behind a proxy', async () => {
  const origin = (value: string) => ({ origin: value, 'sec-fetch-site': 'same-origin' });

  it('takes the scheme and host users see from a proxy on this machine', async () => {
    const app = await startApp();
    const forwarded = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'ml.example' };
    await app.http.get(api).set(origin('https://ml.example')).expect(403);
    await app.http.get(api).set(origin('https://ml.example')).set(forwarded).expect(200);
  });

  it('believes no such header from another machine', { skip: !outer && 'this machine has only loopback addresses' }, async () => {
    const server = await startTrackbridge(['--host', '0.0.0.0', '--auth', 'off']);
    const url = server.url.replace('127.0.0.1', outer?.address ?? '');
    const headers = {
      ...origin('https://ml.example'),
      host: 'localhost',
      'x-forwarded-proto': 'https',
      'x-forwarded-host': 'ml.example',
    };
    const direct = await sendRaw(server.url, { method: 'GET', path: api, headers });
    const fromOutside = await sendRaw(url, { method: 'GET', path: api, headers });
    await server.stop();
    assert.deepEqual([direct.status, fromOutside.status], [200, 403]);
  });

  it('with --public-url is at home there: its host and the origin of its pages are accepted', async () => {
    const app = await startApp({ publicUrl: 'https://ml.example/tracking', staticPrefix: '/tracking' });
    await app.http.get(api).set('host', 'ml.example').set(origin('https://ml.example')).expect(200);
    await app.http.get(api).set('host', 'evil.example').expect(403);
    await app.http.get(api).set(origin('https://evil.example')).expect(403);
  });

  it('goes by the names of --allowed-hosts alone, except for its health and version', async () => {
    const app = await startApp({ allowedHosts: 'ml.example,*.lab.example:8080' });
    for (const host of ['ml.example', 'a.lab.example:8080']) await app.http.get(api).set('host', host).expect(200);
    for (const host of ['localhost', 'ml.example.evil.example', 'ml.example:5000']) {
      for (const path of [api, '/', '/metrics', '/nothing']) await app.http.get(path).set('host', host).expect(403);
      for (const path of ['/health', '/version']) await app.http.get(path).set('host', host).expect(200);
    }
    // what the client claims a proxy said does not count
    await app.http.get(api).set('host', 'evil.example').set('x-forwarded-host', 'ml.example').expect(403);
  });
});

describe('a monitored server', async () => {
  const app = await startApp({ auth: 'on' });
  const [, name = '', secret = ''] = /name (\S+), password (\S+)/.exec(app.notices.join()) ?? [];

  it('tells its health without a login, its version and its numbers to Prometheus with one', async () => {
    assert.equal((await app.http.get('/health').expect(200)).text, 'OK');
    await app.http.get('/version').expect(401);
    await app.http.get('/version').auth(name, secret).expect(200);
    await app.http
      .get('/metrics')
      .expect(401)
      .expect('www-authenticate', /^Basic /);
    await app.http.get(api).auth(name, secret).expect(200);
    const { text } = await app.http
      .get('/metrics')
      .auth(name, secret)
      .expect(200)
      .expect('content-type', /^text\/plain; version=/);
    assert.match(text, /^# TYPE process_cpu_seconds_total counter$/m);
    assert.match(text, /^trackbridge_request_seconds_count\{door="mlflow",operation="getExperiment",status="200"\} 1$/m);
    assert.match(text, /operation="health"/);
  });

  it('gives every answer an id, the one that was sent or its own', async () => {
    for (const path of [api, '/health', '/metrics', '/nothing', '/']) {
      assert.match((await app.http.get(path)).headers['x-request-id'] ?? '', /^[0-9a-f-]{36}$/, path);
      await app.http.get(path).set('x-request-id', 'from-the-proxy').expect('x-request-id', 'from-the-proxy');
    }
  });

  it('logs JSON lines with the id of each request and without any secret', async () => {
    const server = await startTrackbridge(['--auth', 'on', '--log-level', 'trace']);
    const [, user = '', password = ''] = /name (\S+), password (\S+)/.exec(server.output()) ?? [];
    const logins = [
      `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
      `Basic ${Buffer.from(`${user}:hunter2hunter2`).toString('base64')}`,
      'Bearer ABCDEFGHIJKLMNOPQRSTUVWXYZ0123.a-secret-nobody-has',
    ];
    const before = server.output().length;
    for (const authorization of logins) {
      await fetch(`${server.url}${api}`, { headers: { authorization, 'x-request-id': 'look-for-me' } });
    }
    await server.stop();
    const logged = server.output().slice(before);
    const lines = logged.trim().split('\n');
    assert.equal(lines.filter((line) => JSON.parse(line).requestId === 'look-for-me').length, logins.length);
    const { password: inUrl } = new URL(server.databaseUrl);
    const secrets = [password, 'hunter2hunter2', 'a-secret-nobody-has', inUrl, ...logins.map((login) => login.split(' ')[1])];
    for (const each of secrets) if (each) assert.ok(!logged.includes(each), each);
  });
});
