import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import express from 'express';
import supertest from 'supertest';
import { hostCheck } from '../../src/http/host-check.ts';
import { originCheck } from '../../src/http/origin-check.ts';

const log = { warn: () => undefined };

function serve(corsAllowedOrigins: string[] = [], publicUrl?: string) {
  const options = { allowedHosts: undefined, corsAllowedOrigins, publicUrl, staticPrefix: '/base', log };
  const app = express().set('trust proxy', 'loopback');
  app.use(hostCheck(options), originCheck(options));
  app.use((_request, response) => {
    response.send('served');
  });
  return supertest(app);
}

type Headers = Record<string, string>;

async function statusOf(
  method: 'get' | 'post' | 'delete' | 'options',
  headers: Headers,
  app = serve(),
  path = '/api/x',
): Promise<number> {
  return (await app[method](path).set(headers)).status;
}

const evil = { Origin: 'http://evil.example' };
const basic = { Authorization: 'Basic YWRtaW46c2VjcmV0' };
const bearer = { Authorization: 'Bearer KEY.secret' };
const crossSite = { 'Sec-Fetch-Site': 'cross-site' };
const link = { ...crossSite, 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'document' };

describe('hostCheck', () => {
  it('refuses an unknown host with 403 in plain text whatever the login', async () => {
    const answer = await serve()
      .get('/api/x')
      .set({ Host: 'evil.example', ...bearer });
    assert.equal(answer.status, 403);
    assert.equal(answer.type, 'text/plain');
  });

  it('does not believe X-Forwarded-Host, which a page could have set', async () => {
    assert.equal(await statusOf('get', { Host: 'evil.example', 'X-Forwarded-Host': 'localhost' }), 403);
  });

  it('leaves /health and /version open, under the prefix alone', async () => {
    const host = { Host: 'evil.example' };
    assert.equal(await statusOf('get', host, serve(), '/base/health'), 200);
    assert.equal(await statusOf('get', { ...host, ...evil }, serve(), '/base/version'), 200);
    assert.equal(await statusOf('get', host, serve(), '/health'), 403);
  });
});

describe('originCheck', () => {
  it('serves requests that come from no page', async () => {
    assert.equal(await statusOf('post', {}), 200);
    assert.equal(await statusOf('get', { 'Sec-Fetch-Site': 'none' }), 200);
  });

  it('refuses a foreign page whatever the method', async () => {
    for (const method of ['get', 'post', 'delete', 'options'] as const) assert.equal(await statusOf(method, evil), 403, method);
    const strangers = [
      'null',
      'http://10.0.0.1',
      'http://localhost.evil.example',
      'http://evil.example#localhost',
      'x',
      'http://[::1].evil.example',
    ];
    for (const origin of strangers) assert.equal(await statusOf('post', { Origin: origin }), 403, origin);
  });

  it('gives a refused page no leave to read the answer', async () => {
    const answer = await serve().get('/api/x').set(evil);
    assert.equal(answer.headers['access-control-allow-origin'], undefined);
    assert.equal(answer.headers['vary'], 'Origin');
  });

  it('serves our own pages, as the browser sees their address', async () => {
    assert.equal(await statusOf('post', { Host: '10.0.0.5:5000', Origin: 'http://10.0.0.5:5000' }), 200);
    assert.equal(await statusOf('post', { Host: '10.0.0.5:5000', Origin: 'http://10.0.0.5:5001' }), 403);
    assert.equal(await statusOf('post', { Host: '10.0.0.5:5000', Origin: 'https://10.0.0.5:5000' }), 403);
    const proxied = { 'X-Forwarded-Proto': 'https', 'X-Forwarded-Host': 'ml.example' };
    assert.equal(await statusOf('post', { Origin: 'https://ml.example', ...proxied }), 200);
    assert.equal(await statusOf('post', { Origin: 'https://ml.example' }, serve([], 'https://ml.example/base')), 200);
  });

  it('serves local pages, and lets those over http read the answer', async () => {
    for (const origin of ['http://localhost:3000', 'http://127.0.0.1', 'http://[::1]:1']) {
      const answer = await serve().post('/api/x').set({ Origin: origin });
      assert.equal(answer.status, 200, origin);
      assert.equal(answer.headers['access-control-allow-origin'], origin);
      assert.equal(answer.headers['access-control-allow-credentials'], 'true');
      assert.equal(answer.headers['access-control-expose-headers'], '*');
    }
    const secure = await serve().post('/api/x').set({ Origin: 'https://localhost:3000' });
    assert.equal(secure.status, 200);
    assert.equal(secure.headers['access-control-allow-origin'], undefined);
  });

  it('serves listed origins, but never the null origin', async () => {
    const app = serve(['http://ok.example', 'https://*.lab.example', 'null']);
    for (const origin of ['http://ok.example', 'https://a.lab.example']) {
      const answer = await app.post('/api/x').set({ Origin: origin });
      assert.equal(answer.status, 200);
      assert.equal(answer.headers['access-control-allow-origin'], origin);
    }
    for (const origin of ['https://ok.example', 'http://a.lab.example', 'null'])
      assert.equal(await statusOf('post', { Origin: origin }, app), 403);
  });

  it('opens to every page, without logins, when * is listed', async () => {
    const answer = await serve(['*']).post('/api/x').set(evil);
    assert.equal(answer.status, 200);
    assert.equal(answer.headers['access-control-allow-origin'], '*');
    assert.equal(answer.headers['access-control-allow-credentials'], undefined);
    assert.equal(await statusOf('get', crossSite, serve(['*'])), 200);
  });

  it('serves a deliberate login from anywhere with any content type, and gives foreign pages nothing to read', async () => {
    const type = { 'Content-Type': 'text/plain' };
    assert.equal(await statusOf('post', { ...evil, ...bearer, ...type }), 200);
    assert.equal(await statusOf('post', { ...evil, ...bearer, ...crossSite }), 200);
    const answer = await serve()
      .get('/api/x')
      .set({ ...evil, ...basic });
    assert.equal(answer.status, 200);
    assert.equal(answer.headers['access-control-allow-origin'], undefined);
  });

  it('refuses a Basic login that a browser added by itself for a foreign page', async () => {
    assert.equal(await statusOf('post', { ...evil, ...basic, ...crossSite }), 403);
    assert.equal(await statusOf('get', { ...basic, ...crossSite, 'Sec-Fetch-Mode': 'no-cors', 'Sec-Fetch-Dest': 'image' }), 403);
  });

  it('lets a visitor follow a link from another site, and nothing else that another site points at us', async () => {
    assert.equal(await statusOf('get', link), 200);
    assert.equal(await statusOf('get', { ...link, ...basic }), 200);
    assert.equal(await statusOf('post', link), 403);
    assert.equal(await statusOf('get', { ...link, 'Sec-Fetch-Dest': 'iframe' }), 403);
    assert.equal(await statusOf('get', { ...crossSite, 'Sec-Fetch-Mode': 'no-cors', 'Sec-Fetch-Dest': 'script' }), 403);
  });

  it('answers preflights as MLflow does: 200 for welcome pages, 400 for others', async () => {
    const ask = { 'Access-Control-Request-Method': 'POST', 'Access-Control-Request-Headers': 'authorization, x-a' };
    const welcome = await serve()
      .options('/api/x')
      .set({ Origin: 'http://localhost:3000', ...ask });
    assert.equal(welcome.status, 200);
    assert.equal(welcome.headers['access-control-allow-origin'], 'http://localhost:3000');
    assert.equal(welcome.headers['access-control-allow-methods'], 'GET, POST, PUT, DELETE, OPTIONS, PATCH');
    assert.equal(welcome.headers['access-control-allow-headers'], 'authorization, x-a');
    assert.equal(welcome.headers['access-control-max-age'], '600');
    for (const origin of ['http://evil.example', 'https://localhost:3000', 'null']) {
      const refused = await serve()
        .options('/api/x')
        .set({ Origin: origin, ...ask });
      assert.equal(refused.status, 400, origin);
      assert.equal(refused.headers['access-control-allow-origin'], undefined);
    }
  });
});
