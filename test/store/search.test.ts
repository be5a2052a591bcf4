import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { parseRunFilter } from '../../adapters/mlflow/filter/run-filter.ts';
import { parseRunOrder } from '../../adapters/mlflow/filter/run-order.ts';
import { BridgeError } from '../../src/model/errors.ts';
import type { RunQuery } from '../../src/model/query.ts';
import { everything } from '../../src/model/reach.ts';
import { type RunStatus, runStatuses } from '../../src/model/run.ts';
import { DEFAULT_WORKSPACE_ID } from '../../src/model/workspace.ts';
import { openDatabase } from '../../src/store/database.ts';
import { insertRuns } from '../../src/store/insert-runs.ts';
import { KeyIds } from '../../src/store/keys.ts';
import { LogWriter } from '../../src/store/log-writer.ts';
import { insertProject } from '../../src/store/projects.ts';
import { insertDatasetUses } from '../../src/store/run-links.ts';
import { findRun, readRunData, setRunsArchived } from '../../src/store/runs.ts';
import { searchRuns } from '../../src/store/search/runs.ts';
import { cloneDatabase } from '../support/database.ts';
import { newId } from '../support/new-id.ts';
import { type KnownRun, searchByHand } from './search-reference.ts';

const everywhere = { workspaceId: DEFAULT_WORKSPACE_ID, reach: everything };

const RUNS = 60;
const values = [1, -0.5, 0, Number.NaN, Infinity, -Infinity, 2, 2, 1e300];
const texts = [
  'a',
  'b',
  '',
  'A',
  'a%',
  'a_b',
  'é',
  'É',
  'x\\',
  `${'long'.repeat(64)}1`,
  `${'long'.repeat(64)}2`,
  '10',
  '9',
  '𝕏',
  '\uffff',
];

describe('a search of runs', async () => {
  const db = openDatabase(await cloneDatabase(), { connections: 4 });
  after(() => db.close());
  const now = new Date('2026-01-02T03:04:05Z');
  const keys = new KeyIds(db);
  const writer = new LogWriter(db, { lanes: 1, keys });
  const known: KnownRun[] = [];
  const experimentIds: bigint[] = [];

  async function addRun(at: number): Promise<void> {
    const pick = <T>(list: readonly T[], salt: number): T => list[(at * 7 + salt * 13 + (at >> 3)) % list.length] as T;
    const id = newId();
    const draft = {
      experimentId: pick(experimentIds, 1),
      name: pick(texts, 2),
      status: pick<RunStatus>(runStatuses, 3),
      origin: 'mlflow',
      startedMs: pick([null, 1n, 1n, 5n, 9_007_199_254_740_993n, -3n], 4),
      authorId: pick([undefined, 'me', 'you'], 5),
      parent: pick([undefined, 'p1', 'p2'], 6),
    };
    const [inserted] = await insertRuns(db, new Map(), [
      { ...draft, tags: [], id, workspaceId: DEFAULT_WORKSPACE_ID, userId: null, now },
    ]);
    assert.ok(inserted && inserted !== 'archived');
    const some = <T>(list: T[]) => list.filter((_, salt) => (at + salt) % 4 !== 0);
    const endedMs = pick([undefined, 10n, 20n], 7);
    await writer.write(id, {
      metrics: some(['m0', 'm1', 'm2'].map((key, salt) => ({ key, value: pick(values, salt), step: 0n, timestampMs: 1n }))),
      params: some(['p0', 'p1', 'p2'].map((key, salt) => ({ key, value: pick(texts, salt + 3) }))),
      tags: some(['t0', 't1'].map((key, salt) => ({ key, value: pick(texts, salt + 7) }))),
      ...(endedMs === undefined ? {} : { patch: { endedMs } }),
    });
    const uses = some(['d0', 'd1']).map((name) => ({
      dataset: { name, digest: pick(['x', 'y'], 8), sourceType: 's', source: 's', schema: null, profile: null },
      tags: at % 2 ? [{ key: 'mlflow.data.context', value: pick(['train', 'eval'], 9) }] : [],
    }));
    await insertDatasetUses(db, inserted, uses);
    if (at % 5 === 0) await setRunsArchived(db, [inserted.runId], true, now);
    const run = await findRun(db, DEFAULT_WORKSPACE_ID, id);
    const data = (await readRunData(db, keys, [inserted.runId])).get(inserted.runId);
    assert.ok(run && data);
    known.push({ run, data, datasets: uses.map(({ dataset, tags }) => ({ dataset, context: tags[0]?.value ?? null })) });
  }

  before(async () => {
    for (const name of ['first', 'second', 'third']) {
      const draft = { name, tags: [], workspaceId: DEFAULT_WORKSPACE_ID, uuid: newId(), rootPrefix: 'r:', userId: null, now };
      experimentIds.push((await insertProject(db, draft)).experimentId);
    }
    for (let at = 0; at < RUNS; at += 1) await addRun(at);
  });

  const queryOf = (filter: string, order: string[] = [], rest: Partial<RunQuery> = {}): RunQuery => ({
    experimentIds,
    view: 'active',
    conditions: parseRunFilter(filter),
    order: parseRunOrder(order),
    limit: 1000,
    ...rest,
  });

  /** Ids of all pages, and how many statements each page took. */
  async function readPages(query: RunQuery): Promise<{ ids: string[]; statements: number[] }> {
    const ids: string[] = [];
    const statements: number[] = [];
    const counting = {
      ...db,
      query: (statement: Parameters<typeof db.query>[0]) => {
        statements[statements.length - 1] = (statements.at(-1) ?? 0) + 1;
        return db.query(statement);
      },
    } as typeof db;
    let next: string | undefined;
    do {
      statements.push(0);
      const page = await searchRuns(counting, everywhere, { ...query, ...(next === undefined ? {} : { after: next }) });
      ids.push(...page.runs.map((run) => run.id));
      next = page.next;
    } while (next !== undefined);
    return { ids, statements };
  }

  test('finds, in order and page by page, what looking at one run at a time finds', async () => {
    // a backslash before the closing quote would take the next clause in
    const quoted = fc.constantFrom(...texts.filter((text) => !text.endsWith('\\'))).map((text) => `'${text}'`);
    const pattern = fc.constantFrom("'a%'", "'A%'", "'_'", "'%é'", "'a\\%'", "'long%2'", "'%'", "'\\_'", "''");
    const number = fc.constantFrom('0', '2', '-0.5', '1e300', '1e400', '-1e400', '1.5', '5');
    const whole = fc.constantFrom('1', '5', '1.5', '1e400', '9007199254740993', '99999999999999999999', '-99999999999999999999');
    const comparison = fc.constantFrom('=', '!=', '<', '<=', '>', '>=');
    const textSubject = fc.constantFrom(
      'params.p0',
      'params.p1',
      'tags.t0',
      'tags.t1',
      'run_name',
      'user_id',
      'tags.mlflow.parentRunId',
      'params.none',
      'dataset.name',
    );
    const clause = fc.oneof(
      fc.tuple(textSubject, fc.constantFrom('=', '!='), quoted),
      fc.tuple(textSubject, fc.constantFrom('LIKE', 'ILIKE'), pattern),
      fc.tuple(
        fc.constantFrom('params.p2', 'tags.t0', 'tags.mlflow.parentRunId', 'tags.none'),
        fc.constantFrom('IS NULL', 'IS NOT NULL'),
      ),
      fc.tuple(fc.constantFrom('metrics.m0', 'metrics.m1', 'metrics.none'), comparison, number),
      fc.tuple(fc.constantFrom('start_time', 'end_time'), comparison, whole),
      fc.tuple(
        fc.constantFrom('dataset.name', 'dataset.digest', 'dataset.context'),
        fc.constantFrom('IN', 'NOT IN'),
        fc.constantFrom("('d0')", "('x', 'train')"),
      ),
      fc.tuple(fc.constant('status'), fc.constantFrom('=', '!='), fc.constantFrom("'RUNNING'", "'FINISHED'")),
    );
    const filter = fc.array(clause, { maxLength: 2 }).map((clauses) => clauses.map((parts) => parts.join(' ')).join(' AND '));
    const sortable = [
      'metrics.m0',
      'metrics.m1',
      'metrics.none',
      'params.p0',
      'tags.t0',
      'start_time',
      'end_time',
      'run_name',
      'status',
      'run_id',
      'tags.mlflow.parentRunId',
    ];
    const order = fc
      .uniqueArray(fc.constantFrom(...sortable), { maxLength: 3 })
      .chain((names) => fc.tuple(...names.map((name) => fc.constantFrom(`${name} ASC`, `${name} DESC`))));
    const rest = fc.record({
      limit: fc.constantFrom(1, 3, 7, 1000),
      view: fc.constantFrom('active' as const, 'archived' as const, 'all' as const),
      experimentIds: fc.constantFrom(...[1, 2, 3].map((count) => experimentIds.slice(0, count))),
    });
    await fc.assert(
      fc.asyncProperty(filter, order, rest, async (someFilter, someOrder, someRest) => {
        const query = queryOf(someFilter, someOrder, someRest);
        const { ids, statements } = await readPages(query);
        assert.deepEqual(ids, searchByHand(known, query));
        assert.ok(Math.max(...statements) <= 6, `a page took ${Math.max(...statements)} statements`);
      }),
      { numRuns: 250 },
    );
  });

  test('finds a run by its id and by a part of it', async () => {
    const { id } = (known[1] as KnownRun).run;
    for (const filter of [`run_id = '${id}'`, `run_id IN ('x', '${id}')`, `run_id LIKE '${id.slice(0, 20)}%'`]) {
      assert.deepEqual((await readPages(queryOf(filter))).ids, [id]);
    }
    assert.deepEqual((await readPages(queryOf(`run_id = '${id.toUpperCase()}'`))).ids, id === id.toUpperCase() ? [id] : []);
  });

  test('takes a backslash at the end of a pattern for itself', async () => {
    const query: RunQuery = {
      ...queryOf(''),
      conditions: [{ on: 'param', key: 'p0', test: { operator: 'like', value: 'x\\' } }],
    };
    const { ids } = await readPages(query);
    assert.ok(ids.length > 0);
    assert.deepEqual(ids, searchByHand(known, query));
  });

  test('finds nothing without projects, in unknown ones and in another workspace', async () => {
    assert.deepEqual((await readPages(queryOf('', [], { experimentIds: [] }))).ids, []);
    assert.deepEqual((await readPages(queryOf('', [], { experimentIds: [999_999n] }))).ids, []);
    assert.deepEqual(await searchRuns(db, { ...everywhere, workspaceId: '00000000-0000-0000-0000-000000000000' }, queryOf('')), {
      runs: [],
    });
  });

  test('refuses more conditions than the database can plan for in reasonable time', async () => {
    const most = Array<string>(100).fill('metrics.m0 > -1').join(' AND ');
    assert.ok((await searchRuns(db, everywhere, queryOf(most))).runs.length > 0);
    await assert.rejects(searchRuns(db, everywhere, queryOf(`${most} AND metrics.m0 > -1`)), /101 conditions/);
  });

  test('refuses a page token of another order, a damaged one and one with a wrong value', async () => {
    const { next } = await searchRuns(db, everywhere, queryOf('', ['metrics.m0'], { limit: 2 }));
    assert.ok(next);
    const parts = JSON.parse(Buffer.from(next, 'base64url').toString()) as unknown[];
    const damaged = (at: number, value: unknown) => Buffer.from(JSON.stringify(parts.with(at, value))).toString('base64url');
    const bad = [
      '',
      'x',
      next.slice(3),
      damaged(1, 99),
      damaged(1, 'a'),
      damaged(2, "1'"),
      damaged(2, 5),
      Buffer.from('{}').toString('base64url'),
    ];
    for (const after of bad) {
      await assert.rejects(
        searchRuns(db, everywhere, queryOf('', ['metrics.m0'], { limit: 2, after })),
        (error) => error instanceof BridgeError && error.code === 'invalid' && error.field === 'page_token',
        `token ${after}`,
      );
    }
    await assert.rejects(searchRuns(db, everywhere, queryOf('', ['metrics.m1'], { after: next })), BridgeError);
  });
});
