import type { ItemKind } from './item.ts';
import type { TransferStep } from './runner.ts';

/** What became of the items of one kind, and how much they own. */
export interface KindTally {
  /** Items the source gave. */
  read: number;
  written: number;
  /** Those found as they were at an earlier run. */
  unchanged: number;
  rejected: number;
  points: number;
  lines: number;
  plots: number;
  files: number;
  /** Of files. */
  bytes: number;
}

/** How far a transfer is, as it is shown and kept. Counts are of the step under way. */
export interface TransferProgress {
  step: TransferStep;
  /** The kind under way. */
  kind: ItemKind | null;
  kinds: Partial<Record<ItemKind, KindTally>>;
  /** Items and points the source says it has; null where it cannot say. */
  expectedItems: number | null;
  expectedPoints: number | null;
  expectedBytes: number | null;
  startedMs: number;
  /** What it is waiting for, in words. */
  waiting: string | null;
}

/** Counts what happens. One for each step. */
export class Tally {
  readonly progress: TransferProgress;

  constructor(step: TransferStep, nowMs: number, expected: Partial<TransferProgress> = {}) {
    this.progress = {
      expectedItems: null,
      expectedPoints: null,
      expectedBytes: null,
      ...expected,
      step,
      kind: null,
      kinds: {},
      startedMs: nowMs,
      waiting: null,
    };
  }

  /** The counts of a kind, which is under way now. */
  of(kind: ItemKind): KindTally {
    this.progress.kind = kind;
    const { kinds } = this.progress;
    kinds[kind] ??= { read: 0, written: 0, unchanged: 0, rejected: 0, points: 0, lines: 0, plots: 0, files: 0, bytes: 0 };
    return kinds[kind];
  }

  /** All kinds together. */
  sum(): KindTally {
    return sumOf(this.progress);
  }
}

/** All kinds of a progress together. */
export function sumOf({ kinds }: Pick<TransferProgress, 'kinds'>): KindTally {
  const sum: KindTally = { read: 0, written: 0, unchanged: 0, rejected: 0, points: 0, lines: 0, plots: 0, files: 0, bytes: 0 };
  for (const tally of Object.values(kinds)) {
    for (const name of Object.keys(sum) as (keyof KindTally)[]) sum[name] += tally[name];
  }
  return sum;
}
