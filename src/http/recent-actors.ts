import type { Actor } from '../context.ts';

const trustMs = 2_000;
const maxRemembered = 1_000;

/**
 * Who came with which login a moment ago, for servers that ask for none: there it decides only whose things are called, and is not
 * worth a statement on each of a client's requests.
 */
export class RecentActors {
  readonly #now: () => Date;
  readonly #actors = new Map<string, { actor: Actor; untilMs: number }>();

  constructor(now: () => Date) {
    this.#now = now;
  }

  /** @param login text of the header */
  find(login: string): Actor | undefined {
    const found = this.#actors.get(login);
    return found && found.untilMs > this.#now().getTime() ? found.actor : undefined;
  }

  remember(login: string, actor: Actor): Actor {
    this.#actors.delete(login);
    this.#actors.set(login, { actor, untilMs: this.#now().getTime() + trustMs });
    const oldest = this.#actors.keys().next();
    if (this.#actors.size > maxRemembered && !oldest.done) this.#actors.delete(oldest.value);
    return actor;
  }
}
