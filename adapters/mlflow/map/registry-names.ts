import { invalid, show } from '../../../src/model/errors.ts';
import { faultOfRegisteredName, MAX_REGISTERED_NAME } from '../../../src/model/registry.ts';
import type { Entry } from '../../../src/model/run.ts';
import { checkKey, checkLength } from './limits.ts';

/**
 * What MLflow lets its clients write into the registry.
 * @see MLflow 3.17.2, its validation module; lengths of names and descriptions are those of its tables
 */
const MAX_TAG_VALUE = 100_000;
const MAX_ALIAS = 255;
/** Ours: the original leaves these to its database, which is SQLite or cuts at 5000 and 500. */
const MAX_DESCRIPTION = 100_000;
const MAX_TEXT = 8000;

const ALIAS = /^[\p{L}\p{N}_-]+$/u;
const VERSION_LIKE = /^v\d+$/i;

/** @throws invalid for a name that no registered model can have @returns the name */
export function toRegisteredName(name: string | undefined, field = 'name'): string {
  const fault = faultOfRegisteredName(name ?? '');
  if (name === undefined || fault) throw invalid(field, `The ${field} ${show(name ?? null)} of a registered model ${fault}.`);
  return name;
}

/** As {@link toRegisteredName}, for a name that is given to a registered model. */
export function toNewName(name: string | undefined, field = 'name'): string {
  return checkLength(`${field} of a registered model`, toRegisteredName(name, field), MAX_REGISTERED_NAME);
}

/** The number of a version, a whole number in a text as Python reads it. @throws invalid */
export function toVersionNumber(text: string | undefined): number {
  if (text !== undefined && /^\s*[+-]?\d+(_\d+)*\s*$/.test(text)) return Number(text.replaceAll('_', ''));
  throw invalid('version', `The version ${show(text ?? null)} is not a whole number.`);
}

/** A tag of a registered model or a version. @throws invalid */
export function toRegistryTag({ key = '', value = '' }: { key?: string; value?: string }): Entry {
  checkKey('tag', key);
  return { key, value: checkLength('value of a tag in the registry', value, MAX_TAG_VALUE) };
}

/** The key of a tag that is to go. @throws invalid */
export function toTagKey(key: string | undefined): string {
  checkKey('tag', key ?? '');
  return key ?? '';
}

/** An alias as it is asked for. @throws invalid */
export function toAlias(alias: string | undefined): string {
  if (alias === undefined || !ALIAS.test(alias)) {
    throw invalid('alias', `The alias ${show(alias ?? null)} may hold letters, digits, underscores and dashes only.`);
  }
  return checkLength('alias', alias, MAX_ALIAS);
}

/** An alias that is to be set: none that means something without it. @throws invalid */
export function toNewAlias(alias: string | undefined): string {
  const checked = toAlias(alias);
  if (checked.toLowerCase() === 'latest' || VERSION_LIKE.test(checked)) {
    throw invalid('alias', `The alias ${show(checked)} is reserved: it stands for a version by itself.`);
  }
  return checked;
}

/** What is said about something in the registry. @throws invalid */
export function checkDescription(text: string): string {
  return checkLength('description', text, MAX_DESCRIPTION);
}

/** A text of a version that is neither name nor description. @throws invalid */
export function checkVersionText(field: string, text: string): string {
  return checkLength(field, text, MAX_TEXT);
}
