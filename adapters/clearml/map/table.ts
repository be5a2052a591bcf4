import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { ApiError, wrongField } from '../errors.ts';
import { unescapeName } from '../filter/escaped-name.ts';

/** A column of a table: a path in documents, what stands above it, and texts that stand for values. */
export interface Column {
  field: string;
  name?: string | null;
  values?: readonly { key?: unknown; value?: unknown }[] | null;
}

/** The value at a path; keys that users gave are escaped there. */
function valueAt(document: unknown, path: readonly string[]): unknown {
  const [part, ...rest] = path;
  if (part === undefined) return document;
  if (typeof document !== 'object' || document === null) return undefined;
  if (Array.isArray(document)) return document.map((item) => valueAt(item, path)).filter((value) => value !== undefined);
  const inner = document as Record<string, unknown>;
  const key = Object.hasOwn(inner, part) ? part : unescapeName(part);
  return Object.hasOwn(inner, key) ? valueAt(inner[key], rest) : undefined;
}

function toText(value: unknown, { values }: Column): string {
  if (Array.isArray(value)) return value.map((item) => toText(item, { field: '', values })).join(', ');
  const text = plainText(value);
  const mapping = values?.find(({ key }) => plainText(key) === text);
  return mapping ? plainText(mapping.value) : text;
}

function plainText(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** @see RFC 4180 */
function toCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function toLine(cells: readonly string[]): string {
  return `${cells.map(toCell).join(',')}\r\n`;
}

/** The first line of a table: what its columns are called. */
export function headLine(columns: readonly Column[]): string {
  return toLine(columns.map(({ field, name }) => name || field));
}

/** The line of a document. */
export function documentLine(document: Record<string, unknown>, columns: readonly Column[]): string {
  return toLine(columns.map((column) => toText(valueAt(document, column.field.split('.')), column)));
}

/** Longest text of a prepared download: it comes back in the address of a request. */
const MAX_PREPARED = 8000;
/** Bytes it may become when it is read. */
const MAX_READ = 1_000_000;

/** A request as one word, which the client brings back: the server remembers nothing. @throws ApiError 400/12 for a long one */
export function writePrepared(request: Record<string, unknown>): string {
  const text = deflateRawSync(JSON.stringify(request)).toString('base64url');
  if (text.length > MAX_PREPARED) throw new ApiError(400, 12, 'the query and its field_mappings are too long for a download');
  return text;
}

/** The opposite of {@link writePrepared}. @throws ApiError 400/12 */
export function readPrepared(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(inflateRawSync(Buffer.from(text, 'base64url'), { maxOutputLength: MAX_READ }).toString());
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // told below
  }
  throw wrongField('prepare_id', 'It is none that prepare_download_for_get_all gave.');
}
