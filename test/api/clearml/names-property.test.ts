import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { startApp } from '../../support/app.ts';
import { clearmlApi } from '../../support/clearml-api.ts';

const app = await startApp();
const { call: ok } = clearmlApi(app);

/** Few different names, so that clashes are common; those MLflow's rules for keys allow. */
const key = fc.constantFrom(
  ...['a', 'b', 'a/a', 'a/b', 'a/b/c', 'b/c', 'a:2', 'a/b:2', 'a/b/c:2', 'a/a/a', 'General/a', 'properties/a', 'Args/a'],
);
const word = fc.constantFrom(
  'a',
  'b',
  'c',
  'a/b',
  'b/c',
  '/',
  'a/',
  '/a',
  ':2',
  'a:2',
  'b:2',
  'General',
  'Args',
  'General/a',
  'ä b',
);
const wild = fc.oneof(word, fc.constant(''), fc.string({ unit: 'grapheme', maxLength: 5 }));

type Door = 'mlflow' | 'clearml';
/** A name as its door says it: a key, or two parts as JSON. */
interface Write {
  door: Door;
  name: string;
}

const inMlflow = key.map((name): Write => ({ door: 'mlflow', name }));
const pair = (first: string, second: string) => JSON.stringify([first, second]);
const inClearml = (part: fc.Arbitrary<string>) =>
  fc.tuple(part, part).map(([first, second]): Write => ({ door: 'clearml', name: pair(first, second) }));
const writesOf = (part: fc.Arbitrary<string>) => fc.array(fc.oneof(inMlflow, inClearml(part)), { minLength: 1, maxLength: 14 });

/** What a door shows: values by name. */
type View = Map<string, string>;

interface Kind {
  /** Writes a value under a name. @returns whether it was taken */
  write(task: string, write: Write, value: number): Promise<boolean>;
  views(task: string): Promise<Record<Door, View>>;
}

async function post(path: string, body: object) {
  return await app.http.post(`/api/2.0/mlflow/runs/${path}`).send(body);
}
async function runData(run_id: string) {
  return (await app.http.get('/api/2.0/mlflow/runs/get').query({ run_id })).body.run.data;
}
async function newRun(): Promise<string> {
  return (await post('create', { experiment_id: '0' })).body.run.info.run_id;
}
async function taskOf(task: string) {
  return (await ok('tasks.get_by_id', { task })).task;
}

interface Item {
  key: string;
  value: string | number;
}
const viewOf = (items: readonly Item[] = []): View => new Map(items.map((item) => [item.key, String(item.value)]));
const partsOf = ({ name }: Write): [string, string] => JSON.parse(name);

interface ShownMetric {
  name: string;
  variants: { name: string; last_value: number }[];
}

const series: Kind = {
  async write(task, write, value) {
    if (write.door === 'mlflow') {
      const metrics = [{ key: write.name, value, step: value, timestamp: value }];
      return (await post('log-batch', { run_id: task, metrics })).status === 200;
    }
    const [metric, variant] = partsOf(write);
    const event = { type: 'training_stats_scalar', task, metric, variant, iter: value, timestamp: value, value };
    const lines = app.http.post('/v2.34/events.add_batch').set('content-type', 'application/json-lines');
    return (await lines.send(JSON.stringify(event))).body.data.added === 1;
  },
  async views(task) {
    const { metrics } = (await ok('events.get_task_latest_scalar_values', { task })) as { metrics: ShownMetric[] };
    const shown = metrics.flatMap(({ name, variants }) =>
      variants.map((variant): Item => ({ key: pair(name, variant.name), value: variant.last_value })),
    );
    return { mlflow: viewOf((await runData(task)).metrics), clearml: viewOf(shown) };
  },
};

type Sections = Record<string, Record<string, { section: string; name: string; value: string }>>;

const params: Kind = {
  async write(task, write, value) {
    if (write.door === 'mlflow') {
      return (await post('log-parameter', { run_id: task, key: write.name, value: String(value) })).status === 200;
    }
    const [section, name] = partsOf(write);
    await ok('tasks.edit_hyper_params', { task, force: true, hyperparams: [{ section, name, value: String(value) }] });
    return true;
  },
  async views(task) {
    const { properties: _, ...sections } = (await taskOf(task)).hyperparams as Sections;
    const shown = Object.values(sections).flatMap(Object.values<Sections[string][string]>);
    const items = shown.map(({ section, name, value }): Item => ({ key: pair(section, name), value }));
    return { mlflow: viewOf((await runData(task)).params), clearml: viewOf(items) };
  },
};

/** A tag MLflow sets is a property, unless it is empty: then a label. Properties have one part here, their name. */
const tags: Kind = {
  async write(task, write, value) {
    if (write.door === 'mlflow') {
      return (await post('set-tag', { run_id: task, key: write.name, value: String(value) })).status === 200;
    }
    const [role, name] = partsOf(write);
    if (role === 'label') {
      const { tags: labels } = (await taskOf(task)) as { tags: string[] };
      await ok('tasks.edit', { task, force: true, tags: [...labels, name] });
    } else {
      const property = { section: 'properties', name, value: String(value) };
      await ok('tasks.edit_hyper_params', { task, force: true, hyperparams: [property] });
    }
    return true;
  },
  async views(task) {
    const { hyperparams, tags: labels } = (await taskOf(task)) as { hyperparams: Sections; tags: string[] };
    const properties = Object.values(hyperparams['properties'] ?? {});
    const items = [
      ...properties.map(({ name, value }): Item => ({ key: pair('property', name), value })),
      ...labels.map((name): Item => ({ key: pair('label', name), value: '' })),
    ];
    const shown = ((await runData(task)).tags as Item[]).filter((tag) => !tag.key.startsWith('mlflow.'));
    return { mlflow: viewOf(shown), clearml: viewOf(items) };
  },
};

/** Writes names one after the other and compares what the two doors show in the end with what was written. */
async function check({ write, views }: Kind, writes: readonly Write[]): Promise<void> {
  const task = await newRun();
  const taken: Write[] = [];
  for (const [at, one] of writes.entries()) {
    // a param MLflow has already cannot be given another value there
    if (await write(task, one, at)) taken[at] = one;
    else assert.ok((await views(task))[one.door].has(one.name), `${one.name} is refused and not there`);
  }
  const shown = await views(task);
  const values = (door: Door) => [...shown[door].values()].sort();
  assert.deepEqual(values('mlflow'), values('clearml'), 'every row is seen in both doors');
  assert.equal(new Set(values('mlflow')).size, shown.mlflow.size, 'no row is seen under two names');
  taken.forEach(({ door, name }, at) => {
    const value = Number(shown[door].get(name));
    const writer = taken[value];
    const isOwn = writer?.door === door && writer.name === name;
    assert.ok(value >= at && writer && (isOwn || writer.door !== door), `${door} ${name} holds ${value} and was given ${at}`);
  });
}

describe('names written through both doors', () => {
  for (const [what, kind, part] of [
    ['series', series, wild],
    ['params', params, word],
  ] as const) {
    test(`${what} read back through the writer's door, and no two become one`, async () => {
      await fc.assert(
        fc.asyncProperty(writesOf(part), (writes) => check(kind, writes)),
        { numRuns: 40 },
      );
    });
  }

  test('labels, properties and tags read back at once, and no two become one', async () => {
    const part = fc.tuple(fc.constantFrom('label', 'property'), word).map(([role, name]) => pair(role, name));
    const inTask = part.map((name): Write => ({ door: 'clearml', name }));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(inMlflow, inTask), { minLength: 1, maxLength: 10 }), async (writes) => {
        const task = await newRun();
        for (const [at, write] of writes.entries()) {
          await tags.write(task, write, at);
          const { mlflow, clearml } = await tags.views(task);
          const value = write.name.startsWith('["label"') ? '' : String(at);
          assert.equal((write.door === 'mlflow' ? mlflow : clearml).get(write.name), value, `${write.door} ${write.name}`);
          assert.deepEqual([...mlflow.values()].sort(), [...clearml.values()].sort(), 'every row is seen in both doors');
        }
      }),
      { numRuns: 25 },
    );
  });
});
