import { NO_STEP } from '../model/event.ts';
import type { NamedCurve } from './curves.ts';
import type { Database } from './database.ts';
import { int4Array } from './pg-arrays.ts';

/** A point with its series. */
export interface CurvePoint {
  curve: NamedCurve;
  step: bigint;
  timestampMs: bigint;
  value: number;
}

/** A place among the points of several series, ordered by step and then by series. */
export interface PointPlace {
  step: bigint;
  keyId: number;
}

/** Which part of the points is read. */
export interface PointPage {
  limit: number;
  isDescending?: boolean;
  /** Where an earlier page ended. */
  after?: PointPlace | undefined;
}

/** The point of a step that counts is its newest; the others are looked at only where a series has some. */
function newestOfStep(curves: readonly NamedCurve[]): { columns: string; join: string } {
  if (!curves.some(({ hasFurther }) => hasFurther)) return { columns: 'p.timestamp_ms, p.value', join: '' };
  return {
    columns: 'coalesce(f.timestamp_ms, p.timestamp_ms) as timestamp_ms, coalesce(f.value, p.value) as value',
    join: `left join lateral (
        select f.timestamp_ms, f.value from further_points f
        where f.run_id = w.run_id and f.key_id = w.key_id and f.step = p.step
          and (f.timestamp_ms, f.value) > (p.timestamp_ms, p.value)
        order by f.timestamp_ms desc, f.value desc limit 1
      ) f on true`,
  };
}

/** Points of series of one run, one for each step, by step and then by series. A page costs about what it holds. */
export async function readCurvePoints(db: Database, curves: readonly NamedCurve[], page: PointPage): Promise<CurvePoint[]> {
  if (curves.length === 0) return [];
  // series that advance together fill a page with few points of each; only where some lag the page may be all of one
  const few = Math.ceil((2 * page.limit) / curves.length) + 1;
  if (few < page.limit) {
    const points = withoutGaps(await readFromEach(db, curves, page, few), few);
    if (points.isWhole || points.found.length >= page.limit) return points.found.slice(0, page.limit);
  }
  return await readFromEach(db, curves, page, page.limit);
}

/** The first points of each series, by step and then by series. */
async function readFromEach(
  db: Database,
  curves: readonly NamedCurve[],
  { limit, isDescending = false, after }: PointPage,
  ofEach: number,
): Promise<CurvePoint[]> {
  const { columns, join } = newestOfStep(curves);
  const [direction, beyond] = isDescending ? ['desc', '<'] : ['asc', '>'];
  const place = after ? [after.step, after.keyId] : [];
  const { rows } = await db.query<{ key_id: number; step: bigint; timestamp_ms: bigint; value: number }>({
    text: `select w.key_id, p.step, ${columns}
      from unnest($1::int4[], $2::int4[]) as w (run_id, key_id), lateral (
        select step, timestamp_ms, value from points p where p.run_id = w.run_id and p.key_id = w.key_id
          ${after ? `and p.step ${beyond}= $5::int8 and (p.step, p.key_id) ${beyond} ($5::int8, $6::int4)` : ''}
        order by p.step ${direction} limit $3
      ) p ${join}
      order by p.step ${direction}, w.key_id ${direction} limit $4`,
    values: [
      ...[int4Array(curves.map(({ runId }) => runId)), int4Array(curves.map(({ keyId }) => keyId)), ofEach],
      ...[ofEach < limit ? null : limit, ...place],
    ],
  });
  const byKey = new Map(curves.map((curve) => [curve.keyId, curve]));
  return rows.map((row) => ({
    curve: byKey.get(row.key_id) as NamedCurve,
    step: row.step,
    timestampMs: row.timestamp_ms,
    value: row.value,
  }));
}

/** Points up to the step where the first series breaks off that may go on. */
function withoutGaps(points: readonly CurvePoint[], ofEach: number): { found: CurvePoint[]; isWhole: boolean } {
  const counts = new Map<NamedCurve, number>();
  for (const { curve, step } of points) {
    const count = (counts.get(curve) ?? 0) + 1;
    counts.set(curve, count);
    if (count === ofEach)
      return { found: points.slice(0, points.findLastIndex((point) => point.step === step) + 1), isWhole: false };
  }
  return { found: [...points], isWhole: true };
}

/** How many points {@link readCurvePoints} gives in all. */
export async function countCurvePoints(db: Database, curves: readonly NamedCurve[]): Promise<number> {
  const stored = Number(curves.reduce((sum, { count }) => sum + count, 0n));
  const shared = curves.filter(({ hasFurther }) => hasFurther);
  if (shared.length === 0) return stored;
  const { rows } = await db.query<{ total: number }>({
    name: 'count-further-points',
    text: `select count(*)::float8 as total from unnest($1::int4[], $2::int4[]) as w (run_id, key_id)
      join further_points using (run_id, key_id)`,
    values: [int4Array(shared.map(({ runId }) => runId)), int4Array(shared.map(({ keyId }) => keyId))],
  });
  return stored - (rows[0]?.total ?? 0);
}

/** The values without a step of series that have one. */
export async function readSingleValues(db: Database, curves: readonly NamedCurve[]): Promise<CurvePoint[]> {
  const singles = curves.filter(({ isSingle }) => isSingle);
  const { rows } = await db.query<{ place: bigint; timestamp_ms: bigint; value: number }>({
    name: 'single-values',
    text: `select w.place, p.timestamp_ms, p.value
      from unnest($1::int4[], $2::int4[]) with ordinality as w (run_id, key_id, place) join points p using (run_id, key_id)
      where p.step = ${NO_STEP} order by w.place`,
    values: [int4Array(singles.map(({ runId }) => runId)), int4Array(singles.map(({ keyId }) => keyId))],
  });
  return rows.map((row) => ({
    curve: singles[Number(row.place) - 1] as NamedCurve,
    step: NO_STEP,
    timestampMs: row.timestamp_ms,
    value: row.value,
  }));
}

/** The values of the last steps of each series, newest first. */
export async function readLastValues(
  db: Database,
  curves: readonly NamedCurve[],
  count: number,
): Promise<Map<NamedCurve, number[]>> {
  const { columns, join } = newestOfStep(curves);
  const { rows } = await db.query<{ place: bigint; value: number }>({
    text: `select w.place, ${columns} from unnest($1::int4[], $2::int4[]) with ordinality as w (run_id, key_id, place), lateral (
        select step, timestamp_ms, value from points p where p.run_id = w.run_id and p.key_id = w.key_id
        order by p.step desc limit $3
      ) p ${join} order by w.place, p.step desc`,
    values: [int4Array(curves.map(({ runId }) => runId)), int4Array(curves.map(({ keyId }) => keyId)), count],
  });
  const values = new Map<NamedCurve, number[]>(curves.map((curve) => [curve, []]));
  for (const row of rows) values.get(curves[Number(row.place) - 1] as NamedCurve)?.push(row.value);
  return values;
}
