import { createHmac, randomBytes } from 'node:crypto';
import { BridgeError } from '../model/errors.ts';
import { matchesHash, unmatchableHash } from './password-hash.ts';

/** How long a password that was right is believed without hashing it again. */
const trustMs = 60_000;
const maxTrusted = 1_000;
/** Hashes at a time: each fills a thread of Node's pool and 32 MiB. */
const maxRunning = 2;
const maxWaiting = 64;

/**
 * Checks passwords without letting guesses take the machine: few hashes at a time, a bounded queue, one hash for all who
 * send the same password at once, and none for a password that was right a minute ago. One per process.
 */
export class PasswordChecker {
  readonly #now: () => Date;
  /** Keys what is remembered, so that memory holds nothing a password could be guessed from cheaply. */
  readonly #key = randomBytes(32);
  readonly #trustedUntil = new Map<string, number>();
  readonly #checks = new Map<string, Promise<boolean>>();
  readonly #waiting: (() => void)[] = [];
  readonly #unmatchable = unmatchableHash();
  #running = 0;

  constructor(now: () => Date) {
    this.#now = now;
  }

  /**
   * Whether the password fits the hash. Takes as long when there is no hash, and answers false.
   * @throws unavailable when too many checks wait already
   */
  async check(password: string, hash: string | null | undefined): Promise<boolean> {
    const against = hash ?? this.#unmatchable;
    const id = createHmac('sha256', this.#key).update(`${against}\0${password}`).digest('base64');
    if ((this.#trustedUntil.get(id) ?? 0) > this.#now().getTime()) return true;

    const check = this.#checks.get(id) ?? this.#start(id, password, against);
    const isRight = await check;
    if (isRight) this.#trust(id);
    return isRight;
  }

  #start(id: string, password: string, hash: string): Promise<boolean> {
    const check = this.#inTurn(() => matchesHash(password, hash)).finally(() => this.#checks.delete(id));
    this.#checks.set(id, check);
    return check;
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.#running < maxRunning) {
      this.#running += 1;
    } else {
      if (this.#waiting.length >= maxWaiting) {
        throw new BridgeError('unavailable', 'Too many logins are being checked at the moment; try again.');
      }
      // whoever finishes hands its place on, so the count stays
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#running -= 1;
      else next();
    }
  }

  #trust(id: string): void {
    this.#trustedUntil.delete(id);
    this.#trustedUntil.set(id, this.#now().getTime() + trustMs);
    const oldest = this.#trustedUntil.keys().next();
    if (this.#trustedUntil.size > maxTrusted && !oldest.done) this.#trustedUntil.delete(oldest.value);
  }
}
