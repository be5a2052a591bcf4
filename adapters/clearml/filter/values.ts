import { show } from '../../../src/model/errors.ts';
import type { Comparison, Condition } from '../../../src/model/find.ts';
import { ApiError } from '../errors.ts';
import type { QueryField, ValueKind } from './fields.ts';

function wrongValue(name: string, value: unknown, wanted: string): ApiError {
  return new ApiError(
    400,
    12,
    `Validation error (the field ${show(name)} has the value ${show(value)}, which is not ${wanted})`,
    {
      field: name,
    },
  );
}

/** A moment in any common ISO 8601 form; without a zone it is UTC. */
function readDate(name: string, value: unknown): Date {
  const text = typeof value === 'string' ? value.trim().replace(' ', 'T') : '';
  const hasZone = /(Z|[+-]\d\d:?\d\d)$/i.test(text) || !text.includes('T');
  const date = new Date(hasZone ? text : `${text}Z`);
  if (!/^\d{4}-/.test(text) || Number.isNaN(date.getTime())) throw wrongValue(name, value, 'a date');
  return date;
}

function readNumber(name: string, value: unknown): number {
  const number =
    typeof value === 'string' && value.trim() !== '' ? Number(value) : typeof value === 'bigint' ? Number(value) : value;
  if (typeof number !== 'number' || Number.isNaN(number)) throw wrongValue(name, value, 'a number');
  return number;
}

function readBound(name: string, value: unknown, kind: ValueKind | undefined): number | Date {
  return kind === 'date' ? readDate(name, value) : readNumber(name, value);
}

/**
 * `[min, max]`, both included, either of them null. Without a lower bound things without the field pass too.
 * @throws 400/12
 */
export function rangeCondition<Name extends string>(
  name: string,
  given: unknown,
  { field, kind }: QueryField<Name>,
): Condition<Name> {
  if (!Array.isArray(given) || given.length !== 2) throw wrongValue(name, given, 'a list of two bounds');
  const [least, most] = given as [unknown, unknown];
  const bound = (is: Comparison, value: unknown): Condition<Name> => ({
    field,
    test: { is, value: readBound(name, value, kind) },
  });
  if (least !== null) return { all: [bound('>=', least), ...(most === null ? [] : [bound('<=', most)])] };
  return most === null ? { all: [] } : { any: [{ field, test: { is: 'missing' } }, bound('<=', most)] };
}

function dateTest<Name extends string>(name: string, given: unknown, { field }: QueryField<Name>): Condition<Name> {
  const [, operator = '', rest = ''] = /^(>=|>|<=|<)?([^]*)$/.exec(typeof given === 'string' ? given : '') ?? [];
  const value = readDate(name, rest);
  return operator === ''
    ? { field, test: { is: 'one of', values: [value] } }
    : { field, test: { is: operator as Comparison, value } };
}

/**
 * Moments: `">=2026-01-01"`, a list of such texts that all hold, or two without operators as a range.
 * @throws 400/12
 */
export function datesCondition<Name extends string>(name: string, given: unknown, field: QueryField<Name>): Condition<Name> {
  const list: unknown[] = Array.isArray(given) ? given : [given];
  const isRange = list.length === 2 && list.every((one) => one === null || (typeof one === 'string' && !/^[<>]/.test(one)));
  if (isRange) return rangeCondition(name, list, { ...field, kind: 'date' });
  return { all: list.filter((one) => one !== null).map((one) => dateTest(name, one, field)) };
}

/** One value, or its absence for null. */
export function equalCondition<Name extends string>(given: unknown, { field, kind }: QueryField<Name>): Condition<Name> {
  if (given === null) return { field, test: { is: 'missing' } };
  if (kind === 'boolean') return { field, test: { is: 'one of', values: [given === true || given === 'true'] } };
  return { field, test: { is: 'one of', values: [typeof given === 'object' ? JSON.stringify(given) : String(given)] } };
}
