import { Chance } from './chance.ts';
import type { Draft } from './draft.ts';

/** Ids of things that no server has: well formed first, then such as are no ids at all. */
const nobody: Readonly<Record<string, readonly string[]>> = {
  experiment: ['999999', '-1', 'abc', '1.5', '1e3', '99999999999999999999', "0' or '1'='1"],
  run: ['0'.repeat(32), 'f'.repeat(32), 'not-a-run', '../../etc', "x' or '1'='1"],
  logged_model: [`m-${'0'.repeat(32)}`, 'm-', 'model', '%00'],
  trace: [`tr-${'0'.repeat(32)}`, 'tr-', 'ünïcode', "x' or '1'='1"],
};
const nobodyOfAnyKind = ['nobody', '0', 'ünïcode-試験', "x' or '1'='1", 'n'.repeat(300)];

/** Characters of the word that keeps a sequence apart from all others. */
export const NONCE_CHARACTERS = 11;

/**
 * What a sequence of calls knows to exist. Ids differ from server to server, so here they are the names (`$run2`) under which each
 * server's own are kept; names that we choose are texts with `$nonce` in them, which keeps sequences apart.
 */
export class World {
  readonly chance: Chance;
  /** The next page of a search that was just made. */
  next: Draft | undefined;
  readonly #known = new Map<string, string[]>();
  #count = 0;

  constructor(seed: number) {
    this.chance = new Chance(seed);
  }

  /** A number that was not given before in this sequence. */
  serial(): number {
    this.#count += 1;
    return this.#count;
  }

  /** A new name that only this sequence uses. */
  name(kind: string): string {
    return `${kind} ${this.serial()} $nonce`;
  }

  know(kind: string, text: string): void {
    this.#known.set(kind, [...this.all(kind), text]);
  }

  /** All that is known of a kind; deleted things stay among them. */
  all(kind: string): readonly string[] {
    return this.#known.get(kind) ?? [];
  }

  /** One of a kind: mostly a known one, at times one that nobody has. */
  any(kind: string, unknownShare = 0.06): string {
    const known = this.all(kind);
    if (known.length > 0 && !this.chance.happens(unknownShare)) return this.chance.one(known);
    return this.chance.one(nobody[kind] ?? nobodyOfAnyKind);
  }

  /** Some of a kind, at most so many. */
  several(kind: string, most = 3): string[] {
    return Array.from({ length: this.chance.below(most + 1) }, () => this.any(kind));
  }
}
