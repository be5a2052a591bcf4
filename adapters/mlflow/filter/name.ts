import { invalid, show } from '../../../src/model/errors.ts';

/** What a name in a filter or an order refers to. */
export interface Name {
  entity: string;
  key: string;
}

function isQuotedBy(text: string, quote: string): boolean {
  return text.length >= 2 && text.startsWith(quote) && text.endsWith(quote);
}

/** A text without the quotes around it; undefined when there are none. Nothing inside is unescaped. */
export function unquote(text: string): string | undefined {
  return isQuotedBy(text, "'") || isQuotedBy(text, '"') ? text.slice(1, -1) : undefined;
}

/** A text without the backticks around it, if there are any. */
export function trimBackticks(text: string): string {
  return isQuotedBy(text, '`') ? text.slice(1, -1) : text;
}

/**
 * Parts a name at its first dot: what stands before is the entity (as written), the rest the key without quotes. A name
 * without a dot is an attribute.
 */
export function splitName(raw: string): Name {
  const dot = raw.indexOf('.');
  const key = dot === -1 ? raw : raw.slice(dot + 1);
  return { entity: dot === -1 ? 'attribute' : raw.slice(0, dot), key: trimBackticks(unquote(key) ?? key) };
}

/** An entity or a key that does not exist. */
export function unknownName(field: string, what: string, name: string, known: Iterable<string>): Error {
  return invalid(field, `The ${field} names the ${what} ${show(name)}, which is none of ${[...known].join(', ')}.`);
}
