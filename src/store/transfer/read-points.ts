import { seriesNaming, shownParts } from '../../model/names.ts';
import type { Database } from '../database.ts';
import { int4Array } from '../pg-arrays.ts';
import { Bindings } from '../search/bindings.ts';
import type { Choice } from './read-choice.ts';
import { models } from './read-models.ts';
import { type FactOwner, readReporters } from './read-owners.ts';
import { runs } from './read-runs.ts';

/** Points of one series, or some of them. */
export interface PointPiece<Owner> {
  owner: Owner;
  name: { key: string; first: string; second: string };
  isSingle: boolean;
  steps: bigint[];
  timestampsMs: bigint[];
  values: number[];
}

type PointColumns = Pick<PointPiece<unknown>, 'steps' | 'timestampsMs' | 'values'>;

/** Most points in one piece, and about how many are read by one statement. */
const PIECE = 10_000;
const AT_ONCE = 20_000;

interface SeriesPlace {
  run_id: number;
  key_id: number;
  count: bigint;
  has_further: boolean;
  single: boolean;
  key: string;
  title: string | null;
  variant: string | null;
}

/** All points of some runs and models, some at a time. */
export async function* scanPoints<Owner extends FactOwner>(
  db: Database,
  owners: readonly Owner[],
): AsyncGenerator<PointPiece<Owner>[]> {
  const reporters = await readReporters(db, owners);
  if (reporters.size === 0) return;
  const { rows: all } = await db.query<SeriesPlace>({
    name: 'transfer-series-places',
    text: `select s.run_id, s.key_id, s.count, s.has_further, s.single, k.key, s.title, s.variant
      from series s join keys k using (key_id) where s.run_id = any($1) order by s.run_id, s.key_id`,
    values: [[...reporters.keys()]],
  });
  const toPiece = (series: SeriesPlace, columns: PointColumns): PointPiece<Owner> => ({
    owner: reporters.get(series.run_id) as Owner,
    name: nameOf(series),
    isSingle: series.single,
    ...columns,
  });
  for (const group of grouped(all)) {
    const [only] = group;
    if (group.length === 1 && only && only.count > PIECE) {
      for await (const columns of pagesOf(db, only)) yield [toPiece(only, columns)];
    } else {
      const columns = await readWhole(db, group);
      yield group.map((series, at) => toPiece(series, columns[at] as PointColumns)).filter(({ steps }) => steps.length > 0);
    }
  }
}

/** How many points chosen runs and models have, by the counts of their series. */
export async function countPoints(db: Database, choice: Choice): Promise<bigint> {
  const bindings = new Bindings();
  const where = (conditions: readonly string[]) => (conditions.length === 0 ? '' : `where ${conditions.join(' and ')}`);
  const { rows } = await db.query<{ points: bigint }>({
    text: `select coalesce(sum(s.count), 0)::int8 as points from series s where s.run_id in (
        select r.run_id from ${runs.from} ${where(runs.chosen(choice, bindings))}
        union all select m.log_id from ${models.from} ${where(models.chosen(choice, bindings))})`,
    values: bindings.values,
  });
  return rows[0]?.points ?? 0n;
}

function nameOf({ key, title, variant }: SeriesPlace): PointPiece<unknown>['name'] {
  const parts = title === null || variant === null ? null : { first: title, second: variant };
  return { key, ...shownParts(seriesNaming, { key, parts }) };
}

/** Long series each for itself, short ones together. */
function* grouped(all: readonly SeriesPlace[]): Generator<SeriesPlace[]> {
  let group: SeriesPlace[] = [];
  let points = 0;
  for (const series of all) {
    const count = Number(series.count);
    if (count > PIECE) {
      yield [series];
      continue;
    }
    group.push(series);
    points += count;
    if (points < AT_ONCE) continue;
    yield group;
    group = [];
    points = 0;
  }
  if (group.length > 0) yield group;
}

const COLUMNS = 'step, timestamp_ms, value';
/** Arrays as Postgres sends them in binary: three times as fast as a row for each point. */
const ARRAYS = `array_send(array_agg(step)) as steps, array_send(array_agg(timestamp_ms)) as timestamps,
  array_send(array_agg(value)) as "values"`;

interface ArrayRow {
  steps: Buffer | null;
  timestamps: Buffer | null;
  values: Buffer | null;
}

async function readWhole(db: Database, group: readonly SeriesPlace[]): Promise<PointColumns[]> {
  const of = (table: string) => `select ${COLUMNS} from ${table} where run_id = s.run_id and key_id = s.key_id`;
  const { rows } = await db.query<ArrayRow>({
    name: 'transfer-points',
    text: `select p.* from unnest($1::int4[], $2::int4[]) with ordinality as s (run_id, key_id, n)
      cross join lateral (select ${ARRAYS} from (${of('points')} union all ${of('further_points')}) p) p order by s.n`,
    values: [int4Array(group.map(({ run_id }) => run_id)), int4Array(group.map(({ key_id }) => key_id))],
  });
  return rows.map(toColumns);
}

/** The points of a long series in the order of its two tables. */
async function* pagesOf(db: Database, { run_id, key_id, has_further }: SeriesPlace): AsyncGenerator<PointColumns> {
  const tables: readonly (readonly [table: string, keys: readonly string[]])[] = [
    ['points', ['step']],
    ...(has_further ? [['further_points', ['step', 'timestamp_ms', 'value']] as const] : []),
  ];
  const types = ['int8', 'int8', 'float8'];
  for (const [table, keys] of tables) {
    let after: string[] | undefined;
    for (;;) {
      const beyond = after ? `and (${keys.join(', ')}) > (${keys.map((_, at) => `$${at + 4}::${types[at]}`).join(', ')})` : '';
      const { rows } = await db.query<ArrayRow>({
        text: `select ${ARRAYS} from (select ${COLUMNS} from ${table} where run_id = $1 and key_id = $2 ${beyond}
          order by ${keys.join(', ')} limit $3) p`,
        values: [run_id, key_id, PIECE, ...(after ?? [])],
      });
      const page = toColumns(rows[0]);
      if (page.steps.length > 0) yield page;
      if (page.steps.length < PIECE) break;
      after = [page.steps, page.timestampsMs, page.values].slice(0, keys.length).map((column) => String(column.at(-1)));
    }
  }
}

function toColumns(row: ArrayRow | undefined): PointColumns {
  return {
    steps: elementsOf(row?.steps, (buffer, at) => buffer.readBigInt64BE(at)),
    timestampsMs: elementsOf(row?.timestamps, (buffer, at) => buffer.readBigInt64BE(at)),
    values: elementsOf(row?.values, (buffer, at) => buffer.readDoubleBE(at)),
  };
}

/** Elements of 8 bytes of a Postgres array in binary: a header of 20 bytes, then each after its length. */
function elementsOf<Element>(buffer: Buffer | null | undefined, read: (buffer: Buffer, at: number) => Element): Element[] {
  const elements: Element[] = [];
  if (buffer) for (let at = 24; at < buffer.length; at += 12) elements.push(read(buffer, at));
  return elements;
}
