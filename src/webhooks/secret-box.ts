import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { BridgeError } from '../model/errors.ts';
import type { Database } from '../store/database.ts';
import { ensureSetting } from '../store/settings.ts';

const keySetting = 'webhook_secret_key';
const keyBytes = 32;
const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/** Keeps the secrets of webhooks encrypted where they are stored. */
export class SecretBox {
  readonly #key: Buffer;

  /** @param text of any length; an encryption key is derived from it */
  constructor(text: string) {
    this.#key = Buffer.from(hkdfSync('sha256', text, '', 'trackbridge webhook secrets', keyBytes));
  }

  /** @param owner id of the webhook: what was sealed for one is of no use to another */
  seal(secret: string, owner: string): string {
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv(algorithm, this.#key, nonce).setAAD(Buffer.from(owner));
    const sealed = Buffer.concat([nonce, cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return sealed.toString('base64url');
  }

  /** @throws wrong_state when it was sealed with another key */
  open(sealed: string, owner: string): string {
    const bytes = Buffer.from(sealed, 'base64url');
    const decipher = createDecipheriv(algorithm, this.#key, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes })
      .setAAD(Buffer.from(owner))
      .setAuthTag(bytes.subarray(-tagBytes));
    try {
      return Buffer.concat([decipher.update(bytes.subarray(nonceBytes, -tagBytes)), decipher.final()]).toString('utf8');
    } catch (cause) {
      const message = `The secret of the webhook ${owner} was stored with another key than this server was given.`;
      throw new BridgeError('wrong_state', message, { cause });
    }
  }
}

/**
 * Opens the box with the key the operator gave, or with that of the installation, which the first server to come makes at random.
 */
export async function openSecretBox(db: Database, given: string | undefined): Promise<SecretBox> {
  return new SecretBox(given ?? (await ensureSetting(db, keySetting, randomBytes(keyBytes).toString('base64url'))));
}
