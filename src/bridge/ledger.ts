import type { JoinedDatabase } from '../store/joined-database.ts';
import { deleteFindings, insertFindings, type TransferFinding } from '../store/transfer-findings.ts';
import {
  countTransferItems,
  eachTransferItem,
  setItemState,
  type TransferItem,
  transferItems,
  writeTransferItems,
} from '../store/transfer-items.ts';
import { type ItemKind, itemKinds } from './item.ts';
import type { KnownIds } from './sink.ts';

/** What is said of an item when it is kept; what is left out is none. */
export type Kept = Pick<TransferItem, 'sourceId' | 'state'> & Partial<TransferItem>;

/** Findings kept of one phase: after so many only their number is. */
const MOST_FINDINGS = 10_000;

/**
 * What a transfer knows of its items. The rows are in the database; the targets of all items are in memory, because sinks ask
 * for them one by one: about 100 bytes an item.
 */
export class Ledger implements KnownIds {
  readonly #db: JoinedDatabase;
  readonly #transferId: string;
  readonly #now: () => Date;
  readonly #targets = new Map<ItemKind, Map<string, string>>(itemKinds.map((kind) => [kind, new Map()]));
  readonly #begun = new Set<string>();
  readonly #findings = new Map<string, number>();

  private constructor(db: JoinedDatabase, transferId: string, now: () => Date) {
    this.#db = db;
    this.#transferId = transferId;
    this.#now = now;
  }

  /** Reads what earlier runs kept. */
  static async open(db: JoinedDatabase, transferId: string, now: () => Date): Promise<Ledger> {
    const ledger = new Ledger(db, transferId, now);
    for await (const page of eachTransferItem(db, transferId, { states: ['written', 'done', 'rejected'] })) {
      for (const item of page) ledger.#remember(item as TransferItem & { kind: ItemKind });
    }
    return ledger;
  }

  targetOf(kind: ItemKind, sourceId: string): string | undefined {
    return this.#targets.get(kind)?.get(sourceId);
  }

  wasBegun(kind: ItemKind, sourceId: string): boolean {
    return this.#begun.has(`${kind} ${sourceId}`);
  }

  /** What is known of these items, by their id in the source. */
  async rows(kind: ItemKind, sourceIds: readonly string[]): Promise<Map<string, TransferItem>> {
    const rows = await transferItems(this.#db, this.#transferId, kind, sourceIds);
    return new Map(rows.map((row) => [row.sourceId, row]));
  }

  /** Items of a kind in pages, those that were taken back left out. */
  each(kind: ItemKind): AsyncIterable<TransferItem[]> {
    return eachTransferItem(this.#db, this.#transferId, { kind, states: ['written', 'done', 'rejected'] });
  }

  /** Items this transfer made and that are still there, in pages. */
  eachMade(kind: ItemKind): AsyncIterable<TransferItem[]> {
    return eachTransferItem(this.#db, this.#transferId, { kind, states: ['written', 'done', 'rejected'], isNew: true }, 200);
  }

  /** Keeps what became of items. Inside of {@link atOnce} nothing is remembered before {@link remember} says so. */
  async keep(kind: ItemKind, kept: readonly Kept[]): Promise<TransferItem[]> {
    const items = kept.map((item) => ({ ...nothingKnown, kind, ...item, reason: item.reason?.replaceAll('\0', '') ?? null }));
    await writeTransferItems(this.#db, this.#transferId, items, this.#now());
    return items;
  }

  /** Targets that hold from now on. */
  remember(kind: ItemKind, items: readonly TransferItem[]): void {
    for (const item of items) this.#remember({ ...item, kind });
  }

  /** That the sink is about to write these for the first time. */
  async begin(kind: ItemKind, sourceIds: readonly string[]): Promise<void> {
    await this.keep(
      kind,
      sourceIds.map((sourceId) => ({ sourceId, state: 'written' })),
    );
  }

  async setState(kind: ItemKind, sourceIds: readonly string[], state: TransferItem['state']): Promise<void> {
    if (sourceIds.length === 0) return;
    await setItemState(this.#db, this.#transferId, kind, sourceIds, state);
  }

  /** Everything that is asked of the record while the work runs is one transaction. */
  atOnce<T>(work: () => Promise<T>): Promise<T> {
    return this.#db.together(work);
  }

  /** Whether something could not be moved, or not whole. */
  async hasRejected(): Promise<boolean> {
    const counts = await countTransferItems(this.#db, this.#transferId);
    return counts.some(({ state }) => state === 'rejected');
  }

  async forgetFindings(phase: TransferFinding['phase']): Promise<void> {
    this.#findings.delete(phase);
    await deleteFindings(this.#db, this.#transferId, phase);
  }

  /** Keeps findings, up to a number no person reads through. */
  async report(findings: readonly TransferFinding[]): Promise<void> {
    const phase = findings[0]?.phase;
    if (phase === undefined) return;
    const before = this.#findings.get(phase) ?? 0;
    this.#findings.set(phase, before + findings.length);
    await insertFindings(this.#db, this.#transferId, findings.slice(0, Math.max(0, MOST_FINDINGS - before)));
  }

  #remember({ kind, sourceId, targetId }: TransferItem & { kind: ItemKind }): void {
    // a text that stands twice is kept once
    if (targetId !== null) this.#targets.get(kind)?.set(sourceId, targetId === sourceId ? sourceId : targetId);
    if (targetId === null) this.#begun.add(`${kind} ${sourceId}`);
  }
}

const nothingKnown = {
  targetId: null,
  isNew: false,
  contentHash: null,
  mark: null,
  points: 0n,
  lines: 0n,
  plots: 0n,
  files: 0n,
  bytes: 0n,
  reason: null,
  note: null,
} satisfies Partial<TransferItem>;
