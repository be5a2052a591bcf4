import type { Source } from './source.ts';

/**
 * Reads one piece ahead: while a piece is worked on, the next one is on its way. What was begun is ended when the reader stops.
 */
export async function* ahead<T>(pieces: AsyncIterable<T>): AsyncGenerator<T> {
  const iterator = pieces[Symbol.asyncIterator]();
  let next = begin(iterator);
  let isEnded = false;
  try {
    for (;;) {
      const { done, value } = await next;
      isEnded = done === true;
      if (isEnded) return;
      next = begin(iterator);
      yield value;
    }
  } catch (error) {
    isEnded = true;
    throw error;
  } finally {
    if (!isEnded) {
      await next.catch(() => undefined);
      await iterator.return?.();
    }
  }
}

/** A failure is told to who waits for the piece, which may be later. */
function begin<T>(iterator: AsyncIterator<T>): Promise<IteratorResult<T>> {
  const next = iterator.next();
  next.catch(() => undefined);
  return next;
}

/** Puts chunks together until they hold about so much. @param most in the unit of `sizeOf` */
export async function* gathered<T>(
  chunks: AsyncIterable<readonly T[]>,
  sizeOf: (element: T) => number,
  most: number,
): AsyncGenerator<T[]> {
  let gathering: T[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    for (const element of chunk) {
      gathering.push(element);
      size += sizeOf(element);
      if (size < most) continue;
      yield gathering;
      gathering = [];
      size = 0;
    }
  }
  if (gathering.length > 0) yield gathering;
}

/** A source that several may read from, each in its turn: what it promises holds for one reading at a time. */
export function inTurns(source: Source): Source {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
  const turns = <T>(pieces: AsyncIterable<T>): AsyncIterable<T> => ({
    [Symbol.asyncIterator]() {
      const iterator = pieces[Symbol.asyncIterator]();
      return {
        next: () => inTurn(() => iterator.next()),
        return: () => inTurn(async () => (await iterator.return?.()) ?? { done: true, value: undefined }),
      };
    },
  });
  return {
    facts: source.facts,
    kinds: source.kinds,
    silentOn: source.silentOn,
    measure: (selection) => inTurn(() => source.measure(selection)),
    items: (kind, wanted, events) => turns(source.items(kind, wanted, events)),
    points: (owners, events) => turns(source.points(owners, events)),
    lines: (owners, events) => turns(source.lines(owners, events)),
    plots: (owners, events) => turns(source.plots(owners, events)),
    files: (owners, events) => turns(source.files(owners, events)),
    openFile: (file) => source.openFile(file),
    markOf: (item) => source.markOf?.(item),
    close: () => source.close(),
  };
}

/** Does work on each element, some at a time, and ends when all are done. @throws the first failure, when none is at work any more */
export async function someAtATime<T>(elements: readonly T[], most: number, work: (element: T) => Promise<void>): Promise<void> {
  const waiting = elements.values();
  const lanes = Array.from({ length: Math.min(most, elements.length) }, async () => {
    for (const element of waiting) await work(element);
  });
  const outcomes = await Promise.allSettled(lanes);
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failed) throw failed.reason;
}
