import { show } from '../../../src/model/errors.ts';
import { wrongField } from '../errors.ts';

/*
 * What a query says must be understood or refused: a condition that was passed over would match everything, and the callers of
 * queries delete and archive what they find. Null means "not given", as everywhere in this protocol.
 */

/** @throws 400/12 for what is no text */
export function givenText(name: string, value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return value;
  throw wrongField(name, `It must be a text, not ${show(value)}.`);
}

/** @throws 400/12 for what is no object */
export function givenObject(name: string, value: unknown): Readonly<Record<string, unknown>> | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'object' && !Array.isArray(value)) return value as Record<string, unknown>;
  throw wrongField(name, `It must be an object, not ${show(value)}.`);
}

/** @throws 400/12 for what is no list */
export function givenList(name: string, value: unknown): readonly unknown[] | undefined {
  if (value === undefined || value === null) return undefined;
  if (Array.isArray(value)) return value;
  throw wrongField(name, `It must be a list, not ${show(value)}.`);
}

/** A list of texts, or one text that stands for a list of it; an empty text, and null in a list, name nothing. @throws 400/12 */
export function givenTexts(name: string, value: unknown): string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.flatMap((item, index) => givenText(Array.isArray(value) ? `${name}[${index}]` : name, item) || []);
}
