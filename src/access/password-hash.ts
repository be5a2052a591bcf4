import { createHash, randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

/** Cost of new hashes: 32 MiB and about a quarter of a second. Each hash carries the cost it was made with. */
const logN = 15;
const blockSize = 8;
const passes = 3;
const keyBytes = 32;
const saltBytes = 16;
const markLength = 22;

/** Hashes a password as `scrypt$log2 N$r$p$salt$key`, salt and key in base64url. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(saltBytes);
  const key = await derive(password.normalize(), salt, keyBytes, cost(logN, blockSize, passes));
  return encode(salt, key);
}

/** A hash that no password fits and that takes as long to check as any: for users who do not exist. */
export function unmatchableHash(): string {
  return encode(randomBytes(saltBytes), randomBytes(keyBytes));
}

/** Whether a password is the one a hash was made from; false for a hash of another form. */
export async function matchesHash(password: string, hash: string): Promise<boolean> {
  const [scheme, n, r, p, salt, key] = hash.split('$');
  if (scheme !== 'scrypt' || salt === undefined || key === undefined) return false;
  const expected = Buffer.from(key, 'base64url');
  if (expected.length !== keyBytes) return false;
  const options = cost(Number(n), Number(r), Number(p));
  const actual = await derive(password.normalize(), Buffer.from(salt, 'base64url'), keyBytes, options);
  return timingSafeEqual(actual, expected);
}

/** A text that changes whenever a password is set, for sessions to end by. No way leads back from it. */
export function markOf(hash: string | null): string | undefined {
  return hash === null ? undefined : createHash('sha256').update(hash).digest('base64url').slice(0, markLength);
}

function encode(salt: Buffer, key: Buffer): string {
  return ['scrypt', logN, blockSize, passes, salt.toString('base64url'), key.toString('base64url')].join('$');
}

function cost(log: number, r: number, p: number): ScryptOptions {
  const N = 2 ** log;
  return { N, r, p, maxmem: 256 * N * r };
}
