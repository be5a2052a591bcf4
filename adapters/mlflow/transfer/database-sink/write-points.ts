import type { SeriesPoints } from '../../../../src/bridge/item.ts';
import { seriesNaming } from '../../../../src/model/names.ts';
import type { Cell } from '../database/row.ts';
import { fromStoredDouble } from '../items/entries.ts';
import { keyOfName } from './names.ts';
import { fitText } from './schema.ts';
import { toStoredDouble } from './stored-double.ts';
import type { Writer } from './writer.ts';

/** A series as MLflow has it: under one key; a value without a step stands at step 0. Undefined for owners without points. */
export function expectedPoints(piece: SeriesPoints): SeriesPoints | undefined {
  if (piece.owner.kind !== 'run') return undefined;
  return {
    owner: piece.owner,
    name: { key: fitText('metrics', 'key', keyOfName(seriesNaming, piece.name)), first: null, second: null },
    isSingle: false,
    steps: piece.isSingle ? piece.steps.map(() => 0n) : piece.steps,
    timestampsMs: piece.timestampsMs,
    values: piece.values.map((value) => (Number.isNaN(value) ? value : fromStoredDouble(value))),
  };
}

const pointColumns = ['key', 'value', 'timestamp', 'run_uuid', 'step', 'is_nan'];

/** The order in which the latest point of a series is found. @see MLflow 3.17.2, table latest_metrics */
const latestOrder = ['step', 'timestamp', 'value'];

function isLater(a: readonly Cell[], b: readonly Cell[]): boolean {
  for (const column of latestOrder) {
    const at = pointColumns.indexOf(column);
    const [left, right] = [a[at] as number | bigint, b[at] as number | bigint];
    if (left !== right) return left > right;
  }
  return false;
}

/** Adds points, and the latest of each series. What is there stays once. */
export async function writePoints(writer: Writer, pieces: readonly SeriesPoints[]): Promise<void> {
  const rows: Cell[][] = [];
  const latest = new Map<string, Cell[]>();
  for (const piece of pieces) {
    const expected = expectedPoints(piece);
    if (!expected) continue;
    const { name, owner, steps, timestampsMs, values } = expected;
    const { key } = name;
    let last = latest.get(`${owner.id} ${key}`);
    for (let at = 0; at < steps.length; at += 1) {
      const value = values[at] as number;
      const row = [key, toStoredDouble(value), timestampsMs[at] as bigint, owner.id, steps[at] as bigint, Number.isNaN(value)];
      rows.push(row);
      if (last === undefined || isLater(row, last)) last = row;
    }
    if (last) latest.set(`${owner.id} ${key}`, last);
  }
  await writer.transaction(async () => {
    await writer.insert({ table: 'metrics', columns: pointColumns, rows, onClash: 'keep' });
    await writer.insert({
      table: 'latest_metrics',
      columns: pointColumns,
      rows: [...latest.values()],
      onClash: { changeIfLater: latestOrder },
    });
  });
}
