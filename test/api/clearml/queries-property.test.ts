import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import fc from 'fast-check';
import { startApp } from '../../support/app.ts';
import { clearmlApi } from '../../support/clearml-api.ts';
import { type Body, queryByHand, type Shown } from './query-reference.ts';

const app = await startApp();
const { call } = clearmlApi(app);

const TASKS = 40;
const names = [
  'first run',
  'first run 2',
  'First',
  'a.b',
  'a+b',
  'axb',
  'tail 10',
  'tail 9',
  'ümlaut',
  '100%_x',
  'x\\y',
  'new\nline',
];
const tags = ['a', 'b', 'c', '-d', 'with space'];
const rates = ['0.1', '10', '9', '1e-3', 'auto', '0.10', ''];
const patterns = [
  'first',
  '^first\\ run$',
  '^first',
  '^a\\.b$',
  'a.b',
  '^(a|F)',
  'run(| \\d+)$',
  '\\d+$',
  '[a-f]i?r',
  '%_',
  '\\\\',
  '^$',
  'x\\b',
  '^new\\\nline$',
  '^.ml',
  '',
];

/** One of some values for a task by its place, without a pattern the eye could follow. */
function pick<Value>(values: readonly Value[], at: number, salt: number): Value {
  return values[(at * 7919 + salt * 104729 + ((at * salt) % 13)) % values.length] as Value;
}

const value = fc.constantFrom(...tags, 'none', null);
const list = fc.array(fc.oneof(value, fc.constantFrom('-a', '-b', '__$not', '__$and', '__$all', '__$or', '__$any', '__$nop')), {
  maxLength: 7,
});
const orders = fc.uniqueArray(
  fc.constantFrom(
    'name',
    'comment',
    'created',
    '-last_iteration',
    'last_iteration',
    '-name',
    'parent',
    'hyperparams.Args.lr.value',
    '-hyperparams.Args.lr.value',
  ),
  { maxLength: 2, selector: (order) => order.replace('-', '') },
);
const across = fc.record({
  fields: fc.uniqueArray(fc.constantFrom('name', 'comment', 'tags', 'id', 'hyperparams.Args.lr.value'), {
    minLength: 1,
    maxLength: 3,
  }),
  pattern: fc.constantFrom('FIRST', 'a', '^t', '1', 'ÜM'),
});
const bound = fc.option(fc.integer({ min: -1, max: 12 }), { nil: null });

const bodies: fc.Arbitrary<Body> = fc.record(
  {
    name: fc.constantFrom(...patterns.filter((pattern) => pattern !== '')),
    comment: fc.constantFrom('note', '^note 1', 'absent'),
    tags: list,
    system_tags: fc.array(fc.constantFrom('development', 'archived', '-archived', 'x', '__$not', '__$all', null), {
      maxLength: 4,
    }),
    type: fc.array(fc.constantFrom('training', 'testing', 'no_type'), { maxLength: 2 }),
    parent: fc.constantFrom<unknown>([null], ['0'.repeat(32)], '1'.repeat(32)),
    'hyperparams.Args.lr.value': fc.array(fc.constantFrom(...rates, '-10', null), { maxLength: 2 }),
    last_iteration: fc.tuple(bound, bound),
    _any_: across,
    _all_: across,
    order_by: orders,
    page_size: fc.constantFrom(3, 10, 500),
    page: fc.integer({ min: 0, max: 2 }),
  },
  { requiredKeys: [] },
);

describe('a query of tasks', () => {
  let shown: Shown[] = [];

  before(async () => {
    const parent = '0'.repeat(32);
    for (let at = 0; at < TASKS; at += 1) {
      const { id } = await call('tasks.create', {
        name: pick(names, at, 1),
        type: pick(['training', 'testing'], at, 2),
        comment: pick([undefined, 'note 1', 'note 2', ''], at, 3),
        tags: tags.filter((_, place) => (at >> place) % 2 === 1),
        system_tags: [['development'], ['x', 'archived'], []][at % 3],
        parent: at % 4 === 0 ? `__DELETED__${parent}` : undefined,
        hyperparams: at % 5 === 0 ? {} : { Args: { lr: { section: 'Args', name: 'lr', value: pick(rates, at, 4) } } },
      });
      await app.db.query({
        text: 'update runs set last_iteration = $2, parent = case when parent is not null then $3 end where uuid = $1',
        values: [id, at % 11, parent],
      });
    }
    shown = (await call('tasks.get_all', {})).tasks;
    assert.equal(shown.length, TASKS);
  });

  test('finds what a search by hand finds, in that order', async () => {
    await fc.assert(
      fc.asyncProperty(bodies, async (body) => {
        const { tasks } = await call('tasks.get_all', { ...body, only_fields: ['id'] });
        const found = tasks.map((task: { id: string }) => task.id);
        assert.deepEqual(found, queryByHand(shown, body));
      }),
      { numRuns: 250 },
    );
  });

  test('is gone through whole by scrolling, in the order of its pages', async () => {
    await fc.assert(
      fc.asyncProperty(bodies, fc.integer({ min: 1, max: 15 }), async ({ page, page_size, ...body }, size) => {
        const found: string[] = [];
        let scroll_id: string | null = null;
        for (let pages = 0; pages <= TASKS + 1; pages += 1) {
          const answer = await call('tasks.get_all', { ...body, only_fields: ['id'], scroll_id, size });
          if (answer.tasks.length === 0) break;
          found.push(...answer.tasks.map((task: { id: string }) => task.id));
          scroll_id = answer.scroll_id;
        }
        assert.deepEqual(found, queryByHand(shown, body));
      }),
      { numRuns: 60 },
    );
  });
});
