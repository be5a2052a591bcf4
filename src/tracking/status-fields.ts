import type { RunStatus } from '../model/run.ts';
import type { RunFields } from '../model/run-change.ts';
import type { RunRecord } from '../model/run-record.ts';

/** What is said with a change of status, and whether the rules of what may follow are left aside. */
export interface StatusRequest {
  /** Why, as a word for programs. */
  reason?: string;
  /** Why, as a sentence for people. */
  message?: string;
  force?: boolean;
}

/** A mark of runs that are started by hand: no worker listens for a request to stop. */
export const DEVELOPMENT_TAG = 'development';

/** Fields of a change of status: every one says why, if only that nothing was said. */
export function statusFields(status: RunStatus, { reason = '', message = '' }: StatusRequest): RunFields {
  return { status, statusReason: reason, statusMessage: message };
}

/** Seconds a run has been in progress; undefined for one that is not. */
export function activeSeconds(run: RunRecord, now: Date): bigint | undefined {
  if (run.status !== 'in_progress' || run.startedMs === null) return undefined;
  const seconds = (BigInt(now.getTime()) - run.startedMs) / 1000n;
  return seconds < 0n ? 0n : seconds;
}

/** Fields of a run that ends in a status. */
export function endFields(run: RunRecord, status: RunStatus, request: StatusRequest, now: Date): RunFields {
  return { ...statusFields(status, request), endedMs: BigInt(now.getTime()), activeSeconds: activeSeconds(run, now) };
}
