import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

const accessKeyAlphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
const accessKeyLength = 30;
const secretBytes = 32;
const keySecretBytes = 50;

/** The public half of a credential: 30 characters A-Z and 0-9, the form ClearML's clients know. */
export function newAccessKey(): string {
  return Array.from({ length: accessKeyLength }, () => accessKeyAlphabet[randomInt(accessKeyAlphabet.length)]).join('');
}

/** 256 random bits in 43 characters that need no quoting anywhere. */
export function newSecret(): string {
  return randomBytes(secretBytes).toString('base64url');
}

/** The secret half of a credential: 400 random bits in 67 characters, of which the first is never taken for an option. */
export function newKeySecret(): string {
  for (;;) {
    const secret = randomBytes(keySecretBytes).toString('base64url');
    if (/^[A-Za-z0-9]/.test(secret)) return secret;
  }
}

/** Hash of a machine's secret. Being random in full it needs no salt and no slow hash, which would be paid on every request. */
export function hashSecret(secret: string): string {
  return `sha256$${createHash('sha256').update(secret).digest('base64url')}`;
}

/** Whether a secret is the one a hash was made from, in time that does not depend on how much of it is right. */
export function matchesSecret(secret: string, hash: string): boolean {
  const actual = Buffer.from(hashSecret(secret));
  const expected = Buffer.from(hash);
  return actual.length === expected.length && timingSafeEqual(actual, expected);
}
