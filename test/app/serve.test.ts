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
import { freePort } from '../support/postgres-server.ts';

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

  it('prints the lines of clearml.conf, with the secret only at the start that made it', async () => {
    const keyPair = { accessKey: 'THEACCESSKEY', secret: 'the-secret' };
    await withServer(
      async (...given) => ({ ...(await plain(...given)), firstKeyPair: keyPair }),
      async ({ port, banner }) => {
        const url = `http://127.0.0.1:${port}`;
        for (const line of [
          `    web_server: "${url}"`,
          `    api_server: "${url}"`,
          `    files_server: "${url}/files"`,
          '    credentials { access_key: "THEACCESSKEY", secret_key: "the-secret" }',
        ]) {
          assert.ok(banner.includes(`${line}\n`), line);
        }
        assert.match(banner, /shown only now/);
      },
    );
    await withServer(plain, async ({ banner }) => {
      assert.match(banner, /any key pair will do .* trackbridge -- credentials create/);
    });
  });

  it("listens on the ports of ClearML's own server too, the files at the root of theirs", async () => {
    const [api, files] = [await freePort(), await freePort()];
    const clearmlPorts = [
      { port: api, prefix: '' },
      { port: files, prefix: '/files' },
    ];
    const tellPath: Compose = async (...given) => ({
      ...(await plain(...given)),
      handler: (request, response) => void response.end(request.url),
    });
    const server = await serve({ ...readConfig({ home, port: '0' }, {}), clearmlPorts }, log, tellPath);
    const pathAt = async (port: number) => (await fetch(`http://127.0.0.1:${port}/a/b?c=d`)).text();
    try {
      assert.deepEqual(
        [await pathAt(server.port), await pathAt(api), await pathAt(files)],
        ['/a/b?c=d', '/a/b?c=d', '/files/a/b?c=d'],
      );
      assert.ok(server.banner.includes(`${api}, ${files}`));
    } finally {
      await server.stop();
    }
    await assert.rejects(pathAt(files));
  });

  it('names the port of ClearML that is taken, and frees the others', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    const api = await freePort();
    const clearmlPorts = [api, port].map((each) => ({ port: each, prefix: '' }));
    await assert.rejects(serve({ ...readConfig({ home, port: '0' }, {}), clearmlPorts }, log, plain), {
      message: `Port ${port} on 127.0.0.1, which --clearml-ports needs, is taken by another program. Stop that one, or leave --clearml-ports out.`,
    });
    await assert.rejects(fetch(`http://127.0.0.1:${api}/`));
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
