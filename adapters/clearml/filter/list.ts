import { show } from '../../../src/model/errors.ts';
import { allOf, anyOf, type Condition } from '../../../src/model/find.ts';
import { ApiError } from '../errors.ts';
import type { QueryField } from './fields.ts';
import { givenList, givenObject } from './given.ts';

/** One value of a list, wanted or not; null asks for things without any. */
interface Term {
  value: string | null;
  isExcluded: boolean;
}

/** Values up to the next operator. Without an operator: any of those wanted, and none of those excluded. */
interface Group {
  operator: 'any' | 'all' | undefined;
  terms: Term[];
}

const operators: Readonly<Record<string, 'any' | 'all'>> = { or: 'any', any: 'any', and: 'all', all: 'all' };

/** Reads `["a", "-b", "__$all", "c", "__$not", "d", null]`. @throws 400/16 for an operator there is none of */
function readGroups(name: string, list: readonly unknown[]): Group[] {
  let group: Group = { operator: undefined, terms: [] };
  const groups = [group];
  let isNegated = false;
  let mayUseMinus = true;
  for (const item of list) {
    const text = item === null ? null : String(item);
    if (text?.startsWith('__$')) {
      const word = text.slice(3).toLowerCase();
      mayUseMinus = false;
      if (word === 'not') {
        isNegated = true;
        continue;
      }
      const operator = operators[word];
      if (operator === undefined && word !== 'nop') throw unknownOperator(name, text);
      group = { operator, terms: [] };
      groups.push(group);
      isNegated = false;
      continue;
    }
    const isMinus = mayUseMinus && text !== null && text.length > 1 && text.startsWith('-');
    group.terms.push({ value: isMinus ? text.slice(1) : text, isExcluded: isMinus || isNegated });
    isNegated = false;
  }
  return groups;
}

function unknownOperator(name: string, text: string): ApiError {
  return new ApiError(400, 16, `The field ${show(name)} has the operator ${show(text)}, which is none.`, { field: name });
}

/** Things with a value, or, for several, with any of them; null and marks are asked of elsewhere. */
function withAny<Name extends string>(
  values: readonly (string | null)[],
  { field, marks = {}, toValue }: QueryField<Name>,
): Condition<Name> {
  const isMark = (value: string | null): value is string => value !== null && Object.hasOwn(marks, value);
  const texts = values.filter((value): value is string => value !== null && !isMark(value));
  const flags = Object.entries(marks).map(([value, name]) => ({ value, has: isTrue(name) }));
  const any: Condition<Name>[] = flags.filter(({ value }) => values.includes(value)).map(({ has }) => has);
  const plain = toValue ? texts.map(toValue) : texts;
  if (plain.length > 0) any.push({ field, test: { is: 'one of', values: plain } });
  if (values.includes(null)) any.push({ all: [{ field, test: { is: 'missing' } }, ...flags.map(({ has }) => ({ not: has }))] });
  return anyOf(any);
}

function isTrue<Name extends string>(name: Name): Condition<Name> {
  return { field: { name }, test: { is: 'one of', values: [true] } };
}

function groupCondition<Name extends string>({ operator, terms }: Group, field: QueryField<Name>): Condition<Name> {
  const wanted = terms.filter((term) => !term.isExcluded).map((term) => term.value);
  const excluded = terms.filter((term) => term.isExcluded).map((term) => term.value);
  const none = excluded.length > 0 ? [{ not: withAny(excluded, field) }] : [];
  const any = wanted.length > 0 ? [withAny(wanted, field)] : [];
  if (operator === undefined) return allOf([...any, ...none]);
  const each = (values: readonly (string | null)[]) => values.map((value) => withAny([value], field));
  if (operator === 'all') return allOf([...each(wanted), ...none]);
  return anyOf([...any, ...each(excluded).map((not) => ({ not }))]);
}

/**
 * Condition of a list filter. Operators apply to the values behind them, up to the next one, `__$not` to one value; the first
 * operator joins the groups. An empty list asks for nothing.
 * @throws 400/16
 */
export function listCondition<Name extends string>(name: string, given: unknown, field: QueryField<Name>): Condition<Name> {
  const groups = readGroups(name, Array.isArray(given) ? given : [given]);
  const join = groups.find((group) => group.operator !== undefined)?.operator ?? 'all';
  const conditions = groups.filter((group) => group.terms.length > 0).map((group) => groupCondition(group, field));
  return conditions.length === 0 || join === 'all' ? allOf(conditions) : anyOf(conditions);
}

/**
 * Condition of an entry of `filters`: `{any: {include, exclude}, all: {include, exclude}, op}`.
 * @throws 400/12
 */
export function bucketCondition<Name extends string>(name: string, given: unknown, field: QueryField<Name>): Condition<Name> {
  const parts = givenObject(name, given) ?? {};
  const groups = (['any', 'all'] as const).map((operator): Group => {
    const path = `${name}.${operator}`;
    const bucket = givenObject(path, parts[operator]) ?? {};
    const terms = (key: 'include' | 'exclude') =>
      (givenList(`${path}.${key}`, bucket[key]) ?? []).map(
        (value): Term => ({ value: value === null ? null : String(value), isExcluded: key === 'exclude' }),
      );
    return { operator, terms: [...terms('include'), ...terms('exclude')] };
  });
  const conditions = groups.filter((group) => group.terms.length > 0).map((group) => groupCondition(group, field));
  return conditions.length > 0 && parts['op'] === 'or' ? anyOf(conditions) : allOf(conditions);
}
