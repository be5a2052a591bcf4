import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { after, describe, it } from 'node:test';
import express from 'express';
import { pino } from 'pino';
import { writeError } from '../../adapters/mlflow/errors.ts';
import { operationTable as bridge } from '../../openapi/generated/bridge.operations.ts';
import { operationTable as clearml } from '../../openapi/generated/clearml.operations.ts';
import { operationTable as files } from '../../openapi/generated/files.operations.ts';
import { operationTable as mlflow } from '../../openapi/generated/mlflow.operations.ts';
import { authorize, type Right } from '../../src/access/authorize.ts';
import { createCredential } from '../../src/access/credentials.ts';
import { freeGuard } from '../../src/access/guard.ts';
import { openSessionTokens } from '../../src/access/session-tokens.ts';
import { addUser, disableUser } from '../../src/access/users.ts';
import type { Actor, BaseContext, Context } from '../../src/context.ts';
import { makeAuthenticate } from '../../src/http/authenticate.ts';
import { type Door, type OperationTable, Reply } from '../../src/http/door.ts';
import { serveDoor } from '../../src/http/kernel.ts';
import type { Role } from '../../src/model/user.ts';
import { DEFAULT_WORKSPACE_ID } from '../../src/model/workspace.ts';
import { openDatabase } from '../../src/store/database.ts';
import { cloneDatabase } from '../support/database.ts';

const tables: OperationTable[] = [mlflow, clearml, files, bridge];
// two documents may name operations alike
const named = tables.flatMap(({ operations }, index) =>
  operations.map((operation) => ({ ...operation, id: `${index}/${operation.id}` })),
);
const documents = [...named, extra('read'), extra('admin')];
const served = documents.filter((operation) => operation.right !== null);
const servedPaths = new Set(served.map(({ path }) => path));
const absent = documents.filter((operation) => operation.right === null && !servedPaths.has(operation.path));
/** Every operation of the documents, each answered with who got in, and two more because few need the right `admin`. */
const table: OperationTable = { operations: [...served, ...absent], messages: {} };

function extra(right: Right): OperationTable['operations'][number] {
  const shape = { family: undefined, twin: false, required: [], on: 'none', path_fields: [], query: {}, body: null };
  return { id: `needs_${right}`, path: `/needs/${right}`, methods: ['get'], right, ...shape };
}

const tellName = async (_input: unknown, context: Context) => new Reply(200, {}, `hello ${context.actor.name}`);
const door: Door = {
  name: 'every-operation',
  table,
  handlers: Object.fromEntries(served.map(({ id }) => [id, tellName])),
  absent: Object.fromEntries(absent.map(({ id }) => [id, 'to see that it asks for a login'])),
  pathsOf: ({ path, twin }) => (twin ? [path, path.replace('/api/', '/ajax-api/')] : [path]),
  maxBodyBytes: 1024,
  read: () => ({ path: {}, query: {}, body: {} }),
  write: () => new Reply(500, {}),
  writeError,
  writeAbsent: () => new Reply(404, {}),
};

const db = openDatabase(await cloneDatabase(), { connections: 8 });
const logLines: string[] = [];
const log = pino({ level: 'trace' }, { write: (line: string) => logLines.push(line) });
const access = {
  db,
  now: () => new Date(),
  newId: () => crypto.randomUUID().replaceAll('-', ''),
  workspaceId: DEFAULT_WORKSPACE_ID,
  sessionTokens: await openSessionTokens(db, true),
};
const url = await listen();
const secrets: string[] = [];
const logins = {
  nobody: undefined,
  stranger: 'Bearer ABCDEFGHIJKLMNOPQRSTUVWXYZ0123.a-secret-nobody-has',
  disabled: await makeLogin('disabled', 'admin'),
  user: await makeLogin('user', 'user'),
  admin: await makeLogin('admin', 'admin'),
};
await disableUser(access, 'disabled');

async function listen(): Promise<string> {
  const authenticate = makeAuthenticate(true, access);
  const app = express();
  app.use(
    serveDoor(door, {
      base: { ...access, log } as unknown as BaseContext,
      authenticate,
      authorize,
      placeOf: async () => undefined,
      guard: () => freeGuard,
      baseUrlOf: () => '',
      observe: () => undefined,
    }),
  );
  const server = app.listen(0, '127.0.0.1');
  after(() => server.close());
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function makeLogin(name: string, role: Role): Promise<string> {
  const password = `the password of ${name}`;
  await addUser(access, { name, password, role });
  const { token, secret } = await createCredential(access, { userName: name, kind: 'token', label: '' });
  secrets.push(password, secret);
  return `Bearer ${token}`;
}

/** Asks every way of calling these operations, as somebody; the sorted set of answers as `status text`. */
async function askAll(operations: OperationTable['operations'], caller: keyof typeof logins): Promise<string[]> {
  const authorization = logins[caller];
  const calls = operations.flatMap((operation) =>
    door
      .pathsOf(operation)
      .flatMap((path) => operation.methods.map((method) => ({ path: path.replaceAll(/\{\w+\}/g, 'x'), method }))),
  );
  const answers = new Set<string>();
  for (const { path, method } of calls) {
    const answer = await fetch(url + path, { method: method.toUpperCase(), headers: authorization ? { authorization } : {} });
    const text = await answer.text();
    answers.add(answer.status === 200 ? `200 ${text}` : `${answer.status}`);
  }
  return [...answers].sort();
}

const needing = (...rights: Right[]) => served.filter(({ right }) => rights.includes(right as Right));

describe('every route, with logins on', () => {
  after(() => db.close());

  it('is covered: the documents declare public, read and write operations, and absent ones', () => {
    for (const right of ['public', 'read', 'write', 'admin'] as const) assert.ok(needing(right).length > 0, right);
    assert.ok(absent.length > 0);
  });

  for (const caller of ['nobody', 'stranger', 'disabled'] as const) {
    it(`refuses ${caller} with 401 unless the operation is public`, async () => {
      assert.deepEqual(await askAll(needing('read', 'write', 'admin'), caller), ['401']);
      assert.deepEqual(await askAll(absent, caller), ['401']);
      assert.deepEqual(await askAll(needing('public'), caller), ['200 hello ']);
    });
  }

  it('lets a user read and write but not administer', async () => {
    assert.deepEqual(await askAll(needing('read', 'write'), 'user'), ['200 hello user']);
    assert.deepEqual(await askAll(needing('admin'), 'user'), ['403']);
    assert.deepEqual(await askAll(absent, 'user'), ['404']);
  });

  it('lets an admin do everything', async () => {
    assert.deepEqual(await askAll(needing('read', 'write', 'admin'), 'admin'), ['200 hello admin']);
    assert.deepEqual(await askAll(absent, 'admin'), ['404']);
  });

  it('asks for HTTP Basic in plain text, as MLflow does', async () => {
    const answer = await fetch(`${url}/needs/read`);
    assert.equal(answer.status, 401);
    assert.equal(answer.headers.get('www-authenticate'), 'Basic realm="mlflow"');
    assert.match(answer.headers.get('content-type') ?? '', /^text\/plain/);
  });

  it('leaves no secret in the log', () => {
    assert.ok(logLines.length > 1000);
    for (const secret of [...secrets, 'a-secret-nobody-has']) assert.ok(!logLines.some((line) => line.includes(secret)));
  });
});

describe('authorize', () => {
  const user: Actor = { userId: '1', name: 'ann', role: 'user' };

  it('refuses an operation that declares no right, or one that does not exist, to everybody', () => {
    for (const right of [null, 'root' as Right]) {
      for (const actor of [user, { ...user, role: 'admin' as const }]) {
        assert.throws(() => authorize(actor, right), { code: 'forbidden' });
      }
      assert.throws(() => authorize(undefined, right), { code: 'unauthenticated' });
    }
  });
});
