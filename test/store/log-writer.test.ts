import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { BridgeError } from '../../src/model/errors.ts';
import type { LogBatch, MetricPoint } from '../../src/model/run.ts';
import { DEFAULT_WORKSPACE_ID } from '../../src/model/workspace.ts';
import { openDatabase } from '../../src/store/database.ts';
import { readHistory, sampleHistory } from '../../src/store/history.ts';
import { insertRuns } from '../../src/store/insert-runs.ts';
import { KeyIds } from '../../src/store/keys.ts';
import { LogWriter } from '../../src/store/log-writer.ts';
import { insertProject } from '../../src/store/projects.ts';
import { findRun, readRunData, setRunsArchived } from '../../src/store/runs.ts';
import { cloneDatabase } from '../support/database.ts';
import { newId } from '../support/new-id.ts';

describe('the log writer', async () => {
  const db = openDatabase(await cloneDatabase(), { connections: 8 });
  after(() => db.close());
  const now = new Date('2026-01-02T03:04:05Z');
  const keys = new KeyIds(db);
  const writer = new LogWriter(db, { lanes: 2, keys });
  let experimentId: bigint;
  before(async () => {
    const draft = {
      name: 'p',
      tags: [],
      workspaceId: DEFAULT_WORKSPACE_ID,
      uuid: newId(),
      rootPrefix: 'mlflow-artifacts:',
      userId: null,
      now,
    };
    experimentId = (await insertProject(db, draft)).experimentId;
  });

  async function newRun(): Promise<{ id: string; runId: number }> {
    const id = newId();
    const draft = { experimentId, name: 'r', status: 'in_progress' as const, origin: 'mlflow', startedMs: 1n };
    const [run] = await insertRuns(db, new Map(), [
      { ...draft, tags: [], id, workspaceId: DEFAULT_WORKSPACE_ID, userId: null, now },
    ]);
    assert.ok(run && run !== 'archived');
    return { id, runId: run.runId };
  }
  const batch = (part: Partial<LogBatch>): LogBatch => ({ metrics: [], params: [], tags: [], ...part });
  const point = (step: number | bigint, value: number, timestampMs: number | bigint = step, key = 'loss'): MetricPoint => ({
    key,
    value,
    step: BigInt(step),
    timestampMs: BigInt(timestampMs),
  });
  const all = (id: string, key = 'loss') => readHistory(db, DEFAULT_WORKSPACE_ID, id, key, { limit: 1_000_000 });
  const latest = async (runId: number) => (await readRunData(db, keys, [runId])).get(runId)?.metrics[0];
  async function seriesRow(runId: number) {
    const { rows } = await db.query<{
      count: bigint;
      in_order: boolean;
      stride: bigint | null;
      min_value: number;
      max_value: number;
    }>({
      text: 'select count, in_order, stride, min_value, max_value from series where run_id = $1',
      values: [runId],
    });
    return rows[0];
  }

  test('keeps awkward values exactly', async () => {
    const { id } = await newRun();
    const huge = 2n ** 63n - 1n;
    const values = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -0, 5e-324, 0.1 + 0.2];
    await writer.write(id, batch({ metrics: values.map((value, index) => point(huge - BigInt(index), value, 5n)) }));
    const { steps, values: texts } = await all(id);
    assert.deepEqual(steps, values.map((_, index) => (huge - BigInt(index)).toString()).reverse());
    assert.deepEqual(texts.map(Number).reverse(), values);
  });

  test('stores an identical point once and counts it once', async () => {
    const { id, runId } = await newRun();
    const metrics = [point(1, 0.5), point(2, 0.25), point(1, 0.5)];
    await writer.write(id, batch({ metrics }));
    await writer.write(id, batch({ metrics }));
    assert.deepEqual((await all(id)).steps, ['1', '2']);
    assert.equal((await seriesRow(runId))?.count, 2n);
  });

  test('takes as latest the greatest step, then time, then value, whatever came last', async () => {
    const { id, runId } = await newRun();
    for (const metric of [point(5, 1, 10), point(7, 2, 5), point(7, 3, 5), point(7, -4, 5), point(6, 9, 99)]) {
      await writer.write(id, batch({ metrics: [metric] }));
    }
    assert.deepEqual(await latest(runId), { key: 'loss', value: 3, step: 7n, timestampMs: 5n });
    const row = await seriesRow(runId);
    assert.deepEqual([row?.min_value, row?.max_value, row?.in_order], [-4, 9, false]);
  });

  test('orders a NaN like 0 when it chooses the latest', async () => {
    const { id, runId } = await newRun();
    await writer.write(id, batch({ metrics: [point(1, Number.NaN), point(1, -1)] }));
    assert.ok(Number.isNaN((await latest(runId))?.value));
    await writer.write(id, batch({ metrics: [point(1, 1)] }));
    assert.equal((await latest(runId))?.value, 1);
  });

  test('knows a series with equal distances and forgets it when one differs', async () => {
    const { id, runId } = await newRun();
    for (let step = 0; step < 6; step += 1) await writer.write(id, batch({ metrics: [point(step * 10, step)] }));
    await writer.write(id, batch({ metrics: [point(60, 6), point(70, 7)] }));
    assert.deepEqual((await seriesRow(runId))?.stride, 10n);
    await writer.write(id, batch({ metrics: [point(75, 7)] }));
    assert.deepEqual([(await seriesRow(runId))?.stride, (await seriesRow(runId))?.in_order], [0n, true]);
  });

  test('refuses to change a param and leaves nothing of that batch behind', async () => {
    const { id, runId } = await newRun();
    await writer.write(id, batch({ params: [{ key: 'lr', value: '1' }] }));
    const spoiled = batch({
      params: [
        { key: 'new', value: '1' },
        { key: 'lr', value: '2' },
      ],
      metrics: [point(1, 1)],
      tags: [{ key: 't', value: 'x' }],
    });
    const good = batch({ params: [{ key: 'lr', value: '1' }], tags: [{ key: 'ok', value: '' }] });
    const results = await Promise.allSettled([writer.write(id, spoiled), writer.write(id, good)]);
    assert.deepEqual(
      results.map((result) => result.status),
      ['rejected', 'fulfilled'],
    );
    const data = (await readRunData(db, keys, [runId])).get(runId);
    assert.deepEqual(data, { metrics: [], params: [{ key: 'lr', value: '1' }], tags: [{ key: 'ok', value: '' }] });
  });

  test('refuses unknown and archived runs without holding up their neighbours', async () => {
    const { id } = await newRun();
    const archived = await newRun();
    await setRunsArchived(db, [archived.runId], true, now);
    const write = (run: string) => writer.write(run, batch({ metrics: [point(1, 1)] }));
    const results = await Promise.allSettled([write(newId()), write(archived.id), write(id)]);
    const codes = results.map((result) => (result.status === 'rejected' ? (result.reason as BridgeError).code : 'written'));
    assert.deepEqual(codes, ['not_found', 'wrong_state', 'written']);
  });

  test('fails only the caller whose text cannot be stored', async () => {
    const { id } = await newRun();
    const tag = (value: string) => writer.write(id, batch({ tags: [{ key: `k${value.length}`, value }] }));
    const results = await Promise.allSettled([tag('a'), tag('b\0c'), tag('dd')]);
    assert.deepEqual(
      results.map((result) => result.status),
      ['fulfilled', 'rejected', 'fulfilled'],
    );
  });

  test('renames the run and keeps columns when a batch says so', async () => {
    const { id } = await newRun();
    await writer.write(id, batch({ patch: { name: 'renamed', note: 'n' } }));
    const run = await findRun(db, DEFAULT_WORKSPACE_ID, id);
    assert.deepEqual([run?.name, run?.note], ['renamed', 'n']);
  });

  test('sixty-four writers on one run lose nothing, by two servers at once', async () => {
    const { id, runId } = await newRun();
    const other = new LogWriter(db, { lanes: 2, keys: new KeyIds(db) });
    const writes = Array.from({ length: 64 }, (_, writerNumber) =>
      Array.from({ length: 10 }, (__, step) =>
        (writerNumber % 2 ? writer : other).write(
          id,
          batch({
            metrics: [point(step, writerNumber), point(step, 1, step, `own-${writerNumber}`)],
            params: [{ key: `p${step}`, value: 'same' }],
            tags: [{ key: `t${step}`, value: String(writerNumber) }],
          }),
        ),
      ),
    ).flat();
    await Promise.all(writes);
    assert.equal((await all(id)).steps.length, 640);
    const { rows } = await db.query<{ count: bigint }>({
      text: 'select sum(count)::bigint as count from series where run_id = $1',
      values: [runId],
    });
    assert.equal(rows[0]?.count, 1280n);
  });

  test('pages through a history in any order of logging', async () => {
    const { id } = await newRun();
    const metrics = Array.from({ length: 50 }, (_, index) =>
      point((index * 7) % 50, index % 3 === 0 ? Number.NaN : index, 1000 - index),
    );
    await writer.write(id, batch({ metrics }));
    const whole = await all(id);
    const steps: string[] = [];
    let after: string | undefined;
    do {
      const page = await readHistory(db, DEFAULT_WORKSPACE_ID, id, 'loss', { limit: 7, after });
      steps.push(...page.steps);
      after = page.next;
    } while (after);
    assert.deepEqual(steps, whole.steps);
    assert.equal(new Set(steps).size, 50);
  });

  test('keeps every different point of one step, however they arrive, and none twice', async () => {
    const { id, runId } = await newRun();
    const at = (value: number, timestampMs: number, step = 0) => point(step, value, timestampMs);
    await writer.write(id, batch({ metrics: [at(1, 10), at(2, 10), at(1, 10), at(1, 11)] }));
    await writer.write(id, batch({ metrics: [at(5, 50, 7)] }));
    await writer.write(
      id,
      batch({ metrics: [at(1, 10), at(2, 10), at(3, 9), at(3, 9), at(4, 12, 3), at(4, 13, 3), at(5, 50, 7), at(6, 50, 7)] }),
    );
    await writer.write(id, batch({ metrics: [at(Number.NaN, 9), at(Number.NaN, 9), at(0, 9), at(-0, 9)] }));
    const { steps, timestampsMs, values } = await all(id);
    const triples = steps.map((step, index) => [timestampsMs[index], step, values[index]].join(' '));
    // a NaN counts as 0 and stands behind it
    assert.deepEqual(triples, [
      '9 0 0',
      '9 0 NaN',
      '9 0 3',
      '10 0 1',
      '10 0 2',
      '11 0 1',
      '12 3 4',
      '13 3 4',
      '50 7 5',
      '50 7 6',
    ]);
    assert.equal((await seriesRow(runId))?.count, 10n);
    assert.equal((await sampleHistory(db, DEFAULT_WORKSPACE_ID, id, 'loss', { limit: 100 })).steps.length, 10);
    const pages: string[] = [];
    let after: string | undefined;
    do {
      const page = await readHistory(db, DEFAULT_WORKSPACE_ID, id, 'loss', { limit: 3, after });
      pages.push(...page.steps.map((step, index) => [page.timestampsMs[index], step, page.values[index]].join(' ')));
      after = page.next;
    } while (after);
    assert.deepEqual(pages, triples);
  });

  test('two servers repeating the same points at once store each once', async () => {
    const { id, runId } = await newRun();
    const other = new LogWriter(db, { lanes: 1, keys: new KeyIds(db) });
    for (let round = 0; round < 10; round += 1) {
      const metrics = Array.from({ length: 40 }, (_, index) => point(Math.floor(index / 4), index, round, `k${round % 3}`));
      await Promise.all([writer, other, writer, other].map((each) => each.write(id, batch({ metrics }))));
    }
    const { rows } = await db.query<{ stored: bigint; counted: bigint }>({
      text: `select (select count(*) from points where run_id = $1) + (select count(*) from further_points where run_id = $1) as stored,
        (select sum(count)::bigint from series where run_id = $1) as counted`,
      values: [runId],
    });
    assert.deepEqual(rows[0], { stored: 400n, counted: 400n });
  });

  test('thins a regular series by probes exactly as an irregular one by counting', async () => {
    const regular = await newRun();
    const irregular = await newRun();
    const metrics = Array.from({ length: 1003 }, (_, index) => point(index * 3 - 300, index));
    await writer.write(regular.id, batch({ metrics }));
    await writer.write(irregular.id, batch({ metrics }));
    await db.query({ text: 'update series set stride = 0 where run_id = $1', values: [irregular.runId] });
    for (const limit of [1, 2, 10, 320, 1002, 1003, 2500]) {
      for (const range of [
        undefined,
        { from: -300n, to: -300n },
        { from: -299n, to: 1000n },
        { from: 5n, to: 2n ** 40n },
        { from: -900n, to: -301n },
      ]) {
        const expected = await sampleHistory(db, DEFAULT_WORKSPACE_ID, irregular.id, 'loss', { limit, range });
        assert.deepEqual(
          await sampleHistory(db, DEFAULT_WORKSPACE_ID, regular.id, 'loss', { limit, range }),
          expected,
          `${limit} ${range?.from}`,
        );
      }
    }
  });
});
