import { hash } from 'node:crypto';
import type { TransferFinding } from '../store/transfer-findings.ts';
import type { TransferItem } from '../store/transfer-items.ts';
import { contentHash, differencesOf } from './content.ts';
import type { Item, ItemKind, ItemOf } from './item.ts';
import { commonKinds, fileOwners, type Job, pointOwners, silentFields, Unread } from './job.ts';
import { ContentSum } from './point-hash.ts';
import { ahead } from './reading.ts';
import type { Extent, Source, Unreadable } from './source.ts';
import type { Tally } from './tally.ts';
import { type Pair, PartsComparison } from './verify-parts.ts';

/** How much of points and files is compared: all, a share of the items that own them, or about so many items. */
export type Sample = { share: number } | { items: number };

/** What comparing one kind found. The sums are order-free hashes over all items of the kind: as they should read, and as they do. */
export interface KindComparison {
  items: number;
  same: number;
  missing: number;
  extra: number;
  differing: number;
  /** Could not be compared. */
  unclear: number;
  expectedSum: string;
  foundSum: string;
}

/** What comparing both sides found. */
export interface Comparison {
  result: 'same' | 'differs' | 'unclear';
  sample: Sample;
  kinds: Partial<Record<ItemKind, KindComparison>>;
}

export interface VerifyOptions {
  sample: Sample;
  /** Told of every item and its symbol, the same ones included. */
  onItem?: (kind: ItemKind, id: string, symbol: TransferFinding['symbol']) => void;
}

/**
 * Reads both sides again, by calls that had no part in copying, and compares every item, series, line, plot and file. What the
 * source counts beforehand is compared with what it gives. Items that differ are marked, so that the next run copies them again.
 * @throws unavailable, unauthenticated, forbidden when a side as a whole fails
 */
export async function verifyHistory(job: Job, tally: Tally, options: VerifyOptions): Promise<Comparison> {
  await job.ledger.forgetFindings('verify');
  const reader = await job.sink.reader();
  try {
    return await new Verification(job, reader, tally, options).run();
  } finally {
    await reader.close();
  }
}

class Verification {
  readonly #job: Job;
  readonly #reader: Source;
  readonly #tally: Tally;
  readonly #options: VerifyOptions;
  readonly #unread = new Unread();
  readonly #kinds: Comparison['kinds'] = {};
  #share = 1;

  constructor(job: Job, reader: Source, tally: Tally, options: VerifyOptions) {
    this.#job = job;
    this.#reader = reader;
    this.#tally = tally;
    this.#options = options;
  }

  async run(): Promise<Comparison> {
    const { source, selection } = this.#job;
    const extent = await source.measure(selection);
    this.#share = shareOf(this.#options.sample, extent);
    for (const kind of commonKinds(this.#job)) await this.#verifyKind(kind, extent);
    await this.#verifyPoints(extent);
    const result = (await this.#job.ledger.hasRejected()) ? 'differs' : resultOf(this.#kinds);
    return { result, sample: this.#options.sample, kinds: this.#kinds };
  }

  async #verifyKind(kind: ItemKind, extent: Extent): Promise<void> {
    const { source, selection, signal } = this.#job;
    const counts = this.#countsOf(kind);
    const sums = { expected: new ContentSum(), found: new ContentSum() };
    const seen = new Set<string>();
    let unreadable = 0;
    for await (const items of ahead(source.items(kind, { selection }, this.#unread))) {
      signal.throwIfAborted();
      for (const { id } of items) seen.add(id);
      await this.#verifyChunk(kind, items, sums);
      unreadable += await this.#sayUnread(kind);
    }
    unreadable += await this.#sayUnread(kind);
    counts.expectedSum = sums.expected.digest();
    counts.foundSum = sums.found.digest();
    await this.#verifyCount(kind, extent.items[kind], seen.size + unreadable);
    await this.#verifyGone(kind, seen);
  }

  async #verifyChunk(kind: ItemKind, items: readonly Item[], sums: { expected: ContentSum; found: ContentSum }): Promise<void> {
    const { sink, ledger, source } = this.#job;
    const counts = this.#countsOf(kind);
    const tally = this.#tally.of(kind);
    tally.read += items.length;
    counts.items += items.length;
    const rows = await ledger.rows(
      kind,
      items.map(({ id }) => id),
    );
    const there = items.filter(({ id }) => rows.get(id)?.targetId != null);
    const expected = there.map((item) => sink.expected(item as ItemOf<ItemKind>, ledger));
    const found = await this.#found(
      kind,
      expected.map(({ id }) => id),
    );
    const silent = new Set([...silentFields(source, kind), ...silentFields(this.#reader, kind)]);
    const findings = new Findings(kind);
    for (const item of items) if (!there.includes(item)) findings.add(item.id, null, '-', missingBecause(rows.get(item.id)));
    const pairs: Pair[] = [];
    for (const [index, item] of there.entries()) {
      const wanted = expected[index] as Item;
      const target = found.get(wanted.id);
      sums.expected.add(contentHash(wanted, silent));
      if (target === undefined) {
        findings.add(item.id, null, '-', `it is not in the sink under ${wanted.id}`);
        continue;
      }
      sums.found.add(contentHash(target, silent));
      pairs.push({ sourceId: item.id, targetId: wanted.id });
      const row = rows.get(item.id) as TransferItem;
      const hasChanged = row.contentHash?.equals(contentHash(item, silentFields(source, kind))) !== true;
      const because = hasChanged ? ' (the source changed since it was copied)' : '';
      for (const { field, detail } of differencesOf(wanted, target, silent))
        findings.add(item.id, field, '*', `${detail}${because}`);
      if (row.state === 'rejected') findings.add(item.id, null, '*', `not all of it was copied: ${row.reason ?? ''}`);
    }
    await this.#compareParts(kind, pairs, findings);
    await this.#conclude(kind, items, findings);
  }

  async #compareParts(kind: ItemKind, pairs: readonly Pair[], findings: Findings): Promise<void> {
    if (!pointOwners.has(kind) && !fileOwners.has(kind)) return;
    const chosen = pairs.filter(({ sourceId }) => isChosen(kind, sourceId, this.#share));
    const comparison = new PartsComparison(this.#job, this.#reader, kind, chosen, this.#unread, this.#tally.of(kind));
    await comparison.all(kind);
    const sources = new Map(pairs.map(({ sourceId, targetId }) => [targetId, sourceId]));
    // files are compared some at a time, and end in any order
    const ordered = comparison.findings.sort((a, b) =>
      a.targetId === b.targetId ? compareTexts(a.part, b.part) : compareTexts(a.targetId, b.targetId),
    );
    for (const { targetId, part, symbol, detail } of ordered) {
      findings.add(
        sources.get(targetId) ?? targetId,
        part,
        symbol === '!' || symbol === '*' ? symbol : '*',
        partDetail(symbol, detail),
      );
    }
  }

  /** Items of the sink by their id there. What it cannot read is told as such when the item is missed. */
  async #found(kind: ItemKind, ids: readonly string[]): Promise<Map<string, Item>> {
    const found = new Map<string, Item>();
    if (ids.length === 0) return found;
    for await (const items of this.#reader.items(kind, { ids }, this.#unread)) for (const item of items) found.set(item.id, item);
    return found;
  }

  /** Counts the items of a chunk by the worst that was found of each, and keeps the findings. */
  async #conclude(kind: ItemKind, items: readonly { id: string }[], findings: Findings): Promise<void> {
    const counts = this.#countsOf(kind);
    const tally = this.#tally.of(kind);
    const again: string[] = [];
    for (const { id } of items) {
      const symbol = findings.symbolOf(id);
      counts[countOf[symbol]] += 1;
      if (symbol === '=') tally.unchanged += 1;
      else again.push(id);
      this.#options.onItem?.(kind, id, symbol);
    }
    tally.rejected += again.length;
    const rows = await this.#job.ledger.rows(kind, again);
    const copied = [...rows.values()].filter(({ state }) => state === 'done').map(({ sourceId }) => sourceId);
    await this.#job.ledger.setState(kind, copied, 'written');
    await this.#job.ledger.report(findings.all);
  }

  /** What either side could not read. @returns how many whole items */
  async #sayUnread(kind: ItemKind): Promise<number> {
    const found = this.#unread.take();
    const findings = new Findings(kind);
    for (const { id, part, reason } of found) findings.add(id, part, '!', reason);
    const counts = this.#countsOf(kind);
    counts.unclear += found.length;
    for (const { id } of found) this.#options.onItem?.(kind, id, '!');
    await this.#job.ledger.report(findings.all);
    return found.filter(({ part, kind: of }: Unreadable) => part === null && of === kind).length;
  }

  /** A source that says it has more than it gives. */
  async #verifyCount(kind: ItemKind, said: bigint | null | undefined, given: number): Promise<void> {
    if (said === undefined || said === null || said === BigInt(given)) return;
    await this.#sayOfKind(kind, null, `the source counts ${said} and gave ${given}`);
  }

  /** Only where all points were to be compared. */
  async #verifyPoints({ points }: Extent): Promise<void> {
    const isAll = this.#share >= 1 && Object.values(this.#kinds).every(({ missing, unclear }) => missing + unclear === 0);
    const given = BigInt(this.#tally.sum().points);
    if (points === null || !isAll || points === given) return;
    await this.#sayOfKind('run', 'points', `the source counts ${points} points and gave ${given}`);
  }

  async #sayOfKind(kind: ItemKind, part: string | null, detail: string): Promise<void> {
    const findings = new Findings(kind);
    findings.add('(all)', part, '!', detail);
    this.#countsOf(kind).unclear += 1;
    this.#options.onItem?.(kind, '(all)', '!');
    await this.#job.ledger.report(findings.all);
  }

  /** What was copied and is not in the source any more. */
  async #verifyGone(kind: ItemKind, seen: ReadonlySet<string>): Promise<void> {
    const counts = this.#countsOf(kind);
    for await (const rows of this.#job.ledger.each(kind)) {
      const gone = rows.filter(({ sourceId, targetId }) => targetId !== null && !seen.has(sourceId));
      const findings = new Findings(kind);
      for (const { sourceId } of gone) {
        findings.add(sourceId, null, '+', 'it was copied and the source has it no more');
        this.#options.onItem?.(kind, sourceId, '+');
      }
      counts.extra += gone.length;
      await this.#job.ledger.report(findings.all);
    }
  }

  #countsOf(kind: ItemKind): KindComparison {
    this.#kinds[kind] ??= { items: 0, same: 0, missing: 0, extra: 0, differing: 0, unclear: 0, expectedSum: '', foundSum: '' };
    return this.#kinds[kind];
  }
}

type Symbol = TransferFinding['symbol'];

/** Where the items with a symbol are counted. */
const countOf = { '=': 'same', '-': 'missing', '+': 'extra', '*': 'differing', '!': 'unclear' } as const;

/** What was found of the items of a chunk. */
class Findings {
  readonly all: TransferFinding[] = [];
  readonly #kind: ItemKind;
  readonly #symbols = new Map<string, Symbol>();

  constructor(kind: ItemKind) {
    this.#kind = kind;
  }

  add(sourceId: string, part: string | null, symbol: Symbol, detail: string): void {
    this.all.push({ phase: 'verify', kind: this.#kind, sourceId, part, symbol, detail });
    const before = this.#symbols.get(sourceId);
    // that it differs is more than that it could not all be compared
    if (before === undefined || before === '!') this.#symbols.set(sourceId, symbol);
  }

  symbolOf(sourceId: string): Symbol {
    return this.#symbols.get(sourceId) ?? '=';
  }
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function partDetail(symbol: '-' | '+' | '*' | '!', detail: string): string {
  if (symbol === '-') return `missing: ${detail}`;
  return symbol === '+' ? `not expected: ${detail}` : detail;
}

function missingBecause(row: TransferItem | undefined): string {
  if (row?.state === 'rejected') return `it was rejected: ${row.reason ?? ''}`;
  return row === undefined ? 'it was not copied' : 'it was not copied to its end';
}

function resultOf(kinds: Comparison['kinds']): Comparison['result'] {
  const counts = Object.values(kinds);
  if (counts.some(({ missing, extra, differing }) => missing + extra + differing > 0)) return 'differs';
  return counts.some(({ unclear }) => unclear > 0) ? 'unclear' : 'same';
}

function shareOf(sample: Sample, { items }: Extent): number {
  if ('share' in sample) return sample.share;
  const owners = Number((items.run ?? 0n) + (items.model ?? 0n) + (items.trace ?? 0n));
  return owners === 0 ? 1 : Math.min(1, sample.items / owners);
}

/** The choice is the same every time and has nothing to do with what is in an item. */
function isChosen(kind: ItemKind, id: string, share: number): boolean {
  return share >= 1 || Number.parseInt(hash('sha256', `${kind} ${id}`).slice(0, 8), 16) < share * 2 ** 32;
}
