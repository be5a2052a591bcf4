import type { ExactJson } from '../../../../src/bridge/exact-json.ts';
import { BridgeError, show } from '../../../../src/model/errors.ts';

/** Fields of a JSON object. */
export type Fields = Readonly<Record<string, ExactJson>>;

/** @throws invalid for anything but a JSON object */
export function fieldsOf(value: ExactJson): Fields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw new BridgeError('invalid', `${show(value)} stands where a JSON object should.`);
}

/** The objects of a list that a field holds; none where it is not there. @throws invalid */
export function listOf(fields: Fields, name: string): Fields[] {
  const value = fields[name];
  return Array.isArray(value) ? value.map(fieldsOf) : [];
}

/** A text; null where there is none. */
export function textOf(fields: Fields, name: string): string | null {
  const value = fields[name];
  return value === undefined || value === null ? null : typeof value === 'object' ? null : String(value);
}

/** A whole number, written as one or as a text. @throws invalid for anything else */
export function numberOf(fields: Fields, name: string): bigint | null {
  const value = fields[name];
  if (value === undefined || value === null) return null;
  if (typeof value === 'bigint') return value;
  if (typeof value === 'number' && Number.isInteger(value)) return BigInt(value);
  if (typeof value === 'string' && /^-?\d{1,19}$/.test(value)) return BigInt(value);
  throw new BridgeError('invalid', `The field ${name} is ${show(value)}, which is no whole number.`, { field: name });
}

/** Texts by key; what is no text reads as one. */
export function textsOf(value: ExactJson): Record<string, string> {
  const fields = fieldsOf(value);
  return Object.fromEntries(Object.keys(fields).map((key) => [key, textOf(fields, key) ?? '']));
}
