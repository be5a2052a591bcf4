import type { TransferFinding } from '../store/transfer-findings.ts';
import type { TransferItem } from '../store/transfer-items.ts';
import { contentHash } from './content.ts';
import { copyParts, type OwnedParts } from './copy-parts.ts';
import { isFatal, reasonOf } from './faults.ts';
import type { Item, ItemKind, ItemOf } from './item.ts';
import { commonKinds, fileOwners, type Job, pointOwners, silentFields, Unread } from './job.ts';
import type { Kept } from './ledger.ts';
import { ahead } from './reading.ts';
import { OpenReferences } from './references.ts';
import type { Outcome } from './sink.ts';
import type { Unreadable } from './source.ts';
import type { KindTally, Tally } from './tally.ts';

/** Runs that may go on, so that their points can change while they themselves look the same. */
const underWay: ReadonlySet<string> = new Set(['created', 'queued', 'in_progress', 'publishing', 'unknown', 'pending']);

/**
 * Copies what a selection names: kind by kind, chunk by chunk, each with all it owns. What earlier runs of the transfer copied
 * and what did not change since is left alone. An item that fails is kept as rejected and reported, and the rest goes on.
 * @throws unavailable, unauthenticated, forbidden when a side as a whole fails; what was copied stays known
 */
export async function copyHistory(job: Job, tally: Tally): Promise<void> {
  await new Copy(job, tally).run();
}

/** An item that is to be copied, with what was kept of it. */
interface Candidate {
  item: Item;
  hash: Buffer;
  mark: string | null;
  row: TransferItem | undefined;
}

class Copy {
  readonly #job: Job;
  readonly #tally: Tally;
  readonly #references = new OpenReferences();
  readonly #unread = new Unread();

  constructor(job: Job, tally: Tally) {
    this.#job = job;
    this.#tally = tally;
  }

  async run(): Promise<void> {
    const { source, sink, selection, ledger } = this.#job;
    await ledger.forgetFindings('copy');
    for (const kind of commonKinds(this.#job)) {
      const counts = this.#tally.of(kind);
      for await (const items of ahead(source.items(kind, { selection }, this.#unread))) {
        this.#job.signal.throwIfAborted();
        await this.#copyChunk(kind, items, counts);
      }
      await this.#keepUnread(counts);
    }
    for (const kind of this.#references.kinds()) await this.#settle(kind);
    await sink.flush();
    await sink.complete();
  }

  async #copyChunk(kind: ItemKind, given: readonly Item[], counts: KindTally): Promise<void> {
    const items = this.#withoutRepeats(given);
    counts.read += items.length;
    const candidates = await this.#changed(kind, items);
    counts.unchanged += items.length - candidates.length;
    if (candidates.length > 0) await this.#copyItems(kind, candidates, counts);
    await this.#keepUnread(counts);
  }

  /** Those that earlier runs did not copy as they are now. */
  async #changed(kind: ItemKind, items: readonly Item[]): Promise<Candidate[]> {
    const { source, ledger } = this.#job;
    const silent = silentFields(source, kind);
    const ids = items.map(({ id }) => id);
    const rows = await ledger.rows(kind, ids);
    return items
      .map((item) => ({
        item,
        hash: contentHash(item, silent),
        mark: source.markOf?.(item) ?? null,
        row: rows.get(item.id),
      }))
      .filter((candidate) => this.#isChanged(candidate));
  }

  #isChanged({ item, hash, mark, row }: Candidate): boolean {
    if (this.#job.isThorough || row?.state !== 'done' || row.mark !== mark) return true;
    const mayGoOn = mark === null && 'status' in item && pointOwners.has(item.kind) && underWay.has(item.status);
    return mayGoOn || row.contentHash?.equals(hash) !== true;
  }

  async #copyItems(kind: ItemKind, candidates: readonly Candidate[], counts: KindTally): Promise<void> {
    const { sink, ledger } = this.#job;
    if (!this.#job.isOneDatabase) {
      const fresh = candidates.filter(({ item }) => ledger.targetOf(kind, item.id) === undefined);
      await ledger.begin(
        kind,
        fresh.map(({ item }) => item.id),
      );
    }
    for (const { item } of candidates) this.#references.add(item, ledger);
    const kept = await this.#writeItems(kind, candidates);
    const written = kept.filter(
      (row): row is TransferItem & { targetId: string } => row.state === 'written' && row.targetId !== null,
    );
    const ids = new Set(written.map(({ sourceId }) => sourceId));
    const copied = candidates.filter(({ item }) => ids.has(item.id));
    const parts =
      pointOwners.has(kind) || fileOwners.has(kind)
        ? await copyParts(
            this.#job,
            kind,
            written.map((row) => ({ ...row, kind })),
            this.#unread,
            counts,
          )
        : new Map<string, OwnedParts>();
    for (const { kind: of, id, part, reason } of this.#unread.take()) {
      const owned = of === kind ? parts.get(id) : undefined;
      if (owned) owned.faults.push({ part: part ?? 'item', reason });
      else this.#unread.unreadable({ kind: of, id, part, reason });
    }
    await this.#finish(kind, copied, parts);
    const open = new Set(copied.filter(({ item }) => this.#references.has(item)).map(({ item }) => item.id));
    const rows = written.map((row) => this.#complete(row, parts.get(row.sourceId), open.has(row.sourceId)));
    await sink.flush();
    await ledger.keep(kind, rows);
    const before = new Map(candidates.map(({ item, row }) => [item.id, row]));
    const unchanged = rows.filter((row) => isAsBefore(row, before.get(row.sourceId))).length;
    counts.unchanged += unchanged;
    counts.written += rows.length - unchanged;
    const rejected = rows.filter(({ state }) => state === 'rejected').length;
    counts.written -= rejected;
    counts.rejected += rejected + kept.length - written.length;
    await this.#report(kind, kept.filter(({ state }) => state === 'rejected').map(findingOf));
    await this.#report(
      kind,
      [...parts].flatMap(([id, { faults }]) => faults.map((fault) => findingOf({ sourceId: id, ...fault }))),
    );
  }

  /** What of an item was copied. With a part missing it is rejected, and tried again by the next run. */
  #complete(row: TransferItem, parts: OwnedParts | undefined, isOpen: boolean): Kept {
    const { faults = [], ...sizes } = parts ?? {};
    if (faults.length === 0) return { ...row, ...sizes, state: isOpen ? 'written' : 'done' };
    const reason = faults.map(({ part, reason: why }) => `${part}: ${why}`).join(' ');
    return { ...row, ...sizes, state: 'rejected', reason: reason.length > 1000 ? `${reason.slice(0, 997)}...` : reason };
  }

  /** Writes items together and, where that fails, each alone. */
  async #writeItems(kind: ItemKind, candidates: readonly Candidate[]): Promise<TransferItem[]> {
    try {
      return await this.#writeTogether(kind, candidates);
    } catch (error) {
      if (isFatal(error, this.#job.signal)) throw error;
      if (candidates.length > 1) {
        const kept = [];
        for (const candidate of candidates) kept.push(...(await this.#writeItems(kind, [candidate])));
        return kept;
      }
      const { ledger } = this.#job;
      return ledger.keep(
        kind,
        candidates.map((candidate) => this.#kept(candidate, { state: 'rejected', reason: reasonOf(error) })),
      );
    }
  }

  async #writeTogether(kind: ItemKind, candidates: readonly Candidate[]): Promise<TransferItem[]> {
    const { sink, ledger, isOneDatabase } = this.#job;
    const write = async () => {
      const outcomes = await sink.write(kind, candidates.map(({ item }) => item) as ItemOf<ItemKind>[], ledger);
      if (outcomes.length !== candidates.length)
        throw new Error(`The sink answered ${outcomes.length} of ${candidates.length} items.`);
      const kept = candidates.map((candidate, index) => this.#kept(candidate, outcomes[index] as Outcome));
      return ledger.keep(kind, kept);
    };
    const items = isOneDatabase ? await ledger.atOnce(write) : await write();
    ledger.remember(kind, items);
    return items;
  }

  #kept({ item, hash, mark, row }: Candidate, outcome: Outcome): Kept {
    const common = { sourceId: item.id, contentHash: hash, mark };
    if (outcome.state === 'rejected') {
      return { ...common, state: 'rejected', targetId: row?.targetId ?? null, reason: outcome.reason };
    }
    return { ...common, state: 'written', targetId: outcome.targetId, isNew: outcome.isNew, note: outcome.note ?? null };
  }

  /** What had to wait is written; where that fails, item by item. */
  async #finish(kind: ItemKind, copied: readonly Candidate[], parts: Map<string, OwnedParts>): Promise<void> {
    const { sink, ledger } = this.#job;
    if (copied.length === 0) return;
    try {
      await sink.finish(kind, copied.map(({ item }) => item) as ItemOf<ItemKind>[], ledger);
    } catch (error) {
      if (isFatal(error, this.#job.signal)) throw error;
      if (copied.length > 1) {
        for (const candidate of copied) await this.#finish(kind, [candidate], parts);
        return;
      }
      const id = copied[0]?.item.id ?? '';
      const owned = parts.get(id) ?? { points: 0n, lines: 0n, plots: 0n, files: 0n, bytes: 0n, faults: [] };
      owned.faults.push({ part: 'end', reason: reasonOf(error) });
      parts.set(id, owned);
    }
  }

  /** Items that refer to what came after them are written once more. */
  async #settle(kind: ItemKind): Promise<void> {
    const { source, ledger, signal } = this.#job;
    const { all, again } = this.#references.settle(kind, ledger);
    for (let at = 0; at < again.length; at += CHUNK) {
      signal.throwIfAborted();
      for await (const items of source.items(kind, { ids: again.slice(at, at + CHUNK) }, this.#unread)) {
        await this.#writeAgain(kind, items);
      }
    }
    for (let at = 0; at < all.length; at += CHUNK) {
      const rows = await ledger.rows(kind, all.slice(at, at + CHUNK));
      const done = [...rows.values()].filter(({ state }) => state === 'written').map(({ sourceId }) => sourceId);
      await ledger.setState(kind, done, 'done');
    }
  }

  async #writeAgain(kind: ItemKind, items: readonly Item[]): Promise<void> {
    const { sink, ledger, signal } = this.#job;
    try {
      await sink.write(kind, items as ItemOf<ItemKind>[], ledger);
      await sink.finish(kind, items as ItemOf<ItemKind>[], ledger);
    } catch (error) {
      if (isFatal(error, signal)) throw error;
      if (items.length > 1) for (const item of items) await this.#writeAgain(kind, [item]);
      else await this.#report(kind, [findingOf({ sourceId: items[0]?.id ?? '', part: 'references', reason: reasonOf(error) })]);
    }
  }

  #withoutRepeats(items: readonly Item[]): Item[] {
    const seen = new Set<string>();
    return items.filter(({ kind, id }) => {
      if (!seen.has(id)) return seen.add(id);
      this.#unread.unreadable({ kind, id, part: null, reason: 'The source gave this id twice; the first one counts.' });
      return false;
    });
  }

  /** What the source could not read, as rejected items and findings. */
  async #keepUnread(counts: KindTally): Promise<void> {
    const found = this.#unread.take();
    for (const [kind, ofKind] of Map.groupBy(found, (unreadable) => unreadable.kind)) {
      const whole = new Map(
        ofKind.filter(({ part, id }) => part === null && id !== '').map((unreadable) => [unreadable.id, unreadable]),
      );
      const rows = await this.#job.ledger.rows(kind, [...whole.keys()]);
      const lost = [...whole.values()].filter(({ id }) => rows.get(id)?.state !== 'done');
      counts.rejected += lost.length;
      await this.#job.ledger.keep(
        kind,
        lost.map(({ id, reason }) => ({ sourceId: id, state: 'rejected', reason, targetId: rows.get(id)?.targetId ?? null })),
      );
      await this.#report(
        kind,
        ofKind.map(({ id, part, reason }: Unreadable) => findingOf({ sourceId: id, part, reason })),
      );
    }
  }

  #report(kind: ItemKind, findings: readonly Omit<TransferFinding, 'phase' | 'kind' | 'symbol'>[]): Promise<void> {
    return this.#job.ledger.report(findings.map((finding) => ({ ...finding, phase: 'copy', kind, symbol: '!' })));
  }
}

/** Items read again at once. */
const CHUNK = 200;

function findingOf({ sourceId, part, reason }: { sourceId: string; part?: string | null; reason: string | null }) {
  return { sourceId, part: part ?? null, detail: reason ?? '' };
}

/** A run under way was read again and is still what it was. */
function isAsBefore(row: Kept, before: TransferItem | undefined): boolean {
  if (before?.state !== 'done' || row.state === 'rejected') return false;
  const isSame = before.contentHash?.equals(row.contentHash ?? Buffer.alloc(0)) === true && before.mark === row.mark;
  return isSame && (['points', 'lines', 'plots', 'files', 'bytes'] as const).every((size) => before[size] === row[size]);
}
