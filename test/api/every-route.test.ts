import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { makeDoors } from '../../adapters/index.ts';
import type { Door, OperationSpec, Touched } from '../../src/http/door.ts';
import { webDoor } from '../../src/web/index.ts';
import { startApp } from '../support/app.ts';
import { addPerson, type Person } from '../support/people.ts';

const app = await startApp({ auth: 'on' });
const { http } = app;
const root = await addPerson(app, 'root', 'admin');
const bob = await addPerson(app, 'bob');
const doors = [webDoor, ...makeDoors({ servesArtifacts: true, servesOnlyArtifacts: false })];

/** Every served operation that names things, with each path it has. */
const routes = doors.flatMap((door) =>
  door.table.operations.flatMap((operation) => {
    const targets = Array.isArray(operation.on) ? operation.on.filter(({ at }: Touched) => at !== '') : [];
    if (!Object.hasOwn(door.handlers, operation.id) || targets.length === 0) return [];
    return door
      .pathsOf(operation)
      .flatMap((path) => operation.methods.map((method) => ({ door, operation, targets, path, method })));
  }),
);
type Route = (typeof routes)[number];
/** What changes the names by which the other routes find their things comes last. */
const renaming = new Set(['projects.move', 'projects.merge', 'projects.update', 'updateExperiment', 'renameRegisteredModel']);
routes.sort((a, b) => Number(renaming.has(a.operation.id)) - Number(renaming.has(b.operation.id)));

/** What each word of `x-on` is called by, all of one experiment and one registered model of the admin. */
const ids: Record<string, string> = {};

async function post(path: string, message: object, who: Person = root) {
  const { status, body, text } = await http.post(path).set('authorization', who.authorization).send(message);
  assert.equal(status, 200, `${path}: ${text}`);
  return body;
}

const SERVER = 'com.example/guarded';

async function makeThings(): Promise<void> {
  const old = '/api/2.0/mlflow';
  const { experiment_id } = await post(`${old}/experiments/create`, { name: 'guarded' });
  const { run } = await post(`${old}/runs/create`, { experiment_id });
  const { model } = await post(`${old}/logged-models`, { experiment_id, name: 'guarded' });
  await post(`${old}/registered-models/create`, { name: 'guarded' });
  const trace = `tr-${'a'.repeat(32)}`;
  const info = {
    trace_id: trace,
    trace_location: { type: 'MLFLOW_EXPERIMENT', mlflow_experiment: { experiment_id } },
    request_time: '2026-01-01T00:00:00Z',
    state: 'OK',
  };
  await post('/api/3.0/mlflow/traces', { trace: { trace_info: info } });
  const found = await post('/projects.get_all', { name: '^guarded$' });
  const { dataset } = await post('/api/3.0/mlflow/datasets/create', { name: 'guarded', experiment_ids: [experiment_id] });
  const { issue } = await post('/api/3.0/mlflow/issues', { experiment_id, name: 'guarded', description: 'x', status: 'pending' });
  const schema = {
    experiment_id,
    name: 'guarded',
    type: 'FEEDBACK',
    input: { pass_fail: { positive_label: 'a', negative_label: 'b' } },
  };
  const { label_schema } = await post('/api/3.0/mlflow/label-schemas/create', schema);
  const { review_queue } = await post('/api/3.0/mlflow/review-queues/create', {
    experiment_id,
    name: 'guarded',
    queue_type: 'CUSTOM',
  });
  await post('/api/3.0/mlflow/mcp-servers', { name: SERVER });
  const runId = run.info.run_id;
  Object.assign(ids, {
    experiment: experiment_id,
    experiment_name: 'guarded',
    project: found.data.projects[0].id,
    project_tree: found.data.projects[0].id,
    project_path: 'guarded',
    home: found.data.projects[0].id,
    run: runId,
    reporter: runId,
    logged_model: model.info.model_id,
    model: model.info.model_id.slice(2),
    registered_model: 'guarded',
    model_version: 'guarded',
    trace,
    dataset: dataset.dataset_id,
    issue: issue.issue_id,
    label_schema: label_schema.schema_id,
    review_queue: review_queue.queue_id,
    scorer: experiment_id,
    mcp_server: SERVER,
    mcp_server_version: SERVER,
    artifact: `${experiment_id}/${runId}/artifacts/file`,
    file: `guarded/task.${runId}/artifacts/file`,
  });
}

/** A value of the type a field wants; what else is wrong with it is found only after the guard. */
function valueOf(type: unknown, messages: Door['table']['messages']): unknown {
  if (typeof type === 'string') return scalars[type] ?? (type in messages ? valueOf(messages[type], messages) : {});
  const {
    enum: names,
    items,
    nullable,
  } = (type ?? { nullable: 'string' }) as Partial<{
    enum: object;
    items: unknown;
    nullable: unknown;
  }>;
  if (nullable) return valueOf(nullable, messages);
  if (names) return Object.keys(names)[0];
  return items === undefined ? {} : [];
}

const scalars: Record<string, unknown> = { string: 'x', int64: 1, int32: 1, integer: 1, double: 1, number: 1, boolean: true };

function fieldsOf({ table }: Door, { body }: OperationSpec): Record<string, unknown> {
  const schema = typeof body === 'string' ? table.messages[body] : body;
  return ((schema as { fields?: Record<string, unknown> } | undefined)?.fields ?? {}) as Record<string, unknown>;
}

/** Puts an id where a target says it stands. */
function put(message: Record<string, unknown>, { kind, at }: Touched, isList: (field: string) => boolean): void {
  const [fields = ''] = at.split('=');
  const [first = '', name] = fields.split('+');
  if (name !== undefined) message[name] = 'guarded';
  const [field = '', ...rest] = first.split('.');
  const plain = field.replace('[]', '');
  const below = rest.reduceRight<unknown>((value, part) => ({ [part]: value }), ids[kind]);
  message[plain] = field.endsWith('[]') || isList(plain) ? [below] : below;
}

async function call({ door, operation, targets, path, method }: Route, who: Person | undefined) {
  const fields = fieldsOf(door, operation);
  const message: Record<string, unknown> = {};
  for (const field of operation.required) message[field] = valueOf(fields[field], door.table.messages);
  const isList = (field: string) => JSON.stringify(fields[field] ?? operation.query[field] ?? '').startsWith('{"items"');
  for (const target of targets) put(message, target, isList);
  // a call of ClearML has no path of its own, and any method
  if (door.name === 'clearml') return await as(http.post(`/${operation.id}`), who).send(message);
  const url = path.replace(/\{(\w+)\}/g, (_all, name: string) => {
    const value = String(message[name] ?? 'x');
    // the rest of a path keeps its slashes
    return /path$/.test(name) ? value : encodeURIComponent(value);
  });
  const request = as(http[method as 'get'](url), who);
  return method === 'get' || operation.body === null || operation.body === 'stream'
    ? await request.query(message)
    : await request.query(pick(message, Object.keys(operation.query))).send(message);
}

function as<R extends { set(name: string, value: string): R }>(request: R, who: Person | undefined): R {
  return who ? request.set('authorization', who.authorization) : request;
}

function pick(message: Record<string, unknown>, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.flatMap((name) => (name in message ? [[name, message[name]]] : [])));
}

/** What a route asks at least on one of the things it names. */
function needOf({ operation, targets }: Route): string {
  const usual = operation.needs ?? (operation.right === 'read' ? 'read' : 'edit');
  const needs = new Set(targets.map((target: Touched) => target.needs ?? usual));
  return ['manage', 'edit', 'use'].find((need) => needs.has(need)) ?? 'read';
}

async function give(permission: string): Promise<void> {
  for (const [resource_type, resource_id] of [
    ['experiment', ids['experiment']],
    ['registered_model', 'guarded'],
    ['mcp_server', SERVER],
  ]) {
    const grant = { username: 'bob', resource_type, resource_id };
    await http.post('/api/3.0/mlflow/users/permissions/revoke').set('authorization', root.authorization).send(grant);
    await post('/api/3.0/mlflow/users/permissions/grant', { ...grant, permission });
  }
}

before(makeThings);

describe('every route of every door that names a thing', () => {
  it('is covered, with its twins', () => {
    assert.ok(routes.length > 350, `${routes.length}`);
    const kinds = new Set(routes.flatMap(({ targets }) => targets.map(({ kind }: Touched) => kind)));
    assert.deepEqual(
      [...kinds].filter((kind) => ids[kind] === undefined),
      [],
    );
  });

  /** Routes that answer somebody with another status. */
  async function others(wanted: (status: number) => boolean, some: readonly Route[], who: Person | undefined): Promise<string[]> {
    const found: string[] = [];
    for (const route of some) {
      const { status, text } = await call(route, who);
      if (!wanted(status)) found.push(`${route.operation.id} ${route.method} ${route.path} ${status} ${text.slice(0, 150)}`);
    }
    return found;
  }

  const needing = (...needs: string[]) => routes.filter((route) => needs.includes(needOf(route)));

  it('is refused to nobody', async () => {
    assert.deepEqual(await others((status) => status === 401, routes, undefined), []);
  });

  it('is refused to whom the thing is denied', async () => {
    await give('DENY');
    assert.deepEqual(await others((status) => status === 403, routes, bob), []);
  });

  it('lets a reader read, and no more', async () => {
    await give('READ');
    assert.deepEqual(await others((status) => status === 403, needing('use', 'edit', 'manage'), bob), []);
    assert.deepEqual(await others((status) => status !== 403 && status !== 500, needing('read'), bob), []);
  });

  it('does not let an editor delete or give', async () => {
    await give('EDIT');
    assert.ok(needing('manage').length > 30);
    assert.deepEqual(await others((status) => status === 403, needing('manage'), bob), []);
  });

  it('lets a manager and an admin do everything', async () => {
    await give('MANAGE');
    for (const who of [bob, root]) {
      assert.deepEqual(await others((status) => status !== 403 && status !== 500, needing('read', 'edit'), who), []);
    }
  });
});
