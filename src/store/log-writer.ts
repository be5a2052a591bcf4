import { BridgeError, notFound, show } from '../model/errors.ts';
import type { LogBatch, Run, RunStatus } from '../model/run.ts';
import type { Database } from './database.ts';
import { GroupCommit } from './group-commit.ts';
import type { KeyIds } from './keys.ts';
import { uuidOfId } from './run-ids.ts';
import { type RunWrite, writeRuns } from './write-runs.ts';

/** Points taken into one commit; a single larger request is still written whole. */
const POINTS_PER_COMMIT = 20_000;

interface Job {
  /** As the client wrote it. */
  id: string;
  uuid: string;
  batch: LogBatch;
}

interface RunState {
  uuid: string;
  run_id: number;
  project_id: number;
  archived: boolean;
  status: RunStatus;
  started_ms: bigint | null;
  ended_ms: bigint | null;
}

/**
 * Writes what runs log, many calls in one commit. Runs are spread over lanes, so that a run is written by one transaction at a
 * time and lanes never wait for each other.
 */
export class LogWriter {
  readonly #db: Database;
  readonly #keys: KeyIds;
  readonly #lanes: readonly GroupCommit<Job, Run | undefined>[];

  /** @param options.keys the dictionary of the process */
  constructor(db: Database, options: { lanes: number; keys: KeyIds }) {
    this.#db = db;
    this.#keys = options.keys;
    const turn = {
      sizeOf: ({ batch }: Job) => batch.metrics.length,
      most: POINTS_PER_COMMIT,
      work: (jobs: readonly Job[]) => this.#commit(jobs),
    };
    this.#lanes = Array.from({ length: options.lanes }, () => new GroupCommit(turn));
  }

  /**
   * Writes what one request logs to one run, whole or not at all; resolves when it is committed.
   * @returns the run as it is now when the batch patched it
   * @throws not_found for an unknown run, wrong_state for an archived one, invalid when a param has another value already
   */
  async write(runId: string, batch: LogBatch): Promise<Run | undefined> {
    const uuid = uuidOfId(runId);
    const lane = this.#lanes[Number.parseInt(uuid.slice(0, 4), 16) % this.#lanes.length];
    if (!lane) throw new BridgeError('internal', 'The log writer has no lanes.');
    return await lane.run({ id: runId, uuid, batch });
  }

  async #commit(jobs: readonly Job[]): Promise<(Run | BridgeError | undefined)[]> {
    const { rows } = await this.#db.query<RunState>({
      name: 'runs-to-log-to',
      text: 'select uuid, run_id, project_id, archived, status, started_ms, ended_ms from runs where uuid = any($1)',
      values: [[...new Set(jobs.map((job) => job.uuid))]],
    });
    const states = new Map(rows.map((row) => [row.uuid, row]));
    const writes = jobs.map(({ id, uuid, batch }) => toWrite(id, states.get(uuid), batch));
    const open = writes.filter((write): write is RunWrite => !(write instanceof BridgeError));
    const keys = await this.#keys.idsOf(keysOf(open));
    const outcomes = (await writeRuns(this.#db, keys, open)).values();
    return writes.map((write) => (write instanceof BridgeError ? write : outcomes.next().value));
  }
}

/** What is to be written to a run, or why it cannot be. */
function toWrite(id: string, state: RunState | undefined, batch: LogBatch): RunWrite | BridgeError {
  if (!state) return notFound('run', id);
  if (state.archived) return archivedRun(id);
  const progress = { status: state.status, startedMs: state.started_ms, endedMs: state.ended_ms };
  return { runId: state.run_id, projectId: state.project_id, progress, batch };
}

function* keysOf(jobs: readonly { batch: LogBatch }[]): Iterable<string> {
  for (const { batch } of jobs) {
    for (const { key } of batch.metrics) yield key;
    for (const { key } of batch.params) yield key;
    for (const { key } of batch.tags) yield key;
    for (const { key } of batch.modelPoints ?? []) yield key;
  }
}

/** What writing to an archived run is answered with. */
export function archivedRun(id: string): BridgeError {
  return new BridgeError('wrong_state', `The run ${show(id)} is deleted; restore it before changing it.`, {
    resource: `run ${id}`,
  });
}
