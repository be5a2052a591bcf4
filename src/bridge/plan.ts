import type { ItemKind } from './item.ts';
import { commonKinds } from './job.ts';
import type { Sink, Survival } from './sink.ts';
import type { Extent, Selection, SideFacts, Source } from './source.ts';

/** What a transfer is going to do, told before anything is written. */
export interface Plan {
  source: SideFacts;
  sink: SideFacts;
  extent: Extent;
  /** Kinds of which the source may have items and the sink can hold none. */
  leftOut: ItemKind[];
  survival: readonly Survival[];
  /** Null where the source cannot say how much there is. */
  estimate: { seconds: number | null; bytes: bigint | null };
}

/** Measured on two cores with everything on one machine, copying and comparing together; a server elsewhere is slower. */
const RUNS_A_SECOND = 400;
const POINTS_A_SECOND = 60_000;
const FILE_BYTES_A_SECOND = 50e6;
/** What a point and an item take in our record, indexes included; files come to that as they are. */
const POINT_BYTES = 60n;
const ITEM_BYTES = 6_000n;

/** Measures a source and says what becomes of what. Nothing is written, and no history is read. */
export async function planTransfer(source: Source, sink: Sink, selection: Selection): Promise<Plan> {
  const extent = await source.measure(selection);
  const kinds = commonKinds({ source, sink });
  const leftOut = source.kinds.filter((kind) => !kinds.includes(kind) && extent.items[kind] !== 0n);
  return {
    source: source.facts,
    sink: sink.facts,
    extent,
    leftOut,
    survival: sink.survival(source.facts),
    estimate: estimate(extent),
  };
}

function estimate({ items, points, bytes }: Extent): Plan['estimate'] {
  const counts = Object.values(items);
  if (points === null || counts.some((count) => count === null)) return { seconds: null, bytes: null };
  const all = counts.reduce<bigint>((sum, count) => sum + (count ?? 0n), 0n);
  const seconds = Number(all) / RUNS_A_SECOND + Number(points) / POINTS_A_SECOND + Number(bytes ?? 0n) / FILE_BYTES_A_SECOND;
  return { seconds: Math.ceil(seconds), bytes: all * ITEM_BYTES + points * POINT_BYTES + (bytes ?? 0n) };
}

/** Everything a source says it has, as one number; null when it cannot say. */
export function itemsIn({ items }: Extent): number | null {
  const counts = Object.values(items);
  return counts.some((count) => count === null) ? null : counts.reduce<number>((sum, count) => sum + Number(count ?? 0n), 0);
}
