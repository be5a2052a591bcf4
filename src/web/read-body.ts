import type { OperationSpec, OperationTable } from '../http/door.ts';
import { BridgeError, invalid, show } from '../model/errors.ts';

/** What the operation table says of a message's field. */
type FieldType = 'string' | 'boolean' | { enum: Readonly<Record<string, number>> };

/**
 * Reads the JSON body of an operation; fields that nobody knows are left out.
 * @throws invalid naming the field that is missing or of another type
 */
export function readBody({ messages }: OperationTable, { body, required }: OperationSpec, text: string): unknown {
  if (typeof body !== 'string') return undefined;
  const given = parse(text);
  const { fields } = messages[body] as { fields: Readonly<Record<string, FieldType | string>> };
  const missing = required.find((name) => !Object.hasOwn(given, name));
  if (missing !== undefined) throw invalid(missing, `The field ${missing} is missing.`);
  const known = Object.entries(fields).filter(([name]) => Object.hasOwn(given, name));
  return Object.fromEntries(
    known.map(([name, type]) => {
      const value = given[name];
      if (!fits(value, messages[type as string] ?? type))
        throw invalid(name, `The field ${name}=${show(value)} is not possible.`);
      return [name, value];
    }),
  );
}

function parse(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch (cause) {
    throw new BridgeError('invalid', 'The body is no valid JSON.', { field: 'body', cause });
  }
  throw invalid('body', 'The body is no JSON object.');
}

function fits(value: unknown, type: unknown): boolean {
  if (typeof type === 'string') return typeof value === type;
  return typeof value === 'string' && Object.hasOwn((type as Exclude<FieldType, string>).enum, value);
}
