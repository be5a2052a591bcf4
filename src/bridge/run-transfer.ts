import { setTimeout as delay } from 'node:timers/promises';
import type { Context } from '../context.ts';
import { BridgeError } from '../model/errors.ts';
import type { Database } from '../store/database.ts';
import type { JoinedDatabase } from '../store/joined-database.ts';
import {
  changeTransfer,
  findTransfer,
  hearOfTransfer,
  insertTransfer,
  lockTransfer,
  type TransferChange,
  type TransferLock,
  type TransferRecord,
} from '../store/transfers.ts';
import { copyHistory } from './copy.ts';
import { writeExact } from './exact-json.ts';
import { isPassing, reasonOf } from './faults.ts';
import type { Job } from './job.ts';
import { Ledger } from './ledger.ts';
import { itemsIn, type Plan, planTransfer } from './plan.ts';
import { inTurns } from './reading.ts';
import { rollBack } from './rollback.ts';
import type { TransferStep } from './runner.ts';
import type { Sink } from './sink.ts';
import type { Selection, Source } from './source.ts';
import { Tally, type TransferProgress } from './tally.ts';
import { type Comparison, type VerifyOptions, verifyHistory } from './verify.ts';

/** How often it is kept how far a transfer is, how long a transfer waits for a side that is gone, and for a lock of a dead one. */
const HEARD_MS = 1000;
const PATIENCE_MS = 60_000;
const PAUSE_MS = 1000;
const LOCK_TRIES = 5;

/** Both sides of a transfer, open, and the record in which it is kept. */
export interface OpenTransfer {
  context: Pick<Context, 'now' | 'newId' | 'actor'>;
  /** For what is kept of the transfer as a whole. */
  db: Database;
  /** For what is kept of its items; the database of the sink where that is our record. */
  joined: JoinedDatabase;
  direction: 'import' | 'export';
  source: Source;
  sink: Sink;
  selection: Selection;
}

/** What is to be done, and how. */
export interface TransferWork {
  steps: readonly TransferStep[];
  isThorough?: boolean;
  sample?: VerifyOptions['sample'];
  onItem?: VerifyOptions['onItem'];
  onPlan?: (plan: Plan) => void;
  /** Told of every change of how far it is, about once a second. */
  onProgress?: (progress: TransferProgress) => void;
  signal: AbortSignal;
}

/** What was done. */
export interface TransferOutcome {
  copied?: TransferProgress & { endedMs: number };
  comparison?: Comparison & { startedMs: number; endedMs: number };
  rolledBack?: TransferProgress & { endedMs: number };
}

/** The transfer of these sides and selection: the one there is, or a new one. */
export async function ensureTransfer(open: OpenTransfer): Promise<TransferRecord> {
  const { context, db, direction, source, sink, selection } = open;
  const sides = {
    direction,
    sourceAddress: source.facts.address,
    sourceIdentity: source.facts.identity,
    sinkAddress: sink.facts.address,
    sinkIdentity: sink.facts.identity,
    selection: selectionText(selection),
  };
  const found = await findTransfer(db, sides);
  if (found) return found;
  return insertTransfer(db, { ...sides, id: context.newId(), userId: context.actor.userId, at: context.now() });
}

/**
 * Does steps of a transfer, one after the other, and keeps how far it is. When a side is gone it is waited for a minute; then,
 * and when it is told to stop, the transfer is `broken_off` and says how to go on.
 * @throws wrong_state while somebody else works on it; what broke it off
 */
export async function runTransfer(open: OpenTransfer, transfer: TransferRecord, work: TransferWork): Promise<TransferOutcome> {
  const lock = await takeLock(open.db, transfer.id);
  const running = new RunningTransfer(open, transfer, work);
  try {
    return await running.run();
  } finally {
    lock.release();
  }
}

class RunningTransfer {
  readonly #open: OpenTransfer;
  readonly #transfer: TransferRecord;
  readonly #work: TransferWork;
  readonly #stopping = new AbortController();
  readonly #signal: AbortSignal;
  readonly #source: Source;
  #tally: Tally;
  #outcome: TransferOutcome;
  #isHeard = true;

  constructor(open: OpenTransfer, transfer: TransferRecord, work: TransferWork) {
    this.#open = open;
    this.#transfer = transfer;
    this.#work = work;
    this.#signal = AbortSignal.any([work.signal, this.#stopping.signal]);
    this.#source = inTurns(open.source);
    this.#tally = new Tally('plan', this.#nowMs());
    this.#outcome = (transfer.outcome ?? {}) as TransferOutcome;
  }

  async run(): Promise<TransferOutcome> {
    await this.#change({ isBegun: true, failure: null, ...this.#addresses() });
    const timer = setInterval(() => void this.#hear(), HEARD_MS);
    try {
      for (const step of this.#work.steps) await this.#do(step);
      return this.#outcome;
    } catch (error) {
      throw await this.#breakOff(error);
    } finally {
      clearInterval(timer);
      this.#work.onProgress?.(this.#tally.progress);
    }
  }

  #do(step: TransferStep): Promise<void> {
    switch (step) {
      case 'plan':
        return this.#plan();
      case 'run':
        return this.#copy();
      case 'verify':
        return this.#verify();
      case 'rollback':
        return this.#rollBack();
    }
  }

  async #plan(): Promise<void> {
    const { sink, selection } = this.#open;
    const plan = await planTransfer(this.#source, sink, selection);
    await this.#change({ plan });
    this.#work.onPlan?.(plan);
    this.#begin('plan', plan);
  }

  async #copy(): Promise<void> {
    await this.#change({ state: 'running' });
    await this.#withPatience(async () => {
      this.#begin('run');
      await copyHistory(await this.#job(), this.#tally);
    });
    await this.#change({ state: 'copied', outcome: this.#ended({ copied: this.#endedProgress(), comparison: undefined }) });
  }

  async #verify(): Promise<void> {
    await this.#change({ state: 'verifying' });
    const { sample = { share: 1 }, onItem } = this.#work;
    const comparison = await this.#withPatience(async () => {
      this.#begin('verify');
      return verifyHistory(await this.#job(), this.#tally, { sample, onItem });
    });
    const { startedMs } = this.#tally.progress;
    const outcome = this.#ended({ comparison: { ...comparison, startedMs, endedMs: this.#nowMs() } });
    await this.#change({ state: comparison.result, outcome });
  }

  async #rollBack(): Promise<void> {
    await this.#change({ state: 'rolling_back' });
    await this.#withPatience(async () => {
      this.#begin('rollback');
      await rollBack(await this.#job(), this.#tally);
    });
    const rolledBack = this.#endedProgress();
    const isAll = this.#tally.sum().rejected === 0;
    await this.#change({ state: isAll ? 'rolled_back' : 'copied', outcome: this.#ended({ rolledBack }) });
  }

  /** Tries work again that broke because a side was gone, until it got no further for a minute. */
  async #withPatience<T>(work: () => Promise<T>): Promise<T> {
    for (let [sinceMs, furthest] = [0, -1]; ; ) {
      try {
        return await work();
      } catch (error) {
        if (!isPassing(error) || this.#signal.aborted) throw error;
        const { written, unchanged } = this.#tally.sum();
        if (written + unchanged > furthest) [sinceMs, furthest] = [this.#nowMs(), written + unchanged];
        if (this.#nowMs() - sinceMs > PATIENCE_MS) throw error;
        this.#tally.progress.waiting = reasonOf(error);
        await delay(PAUSE_MS, undefined, { signal: this.#signal });
      }
    }
  }

  async #job(): Promise<Job> {
    const { joined, context, sink, selection, direction } = this.#open;
    return {
      source: this.#source,
      sink,
      selection,
      ledger: await Ledger.open(joined, this.#transfer.id, context.now),
      isThorough: this.#work.isThorough === true,
      isOneDatabase: direction === 'import',
      signal: this.#signal,
    };
  }

  #begin(step: TransferStep, plan?: Plan): void {
    const { expectedItems, expectedPoints, expectedBytes } = this.#tally.progress;
    const known = plan
      ? {
          expectedItems: itemsIn(plan.extent),
          expectedPoints: plan.extent.points === null ? null : Number(plan.extent.points),
          expectedBytes: plan.extent.bytes === null ? null : Number(plan.extent.bytes),
        }
      : { expectedItems, expectedPoints, expectedBytes };
    this.#tally = new Tally(step, this.#nowMs(), known);
  }

  /** Keeps how far it is. That the database is away now is no reason to stop: who needs it waits for it. */
  async #hear(): Promise<void> {
    this.#work.onProgress?.(this.#tally.progress);
    if (!this.#isHeard) return;
    const { db, context } = this.#open;
    this.#isHeard = false;
    const isCancelled = await hearOfTransfer(db, this.#transfer.id, this.#tally.progress, context.now()).catch(() => false);
    this.#isHeard = true;
    if (isCancelled) this.#stopping.abort(new BridgeError('wrong_state', 'The transfer was cancelled.'));
  }

  async #breakOff(error: unknown): Promise<unknown> {
    const isStopped = this.#signal.aborted;
    const reason = isStopped ? reasonOf(this.#signal.reason) : reasonOf(error);
    const failure = `${reason} Nothing is lost: the same command again, or "trackbridge transfer resume ${this.#transfer.id}", goes on from here.`;
    await this.#change({ state: 'broken_off', failure }).catch(() => undefined);
    if (isStopped) return new BridgeError('wrong_state', failure, { reason: 'stopped', cause: error });
    if (error instanceof BridgeError) return new BridgeError(error.code, failure, { reason: 'broken_off', cause: error });
    return error;
  }

  async #change(change: TransferChange): Promise<void> {
    const { db, context } = this.#open;
    await changeTransfer(db, this.#transfer.id, { progress: this.#tally.progress, ...change }, context.now());
  }

  /** As they were written the last time. */
  #addresses(): Pick<TransferChange, 'sourceAddress' | 'sinkAddress'> {
    const { source, sink } = this.#open;
    return { sourceAddress: source.facts.address, sinkAddress: sink.facts.address };
  }

  #ended(done: TransferOutcome): TransferOutcome {
    this.#outcome = { ...this.#outcome, ...done };
    return this.#outcome;
  }

  #endedProgress(): TransferProgress & { endedMs: number } {
    return { ...this.#tally.progress, kind: null, endedMs: this.#nowMs() };
  }

  #nowMs(): number {
    return this.#open.context.now().getTime();
  }
}

/** The database ends the lock of one that died, which takes a moment. */
async function takeLock(db: Database, id: string): Promise<TransferLock> {
  if (!db.pool) throw new BridgeError('internal', 'A transfer is not run inside a transaction.');
  for (let tries = 1; tries <= LOCK_TRIES; tries += 1) {
    const lock = await lockTransfer(db.pool, id);
    if (lock) return lock;
    await delay(PAUSE_MS);
  }
  throw new BridgeError(
    'wrong_state',
    `Somebody works on transfer ${id} already; "trackbridge transfer status ${id}" shows how far it is.`,
  );
}

/** A selection as the text of a JSON object that is the same for the same selection. */
export function selectionText(selection: Selection): string {
  const { projects, states, withArchived, withFiles, fromMs, toMs } = selection;
  return writeExact({
    projects: projects && [...projects].sort(),
    states: states && [...states].sort(),
    fromMs: fromMs?.toString(),
    toMs: toMs?.toString(),
    withArchived: withArchived === false ? false : undefined,
    withFiles: withFiles === false ? false : undefined,
  });
}

/** The selection of a transfer that is kept. */
export function readSelection(text: string): Selection {
  const { fromMs, toMs, ...rest } = JSON.parse(text) as Omit<Selection, 'fromMs' | 'toMs'> & { fromMs?: string; toMs?: string };
  return { ...rest, ...(fromMs !== undefined && { fromMs: BigInt(fromMs) }), ...(toMs !== undefined && { toMs: BigInt(toMs) }) };
}
