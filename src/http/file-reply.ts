import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import { attachmentDisposition } from '../artifacts/content-disposition.ts';
import { invalid, show } from '../model/errors.ts';
import { Reply } from './door.ts';

/** A stored file as it is served. */
export interface ServedFile {
  name: string;
  sizeBytes: number;
  modifiedAt: Date;
  /** With its quotes. */
  etag: string;
  /** Bytes `start` to `end`, both included; all without a range. */
  read(range?: { start: number; end: number }): Promise<Readable>;
}

/** A file that is made while it is served, of unknown size. */
export interface MadeFile {
  name: string;
  make(): Promise<Readable>;
}

/**
 * Serves a file as download: whole, the one range that was asked for, or 304 when the caller has it already. Never shown in
 * our origin: an attachment, of no other type than said, in a sandbox. Several ranges at once get the whole file, and so does
 * any range of one that is made while it is served.
 *
 * @param disposition `inline` for types in which nothing runs; a browser then shows it, in the sandbox all the same
 * @throws invalid for a malformed Range header
 * @see RFC 9110 sections 13 and 14
 */
export async function fileReply(
  file: ServedFile | MadeFile,
  request: { method: string; headers: IncomingHttpHeaders },
  mediaType: string,
  disposition: 'attachment' | 'inline' = 'attachment',
): Promise<Reply> {
  const always = { 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff' };
  const kind = {
    'content-type': mediaType,
    'content-disposition': disposition === 'inline' ? 'inline' : attachmentDisposition(file.name),
    'content-security-policy': "sandbox; default-src 'none'",
  };
  if ('make' in file) {
    return new Reply(200, { ...always, ...kind }, request.method === 'HEAD' ? undefined : await file.make());
  }
  const common = {
    ...always,
    etag: file.etag,
    'last-modified': file.modifiedAt.toUTCString(),
    'accept-ranges': 'bytes',
  };
  if (isKnown(file, request.headers)) return new Reply(304, common);
  const range = rangeOf(file, request.headers);
  if (range === 'beyond') return new Reply(416, { ...common, 'content-range': `bytes */${file.sizeBytes}` });
  const headers: Record<string, string> = {
    ...common,
    ...kind,
    'content-length': String(range ? range.end - range.start + 1 : file.sizeBytes),
  };
  if (range) headers['content-range'] = `bytes ${range.start}-${range.end}/${file.sizeBytes}`;
  const body = request.method === 'HEAD' ? undefined : await file.read(range);
  return new Reply(range ? 206 : 200, headers, body);
}

function isKnown(file: ServedFile, headers: IncomingHttpHeaders): boolean {
  const tags = headers['if-none-match'];
  if (tags !== undefined) return tags.split(',').some((tag) => ['*', file.etag].includes(tag.trim().replace(/^W\//, '')));
  const since = Date.parse(headers['if-modified-since'] ?? '');
  return wholeSeconds(file.modifiedAt) <= since;
}

function rangeOf(file: ServedFile, headers: IncomingHttpHeaders): { start: number; end: number } | 'beyond' | undefined {
  const asked = headers.range;
  if (asked === undefined || !isSameContent(file, headers['if-range']?.toString())) return undefined;
  const specs = (/^bytes=(.*)$/.exec(asked)?.[1] ?? '')
    .split(',')
    .map((spec) => spec.trim())
    .filter((spec) => spec !== '');
  const [match, second] = specs.map((spec) => /^(\d*)-(\d*)$/.exec(spec));
  if (second) return undefined;
  const [first, last] = [match?.[1] ?? '', match?.[2] ?? ''];
  if (!match || (first === '' && last === '') || (first !== '' && last !== '' && Number(last) < Number(first))) {
    throw invalid('range', `The Range header ${show(asked)} is not a range of bytes such as bytes=0-99.`);
  }
  const start = first === '' ? Math.max(file.sizeBytes - Number(last), 0) : Number(first);
  const end = first === '' || last === '' ? file.sizeBytes - 1 : Math.min(Number(last), file.sizeBytes - 1);
  return start > end ? 'beyond' : { start, end };
}

/** A range of content that the caller has in an older form would not fit what it has. */
function isSameContent(file: ServedFile, ifRange: string | undefined): boolean {
  return ifRange === undefined || ifRange === file.etag || Date.parse(ifRange) === wholeSeconds(file.modifiedAt);
}

function wholeSeconds(date: Date): number {
  return Math.floor(date.getTime() / 1000) * 1000;
}
