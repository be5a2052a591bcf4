import type { RunStatus } from '../model/run.ts';
import type { Database } from './database.ts';
import { GroupCommit } from './group-commit.ts';
import { idOfUuid, uuidOfId } from './run-ids.ts';

/** How far a run is, and what its client is to know of that. */
export interface RunState {
  id: string;
  status: RunStatus;
  statusMessage: string | null;
}

interface Question {
  workspaceId: string;
  ids: readonly string[];
}

interface StateRow {
  run_id: number;
  workspace_id: string;
  uuid: string;
  external_id: string | null;
  status: RunStatus;
  status_message: string | null;
}

/** Ids one statement asks for. */
const MOST_IDS = 1000;

/**
 * The states of runs, for clients that ask again and again: who asks while a statement is under way is answered by the next, so
 * that it costs about the same for one as for many. Nobody is told of a state older than the question.
 */
export class RunStates {
  readonly #lanes: readonly GroupCommit<Question, RunState[]>[];
  #next = 0;

  constructor(db: Database, lanes: number) {
    const turn = {
      work: (questions: readonly Question[]) => answer(db, questions),
      sizeOf: ({ ids }: Question) => ids.length,
      most: MOST_IDS,
    };
    this.#lanes = Array.from({ length: lanes }, () => new GroupCommit<Question, RunState[]>(turn));
  }

  /** States of runs of a workspace, in the order the runs were made; ids nobody has are left out. */
  read(workspaceId: string, ids: readonly string[]): Promise<RunState[]> {
    this.#next = (this.#next + 1) % this.#lanes.length;
    const lane = this.#lanes[this.#next] as GroupCommit<Question, RunState[]>;
    return lane.run({ workspaceId, ids });
  }
}

async function answer(db: Database, questions: readonly Question[]): Promise<RunState[][]> {
  const { rows } = await db.query<StateRow>({
    name: 'states-of-runs',
    text: `select r.run_id, p.workspace_id, r.uuid, r.external_id, r.status, r.status_message
      from runs r join projects p using (project_id) where r.uuid = any($1)`,
    values: [questions.flatMap(({ ids }) => ids.map(uuidOfId))],
  });
  const known = new Map(rows.map((row) => [row.uuid, row]));
  return questions.map(({ workspaceId, ids }) =>
    [...new Set(ids.map(uuidOfId))]
      .flatMap((uuid) => known.get(uuid) ?? [])
      .filter((row) => row.workspace_id === workspaceId)
      .sort((a, b) => a.run_id - b.run_id)
      .map((row) => ({ id: idOfUuid(row.uuid, row.external_id), status: row.status, statusMessage: row.status_message })),
  );
}
