import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { Outbound } from '../../src/outbound/outbound.ts';

const never = new AbortController().signal;
const names: Readonly<Record<string, readonly string[]>> = {
  'public.example': ['8.8.8.8', '2606:4700::1111'],
  'inside.example': ['10.1.2.3'],
  'mixed.example': ['8.8.8.8', '127.0.0.1'],
  'mapped.example': ['::ffff:169.254.169.254'],
  'empty.example': [],
};

/** A resolver that knows a few names; what is not among them does not resolve. */
async function resolve(host: string) {
  const addresses = names[host];
  if (!addresses) throw Object.assign(new Error('not found'), { code: 'ENOTFOUND' });
  return addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
}

const outbound = new Outbound({ allowed: ['inside.example'], timeoutMs: 300, resolve });
const strict = new Outbound({ allowed: [], timeoutMs: 300, resolve });

describe('outbound', () => {
  const asked: string[] = [];
  const silent = new Set(['/silent']);
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    if (silent.has(request.url ?? '')) return;
    response.writeHead(request.url === '/moved' ? 302 : 200, { location: '/elsewhere', 'retry-after': '7' }).end('secret');
  });
  let origin = '';
  let local: Outbound;
  before(async () => {
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    origin = `http://127.0.0.1:${port}`;
    local = new Outbound({ allowed: [origin], timeoutMs: 300, resolve });
  });
  after(() => server.close().closeAllConnections());

  it('takes an https address on the public internet', async () => {
    await strict.check('https://public.example/hook?x=1');
    await strict.check('https://8.8.8.8:8443/');
  });

  it('refuses every spelling of a private address', async () => {
    const hosts = ['127.0.0.1', '127.1', '0177.0.0.1', '0x7f.1', '2130706433', '0x7f000001', '0', '017700000001', '[::1]'];
    const inside = ['[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[64:ff9b::7f00:1]', '[fd00::1]', '169.254.169.254', '①②⑦.⓪.0.1'];
    for (const host of [...hosts, ...inside, 'inside.example', 'mixed.example', 'mapped.example', 'user@10.0.0.1']) {
      await assert.rejects(strict.check(`https://${host}/`), { code: 'invalid', message: /not on the public internet/ }, host);
      await assert.rejects(strict.post(`https://${host}/`, {}, '', never), { code: 'invalid' }, host);
    }
  });

  it('refuses what is not https, names no host or resolves to nothing', async () => {
    for (const url of ['http://public.example/', 'ftp://public.example/', 'file:///etc/passwd', 'gopher://public.example/']) {
      await assert.rejects(strict.check(url), { code: 'invalid' }, url);
    }
    for (const url of ['', '  ', 'https://', 'public.example', 'https://unknown.example/', 'https://empty.example/']) {
      await assert.rejects(strict.check(url), { code: 'invalid' }, url);
    }
  });

  it('takes a host that the operator allows, over https alone unless http was said', async () => {
    await outbound.check('https://inside.example/');
    await assert.rejects(outbound.check('http://inside.example/'), { code: 'invalid' });
    await local.check(`${origin}/hook`);
    await assert.rejects(local.check('http://127.0.0.1:1/'), { code: 'invalid' });
    assert.throws(() => new Outbound({ allowed: ['a b'], timeoutMs: 1 }), { code: 'invalid' });
    assert.throws(() => new Outbound({ allowed: ['host/path'], timeoutMs: 1 }), { code: 'invalid' });
  });

  it('connects to the address it looked at, whatever the resolver says next', async () => {
    let times = 0;
    const rebinding = new Outbound({
      allowed: [],
      timeoutMs: 300,
      resolve: async () => {
        times += 1;
        return [{ address: times === 1 ? '8.8.8.8' : '127.0.0.1', family: 4 }];
      },
    });
    const { port } = server.address() as AddressInfo;
    await assert.rejects(rebinding.post(`https://rebinding.example:${port}/rebound`, {}, '', never), { code: 'unavailable' });
    assert.equal(times, 1);
    assert.ok(!asked.includes('/rebound'));
  });

  it('tells the status and when to come again, and follows no redirect', async () => {
    assert.deepEqual(await local.post(`${origin}/moved`, {}, '{}', never), { status: 302, retryAfter: '7' });
    assert.deepEqual(await local.post(`${origin}/fine`, {}, '{}', never), { status: 200, retryAfter: '7' });
    assert.ok(!asked.includes('/elsewhere'));
  });

  it('gives up in time, and when it is told to', async () => {
    await assert.rejects(local.post(`${origin}/silent`, {}, '', never), { code: 'unavailable', message: /in time/ });
    await assert.rejects(local.post(`${origin}/silent`, {}, '', AbortSignal.abort()), { code: 'unavailable' });
  });
});
