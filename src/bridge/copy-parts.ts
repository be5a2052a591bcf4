import { type Readable, Transform } from 'node:stream';
import { isFatal, reasonOf } from './faults.ts';
import type { FileFacts, ItemKind, Owner, PlotItem, SeriesPoints } from './item.ts';
import { fileOwners, type Job, pointOwners, type Unread } from './job.ts';
import { ahead, gathered, someAtATime } from './reading.ts';
import { showName } from './source.ts';
import type { KindTally } from './tally.ts';

/** How much goes into one call of a sink. */
const POINTS_AT_ONCE = 20_000;
const PLOTS_AT_ONCE = 200;
const FILES_AT_ONCE = 4;
const FILE_TRIES = 3;

/** What one item owns, as far as it was copied, and what could not be. */
export interface OwnedParts {
  points: bigint;
  lines: bigint;
  plots: bigint;
  files: bigint;
  bytes: bigint;
  faults: { part: string; reason: string }[];
}

/** Items with their ids on both sides. */
export interface Written {
  kind: ItemKind;
  sourceId: string;
  targetId: string;
}

/** Copies points, console lines, plots and files of items of one kind. @returns per id in the source what was copied */
export async function copyParts(
  job: Job,
  kind: ItemKind,
  items: readonly Written[],
  unread: Unread,
  tally: KindTally,
): Promise<Map<string, OwnedParts>> {
  const copy = new PartsCopy(job, kind as Owner['kind'], items, unread, tally);
  if (pointOwners.has(kind)) {
    await copy.points();
    await copy.lines();
    await copy.plots();
  }
  if (fileOwners.has(kind) && job.selection.withFiles !== false) await copy.files();
  return copy.parts;
}

class PartsCopy {
  readonly parts: Map<string, OwnedParts>;
  readonly #job: Job;
  readonly #owners: Owner[];
  readonly #targets: Map<string, string>;
  readonly #unread: Unread;
  readonly #tally: KindTally;

  constructor(job: Job, kind: Owner['kind'], items: readonly Written[], unread: Unread, tally: KindTally) {
    this.#job = job;
    this.#owners = items.map(({ sourceId }) => ({ kind, id: sourceId }));
    this.#targets = new Map(items.map(({ sourceId, targetId }) => [sourceId, targetId]));
    this.parts = new Map(items.map(({ sourceId }) => [sourceId, nothing()]));
    this.#unread = unread;
    this.#tally = tally;
  }

  async points(): Promise<void> {
    const { source, sink } = this.#job;
    const pieces = source.points(this.#owners, this.#unread);
    for await (const some of ahead(gathered(pieces, ({ steps }) => steps.length + 1, POINTS_AT_ONCE))) {
      const own = this.#own(some);
      await this.#orOneByOne(own, 'points', (few) => sink.writePoints(few.map((piece) => this.#moved(piece))), showSeries);
      for (const { owner, steps } of own) {
        this.#of(owner).points += BigInt(steps.length);
        this.#tally.points += steps.length;
      }
    }
  }

  async lines(): Promise<void> {
    const { source, sink } = this.#job;
    for await (const some of ahead(source.lines(this.#owners, this.#unread))) {
      for (const piece of this.#own(some)) {
        const parts = this.#of(piece.owner);
        await this.#orFault(piece.owner, 'lines', () => sink.writeLines(this.#moved(piece), Number(parts.lines)));
        parts.lines += BigInt(piece.lines.length);
        this.#tally.lines += piece.lines.length;
      }
    }
  }

  async plots(): Promise<void> {
    const { source, sink, ledger } = this.#job;
    for await (const some of ahead(gathered(source.plots(this.#owners, this.#unread), () => 1, PLOTS_AT_ONCE))) {
      const own = this.#own(some);
      const write = (few: PlotItem[]) =>
        sink.writePlots(
          few.map((plot) => this.#moved(plot)),
          ledger,
        );
      await this.#orOneByOne(own, 'plots', write, ({ title, variant, iteration }) => `${title}/${variant} at ${iteration}`);
      for (const { owner } of own) {
        this.#of(owner).plots += 1n;
        this.#tally.plots += 1;
      }
    }
  }

  async files(): Promise<void> {
    for await (const some of ahead(this.#job.source.files(this.#owners, this.#unread))) {
      await someAtATime(this.#own(some), FILES_AT_ONCE, async (file) => {
        await this.#orFault(file.owner, `file ${file.path}`, async () => {
          const { sizeBytes } = await this.#copyFile(file);
          const parts = this.#of(file.owner);
          parts.files += 1n;
          parts.bytes += BigInt(sizeBytes);
          this.#tally.files += 1;
        });
      });
    }
  }

  /** A connection may break in the midst of a file: it is read again from its beginning. */
  async #copyFile(file: FileFacts): Promise<{ sizeBytes: number }> {
    if (this.#job.sink.expectedFile(this.#moved(file)) === undefined) return { sizeBytes: 0 };
    for (let tries = 1; ; tries += 1) {
      const content = await this.#job.source.openFile(file).catch((error: unknown) => error as Error);
      try {
        if (content instanceof Error) throw content;
        const measured = measuring(content, file.sizeBytes, (bytes) => {
          this.#tally.bytes += bytes;
        });
        await this.#job.sink.writeFile(this.#moved(file), measured.content);
        return { sizeBytes: measured.sizeBytes() };
      } catch (error) {
        if (tries === FILE_TRIES || isFatal(error, this.#job.signal)) throw error;
      }
    }
  }

  /** Something a source tells of owners nobody asked for is not written. */
  #own<Part extends { owner: Owner }>(parts: readonly Part[]): Part[] {
    return parts.filter(({ owner }) => {
      if (this.#targets.has(owner.id)) return true;
      this.#unread.unreadable({
        kind: owner.kind,
        id: owner.id,
        part: 'points',
        reason: 'The source gave what was not asked for.',
      });
      return false;
    });
  }

  #moved<Part extends { owner: Owner }>(part: Part): Part {
    return { ...part, owner: { kind: part.owner.kind, id: this.#targets.get(part.owner.id) as string } };
  }

  #of(owner: Owner): OwnedParts {
    return this.parts.get(owner.id) as OwnedParts;
  }

  /** Writes several at once and, where that fails, each alone: then only what is broken is missing. */
  async #orOneByOne<Part extends { owner: Owner }>(
    parts: readonly Part[],
    name: string,
    write: (parts: Part[]) => Promise<void>,
    show: (part: Part) => string,
  ): Promise<void> {
    try {
      await write([...parts]);
    } catch (error) {
      if (isFatal(error, this.#job.signal)) throw error;
      for (const part of parts) await this.#orFault(part.owner, `${name} ${show(part)}`, () => write([part]));
    }
  }

  async #orFault(owner: Owner, part: string, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (isFatal(error, this.#job.signal) && !part.startsWith('file ')) throw error;
      if (this.#job.signal.aborted) throw error;
      this.#of(owner).faults.push({ part, reason: reasonOf(error) });
    }
  }
}

/** Counts what flows; ends with a failure when it is not as long as was announced. */
function measuring(
  content: Readable,
  announced: bigint | null,
  onBytes: (bytes: number) => void,
): { content: Readable; sizeBytes(): number } {
  let size = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      onBytes(chunk.length);
      done(null, chunk);
    },
    flush(done) {
      const isWhole = announced === null || announced === BigInt(size);
      done(isWhole ? null : new Error(`${announced} bytes were announced, and ${size} came.`));
    },
  });
  content.on('error', (error) => measure.destroy(error));
  content.on('close', () => {
    if (!content.readableEnded) measure.destroy(new Error(`The content broke off after ${size} bytes.`));
  });
  measure.on('close', () => content.destroy());
  content.pipe(measure);
  return { content: measure, sizeBytes: () => size };
}

function nothing(): OwnedParts {
  return { points: 0n, lines: 0n, plots: 0n, files: 0n, bytes: 0n, faults: [] };
}

function showSeries({ name }: SeriesPoints): string {
  return showName(name);
}
