import type { OperationSpec, WireRequest } from '../../../src/http/door.ts';
import { quoteNonFinite } from '../../../src/http/lenient-json.ts';
import { show } from '../../../src/model/errors.ts';
import { ApiError, wrongField } from '../errors.ts';
import { readerOf } from './fields.ts';
import { mergeForm } from './form.ts';

/** The one content type under which a body is a batch, a JSON object a line. */
const LINES = 'application/json-lines';
const FORM = 'application/x-www-form-urlencoded';

const readers = new Map<string, ReturnType<typeof readerOf>>();

function readerFor(operation: OperationSpec): ReturnType<typeof readerOf> {
  const made = readers.get(operation.id) ?? readerOf(operation.body as Parameters<typeof readerOf>[0]);
  readers.set(operation.id, made);
  return made;
}

/**
 * Reads a request to what its handler gets. The body is JSON whatever its content type says; the fields of the query string and
 * of a form are laid over it. A call that takes a batch gets its text.
 * @throws ApiError 400/0 for a body that is no JSON object, 400/12 for a field that is missing or of the wrong type
 */
export function readRequest(operation: OperationSpec, request: WireRequest) {
  if (operation.body === 'text') return { path: {}, query: {}, body: textOf(operation, request) };
  const isForm = contentType(request).startsWith(FORM) && !request.bodyText.trimStart().startsWith('{');
  const given = isForm ? {} : readObject(request.bodyText);
  if (isForm) mergeForm(given, request.bodyText, operation.body);
  if (request.queryText !== '') mergeForm(given, request.queryText, operation.body);
  for (const field of operation.required) {
    if (given[field] === undefined || given[field] === null) throw wrongField(field, 'field is required!');
  }
  return { path: {}, query: {}, body: readerFor(operation)(given, '') };
}

/** The lines of a batch; a call that adds one event takes its JSON under any content type. */
function textOf(operation: OperationSpec, request: WireRequest): string {
  const isBatch = contentType(request) === LINES;
  return isBatch || operation.id === 'events.add' ? request.bodyText : '';
}

function contentType({ headers }: WireRequest): string {
  return headers['content-type'] ?? '';
}

/** A JSON object; bare NaN and infinities, as Python writes them, come as texts. An empty body is an empty object. */
function readObject(text: string): Record<string, unknown> {
  if (text.trim() === '') return {};
  const value = parse(text);
  if (value === null) return {};
  if (typeof value !== 'object' || Array.isArray(value)) {
    throw new ApiError(400, 0, `the body must be a JSON object, not ${show(value)}`);
  }
  if (SUSPICIOUS.test(text)) demandTexts(value, '', 0);
  return value as Record<string, unknown>;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    try {
      return JSON.parse(quoteNonFinite(text));
    } catch {
      throw new ApiError(400, 0, 'the body is not valid JSON', undefined, cause);
    }
  }
}

/** Escapes that may make a text the database has no form for: U+0000, or half of a surrogate pair. */
const SUSPICIOUS = /\\u(0000|d[89a-f])/i;

/** Deeper than anything a client nests. */
const DEEPEST = 200;

function demandTexts(value: unknown, field: string, depth: number): void {
  if (typeof value === 'string') demandText(value, field);
  if (typeof value !== 'object' || value === null) return;
  if (depth > DEEPEST) throw wrongField(field, `It is nested more than ${DEEPEST} levels deep.`);
  for (const [key, item] of Object.entries(value)) {
    demandText(key, field);
    demandTexts(item, field === '' ? key : `${field}.${key}`, depth + 1);
  }
}

function demandText(text: string, field: string): void {
  if (text.includes('\0') || !text.isWellFormed()) {
    throw wrongField(field, `It must be a text of whole Unicode characters without U+0000, not ${show(text)}.`);
  }
}
