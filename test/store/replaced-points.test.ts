import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { openDatabase } from '../../src/store/database.ts';
import { KeyIds } from '../../src/store/keys.ts';
import { type SeriesInput, writePoints } from '../../src/store/write-points.ts';
import { cloneDatabase } from '../support/database.ts';

interface Point {
  step: number;
  timestampMs: number;
  value: number;
}

describe('points that replace', async () => {
  const url = await cloneDatabase();
  const db = openDatabase(url, { connections: 4 });
  const other = openDatabase(url, { connections: 4 });
  after(() => Promise.all([db.close(), other.close()]));
  const keyId = (await new KeyIds(db).idsOf(['loss'])).get('loss') as number;
  let lastRun = 0;
  const newRun = () => ++lastRun;

  const series = (runId: number, points: readonly Point[], more: Partial<SeriesInput> = { replaces: true }): SeriesInput => ({
    runId,
    keyId,
    projectId: 1,
    steps: points.map((point) => BigInt(point.step)),
    timestamps: points.map((point) => BigInt(point.timestampMs)),
    values: points.map((point) => point.value),
    ...more,
  });
  async function stored(runId: number): Promise<Point[]> {
    const { rows } = await db.query<{ step: bigint; timestamp_ms: bigint; value: number }>({
      text: `select step, timestamp_ms, value from (table points union all table further_points) as p
        where run_id = $1 order by step, timestamp_ms, value`,
      values: [runId],
    });
    return rows.map((row) => ({ step: Number(row.step), timestampMs: Number(row.timestamp_ms), value: row.value }));
  }
  async function row(runId: number) {
    const { rows } = await db.query<{
      count: bigint;
      total: number | null;
      last_step: bigint;
      last_timestamp_ms: bigint;
      last_value: number;
      min_value: number;
      max_value: number;
      first_value: number;
      stride: bigint | null;
      in_order: boolean;
      title: string | null;
      variant: string | null;
      single: boolean;
      x_axis_label: string | null;
    }>({ text: 'select * from series where run_id = $1', values: [runId] });
    return rows[0];
  }

  test('take the place of what their step holds, further points included', async () => {
    const runId = newRun();
    await writePoints(db, [
      series(
        runId,
        [
          { step: 1, timestampMs: 1, value: 1 },
          { step: 1, timestampMs: 2, value: 2 },
        ],
        {},
      ),
    ]);
    await writePoints(db, [series(runId, [{ step: 2, timestampMs: 3, value: 8 }], {})]);
    await writePoints(db, [series(runId, [{ step: 1, timestampMs: 0, value: 5 }])]);
    assert.deepEqual(await stored(runId), [
      { step: 1, timestampMs: 0, value: 5 },
      { step: 2, timestampMs: 3, value: 8 },
    ]);
    const { count, total, last_value, min_value, max_value, first_value } = (await row(runId)) ?? {};
    assert.deepEqual([count, total, last_value, min_value, max_value, first_value], [2n, 13, 8, 1, 8, 1]);
  });

  test('of one step count as the last one given', async () => {
    const runId = newRun();
    const points = [7, 9, 8].map((value) => ({ step: 3, timestampMs: 10 - value, value }));
    await writePoints(db, [series(runId, [...points, { step: 1, timestampMs: 1, value: 4 }])]);
    assert.deepEqual(
      (await stored(runId)).map((point) => point.value),
      [4, 8],
    );
    assert.deepEqual([(await row(runId))?.count, (await row(runId))?.total], [2n, 12]);
  });

  test('are the latest at the latest step even when they are older', async () => {
    const runId = newRun();
    await writePoints(db, [series(runId, [{ step: 5, timestampMs: 100, value: 9 }])]);
    await writePoints(db, [series(runId, [{ step: 5, timestampMs: 50, value: 1 }])]);
    const { last_timestamp_ms, last_value, count } = (await row(runId)) ?? {};
    assert.deepEqual([last_timestamp_ms, last_value, count], [50n, 1, 1n]);
  });

  test('leave a regular series regular when every step was there', async () => {
    const runId = newRun();
    const points = [0, 2, 4, 6].map((step) => ({ step, timestampMs: step, value: step }));
    await writePoints(db, [series(runId, points)]);
    await writePoints(db, [series(runId, points.slice(1, 3))]);
    assert.equal((await row(runId))?.stride, 2n);
    await writePoints(db, [series(runId, [{ step: 3, timestampMs: 3, value: 3 }])]);
    assert.equal((await row(runId))?.stride, 0n);
  });

  test('keep what a new series is called, and a total only as long as it is one', async () => {
    const runId = newRun();
    const more = { replaces: true, parts: { first: 'a/b', second: 'c' }, isSingle: true, xAxisLabel: 'epoch' };
    await writePoints(db, [series(runId, [{ step: 1, timestampMs: 1, value: 1 }], more)]);
    const { title, variant, single, x_axis_label } = (await row(runId)) ?? {};
    assert.deepEqual([title, variant, single, x_axis_label], ['a/b', 'c', true, 'epoch']);
    for (const value of [1.7e308, 1.7e308, Number.NaN, Number.POSITIVE_INFINITY, 1]) {
      await writePoints(db, [series(runId, [{ step: 2, timestampMs: 1, value }])]);
      assert.equal((await row(runId))?.total, null);
    }
    assert.equal((await row(runId))?.count, 2n);
  });

  test('mixed with points that add agree with a plain model of both rules', async () => {
    let seed = 42;
    const random = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
      return seed % below;
    };
    for (let round = 0; round < 15; round += 1) {
      const runId = newRun();
      let model: Point[] = [];
      for (let write = 0; write < 8; write += 1) {
        const points = Array.from({ length: 1 + random(6) }, () => ({
          step: random(8),
          timestampMs: random(3),
          value: random(20),
        }));
        const replaces = random(2) === 0;
        for (const point of points) {
          if (replaces) model = model.filter(({ step }) => step !== point.step);
          const isThere = model.some((old) => JSON.stringify(old) === JSON.stringify(point));
          if (!isThere) model.push(point);
        }
        await writePoints(db, [series(runId, points, { replaces })]);
        model.sort((a, b) => a.step - b.step || a.timestampMs - b.timestampMs || a.value - b.value);
        assert.deepEqual(await stored(runId), model);
        const { count, total, last_value } = (await row(runId)) ?? {};
        const sum = model.reduce((all, { value }) => all + value, 0);
        assert.deepEqual([count, total, last_value], [BigInt(model.length), sum, model.at(-1)?.value]);
      }
    }
  });

  test('by two servers at once leave a row that says what is stored', async () => {
    const runId = newRun();
    await writePoints(db, [series(runId, [{ step: 1, timestampMs: 0, value: 1 }])]);
    await Promise.all(
      Array.from({ length: 40 }, (_, at) =>
        writePoints(at % 2 ? db : other, [
          series(
            runId,
            [1, 1 + (at % 4)].map((step) => ({ step, timestampMs: at, value: at * 3 })),
          ),
        ]),
      ),
    );
    const points = await stored(runId);
    const { count, total, last_value } = (await row(runId)) ?? {};
    const sum = points.reduce((all, { value }) => all + value, 0);
    assert.deepEqual([count, total, last_value], [4n, sum, points.at(-1)?.value]);
  });
});
