/** A stream of choices that a seed determines whole (mulberry32). */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A number from 0 up to, not including, 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from 0 up to, not including, the limit. */
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  /** True in this share of all cases. */
  happens(share: number): boolean {
    return this.next() < share;
  }

  /** One of the items; each is as likely. @throws Error for an empty list */
  one<T>(items: readonly T[]): T {
    if (items.length === 0) throw new Error('There is nothing to choose from.');
    return items[this.below(items.length)] as T;
  }

  /** Some of the items, in an order of its own: at least `least`, each at most once. */
  some<T>(items: readonly T[], least = 0): T[] {
    const left = [...items];
    const count = Math.min(items.length, least + this.below(items.length - least + 1));
    return Array.from({ length: count }, () => left.splice(this.below(left.length), 1)[0] as T);
  }
}
