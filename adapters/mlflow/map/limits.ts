import { posix } from 'node:path';
import { hostSchemes, type SourceRules } from '../../../src/model/address.ts';
import { invalid, show } from '../../../src/model/errors.ts';
import type { Entry } from '../../../src/model/run.ts';

/**
 * What MLflow lets its clients write. The limits belong to this door: what came in another way is read whole.
 * @see MLflow 3.17.2, its validation module and the defaults of its environment variables
 */
export const MAX_KEY = 250;
export const MAX_PARAM_VALUE = 6000;
export const MAX_TAG_VALUE = 8000;
export const MAX_EXPERIMENT_TAG_VALUE = 20_000;
const MAX_EXPERIMENT_NAME = 500;
/** Ours: the original leaves it to its database. A name comes back with every search, and as a tag, which is cut there. */
export const MAX_RUN_TEXT = 8000;
const MAX_ARTIFACT_LOCATION = 2048;
const MAX_METRICS = 1000;
const MAX_PARAMS = 100;
const MAX_TAGS = 100;
const MAX_ENTITIES = 1000;

/** Letters, digits and underscores of any script, and `/`, `.`, `-`, space, `:`. */
const KEY = /^[/\p{L}\p{N}_.\- :]*$/u;

/** Length as the original counts it: code points. Counted without a copy, because a text may fill a whole request. */
function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}

/**
 * Checks the key of a metric, param or tag: its characters, its length, its form as a path.
 * @param kind word for the message
 */
export function checkKey(kind: string, key: string): void {
  if (key === '') throw invalid('key', `The key of a ${kind} must not be empty.`);
  if (!KEY.test(key)) {
    throw invalid(
      'key',
      `The ${kind} key ${show(key)} may hold letters, digits, underscores, dashes, dots, spaces, colons and slashes only.`,
    );
  }
  checkLength(`${kind} key`, key, MAX_KEY);
  const normal = posix.normalize(key);
  if (normal !== key || normal === '.' || normal.startsWith('..') || normal.startsWith('/')) {
    throw invalid(
      'key',
      `The ${kind} key ${show(key)} reads as a path and must be a plain relative one, without empty, '.' or '..' parts.`,
    );
  }
}

/** A text as it came. @throws invalid when it has more than `max` characters */
export function checkLength(what: string, text: string, max: number): string {
  if (text.length <= max) return text;
  const length = lengthOf(text);
  if (length <= max) return text;
  throw invalid(what, `The ${what} ${show(text)} has ${length} characters; at most ${max} are allowed.`);
}

/** A text cut to `max` characters, as the original cuts values that are too long. */
export function truncate(text: string, max: number): string {
  if (text.length <= max) return text;
  // no character has more than two units: what lies beyond need not be looked at
  return [...text.slice(0, 2 * max)].slice(0, max).join('');
}

/** A param or run tag as it is stored. */
export function toEntry(kind: 'param' | 'tag', key: string, value: string): Entry {
  checkKey(kind, key);
  return { key, value: truncate(value, kind === 'param' ? MAX_PARAM_VALUE : MAX_TAG_VALUE) };
}

/** @throws invalid when one request logs too much, naming the bound */
export function checkBatchSize(metrics: number, params: number, tags: number): void {
  const bounds: [string, number, number][] = [
    ['metrics', metrics, MAX_METRICS],
    ['params', params, MAX_PARAMS],
    ['tags', tags, MAX_TAGS],
    ['metrics, params and tags together', metrics + params + tags, MAX_ENTITIES],
  ];
  for (const [what, count, max] of bounds) {
    if (count > max) throw invalid(what, `One request may log ${max} ${what}; this one has ${count}.`);
  }
}

/** @throws invalid for a name an experiment cannot have */
export function checkExperimentName(name: string): void {
  if (name.trim() === '') throw invalid('name', `The experiment name ${show(name)} is empty.`);
  checkLength('experiment name', name, MAX_EXPERIMENT_NAME);
}

/**
 * Checks where an experiment's artifacts shall go: no fragment, no parameters, no way up, no foreign host.
 * @param rules schemes of hosts that are allowed
 * @throws invalid
 */
export function checkArtifactLocation(
  location: string,
  { hostSchemes: allowed }: Pick<SourceRules, 'hostSchemes'>,
  field = 'artifact_location',
): void {
  const refuse = (why: string) => invalid(field, `The ${field} ${show(location)} ${why}.`);
  checkLength(field, location, MAX_ARTIFACT_LOCATION);
  if (location.includes('#')) throw refuse('must not hold a fragment (#)');
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(location)?.[1]?.toLowerCase();
  // an object store may have a ; in its names; in a plain path it begins parameters
  if (!scheme && location.includes(';')) throw refuse('must not hold parameters (;)');
  if (scheme === 'runs') throw refuse('must not be a runs: address');
  if (scheme && hostSchemes.has(scheme) && !allowed.has(scheme))
    throw refuse(`names a host by the scheme ${scheme}, which this server does not reach out to`);
  const namesHost = /^mlflow-artifacts:\/\/[^/]/i.test(location);
  if (namesHost && !allowed.has('mlflow-artifacts')) throw refuse('names a host');
  let decoded = location;
  for (let times = 0; times < 10; times += 1) {
    const next = decoded.replace(/%[0-9a-fA-F]{2}/g, (code) => String.fromCharCode(Number.parseInt(code.slice(1), 16)));
    if (next === decoded) break;
    decoded = next;
  }
  if (/[/\\?=]\.\.([/\\&]|$)/.test(decoded) || decoded.startsWith('..')) throw refuse("must not hold '..'");
  if (decoded.includes('\0')) throw refuse('must not hold U+0000');
}
