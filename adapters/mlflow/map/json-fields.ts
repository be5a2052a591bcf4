import { invalid, show } from '../../../src/model/errors.ts';

/** A JSON object of which nothing is known yet. */
export type JsonFields = Readonly<Record<string, unknown>>;

/** Reads one field. @param at the path of the object, for messages */
type Read<Value> = (fields: JsonFields, name: string, at: string) => Value;

function wrong(name: string, at: string, value: unknown, wanted: string): never {
  const field = `${at}.${name}`;
  throw invalid(field, `The field ${field} must be ${wanted}, not ${show(value ?? null)}.`);
}

/** True for a JSON object. */
export function isFields(value: unknown): value is JsonFields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A text. @throws invalid */
export const textOf: Read<string> = (fields, name, at) => {
  const value = fields[name];
  return typeof value === 'string' ? value : wrong(name, at, value, 'a text');
};

/** A list of texts. @throws invalid */
export const textsOf: Read<string[]> = (fields, name, at) => {
  const value = fields[name];
  const isTexts = Array.isArray(value) && value.every((item) => typeof item === 'string');
  return isTexts ? value : wrong(name, at, value, 'a list of texts');
};

/** A JSON object. @throws invalid */
export const objectOf: Read<JsonFields> = (fields, name, at) => {
  const value = fields[name];
  return isFields(value) ? value : wrong(name, at, value, 'a JSON object');
};

/** A list of JSON objects. @throws invalid */
export const objectsOf: Read<JsonFields[]> = (fields, name, at) => {
  const value = fields[name];
  return Array.isArray(value) && value.every(isFields) ? value : wrong(name, at, value, 'a list of JSON objects');
};

/** True or false. @throws invalid */
export const truthOf: Read<boolean> = (fields, name, at) => {
  const value = fields[name];
  return typeof value === 'boolean' ? value : wrong(name, at, value, 'true or false');
};

/** A field that may be null or not there. @throws invalid as the reading of it does */
export function optional<Value>(fields: JsonFields, name: string, at: string, read: Read<Value>): Value | undefined {
  return fields[name] === undefined || fields[name] === null ? undefined : read(fields, name, at);
}

/** @throws invalid for a value that is nested deeper than `depth` */
export function refuseDeep(field: string, value: unknown, depth: number): void {
  if (typeof value !== 'object' || value === null) return;
  if (depth === 0) throw invalid(field, `The ${field} is nested too deeply.`);
  for (const item of Object.values(value)) refuseDeep(field, item, depth - 1);
}
