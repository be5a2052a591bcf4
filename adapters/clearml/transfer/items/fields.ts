import { type ExactJson, writeExact } from '../../../../src/bridge/exact-json.ts';
import { show } from '../../../../src/model/errors.ts';

/** A document of ClearML, read exactly: whole numbers are bigint. */
export type Fields = { [name: string]: ExactJson };

/** A text; null where there is none. Numbers and booleans that stand in its place are written out. */
export function textIn(document: Fields, name: string): string | null {
  const value = document[name];
  if (value === undefined || value === null) return null;
  return typeof value === 'object' ? writeExact(value) : String(value);
}

/** @throws Error when it is not there */
export function idIn(document: Fields, name = 'id'): string {
  const text = textIn(document, name);
  if (!text) throw new Error(`The document has no ${name}.`);
  return text;
}

export function wholeIn(document: Fields, name: string): bigint | null {
  const value = document[name];
  if (typeof value === 'bigint') return value;
  return typeof value === 'number' && Number.isFinite(value) ? BigInt(Math.trunc(value)) : null;
}

/** A double. The largest one stands for infinity, which ClearML's answers have no number for. */
export function doubleIn(document: Fields, name: string): number | null {
  const value = document[name];
  return value === undefined || value === null ? null : toDouble(value);
}

/** @throws Error for what is no number */
export function toDouble(value: unknown): number {
  const number = typeof value === 'string' && value.trim() === '' ? undefined : Number(value);
  if (number === undefined || (Number.isNaN(number) && value !== 'NaN')) throw new Error(`${show(value)} is no number.`);
  return Math.abs(number) === Number.MAX_VALUE ? number * 2 : number;
}

/** A moment in ms. @throws Error for a text that is no date */
export function momentIn(document: Fields, name: string): bigint | null {
  const text = textIn(document, name);
  if (text === null || text === '') return null;
  const ms = Date.parse(/(Z|[+-]\d\d:?\d\d)$/i.test(text) ? text : `${text}Z`);
  if (Number.isNaN(ms)) throw new Error(`The ${name} ${show(text)} is no date.`);
  return BigInt(ms);
}

/** An object; empty where there is none. */
export function objectIn(document: Fields, name: string): Fields {
  const value = document[name];
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}

/** The objects of a list, or of a map, whose keys say nothing more. */
export function objectsIn(document: Fields, name: string): Fields[] {
  const value = document[name];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).filter((one): one is Fields => typeof one === 'object' && one !== null && !Array.isArray(one));
}

export function textsIn(document: Fields, name: string): string[] {
  const value = document[name];
  return Array.isArray(value) ? value.map(String) : [];
}

/** The JSON text of an object; null of an empty one. */
export function jsonOf(object: Fields): string | null {
  return Object.keys(object).length === 0 ? null : writeExact(object);
}

/** Whether a document is one that everybody may read. */
export function isPublic(document: Fields): boolean {
  return document['company'] === '';
}
