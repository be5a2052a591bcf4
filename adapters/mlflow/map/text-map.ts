import { invalid, show } from '../../../src/model/errors.ts';

/**
 * A map of texts, which the reader takes as any JSON object.
 * @throws invalid for anything but an object of texts that the database can hold
 */
export function toTextMap(value: unknown, field: string): Record<string, string> {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isObject) throw invalid(field, `The field ${field} must be an object of texts, not ${show(value)}.`);
  for (const [key, text] of Object.entries(value)) {
    const isText = typeof text === 'string' && text.isWellFormed() && !text.includes('\0');
    if (isText && key.isWellFormed() && !key.includes('\0')) continue;
    throw invalid(field, `The entry ${show(key)} of ${field} must be a text without U+0000, not ${show(text)}.`);
  }
  return value as Record<string, string>;
}
