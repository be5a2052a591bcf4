import assert from 'node:assert/strict';
import { once } from 'node:events';
import { chmod, mkdtemp, rm, stat } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pino } from 'pino';
import { readConfig } from '../../src/app/config.ts';
import { type Application, type Compose, type RunningServer, serve } from '../../src/app/serve.ts';

const log = pino({ level: 'silent' });

const plain: Compose = async (): Promise<Application> => ({
  handler: (_request, response) => void response.end('done'),
  notices: ['Read this once.'],
  close: async () => undefined,
});

describe('serve', () => {
  let scratch: string;
  let home: string;

  before(async () => {
    scratch = await mkdtemp(join(tmpdir(), 'trackbridge-test-'));
    await chmod(scratch, 0o755);
    home = join(scratch, 'home');
  });
  after(() => rm(scratch, { recursive: true, force: true, maxRetries: 20 }));

  async function withServer(compose: Compose, work: (server: RunningServer) => Promise<void>): Promise<void> {
    const server = await serve(readConfig({ home, port: '0' }, {}), log, compose);
    try {
      await work(server);
    } finally {
      await server.stop();
    }
  }

  it('answers, and prints the address, what clients need, where data lie and whether a login is asked for', async () => {
    await withServer(plain, async ({ port, banner }) => {
      assert.equal(await (await fetch(`http://127.0.0.1:${port}/`)).text(), 'done');
      assert.ok(banner.includes(`export MLFLOW_TRACKING_URI=http://127.0.0.1:${port}\n`), banner);
      assert.ok(banner.includes(join(home, 'postgres')), banner);
      assert.ok(banner.includes(join(home, 'artifacts')), banner);
      assert.match(banner, /--auth off/);
      assert.match(banner, /Read this once\./);
    });
    assert.equal((await stat(join(home, 'artifacts'))).mode & 0o077, 0);
  });

  it('lets requests in flight finish when it stops, takes no new ones, and closes the application last', async () => {
    const seen: string[] = [];
    const arrived = Promise.withResolvers<void>();
    const released = Promise.withResolvers<void>();
    const patient: Compose = async () => ({
      handler: (_request, response) => {
        arrived.resolve();
        void released.promise.then(() => response.end('done', () => seen.push('answered')));
      },
      notices: [],
      close: async () => void seen.push('closed'),
    });
    await withServer(patient, async ({ port, stop }) => {
      const address = `http://127.0.0.1:${port}/`;
      const running = fetch(address).then((response) => response.text());
      await arrived.promise;
      const stopped = stop();
      await assert.rejects(fetch(address));
      released.resolve();
      assert.equal(await running, 'done');
      await stopped;
    });
    assert.deepEqual(seen, ['answered', 'closed']);
  });

  it('names a free port when the wanted one is taken, and starts nothing', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    const unused = join(scratch, 'unused');
    await assert.rejects(serve(readConfig({ home: unused, port: String(port) }, {}), log, plain), (error: Error) => {
      const free = Number(new RegExp(`Port ${port} on 127.0.0.1 is taken .* --port (\\d+)$`).exec(error.message)?.[1]);
      return free > port;
    });
    await assert.rejects(stat(unused), { code: 'ENOENT' });
    taken.close();
  });

  it('says when the address is none of this machine', async () => {
    const config = readConfig({ home, port: '0', host: '192.0.2.1', auth: 'on' }, {});
    await assert.rejects(serve(config, log, plain), { message: /--host 192\.0\.2\.1 is no address of this machine/ });
  });

  it('frees the port and stops Postgres again when the application does not come up', async () => {
    const config = readConfig({ home, port: '0' }, {});
    await assert.rejects(
      serve(config, log, () => Promise.reject(new Error('no application'))),
      /no application/,
    );
    await assert.rejects(stat(join(home, 'postgres', 'data', 'postmaster.pid')), { code: 'ENOENT' });
  });

  it('is ready within two seconds when the data are there', async () => {
    const began = performance.now();
    await withServer(plain, async () => assert.ok(performance.now() - began < 2000));
  });
});
