import type { SeriesPoints } from './item.ts';

type Columns = Pick<SeriesPoints, 'steps' | 'timestampsMs' | 'values'>;

/** Multipliers of the four lanes, odd and far from each other in their bits. */
const LANES = [0x9e3779b1, 0x85ebca77, 0xc2b2ae3d, 0x27d4eb2f] as const;
const NAN_BITS = 0x7ff8_0000_0000_0000n;

const words = new Int32Array(6);
const wide = new BigInt64Array(words.buffer);
const doubles = new Float64Array(words.buffer);

/**
 * A hash of points that does not depend on their order: the sum of 128 mixed bits of each (step, moment, value). Twice the same
 * point counts twice; -0 is 0, and all NaN are one. It finds accidents and changes, it is no defence against somebody who
 * computes a collision.
 */
export class PointHash {
  readonly #sums = new Int32Array(LANES.length);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  add({ steps, timestampsMs, values }: Columns): void {
    for (let index = 0; index < steps.length; index += 1) {
      const value = values[index] as number;
      wide[0] = steps[index] as bigint;
      wide[1] = timestampsMs[index] as bigint;
      if (Number.isNaN(value)) wide[2] = NAN_BITS;
      else doubles[2] = value + 0;
      this.#addWords();
    }
    this.#count += steps.length;
  }

  /** 32 lower hex. */
  digest(): string {
    return [...this.#sums].map((sum) => (sum >>> 0).toString(16).padStart(8, '0')).join('');
  }

  #addWords(): void {
    for (let lane = 0; lane < LANES.length; lane += 1) {
      const factor = LANES[lane] as number;
      let mixed = factor ^ lane;
      for (let at = 0; at < words.length; at += 1) {
        mixed = Math.imul(mixed ^ (words[at] as number), factor);
        mixed = ((mixed << 13) | (mixed >>> 19)) + 0x165667b1;
        mixed ^= mixed >>> 15;
      }
      mixed = Math.imul(mixed ^ (mixed >>> 16), 0x7feb352d);
      mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b);
      this.#sums[lane] = ((this.#sums[lane] as number) + (mixed ^ (mixed >>> 16))) | 0;
    }
  }
}

/** The order-free sum of hashes of items: what a kind as a whole amounts to. */
export class ContentSum {
  readonly #sums = new Uint32Array(4);
  #count = 0;

  /** @param hash at least 16 bytes */
  add(hash: Buffer): void {
    for (let at = 0; at < 4; at += 1) this.#sums[at] = ((this.#sums[at] as number) + hash.readUInt32BE(4 * at)) >>> 0;
    this.#count += 1;
  }

  get count(): number {
    return this.#count;
  }

  /** 32 lower hex. */
  digest(): string {
    return [...this.#sums].map((sum) => sum.toString(16).padStart(8, '0')).join('');
  }
}
