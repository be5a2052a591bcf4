import type { FolderReader } from '../../../../src/artifacts/folder-reader.ts';
import type { Owner, SeriesPoints } from '../../../../src/bridge/item.ts';
import type { ReadEvents } from '../../../../src/bridge/source.ts';
import { show } from '../../../../src/model/errors.ts';
import type { Found } from './layout.ts';
import { type LinePoint, readLines, toPoint } from './metric-lines.ts';

/** Points of one piece, and of all pieces at once. */
const PIECE = 5_000;

/** Points of one series of a run, from one file. */
class Piece implements SeriesPoints {
  readonly owner: Owner;
  readonly name: SeriesPoints['name'];
  readonly isSingle = false;
  readonly steps: bigint[] = [];
  readonly timestampsMs: bigint[] = [];
  readonly values: number[] = [];

  constructor(owner: Owner, key: string) {
    this.owner = owner;
    this.name = { key, first: null, second: null };
  }

  add({ step, timestampMs, value }: LinePoint): void {
    this.steps.push(step);
    this.timestampsMs.push(timestampMs);
    this.values.push(value);
  }
}

/**
 * Points of one file. A line that is written twice is one point, as in a database; where the two are more than {@link PIECE} lines
 * apart, they are not recognised.
 */
async function* readFile(folder: FolderReader, path: string, owner: Owner, key: string, tell: (reason: string) => void) {
  let piece = new Piece(owner, key);
  let seen = new Set<string>();
  let seenBefore = seen;
  let number = 0;
  for await (const lines of readLines(await folder.read(path))) {
    for (const line of lines) {
      number += 1;
      if (seen.has(line) || seenBefore.has(line)) continue;
      seen.add(line);
      try {
        piece.add(toPoint(line, false));
      } catch (error) {
        tell(`Line ${number} of the metric ${show(key)}: ${(error as Error).message}`);
      }
      if (piece.steps.length < PIECE) continue;
      yield piece;
      piece = new Piece(owner, key);
      seenBefore = seen;
      seen = new Set();
    }
  }
  if (piece.steps.length > 0) yield piece;
}

/** All points of a run. What cannot be read is told. */
async function* readRun(folder: FolderReader, { id, path }: Found, events: ReadEvents): AsyncGenerator<SeriesPoints> {
  const root = `${path}/metrics`;
  const tell = (reason: string) => events.unreadable({ kind: 'run', id, part: 'points', reason });
  const refuse = (refused: string) => tell(`${show(refused)} is no file, or a link to a folder or out of its root.`);
  for await (const file of folder.walk(root, refuse)) {
    try {
      yield* readFile(folder, file.path, { kind: 'run', id }, file.path.slice(root.length + 1), tell);
    } catch (error) {
      tell(`The metric ${show(file.path.slice(root.length + 1))} cannot be read: ${(error as Error).message}`);
    }
  }
}

/** All points of some runs, small series together. */
export async function* readPoints(
  folder: FolderReader,
  runs: readonly Found[],
  events: ReadEvents,
): AsyncGenerator<SeriesPoints[]> {
  let pieces: SeriesPoints[] = [];
  let count = 0;
  for (const run of runs) {
    for await (const piece of readRun(folder, run, events)) {
      pieces.push(piece);
      count += piece.steps.length;
      if (count < PIECE) continue;
      yield pieces;
      pieces = [];
      count = 0;
    }
  }
  if (pieces.length > 0) yield pieces;
}
