import { createHash, type Hash } from 'node:crypto';
import { canonical } from './content.ts';
import { reasonOf } from './faults.ts';
import type { ConsoleLines, FileFacts, ItemKind, Owner, PlotItem, SeriesPoints } from './item.ts';
import { fileOwners, type Job, pointOwners, type Unread } from './job.ts';
import { PointHash } from './point-hash.ts';
import { ahead, someAtATime } from './reading.ts';
import { type ReadEvents, type Source, showName } from './source.ts';
import type { KindTally } from './tally.ts';

const FILES_AT_ONCE = 4;
/** Series of one chunk whose differing points are looked up; each is read again on both sides. */
const SERIES_LOOKED_INTO = 20;
const POINTS_SHOWN = 3;
/** Points of one series that are held to find those that differ. */
const MOST_POINTS = 500_000;

/** Something of an item that is not on both sides alike. */
export interface PartFinding {
  /** Id of the owner in the sink. */
  targetId: string;
  part: string;
  symbol: '-' | '+' | '*' | '!';
  detail: string;
}

/** One item on both sides. */
export interface Pair {
  sourceId: string;
  targetId: string;
}

/** Compares what items of one kind own on both sides. */
export class PartsComparison {
  readonly findings: PartFinding[] = [];
  readonly #job: Job;
  readonly #reader: Source;
  readonly #left: Owner[];
  readonly #right: Owner[];
  readonly #targets: ReadonlyMap<string, string>;
  readonly #unread: Unread;
  readonly #tally: KindTally;

  constructor(job: Job, reader: Source, kind: ItemKind, pairs: readonly Pair[], unread: Unread, tally: KindTally) {
    this.#job = job;
    this.#reader = reader;
    this.#left = pairs.map(({ sourceId }) => ({ kind: kind as Owner['kind'], id: sourceId }));
    this.#right = pairs.map(({ targetId }) => ({ kind: kind as Owner['kind'], id: targetId }));
    this.#targets = new Map(pairs.map(({ sourceId, targetId }) => [sourceId, targetId]));
    this.#unread = unread;
    this.#tally = tally;
  }

  /** Compares all there is of a kind of owners. */
  async all(kind: ItemKind): Promise<void> {
    if (this.#left.length === 0) return;
    if (pointOwners.has(kind)) {
      await this.#points();
      await this.#lines();
      await this.#plots();
    }
    if (fileOwners.has(kind) && this.#job.selection.withFiles !== false) await this.#files();
  }

  async #points(): Promise<void> {
    const [expected, found] = await both(
      hashedSeries(this.#movedParts(this.#job.source.points(this.#left, this.#unread), (piece) => this.#counted(piece))),
      hashedSeries(this.#reader.points(this.#right, this.#events())),
    );
    const differing: Series[] = [];
    for (const [key, series] of expected) {
      const there = found.get(key);
      if (there && there.hash.count === series.hash.count && there.hash.digest() === series.hash.digest()) continue;
      if (series.hash.count === 0 && there === undefined) continue;
      differing.push(series);
    }
    for (const [index, series] of differing.entries()) {
      const there = found.get(keyOf(series));
      const counts = `${series.hash.count} points expected, ${there?.hash.count ?? 0} found`;
      const which = index < SERIES_LOOKED_INTO ? await this.#firstDiffering(series) : '';
      this.#say(series.owner.id, `points ${showName(series.name)}`, there ? '*' : '-', `${counts}${which}`);
    }
    for (const [key, series] of found) {
      if (expected.has(key) || series.hash.count === 0) continue;
      this.#say(series.owner.id, `points ${showName(series.name)}`, '+', `${series.hash.count} points that the source has not`);
    }
  }

  #counted(piece: SeriesPoints): SeriesPoints | undefined {
    this.#tally.points += piece.steps.length;
    return this.#job.sink.expectedPoints(piece);
  }

  /** The first points of a series that stand on one side only, in words. */
  async #firstDiffering(series: Series): Promise<string> {
    const source = this.#left.find(({ id }) => this.#targets.get(id) === series.owner.id);
    if (!source || series.hash.count > MOST_POINTS) return '';
    const read = this.#movedParts(this.#job.source.points([source], this.#unread), (piece) =>
      this.#job.sink.expectedPoints(piece),
    );
    const [expected, found] = await both(
      pointsOf(read, keyOf(series)),
      pointsOf(this.#reader.points([series.owner], this.#events()), keyOf(series)),
    );
    const missing = [...expected].filter((point) => !found.has(point)).slice(0, POINTS_SHOWN);
    const added = [...found].filter((point) => !expected.has(point)).slice(0, POINTS_SHOWN);
    const parts = [
      missing.length > 0 ? `missing: ${missing.join(', ')}` : '',
      added.length > 0 ? `not expected: ${added.join(', ')}` : '',
    ];
    return `; ${parts.filter((part) => part !== '').join('; ')}`;
  }

  async #lines(): Promise<void> {
    const [expected, found] = await both(
      hashedLines(
        this.#movedParts(this.#job.source.lines(this.#left, this.#unread), (lines) => this.#job.sink.expectedLines(lines)),
      ),
      hashedLines(this.#reader.lines(this.#right, this.#events())),
    );
    for (const { id } of this.#right) {
      const [wanted, there] = [expected.get(id), found.get(id)];
      this.#tally.lines += wanted?.count ?? 0;
      const isSame = (wanted?.count ?? 0) === (there?.count ?? 0) && wanted?.digest === there?.digest;
      if (!isSame)
        this.#say(id, 'lines', '*', `${wanted?.count ?? 0} console lines expected, ${there?.count ?? 0} found, not the same`);
    }
  }

  async #plots(): Promise<void> {
    const [expected, found] = await both(
      plotTexts(this.#movedParts(this.#job.source.plots(this.#left, this.#unread), (plot) => this.#job.sink.expectedPlot(plot))),
      plotTexts(this.#reader.plots(this.#right, this.#events())),
    );
    this.#tally.plots += expected.size;
    compareMaps(expected, found, (key, symbol) => {
      const plot = (expected.get(key) ?? found.get(key)) as Compared;
      this.#say(plot.owner.id, `plot ${plot.name}`, symbol, plotDetail[symbol]);
    });
  }

  async #files(): Promise<void> {
    const [given, there] = await both(
      listed(this.#job.source.files(this.#left, this.#unread)),
      listed(this.#reader.files(this.#right, this.#events())),
    );
    const found = new Map(there.map((file) => [fileKey(file), file]));
    await someAtATime(given, FILES_AT_ONCE, async (file) => {
      const expected = this.#expectedFile(file);
      if (!expected) return;
      const target = found.get(fileKey(expected));
      found.delete(fileKey(expected));
      if (!target) this.#say(expected.owner.id, `file ${file.path}`, '-', 'it is not in the sink');
      else await this.#compareFile(file, target);
    });
    for (const file of found.values()) this.#say(file.owner.id, `file ${file.path}`, '+', 'the source has no such file');
  }

  async #compareFile(file: FileFacts, target: FileFacts): Promise<void> {
    const [left, right] = await Promise.allSettled([measured(this.#job.source, file), measured(this.#reader, target)]);
    const part = `file ${file.path}`;
    if (left.status === 'rejected') return this.#say(target.owner.id, part, '!', `the source: ${reasonOf(left.reason)}`);
    if (right.status === 'rejected') return this.#say(target.owner.id, part, '*', `the sink: ${reasonOf(right.reason)}`);
    this.#tally.files += 1;
    this.#tally.bytes += left.value.sizeBytes;
    if (left.value.sha256 === right.value.sha256) return;
    const show = ({ sizeBytes, sha256 }: Measured) => `${sizeBytes} bytes with SHA-256 ${sha256}`;
    this.#say(target.owner.id, part, '*', `expected ${show(left.value)}, found ${show(right.value)}`);
  }

  #expectedFile(file: FileFacts): FileFacts | undefined {
    const id = this.#targets.get(file.owner.id);
    return id === undefined ? undefined : this.#job.sink.expectedFile({ ...file, owner: { ...file.owner, id } });
  }

  /** What the source gives, as the sink must read. */
  async *#movedParts<Part extends { owner: Owner }>(
    chunks: AsyncIterable<Part[]>,
    expected: (part: Part) => Part | undefined,
  ): AsyncGenerator<Part[]> {
    for await (const chunk of ahead(chunks)) {
      yield chunk.flatMap((part) => {
        const id = this.#targets.get(part.owner.id);
        return id === undefined ? [] : (expected({ ...part, owner: { ...part.owner, id } }) ?? []);
      });
    }
  }

  /** What of the sink cannot be read cannot be compared. */
  #events(): ReadEvents {
    return {
      unreadable: ({ id, part, reason }) => this.#say(id, part ?? 'item', '!', `the sink: ${reason}`),
    };
  }

  #say(targetId: string, part: string, symbol: PartFinding['symbol'], detail: string): void {
    this.findings.push({ targetId, part, symbol, detail });
  }
}

interface Series extends Pick<SeriesPoints, 'owner' | 'name' | 'isSingle'> {
  hash: PointHash;
}

interface Compared {
  owner: Owner;
  name: string;
  text: string;
}

interface Measured {
  sizeBytes: number;
  sha256: string;
}

const plotDetail = { '-': 'it is not in the sink', '+': 'the source has no such plot', '*': 'its content differs' } as const;

function both<Left, Right>(left: Promise<Left>, right: Promise<Right>): Promise<[Left, Right]> {
  return Promise.all([left, right]);
}

function keyOf({ owner, name, isSingle }: Pick<SeriesPoints, 'owner' | 'name' | 'isSingle'>): string {
  return JSON.stringify([owner.id, name.key, name.first, name.second, isSingle]);
}

async function hashedSeries(chunks: AsyncIterable<SeriesPoints[]>): Promise<Map<string, Series>> {
  const series = new Map<string, Series>();
  for await (const chunk of ahead(chunks)) {
    for (const piece of chunk) {
      const key = keyOf(piece);
      const known = series.get(key) ?? { owner: piece.owner, name: piece.name, isSingle: piece.isSingle, hash: new PointHash() };
      known.hash.add(piece);
      series.set(key, known);
    }
  }
  return series;
}

async function pointsOf(chunks: AsyncIterable<SeriesPoints[]>, key: string): Promise<Set<string>> {
  const points = new Set<string>();
  for await (const chunk of chunks) {
    for (const piece of chunk) {
      if (keyOf(piece) !== key) continue;
      for (const [index, step] of piece.steps.entries()) {
        points.add(`step ${step} at ${piece.timestampsMs[index]} = ${(piece.values[index] as number) + 0}`);
      }
    }
  }
  return points;
}

async function hashedLines(chunks: AsyncIterable<ConsoleLines[]>): Promise<Map<string, { count: number; digest: string }>> {
  const hashes = new Map<string, { count: number; hash: Hash }>();
  for await (const chunk of ahead(chunks)) {
    for (const { owner, lines } of chunk) {
      const known = hashes.get(owner.id) ?? { count: 0, hash: createHash('sha256') };
      for (const line of lines) known.hash.update(`${canonical('line', line)}\n`);
      known.count += lines.length;
      if (lines.length > 0) hashes.set(owner.id, known);
    }
  }
  return new Map([...hashes].map(([id, { count, hash }]) => [id, { count, digest: hash.digest('hex') }]));
}

async function plotTexts(chunks: AsyncIterable<PlotItem[]>): Promise<Map<string, Compared>> {
  const plots = new Map<string, Compared>();
  for await (const chunk of ahead(chunks)) {
    for (const plot of chunk) {
      const { owner, type, title, variant, iteration, fileKey: file } = plot;
      const key = JSON.stringify([owner.id, type, title, variant, iteration.toString(), file]);
      const text = createHash('sha256').update(canonical('plot', plot)).digest('base64');
      plots.set(key, { owner, name: `${title}/${variant} at ${iteration}`, text });
    }
  }
  return plots;
}

function compareMaps(
  expected: ReadonlyMap<string, Compared>,
  found: ReadonlyMap<string, Compared>,
  say: (key: string, symbol: '-' | '+' | '*') => void,
): void {
  for (const [key, { text }] of expected) {
    const there = found.get(key);
    if (there === undefined) say(key, '-');
    else if (there.text !== text) say(key, '*');
  }
  for (const key of found.keys()) if (!expected.has(key)) say(key, '+');
}

async function listed(chunks: AsyncIterable<FileFacts[]>): Promise<FileFacts[]> {
  const files: FileFacts[] = [];
  for await (const chunk of chunks) files.push(...chunk);
  return files;
}

function fileKey({ owner, place, path }: FileFacts): string {
  return JSON.stringify([owner.id, place, path]);
}

async function measured(source: Source, file: FileFacts): Promise<Measured> {
  const content = await source.openFile(file);
  const sha256 = createHash('sha256');
  let sizeBytes = 0;
  for await (const chunk of content as AsyncIterable<Buffer>) {
    sha256.update(chunk);
    sizeBytes += chunk.length;
  }
  if (file.sizeBytes !== null && file.sizeBytes !== BigInt(sizeBytes)) {
    throw new Error(`${file.sizeBytes} bytes were announced, and ${sizeBytes} came.`);
  }
  return { sizeBytes, sha256: sha256.digest('hex') };
}
