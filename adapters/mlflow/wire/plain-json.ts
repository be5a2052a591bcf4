import type { Reply } from '../../../src/http/door.ts';
import { JsonText } from './json.ts';
import { jsonReply } from './json-reply.ts';

/** Plain JSON: nulls and empty lists are kept, whole numbers beyond 2^53 as they are; fields that are undefined are left out. */
export function writePlainJson(value: unknown): string {
  if (value instanceof JsonText) return value.text;
  if (typeof value === 'bigint') return value.toString();
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(writePlainJson).join(',')}]`;
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${writePlainJson(field)}`).join(',')}}`;
}

/** An answer of those routes of MLflow that do not write their messages as the others do. */
export function plainReply(answer: object): Reply {
  return jsonReply(writePlainJson(answer));
}
