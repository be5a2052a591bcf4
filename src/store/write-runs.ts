import { type BridgeError, invalid, show } from '../model/errors.ts';
import { nameOfKey, type Parts, paramNaming } from '../model/names.ts';
import type { LogBatch, Run, RunPatch, RunProgress } from '../model/run.ts';
import type { Database } from './database.ts';
import { patchRuns } from './patch-runs.ts';
import { int4Array } from './pg-arrays.ts';
import { writeModelPoints } from './write-model-points.ts';
import { type SeriesInput, writePoints } from './write-points.ts';

/** A batch with the run it goes to, known to be there and open. */
export interface RunWrite {
  runId: number;
  projectId: number;
  /** How far the run is before all the writes. */
  progress: RunProgress;
  batch: LogBatch;
}

/** One text under one key of one run; the last of several wins. */
interface TextRow {
  runId: number;
  keyId: number;
  projectId: number;
  value: string;
}

/**
 * Writes batches to any number of runs in one transaction.
 * @param keys number of every key the batches name
 * @returns per batch the error that refused it, or the run as it is now when the batch patched it; a refused batch leaves
 * nothing behind
 */
export async function writeRuns(
  db: Database,
  keys: ReadonlyMap<string, number>,
  writes: readonly RunWrite[],
): Promise<(BridgeError | Run | undefined)[]> {
  if (writes.length === 0) return [];
  // one statement needs no transaction around it
  if (writes.every(({ batch }) => isMetricsOnly(batch))) {
    await writePoints(db, seriesOf(writes, keys));
    return writes.map(() => undefined);
  }
  if (writes.every(({ batch }) => isPatchOnly(batch))) return patchedRuns(writes, await patchRuns(db, patchesOf(writes)));
  return db.transaction(async (transaction) => {
    const { refused, fresh } = await checkParams(transaction, keys, writes);
    const accepted = writes.filter((_, index) => !refused[index]);
    await insertParams(transaction, fresh);
    const series = seriesOf(accepted, keys);
    if (series.length > 0) await writePoints(transaction, series);
    await writeModelPoints(
      transaction,
      accepted.flatMap(({ runId, batch }) =>
        (batch.modelPoints ?? []).map((point) => ({ runId, keyId: idOf(keys, point.key), point })),
      ),
    );
    await upsertTags(transaction, tagRows(accepted, keys));
    const patched = patchedRuns(writes, await patchRuns(transaction, patchesOf(accepted)));
    return refused.map((error, at) => error ?? patched[at]);
  });
}

function isMetricsOnly(batch: LogBatch): boolean {
  return batch.params.length === 0 && batch.tags.length === 0 && !batch.patch && !batch.modelPoints?.length;
}

function isPatchOnly({ metrics, params, tags, modelPoints }: LogBatch): boolean {
  return metrics.length === 0 && params.length === 0 && tags.length === 0 && !modelPoints?.length;
}

/** What the batches change of each run; a later one goes by what the earlier ones made of the run. */
function patchesOf(writes: readonly RunWrite[]): Map<number, RunPatch> {
  const patches = new Map<number, RunPatch>();
  for (const { runId, progress, batch } of writes) {
    if (!batch.patch) continue;
    const before = patches.get(runId);
    const patch = typeof batch.patch === 'function' ? batch.patch({ ...progress, ...before }) : batch.patch;
    const given = Object.entries(patch).filter(([, value]) => value !== undefined);
    patches.set(runId, { ...before, ...Object.fromEntries(given) });
  }
  return patches;
}

function patchedRuns(writes: readonly RunWrite[], patched: ReadonlyMap<number, Run>): (Run | undefined)[] {
  return writes.map(({ runId, batch }) => (batch.patch ? patched.get(runId) : undefined));
}

function idOf(keys: ReadonlyMap<string, number>, key: string): number {
  const id = keys.get(key);
  if (id === undefined) throw new Error(`key ${show(key)} has no number`);
  return id;
}

/** Points grouped by series; series sorted by run and key, so that all servers take the rows in one order. */
function seriesOf(writes: readonly RunWrite[], keys: ReadonlyMap<string, number>): SeriesInput[] {
  const series = new Map<string, SeriesInput>();
  for (const { runId, projectId, batch } of writes) {
    for (const { key, step, timestampMs, value } of batch.metrics) {
      const keyId = idOf(keys, key);
      const place = `${runId} ${keyId}`;
      let input = series.get(place);
      if (!input) {
        input = { runId, keyId, projectId, steps: [], timestamps: [], values: [] };
        series.set(place, input);
      }
      input.steps.push(step);
      input.timestamps.push(timestampMs);
      input.values.push(value);
    }
  }
  return [...series.values()].sort(byPlace);
}

function byPlace(a: { runId: number; keyId: number }, b: { runId: number; keyId: number }): number {
  return a.runId - b.runId || a.keyId - b.keyId;
}

/** A new param; its parts are told only where they are not those of its key. */
interface FreshParam extends TextRow {
  parts: Parts | null;
}

/** Which batches would change a param, and the params that are new. Batches count in order of arrival. */
async function checkParams(
  db: Database,
  keys: ReadonlyMap<string, number>,
  writes: readonly RunWrite[],
): Promise<{ refused: (BridgeError | undefined)[]; fresh: FreshParam[] }> {
  const wanted = writes.flatMap(({ runId, projectId, batch }) =>
    batch.params.map(({ key, value }) => ({ runId, projectId, keyId: idOf(keys, key), value })),
  );
  if (wanted.length === 0) return { refused: writes.map(() => undefined), fresh: [] };
  const { rows } = await db.query<ParamThere>({
    name: 'params-there',
    text: `select run_id, key_id, value, section, name from params
      where (run_id, key_id) in (select * from unnest($1::int4[], $2::int4[]))
      union
      select run_id, key_id, value, section, name from params where run_id = any($1) and section is not null`,
    values: [int4Array(wanted.map((row) => row.runId)), int4Array(wanted.map((row) => row.keyId))],
  });
  const values = new Map(rows.map((row) => [`${row.run_id} ${row.key_id}`, row.value]));
  const isTaken = takenParts(rows);
  const fresh: FreshParam[] = [];
  const refused = writes.map(({ runId, projectId, batch }) => {
    for (const { key, value } of batch.params) {
      const there = values.get(`${runId} ${idOf(keys, key)}`);
      if (there !== undefined && there !== value) {
        return invalid(key, `The param ${show(key)} of this run is ${show(there)} already and cannot become ${show(value)}.`);
      }
    }
    for (const { key, value } of batch.params) {
      const place = `${runId} ${idOf(keys, key)}`;
      if (values.has(place)) continue;
      values.set(place, value);
      const { parts } = nameOfKey(paramNaming, key, { hasKey: () => false, hasParts: (one) => isTaken(runId, one) });
      fresh.push({ runId, projectId, keyId: idOf(keys, key), value, parts });
    }
    return undefined;
  });
  return { refused, fresh: fresh.sort(byPlace) };
}

interface ParamThere {
  run_id: number;
  key_id: number;
  value: string;
  section: string | null;
  name: string | null;
}

/** Whether a param of a run has some parts that do not follow from its key. */
function takenParts(rows: readonly ParamThere[]): (runId: number, parts: Parts) => boolean {
  const taken = new Set(
    rows.flatMap((row) => (row.section === null ? [] : [JSON.stringify([row.run_id, row.section, row.name])])),
  );
  return (runId, { first, second }) => taken.has(JSON.stringify([runId, first, second]));
}

/** A param that another server wrote since it was looked for breaks the primary key; the transaction then starts over. */
async function insertParams(db: Database, rows: readonly FreshParam[]): Promise<void> {
  if (rows.length === 0) return;
  await db.query({
    name: 'insert-params',
    text: `insert into params (run_id, key_id, project_id, value, section, name)
      select * from unnest($1::int4[], $2::int4[], $3::int4[], $4::text[], $5::text[], $6::text[])`,
    values: [...textColumns(rows), rows.map((row) => row.parts?.first ?? null), rows.map((row) => row.parts?.second ?? null)],
  });
}

function tagRows(writes: readonly RunWrite[], keys: ReadonlyMap<string, number>): TextRow[] {
  const rows = new Map<string, TextRow>();
  for (const { runId, projectId, batch } of writes) {
    for (const { key, value } of batch.tags) {
      const keyId = idOf(keys, key);
      rows.set(`${runId} ${keyId}`, { runId, keyId, projectId, value });
    }
  }
  return [...rows.values()].sort(byPlace);
}

/**
 * Sets tags; each may be named once. Where ClearML knows another tag under the name of a new one, the new one gets another name
 * there.
 */
export async function upsertTags(db: Database, rows: readonly TextRow[]): Promise<void> {
  if (rows.length === 0) return;
  await db.query({
    name: 'upsert-tags',
    text: `insert into tags as there (run_id, key_id, project_id, value, is_label, name)
      select t.run_id, t.key_id, t.project_id, t.value, t.value = '', (
          select k.key || ':2' from keys k join tags o on o.run_id = t.run_id and o.name = k.key and o.is_label = (t.value = '')
          where k.key_id = t.key_id and o.key_id <> t.key_id
        )
      from unnest($1::int4[], $2::int4[], $3::int4[], $4::text[]) as t (run_id, key_id, project_id, value)
      on conflict (run_id, key_id) do update set value = excluded.value, is_label = excluded.is_label,
        name = coalesce(there.name, excluded.name)`,
    values: textColumns(rows),
  });
}

function textColumns(rows: readonly TextRow[]): unknown[] {
  return [
    int4Array(rows.map((row) => row.runId)),
    int4Array(rows.map((row) => row.keyId)),
    int4Array(rows.map((row) => row.projectId)),
    rows.map((row) => row.value),
  ];
}
