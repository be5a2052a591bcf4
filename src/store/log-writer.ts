import { BridgeError, notFound, show } from '../model/errors.ts';
import type { LogBatch } from '../model/run.ts';
import type { Database } from './database.ts';
import { KeyIds } from './keys.ts';
import { uuidOfId } from './run-ids.ts';
import { type RunWrite, writeRuns } from './write-runs.ts';

/** Points taken into one commit; a single larger request is still written whole. */
const POINTS_PER_COMMIT = 20_000;

interface Job {
  uuid: string;
  batch: LogBatch;
  done: () => void;
  failed: (error: unknown) => void;
}

interface RunState {
  uuid: string;
  run_id: number;
  project_id: number;
  archived: boolean;
  name: string;
}

/**
 * Group commit. Log calls that arrive while a commit is in flight gather; the next transaction takes them all, and each
 * caller is answered when that transaction has committed. Runs are spread over lanes, so that a run is written by one
 * transaction at a time and lanes never wait for each other.
 */
export class LogWriter {
  readonly #db: Database;
  readonly #keys: KeyIds;
  readonly #lanes: { waiting: Job[]; busy: boolean }[];

  constructor(db: Database, options: { lanes: number }) {
    this.#db = db;
    this.#keys = new KeyIds(db);
    this.#lanes = Array.from({ length: options.lanes }, () => ({ waiting: [], busy: false }));
  }

  /**
   * Writes what one request logs to one run, whole or not at all; resolves when it is committed.
   * @throws not_found for an unknown run, wrong_state for an archived one, invalid when a param has another value already
   */
  write(runId: string, batch: LogBatch): Promise<void> {
    const uuid = uuidOfId(runId);
    const lane = this.#lanes[Number.parseInt(uuid.slice(0, 4), 16) % this.#lanes.length];
    if (!lane) throw new BridgeError('internal', 'The log writer has no lanes.');
    return new Promise((resolve, reject) => {
      lane.waiting.push({ uuid, batch, done: resolve, failed: reject });
      if (!lane.busy) void this.#work(lane);
    });
  }

  async #work(lane: { waiting: Job[]; busy: boolean }): Promise<void> {
    lane.busy = true;
    while (lane.waiting.length > 0) {
      let points = 0;
      let jobs = 0;
      for (const job of lane.waiting) {
        points += job.batch.metrics.length;
        if (jobs > 0 && points > POINTS_PER_COMMIT) break;
        jobs += 1;
      }
      await this.#commit(lane.waiting.splice(0, jobs));
    }
    lane.busy = false;
  }

  /** Writes some jobs in one transaction. Should it fail, each is tried alone, so that nobody fails for a neighbour. */
  async #commit(jobs: Job[]): Promise<void> {
    try {
      await this.#writeAll(jobs);
    } catch (error) {
      const isAway = error instanceof BridgeError && error.code === 'unavailable';
      if (jobs.length === 1 || isAway) for (const job of jobs) job.failed(error);
      else for (const job of jobs) await this.#commit([job]);
    }
  }

  async #writeAll(jobs: readonly Job[]): Promise<void> {
    const { rows } = await this.#db.query<RunState>({
      name: 'runs-to-log-to',
      text: 'select uuid, run_id, project_id, archived, name from runs where uuid = any($1)',
      values: [[...new Set(jobs.map((job) => job.uuid))]],
    });
    const states = new Map(rows.map((row) => [row.uuid, row]));
    const keys = await this.#keys.idsOf(keysOf(jobs));
    const open: { job: Job; write: RunWrite }[] = [];
    for (const job of jobs) {
      const state = states.get(job.uuid);
      if (!state) job.failed(notFound('run', job.uuid.replaceAll('-', '')));
      else if (state.archived) job.failed(archivedRun(job.uuid));
      else open.push({ job, write: { runId: state.run_id, projectId: state.project_id, name: state.name, batch: job.batch } });
    }
    const refused = await writeRuns(
      this.#db,
      keys,
      open.map(({ write }) => write),
    );
    open.forEach(({ job }, index) => {
      const error = refused[index];
      if (error) job.failed(error);
      else job.done();
    });
  }
}

function* keysOf(jobs: readonly Job[]): Iterable<string> {
  for (const { batch } of jobs) {
    for (const { key } of batch.metrics) yield key;
    for (const { key } of batch.params) yield key;
    for (const { key } of batch.tags) yield key;
    for (const { key } of batch.modelPoints ?? []) yield key;
  }
}

/** What writing to an archived run is answered with. */
export function archivedRun(uuid: string): BridgeError {
  const id = uuid.replaceAll('-', '');
  return new BridgeError('wrong_state', `The run ${show(id)} is deleted; restore it before changing it.`, {
    resource: `run ${id}`,
  });
}
