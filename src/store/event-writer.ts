import { BridgeError, notFound, show } from '../model/errors.ts';
import { type EventBatch, NO_STEP, type ReportedSeries } from '../model/event.ts';
import { seriesNaming } from '../model/names.ts';
import type { Database } from './database.ts';
import { GroupCommit } from './group-commit.ts';
import type { KeyIds } from './keys.ts';
import { placeSeries, type SeriesPlace } from './name-series.ts';
import { noteReports, placeKey, type Report, type ReporterPlace } from './reporters.ts';
import { uuidOfId } from './run-ids.ts';
import { type SeriesInput, writePoints } from './write-points.ts';
import { insertConsoleLines, upsertPlots } from './write-reports.ts';

/** Points taken into one commit; a single larger call is still written whole. */
const POINTS_PER_COMMIT = 20_000;
/** What a console line or a plot counts as, in points. */
const POINTS_PER_TEXT = 10;

/** Who writes, where and when. */
export interface Writing {
  workspaceId: string;
  userId: string | null;
  now: Date;
}

interface Job extends Writing {
  batches: readonly EventBatch[];
}

/** What happened to a batch: the error that refused it, or undefined when it is written. */
export type EventOutcome = BridgeError | undefined;

interface Accepted {
  batch: EventBatch;
  place: ReporterPlace;
}

/** Writes what runs and models report, many calls in one commit. */
export class EventWriter {
  readonly #db: Database;
  readonly #keys: KeyIds;
  readonly #lanes: readonly GroupCommit<Job, EventOutcome[]>[];

  /** @param options.keys the dictionary of the process */
  constructor(db: Database, options: { lanes: number; keys: KeyIds }) {
    this.#db = db;
    this.#keys = options.keys;
    const turn = { sizeOf, most: POINTS_PER_COMMIT, work: (jobs: readonly Job[]) => this.#commit(jobs) };
    this.#lanes = Array.from({ length: options.lanes }, () => new GroupCommit(turn));
  }

  /**
   * Writes what one call reports, each batch whole or not at all; resolves when it is committed.
   * @returns per batch what refused it: not_found, or wrong_state when the run or model is published
   */
  async write(writing: Writing, batches: readonly EventBatch[]): Promise<EventOutcome[]> {
    const [first] = batches;
    if (!first) return [];
    // a run is written by one transaction at a time, mostly; rows are locked in one order in any case
    const lane = this.#lanes[Number.parseInt(uuidOfId(first.id).slice(0, 4), 16) % this.#lanes.length];
    if (!lane) throw new BridgeError('internal', 'The event writer has no lanes.');
    return await lane.run({ ...writing, batches });
  }

  async #commit(jobs: readonly Job[]): Promise<EventOutcome[][]> {
    const reports = jobs.map(({ batches, ...writing }) => batches.map((batch): Report => ({ ...batch, ...writing })));
    // outside of the transaction: it would wait for another connection while it holds one
    await this.#keys.idsOf(keysOf(jobs));
    return await this.#db.transaction(async (db) => {
      const places = await noteReports(db, reports.flat());
      const accepted: Accepted[] = [];
      const outcomes = jobs.map(({ batches }, job) =>
        batches.map((batch, at) => {
          const place = places.get(placeKey(reports[job]?.[at] as Report));
          if (!place) return notFound(batch.kind, batch.id);
          if (place.isLocked && !batch.isLockedAllowed) return lockedReporter(batch);
          accepted.push({ batch, place });
          return undefined;
        }),
      );
      await writeSeries(db, this.#keys, accepted);
      await insertConsoleLines(
        db,
        rowsOf(accepted, ({ batch, place }) => batch.lines.map((line) => ({ runId: place.runId, line }))),
      );
      await upsertPlots(
        db,
        rowsOf(accepted, ({ batch, place }) => batch.plots.map((plot) => ({ runId: place.runId, plot }))),
      );
      return outcomes;
    });
  }
}

function* keysOf(jobs: readonly Job[]): Iterable<string> {
  for (const { batches } of jobs) {
    for (const { series } of batches)
      for (const { title, variant } of series) yield seriesNaming.keyOf({ first: title, second: variant });
  }
}

function sizeOf({ batches }: Job): number {
  let size = 0;
  for (const { series, lines, plots } of batches) {
    size += (lines.length + plots.length) * POINTS_PER_TEXT;
    for (const { steps } of series) size += steps.length;
  }
  return size;
}

function rowsOf<Row>(accepted: readonly Accepted[], rows: (one: Accepted) => Row[]): Row[] {
  return accepted.flatMap(rows);
}

function lockedReporter({ kind, id }: EventBatch): BridgeError {
  return new BridgeError('wrong_state', `The ${kind} ${show(id)} is published; nothing more is written to it.`, {
    resource: `${kind} ${id}`,
    reason: 'published',
  });
}

/** Writes points; of several calls to one series in a commit, a later one's points replace an earlier one's. */
async function writeSeries(db: Database, keys: KeyIds, accepted: readonly Accepted[]): Promise<void> {
  const merged = new Map<string, { place: ReporterPlace; series: ReportedSeries }>();
  for (const { batch, place } of accepted) {
    for (const series of batch.series) {
      const name = JSON.stringify([place.runId, series.title, series.variant]);
      const before = merged.get(name);
      merged.set(name, { place, series: before ? joined(before.series, series) : series });
    }
  }
  if (merged.size === 0) return;
  const all = [...merged.values()];
  const named = all.map(({ place, series }) => ({
    runId: place.runId,
    parts: { first: series.title, second: series.variant },
  }));
  const places = await placeSeries(db, keys, named);
  const inputs = all.map(({ place, series }, at) => toInput(place, places[at] as SeriesPlace, series));
  // so that all servers take the rows in one order
  inputs.sort((a, b) => a.runId - b.runId || a.keyId - b.keyId);
  await writePoints(db, inputs);
}

function joined(a: ReportedSeries, b: ReportedSeries): ReportedSeries {
  return {
    ...a,
    xAxisLabel: b.xAxisLabel ?? a.xAxisLabel,
    steps: a.steps.concat(b.steps),
    timestampsMs: a.timestampsMs.concat(b.timestampsMs),
    values: a.values.concat(b.values),
  };
}

function toInput({ runId, projectId }: ReporterPlace, { keyId, parts }: SeriesPlace, series: ReportedSeries): SeriesInput {
  const { steps, timestampsMs: timestamps, values, xAxisLabel } = series;
  const isSingle = steps.includes(NO_STEP);
  return { runId, keyId, projectId, steps, timestamps, values, replaces: true, parts, isSingle, xAxisLabel };
}
