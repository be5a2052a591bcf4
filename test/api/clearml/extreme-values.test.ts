import assert from 'node:assert/strict';
import { test } from 'node:test';
import { absent } from '../../../adapters/clearml/absent.ts';
import { operationTable } from '../../../openapi/generated/clearml.operations.ts';
import { startApp } from '../../support/app.ts';
import { clearmlApi } from '../../support/clearml-api.ts';

/** Whatever stands in a field, the answer says what is wrong with the request and never that the server broke. */

type Body = Record<string, unknown>;

const app = await startApp();
const { call } = clearmlApi(app);

/** 2^70 and 1e300 hold no 64-bit number, -2^63 just does. */
const extremes: readonly unknown[] = [2 ** 70, -(2 ** 63), 1e300, -1, 1.5, 'x', [], ['x'], {}, null];
const numeric = /"(integer|number|least)"/;
const idLike = /^(id|ids|tasks?|models?|queues?|projects?|parent|user|users|worker|company|name)$/;

/** The things that fields of these names are filled with; an operation may delete or close them, so each gets its own. */
async function makeThings(): Promise<Body> {
  const unique = crypto.randomUUID();
  const { id: project } = await call('projects.create', { name: `extreme ${unique}`, description: '' });
  const { id: task } = await call('tasks.create', { name: 'extreme', type: 'training', project });
  const { id: model } = await call('models.create', { name: 'extreme', uri: 's3://extreme/model', task, project });
  const { id: queue } = await call('queues.create', { name: `extreme ${unique}` });
  return { project, task, model, queue, projects: [project], tasks: [task], models: [model], queues: [queue] };
}

/** A value for a field that must be there, by its schema in the table's compact form. */
function plainValue(schema: unknown): unknown {
  if (schema === 'string') return 'extreme';
  if (schema === 'integer' || schema === 'number') return 1;
  if (schema === 'boolean') return false;
  if (typeof schema !== 'object' || schema === null) return {};
  if ('items' in schema) return [plainValue(schema.items)];
  if ('least' in schema) return schema.least;
  if ('enum' in schema) return Object.keys(schema.enum as object)[0];
  return {};
}

function fieldsOf({ body }: { body: unknown }): Body {
  return typeof body === 'object' && body !== null && 'fields' in body ? (body.fields as Body) : {};
}

/** Fields that are filled whenever something is there to fill them with; a lone `id` or `ids` means what its family is about. */
function bodyFor(operation: { family: string; required: readonly string[] }, fields: Body, things: Body): Body {
  const own = operation.family.replace(/s$/, '');
  const known: Body = { ...things, id: things[own], ids: things[`${own}s`] };
  const names = Object.keys(fields).filter((name) => operation.required.includes(name) || known[name] !== undefined);
  return Object.fromEntries(names.map((name) => [name, known[name] ?? plainValue(fields[name])]));
}

async function isBroken(path: string, body: Body): Promise<boolean> {
  const answer = await app.http.post(path).send(body);
  return answer.status >= 500 || (answer.body?.meta?.result_code ?? 0) >= 500;
}

const served = operationTable.operations.filter(({ id, body }) => !Object.hasOwn(absent, id) && body !== 'text');

for (const family of new Set(served.map((operation) => operation.family))) {
  test(`no extreme value in a field breaks an operation of ${family}`, async () => {
    const broken: string[] = [];
    for (const operation of served.filter((one) => one.family === family)) {
      const fields = fieldsOf(operation);
      const asked = Object.keys(fields).filter((name) => numeric.test(JSON.stringify(fields[name])) || idLike.test(name));
      if (asked.length === 0) continue;
      const things = await makeThings();
      const body = bodyFor(operation, fields, things);
      const sent = asked.flatMap((name) => extremes.map((value) => ({ name, value })));
      for (const { name, value } of sent) {
        if (await isBroken(operation.path, { ...body, [name]: value })) {
          broken.push(`${operation.id} ${name}=${JSON.stringify(value)}`);
        }
      }
    }
    assert.deepEqual(broken, []);
  });
}
