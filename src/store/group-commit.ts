import { BridgeError } from '../model/errors.ts';

interface Waiting<Job, Result> {
  job: Job;
  done: (result: Result) => void;
  failed: (error: unknown) => void;
}

/** What a turn of {@link GroupCommit} does. */
export interface Turn<Job, Result> {
  /** Works jobs off in one transaction. @returns per job its result, or the error that refused this one */
  work(jobs: readonly Job[]): Promise<readonly (Result | BridgeError)[]>;
  /** Size of a job, in the unit of `most`. */
  sizeOf(job: Job): number;
  /** Size of the jobs one turn takes; a single larger job is still done whole. */
  most: number;
}

/**
 * Jobs that arrive while others are being worked on gather; the next turn takes them all, and each caller is answered when
 * its turn has committed. There is never more than one turn at a time.
 */
export class GroupCommit<Job, Result> {
  readonly #turn: Turn<Job, Result>;
  readonly #waiting: Waiting<Job, Result>[] = [];
  #isBusy = false;

  constructor(turn: Turn<Job, Result>) {
    this.#turn = turn;
  }

  /** Does a job in the next turn. @throws what refused it, or what the whole turn failed of */
  run(job: Job): Promise<Result> {
    return new Promise((done, failed) => {
      this.#waiting.push({ job, done, failed });
      if (!this.#isBusy) void this.#workOff();
    });
  }

  async #workOff(): Promise<void> {
    this.#isBusy = true;
    while (this.#waiting.length > 0) {
      let size = 0;
      let count = 0;
      for (const { job } of this.#waiting) {
        size += this.#turn.sizeOf(job);
        if (count > 0 && size > this.#turn.most) break;
        count += 1;
      }
      await this.#take(this.#waiting.splice(0, count));
    }
    this.#isBusy = false;
  }

  /** Works some jobs off together. Should that fail, each is tried alone, so that nobody fails for a neighbour. */
  async #take(turn: readonly Waiting<Job, Result>[]): Promise<void> {
    try {
      const outcomes = await this.#turn.work(turn.map(({ job }) => job));
      turn.forEach(({ done, failed }, at) => {
        const outcome = outcomes[at] as Result | BridgeError;
        if (outcome instanceof BridgeError) failed(outcome);
        else done(outcome);
      });
    } catch (error) {
      const isAway = error instanceof BridgeError && error.code === 'unavailable';
      if (turn.length === 1 || isAway) for (const { failed } of turn) failed(error);
      else for (const one of turn) await this.#take([one]);
    }
  }
}
