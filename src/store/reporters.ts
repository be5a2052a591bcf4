import type { Reporter } from '../model/event.ts';
import type { Database } from './database.ts';
import { int8Array } from './pg-arrays.ts';
import { uuidOfId } from './run-ids.ts';

/** That a run or model reported something, as it is noted with it. */
export interface Report extends Reporter {
  workspaceId: string;
  userId: string | null;
  now: Date;
  isLockedAllowed: boolean;
  lastIteration: bigint | null;
}

/** Where the rows of a run or model stand in the hot tables. */
export interface ReporterPlace {
  runId: number;
  projectId: number;
  /** Published: only who asked to may write. */
  isLocked: boolean;
}

/** A run or model named once, with what all its reports amount to. */
interface Noted extends Report {
  /** The same of those reports alone that may be written when it is published. */
  lastLockedIteration: bigint | null;
}

/** By what a run or model is found again. */
export function placeKey({ kind, id, workspaceId }: Report): string {
  return `${kind} ${workspaceId} ${uuidOfId(id)}`;
}

function later(a: bigint | null, b: bigint | null): bigint | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}

function noteOnce(reports: readonly Report[]): Noted[] {
  const noted = new Map<string, Noted>();
  for (const report of reports) {
    const before = noted.get(placeKey(report));
    noted.set(placeKey(report), {
      ...report,
      isLockedAllowed: report.isLockedAllowed || (before?.isLockedAllowed ?? false),
      lastIteration: later(report.lastIteration, before?.lastIteration ?? null),
      lastLockedIteration: later(report.isLockedAllowed ? report.lastIteration : null, before?.lastLockedIteration ?? null),
    });
  }
  return [...noted.values()];
}

const MIN_INT64 = -(2n ** 63n);
/** An `int8[]` has no nulls: no iteration is as low as this one. */
const orLowest = (iteration: bigint | null) => iteration ?? MIN_INT64;

function columns(noted: readonly Noted[]): unknown[] {
  return [
    noted.map(({ id }) => uuidOfId(id)),
    noted.map(({ workspaceId }) => workspaceId),
    noted.map(({ userId }) => userId),
    noted.map(({ now }) => now),
    noted.map(({ isLockedAllowed }) => isLockedAllowed),
    int8Array(noted.map(({ lastIteration }) => orLowest(lastIteration))),
    int8Array(noted.map(({ lastLockedIteration }) => orLowest(lastLockedIteration))),
  ];
}

const WANTED = `wanted as (
  select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::timestamptz[], $5::bool[], $6::int8[], $7::int8[])
    as t (uuid, workspace_id, user_id, now, allowed, last_iteration, last_locked_iteration)
)`;

/** The iteration a row has now: never a lower one. */
const iterationNow = (locked: string) =>
  `nullif(greatest(t.last_iteration, case when ${locked} then w.last_locked_iteration else w.last_iteration end), '${MIN_INT64}'::int8)`;

const LOCKED_STATUS = `h.status in ('publishing', 'published')`;

const textOfRuns = `
with ${WANTED}, held as (
  select r.run_id, r.uuid, r.status, p.workspace_id from runs r join projects p using (project_id)
  where r.uuid in (select uuid from wanted) order by r.run_id for no key update of r
), noted as (
  update runs t set
    last_iteration = ${iterationNow(LOCKED_STATUS)},
    updated_at = w.now, changed_at = w.now, changed_by = w.user_id,
    active_seconds = case when h.status = 'in_progress' and t.started_ms between 0 and extract(epoch from w.now) * 1000
      then (extract(epoch from w.now) * 1000)::int8 / 1000 - t.started_ms / 1000 else t.active_seconds end
  from held h join wanted w using (uuid, workspace_id)
  where t.run_id = h.run_id and (w.allowed or not ${LOCKED_STATUS})
)
select h.uuid, h.workspace_id, h.run_id, r.project_id, ${LOCKED_STATUS} as is_locked
from held h join runs r using (run_id)`;

const textOfModels = `
with ${WANTED}, held as (
  select m.model_id, m.workspace_id, m.project_id, m.log_id, m.published from models m
  where m.model_id in (select uuid from wanted) order by m.model_id for no key update
), noted as (
  update models t set
    log_id = coalesce(t.log_id, nextval(pg_get_serial_sequence('runs', 'run_id'))::int4),
    last_iteration = ${iterationNow('h.published')},
    updated_at = w.now, changed_at = w.now, changed_by = w.user_id
  from held h join wanted w on w.uuid = h.model_id and w.workspace_id = h.workspace_id
  where t.model_id = h.model_id and (w.allowed or not h.published)
  returning t.model_id, t.log_id
)
select h.model_id as uuid, h.workspace_id, coalesce(n.log_id, h.log_id, 0) as run_id, h.project_id, h.published as is_locked
from held h left join noted n using (model_id)`;

/**
 * Notes on runs and models that they reported something, and holds them until the transaction ends. A published one is not
 * touched by those that did not ask to write to it.
 * @returns those there are, by {@link placeKey}
 */
export async function noteReports(db: Database, reports: readonly Report[]): Promise<Map<string, ReporterPlace>> {
  const places = new Map<string, ReporterPlace>();
  const noted = noteOnce(reports);
  for (const kind of ['run', 'model'] as const) {
    const ofKind = noted.filter((report) => report.kind === kind);
    if (ofKind.length === 0) continue;
    const { rows } = await db.query<{
      uuid: string;
      workspace_id: string;
      run_id: number;
      project_id: number;
      is_locked: boolean;
    }>({ name: `note-reports-of-${kind}s`, text: kind === 'run' ? textOfRuns : textOfModels, values: columns(ofKind) });
    for (const row of rows) {
      const place = { runId: row.run_id, projectId: row.project_id, isLocked: row.is_locked };
      places.set(`${kind} ${row.workspace_id} ${row.uuid}`, place);
    }
  }
  return places;
}
