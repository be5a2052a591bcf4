import pg from 'pg';
import { ApiClient } from './api-client.ts';
import { batchBody, startMs } from './data.ts';
import { expectCount, type Figures, median, timeMs } from './measuring.ts';
import type { Plan } from './plan.ts';
import type { Subject } from './subjects.ts';

/** Series of the run, as {@link batchBody} names them: k0 to k9. */
const SERIES = 10;
/** Points a series is thinned out to where a call does not say. */
const SAMPLES = 2000;

interface Mean {
  key: string;
  place: number;
  mean: number;
}

const plainMeans = `
  select k.key, m.place, m.mean from (
    select key_id, (step / $2::int8 * $2::int8)::float8 as place, avg(value) as mean from points
    where run_id = (select run_id from runs where uuid = $1::uuid) group by 1, 2
  ) as m join keys k using (key_id)`;

/** Curves by metric and variant. */
type Histogram = Record<string, Record<string, { x: number[]; y: number[] }>>;

/**
 * Ten thinned out curves of a run beside the plain SQL that computes the same means, in turns.
 * @param points of each series
 * @returns ms of the call, its share of the statement's ms, and how far their means are apart at most
 */
export async function measureCurves({ target, databaseUrl }: Subject, plan: Plan, points: number): Promise<Figures> {
  const api = new ApiClient(target.url, 1);
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { runId } = await api.createRun(target.experimentId, startMs);
    for (let batch = 0; batch * 100 < points; batch += 1) await api.post('runs/log-batch', batchBody(runId, batch));
    await client.query('vacuum analyze points');
    const token = await api.login();
    const statement = { text: plainMeans, values: [runId, Math.ceil(points / SAMPLES)] };
    const times: number[] = [];
    const plainTimes: number[] = [];
    let answer = '';
    let means: Mean[] = [];
    const until = performance.now() + plan.seconds * 1000;
    for (let turn = 0; turn < 6 || performance.now() < until; turn += 1) {
      const plain = await timeMs(async () => {
        means = (await client.query<Mean>(statement)).rows;
      });
      const call = await timeMs(async () => {
        answer = await api.call('events.scalar_metrics_iter_histogram', `{"task":"${runId}"}`, token);
      });
      if (turn === 0) continue;
      plainTimes.push(plain);
      times.push(call);
    }
    const ms = median(times);
    return { ms, share: ms / median(plainTimes), apart: greatestDistance(JSON.parse(answer).data, means) };
  } finally {
    await client.end();
    await api.close();
  }
}

/** @throws Error when a mean is only on one side */
function greatestDistance(histogram: Histogram, means: readonly Mean[]): number {
  const curves = Object.values(histogram).flatMap((variants) => Object.values(variants));
  expectCount('series', curves.length, SERIES);
  const places = curves.reduce((sum, { x }) => sum + x.length, 0);
  expectCount('means', places, means.length);
  const byPlace = new Map(
    Object.entries(histogram).flatMap(([key, variants]) =>
      Object.values(variants).flatMap(({ x, y }) => x.map((place, at) => [`${key} ${place}`, y[at] as number] as const)),
    ),
  );
  return Math.max(...means.map(({ key, place, mean }) => Math.abs((byPlace.get(`${key} ${place}`) ?? Number.NaN) - mean)));
}
