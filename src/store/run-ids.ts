import { createHash } from 'node:crypto';

/** Namespace of the uuids that stand for ids which are no uuid themselves; any fixed number serves. */
const NAMESPACE = Buffer.from('6d1b5a0e8f0f4b52a1f4c9e1d2b7a311', 'hex');

/**
 * The uuid a run id stands for: the id itself when it is 32 lower hex characters, else the uuid version 5 of its text.
 * @see RFC 9562 section 5.5
 */
export function uuidOfId(id: string): string {
  if (/^[0-9a-f]{32}$/.test(id)) return dashed(id);
  const hash = createHash('sha1').update(NAMESPACE).update(id).digest();
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  return dashed(hash.toString('hex', 0, 16));
}

/** The id shown for a run: the text an import brought, else its uuid without dashes. */
export function idOfUuid(uuid: string, externalId: string | null): string {
  return externalId ?? uuid.replaceAll('-', '');
}

function dashed(hex: string): string {
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
