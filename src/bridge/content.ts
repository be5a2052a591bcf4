import { hash } from 'node:crypto';
import { show } from '../model/errors.ts';
import type { Item } from './item.ts';

/** Lists whose order says something. All others are compared as if they were sorted. */
const ordered: ReadonlySet<string> = new Set(['queue.entries']);

/** Texts that hold JSON: what they mean counts, not how it is written. */
const jsonTexts: ReadonlySet<string> = new Set([
  'user.preferences',
  'run.artifacts.preview',
  'model.classes',
  'model.design',
  'model.uiCache',
  'trace.assessments.value',
  'trace.assessments.error',
  'trace.spans.content',
  'evaluation_dataset.schema',
  'evaluation_record.inputs',
  'evaluation_record.outputs',
  'evaluation_record.expectations',
  'evaluation_record.tags',
  'evaluation_record.sourceData',
  'label_schema.input',
  'mcp_server.icons',
  'mcp_server.versions.serverJson',
  'mcp_server.versions.tools',
  'mcp_server.versions.source',
  'mcp_server.versions.connectOptions',
  'plot.body',
  'plot.extra',
]);

/**
 * A value as a text that is the same exactly when the content is: fields by name, lists sorted unless their order counts, JSON
 * by its meaning, -0 as 0, one NaN.
 * @param path the kind of the item, then the fields that lead to the value, joined by dots
 */
export function canonical(path: string, value: unknown): string {
  if (typeof value === 'string') return jsonTexts.has(path) ? canonicalJson(value) : JSON.stringify(value);
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'number') return `d${Object.is(value, -0) ? 0 : value}`;
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) {
    const texts = value.map((element) => canonical(path, element));
    return `[${(ordered.has(path) ? texts : texts.sort()).join()}]`;
  }
  if (typeof value === 'object') {
    const fields = Object.entries(value).filter(([, field]) => field !== undefined && field !== null);
    return `{${fields
      .map(([name, field]) => `${name}:${canonical(`${path}.${name}`, field)}`)
      .sort()
      .join()}}`;
  }
  return String(value);
}

/** SHA-256 of what an item says. @param silent fields its source can say nothing about */
export function contentHash(item: Item, silent: ReadonlySet<string>): Buffer {
  return hash('sha256', canonical(item.kind, without(item, silent)), 'buffer');
}

/** A field in which two readings of one thing differ, in words. */
export interface Difference {
  field: string;
  detail: string;
}

/** What differs between an item as it should read and as it does. @param silent fields that are not compared */
export function differencesOf(expected: Item, found: Item, silent: ReadonlySet<string>): Difference[] {
  const [left, right] = [without(expected, silent), without(found, silent)];
  const fields = [...new Set([...Object.keys(left), ...Object.keys(right)])].sort();
  return fields.flatMap((field) => {
    const path = `${expected.kind}.${field}`;
    const [wanted, there] = [left[field], right[field]];
    if (canonical(path, wanted) === canonical(path, there)) return [];
    return [
      {
        field,
        detail: Array.isArray(wanted) && Array.isArray(there) ? listDetail(path, wanted, there) : detailOf(wanted, there),
      },
    ];
  });
}

/** Elements shown of a list that differs. */
const SHOWN = 3;

function listDetail(path: string, wanted: readonly unknown[], there: readonly unknown[]): string {
  const left = new Map(wanted.map((element) => [canonical(path, element), element]));
  const right = new Map(there.map((element) => [canonical(path, element), element]));
  const missing = [...left.keys()].filter((text) => !right.has(text));
  const added = [...right.keys()].filter((text) => !left.has(text));
  if (missing.length + added.length === 0)
    return `the ${wanted.length} expected come in another order, or another number of times`;
  const parts = [some('missing', missing, left), some('not expected', added, right)];
  return parts.filter((part) => part !== '').join('; ');
}

function some(title: string, texts: readonly string[], elements: ReadonlyMap<string, unknown>): string {
  if (texts.length === 0) return '';
  const shown = texts.slice(0, SHOWN).map((text) => showPlain(elements.get(text)));
  return `${title}: ${shown.join(', ')}${texts.length > SHOWN ? ` and ${texts.length - SHOWN} more` : ''}`;
}

function detailOf(wanted: unknown, there: unknown): string {
  return `expected ${showPlain(wanted)}, found ${showPlain(there)}`;
}

/** Bigints are numbers to a reader. */
function showPlain(value: unknown): string {
  if (typeof value !== 'object' || value === null) return show(value ?? null);
  return show(JSON.parse(JSON.stringify(value, (_key, field) => (typeof field === 'bigint' ? field.toString() : field))));
}

function without(item: Item, silent: ReadonlySet<string>): Record<string, unknown> {
  if (silent.size === 0) return { ...item };
  return Object.fromEntries(Object.entries(item).filter(([field]) => !silent.has(field)));
}

/** Numbers by their value: 1, 1.0 and 1e0 are one. What is no JSON counts as the text it is. */
function canonicalJson(text: string): string {
  try {
    return writeMeaning(
      JSON.parse(text, (_key, value: unknown, context?: { source?: string }) =>
        typeof value === 'number' && !Number.isSafeInteger(value) && /^-?\d+$/.test(context?.source ?? '')
          ? BigInt(context?.source ?? 0)
          : value,
      ),
    );
  } catch {
    return JSON.stringify(text);
  }
}

function writeMeaning(value: unknown): string {
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'number') return Object.is(value, -0) ? '0' : String(value);
  if (Array.isArray(value)) return `[${value.map(writeMeaning).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{${Object.entries(value)
    .map(([name, field]) => `${JSON.stringify(name)}:${writeMeaning(field)}`)
    .sort()
    .join()}}`;
}
