import type { Owner, SeriesPoints } from '../../../../src/bridge/item.ts';
import { fromStoredDouble } from '../items/entries.ts';
import { BATCH } from './dialect.ts';
import { isNaNPoint } from './read-runs.ts';
import type { Cell, Row } from './row.ts';
import { isIn, type Tables } from './tables.ts';

const columns = ['run_uuid', 'key', 'step', 'timestamp', 'value', 'is_nan'];
const keys = ['key', 'timestamp', 'step', 'value', 'is_nan'];

function toStep(cell: Cell | undefined): bigint {
  return typeof cell === 'bigint' ? cell : BigInt(Number(cell ?? 0));
}

/** Rows of points by series. A series whose rows come in several batches becomes several pieces. */
function toPieces(rows: readonly Row[]): SeriesPoints[] {
  const pieces = new Map<Cell | undefined, Map<Cell | undefined, SeriesPoints>>();
  for (const row of rows) {
    const run = row['run_uuid'];
    const series = pieces.get(run) ?? new Map<Cell | undefined, SeriesPoints>();
    pieces.set(run, series);
    const piece = series.get(row['key']) ?? newPiece(String(run), String(row['key']));
    series.set(row['key'], piece);
    piece.steps.push(toStep(row['step']));
    piece.timestampsMs.push(toStep(row['timestamp']));
    piece.values.push(isNaNPoint(row, 'value') ? Number.NaN : fromStoredDouble(Number(row['value'])));
  }
  return [...pieces.values()].flatMap((series) => [...series.values()]);
}

function newPiece(id: string, key: string): SeriesPoints {
  return {
    owner: { kind: 'run', id },
    name: { key, first: null, second: null },
    isSingle: false,
    steps: [],
    timestampsMs: [],
    values: [],
  };
}

/** Runs whose points make up one batch at most, and those that have more. */
async function plan(tables: Tables, ids: readonly string[]): Promise<{ together: string[][]; large: string[] }> {
  const { sql, values } = isIn('run_uuid', ids);
  const counts = await tables.dialect.rows(
    `select "run_uuid", count(*) as "points" from "metrics" where ${sql} group by "run_uuid"`,
    values,
  );
  const together: string[][] = [];
  const large: string[] = [];
  let room = 0;
  for (const row of counts) {
    const [id, points] = [String(row['run_uuid']), Number(row['points'])];
    if (points > BATCH) large.push(id);
    else if (points <= room) together.at(-1)?.push(id);
    else {
      together.push([id]);
      room = BATCH;
    }
    if (points <= BATCH) room -= points;
  }
  return { together, large };
}

/** All points of some runs: those of small runs by one statement for many, those of a large one in batches. */
export async function* readPoints(tables: Tables, owners: readonly Owner[]): AsyncGenerator<SeriesPoints[]> {
  const ids = owners.filter(({ kind }) => kind === 'run').map(({ id }) => id);
  if (ids.length === 0 || !tables.has('metrics')) return;
  const known = tables.known('metrics', columns);
  const { together, large } = await plan(tables, ids);
  for (const some of together) {
    yield toPieces(await tables.rows({ table: 'metrics', columns: known, where: [isIn('run_uuid', some)] }));
  }
  for (const value of large) {
    const part = { table: 'metrics', columns: known, column: 'run_uuid', value, keys: tables.known('metrics', keys) };
    for await (const rows of tables.dialect.batches(part)) yield toPieces(rows);
  }
}

/** How many points there are, of some experiments or of all. */
export async function countPoints(tables: Tables, experiments: readonly bigint[] | undefined): Promise<bigint> {
  if (!experiments || !tables.has('metrics')) return tables.count('metrics');
  const { sql, values } = isIn('experiment_id', experiments);
  return tables.count('metrics', [{ sql: `"run_uuid" in (select "run_uuid" from "runs" where ${sql})`, values }]);
}
