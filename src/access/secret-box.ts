import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { Database } from '../store/database.ts';
import { ensureSetting } from '../store/settings.ts';

const keyBytes = 32;
const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/** What a box is for: what was sealed for one purpose cannot be opened for another. */
export type BoxPurpose = 'webhook_secrets' | 'oidc_logins';

/** Keeps texts encrypted where others could read them. */
export class SecretBox {
  readonly #key: Buffer;

  /** @param text of any length; an encryption key is derived from it */
  constructor(text: string, purpose: BoxPurpose) {
    this.#key = Buffer.from(hkdfSync('sha256', text, '', `trackbridge ${purpose}`, keyBytes));
  }

  /** @param owner whose text it is, such as the id of a webhook: what was sealed for one is of no use to another */
  seal(text: string, owner: string): string {
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv(algorithm, this.#key, nonce).setAAD(Buffer.from(owner));
    const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return sealed.toString('base64url');
  }

  /** What was sealed; undefined when that was with another key, for another owner, or by nobody. */
  open(sealed: string, owner: string): string | undefined {
    const bytes = Buffer.from(sealed, 'base64url');
    try {
      const decipher = createDecipheriv(algorithm, this.#key, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes })
        .setAAD(Buffer.from(owner))
        .setAuthTag(bytes.subarray(-tagBytes));
      return Buffer.concat([decipher.update(bytes.subarray(nonceBytes, -tagBytes)), decipher.final()]).toString('utf8');
    } catch {
      return undefined;
    }
  }
}

/** Opens a box with the key the operator gave, or with that of the installation, which the first server to come makes at random. */
export async function openSecretBox(db: Database, purpose: BoxPurpose, given?: string): Promise<SecretBox> {
  const text = given ?? (await ensureSetting(db, `${purpose}_key`, randomBytes(keyBytes).toString('base64url')));
  return new SecretBox(text, purpose);
}
