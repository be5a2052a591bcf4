import { invalid, show } from '../../../src/model/errors.ts';
import type { Entry } from '../../../src/model/run.ts';
import {
  type Cost,
  type CostKind,
  costKinds,
  type TokenKind,
  type TokenUsage,
  type Trace,
  type TraceFacts,
  tokenKinds,
} from '../../../src/model/trace.ts';
import { writePythonFloat } from '../wire/python-json.ts';
import { checkLength, MAX_KEY, MAX_TAG_VALUE, truncate } from './limits.ts';

/** Tags and metadata that are facts of the record itself. */
export const NAME_TAG = 'mlflow.traceName';
export const SPANS_LOCATION_TAG = 'mlflow.trace.spansLocation';
export const ARTIFACT_LOCATION_TAG = 'mlflow.artifactLocation';
export const SESSION = 'mlflow.trace.session';
export const USAGE = 'mlflow.trace.tokenUsage';
export const COST = 'mlflow.trace.cost';
const SIZE_STATS = 'mlflow.trace.sizeStats';
export const FINALIZED = 'mlflow.trace.infoFinalized';

const MAX_NAME = 4096;
export const MAX_SESSION = 250;
/** What the original shows of longer values. */
const SHOWN_METADATA = 250;
const SHOWN_TAG = 4096;

/** Names of the kinds of tokens in MLflow's JSON. */
export const tokenNames: Readonly<Record<TokenKind, string>> = {
  input: 'input_tokens',
  output: 'output_tokens',
  total: 'total_tokens',
  cacheRead: 'cache_read_input_tokens',
  cacheCreation: 'cache_creation_input_tokens',
  cacheCreationLong: 'cache_creation_input_tokens_above_1hr',
};

/** Names of the parts of the cost in MLflow's JSON. */
export const costNames: Readonly<Record<CostKind, string>> = { input: 'input_cost', output: 'output_cost', total: 'total_cost' };

/** The fields of a JSON object; none where the text is something else. */
function fieldsOf(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text, (_key, item: unknown, context?: { source?: string }) =>
      typeof item === 'number' && !Number.isSafeInteger(item) ? (context?.source ?? item) : item,
    );
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** A whole number of 64 bits, given as one in any spelling; undefined for anything else. */
function toCount(value: unknown): bigint | undefined {
  if (typeof value !== 'number' && typeof value !== 'string') return undefined;
  const text = String(value).trim();
  if (text.length > 40 || !/^[+-]?\d+(\.0*)?([eE]\+?\d{1,2})?$/.test(text)) return undefined;
  const count = /^[+-]?\d+$/.test(text) ? BigInt(text) : BigInt(Number(text));
  return BigInt.asIntN(64, count) === count ? count : undefined;
}

function toFinite(value: unknown): number | undefined {
  if (typeof value !== 'number' && (typeof value !== 'string' || value.trim() === '')) return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}

function collect<Kind extends string, Value>(
  kinds: readonly Kind[],
  names: Readonly<Record<Kind, string>>,
  fields: Readonly<Record<string, unknown>>,
  read: (value: unknown) => Value | undefined,
): Partial<Record<Kind, Value>> {
  const made: Partial<Record<Kind, Value>> = {};
  for (const kind of kinds) {
    const value = read(fields[names[kind]]);
    if (value !== undefined) made[kind] = value;
  }
  return made;
}

/** Tokens as MLflow's JSON names them; what is no whole number of 64 bits is left out, as in the original. */
export function toTokenUsage(json: string): TokenUsage {
  return collect<TokenKind, bigint>(tokenKinds, tokenNames, fieldsOf(json), toCount);
}

/** Cost as MLflow's JSON names it; what is no finite number is left out, as in the original. */
export function toCost(json: string): Cost {
  return collect<CostKind, number>(costKinds, costNames, fieldsOf(json), toFinite);
}

/** JSON of what is there, spelled as Python does; undefined when nothing is. */
function writeFields<Kind extends string, Value>(
  kinds: readonly Kind[],
  names: Readonly<Record<Kind, string>>,
  values: Partial<Record<Kind, Value>>,
  write: (value: Value) => string,
): string | undefined {
  const parts = kinds.flatMap((kind) => {
    const value = values[kind];
    return value === undefined ? [] : [`"${names[kind]}": ${write(value)}`];
  });
  return parts.length > 0 ? `{${parts.join(', ')}}` : undefined;
}

/** The metadata that tells of tokens, as MLflow spells it; undefined when none are known. */
export function writeTokenUsage(usage: TokenUsage): string | undefined {
  return writeFields<TokenKind, bigint>(tokenKinds, tokenNames, usage, String);
}

/** The metadata that tells of cost, as MLflow spells it; undefined when none is known. */
export function writeCost(cost: Cost): string | undefined {
  return writeFields<CostKind, number>(costKinds, costNames, cost, writePythonFloat);
}

/** The name of a trace. @throws invalid when it is too long */
export function checkTraceName(name: string): string {
  return checkLength('trace name', name, MAX_NAME);
}

/** Entries by key, the last of one key winning. @throws invalid for a key that is empty or too long */
function toEntries(kind: 'tag' | 'metadata', given: Readonly<Record<string, string>>): Entry[] {
  return Object.entries(given).map(([key, value]) => {
    if (key === '') throw invalid(kind, `A key of the ${kind} of a trace must not be empty; its value is ${show(value)}.`);
    checkLength(`key of the ${kind} of a trace`, key, MAX_KEY);
    return { key, value: truncate(value, MAX_TAG_VALUE) };
  });
}

/** What tags and metadata say, with those that are facts of the record taken out. Where files and spans are is not for clients to say. */
export function toTraceFacts(tags: Readonly<Record<string, string>>, metadata: Readonly<Record<string, string>>): TraceFacts {
  const {
    [NAME_TAG]: name,
    [SPANS_LOCATION_TAG]: _spans,
    [ARTIFACT_LOCATION_TAG]: _artifacts,
    ...ownTags
  } = tags as Record<string, string | undefined>;
  const {
    [SESSION]: session,
    [USAGE]: usage,
    [COST]: cost,
    [FINALIZED]: _,
    ...own
  } = metadata as Record<string, string | undefined>;
  const expected = own[SIZE_STATS] === undefined ? undefined : fieldsOf(own[SIZE_STATS])['num_spans'];
  if (session !== undefined) checkLength('session', session, MAX_SESSION);
  return {
    ...(name === undefined ? {} : { name: checkTraceName(name) }),
    ...(session === undefined ? {} : { session }),
    ...(usage === undefined ? {} : { usage: toTokenUsage(usage) }),
    ...(cost === undefined ? {} : { cost: toCost(cost) }),
    ...(typeof expected === 'number' && expected >= 0 && expected < 2 ** 31 ? { expectedSpans: Math.trunc(expected) } : {}),
    tags: toEntries('tag', ownTags as Record<string, string>),
    metadata: toEntries('metadata', own as Record<string, string>),
  };
}

/** Pairs as an object; a key may be any text, `__proto__` too. */
function toObject(pairs: readonly (readonly [key: string, value: string | null | undefined])[]): Record<string, string> {
  return Object.fromEntries(pairs.filter((pair): pair is [string, string] => pair[1] !== null && pair[1] !== undefined));
}

/** All tags of a trace as MLflow shows them. */
export function fromTags(trace: Trace, tags: readonly Entry[]): Record<string, string> {
  return toObject([
    ...tags.map(({ key, value }) => [key, truncate(value, SHOWN_TAG)] as const),
    [ARTIFACT_LOCATION_TAG, trace.artifactRoot],
    [SPANS_LOCATION_TAG, trace.hasSpans ? 'TRACKING_STORE' : undefined],
    [NAME_TAG, trace.name],
  ]);
}

/** All metadata of a trace as MLflow shows it. */
export function fromMetadata(trace: Trace, metadata: readonly Entry[]): Record<string, string> {
  return toObject([
    ...metadata.map(({ key, value }) => [key, truncate(value, SHOWN_METADATA)] as const),
    [FINALIZED, trace.finalized ? 'true' : undefined],
    [SESSION, trace.session],
    [USAGE, writeTokenUsage(trace.usage)],
    [COST, writeCost(trace.cost)],
  ]);
}
