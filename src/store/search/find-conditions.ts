import { BridgeError, invalid, show } from '../../model/errors.ts';
import type { Comparison, Condition, FieldTest, FieldValue, FindOrder } from '../../model/find.ts';
import type { Bindings } from './bindings.ts';
import {
  type ColumnField,
  type FieldSql,
  type FieldTable,
  type FieldType,
  fieldSql,
  hexOf,
  type IdField,
  type RowsField,
  uuidOfHex,
} from './find-fields.ts';
import { doubleCondition, wholeCondition } from './number-test.ts';
import { readPattern } from './pattern.ts';
import { indexedPart, textCondition } from './text-test.ts';

/** Tests and sort keys of one query, and values they compare with: planning and checking grow with their number. */
const MAX_TERMS = 200;
const MAX_VALUES = 10_000;

function measure(condition: Condition): { terms: number; values: number } {
  if ('field' in condition) {
    return { terms: 1, values: condition.test.is === 'one of' ? condition.test.values.length : 1 };
  }
  const inner = 'not' in condition ? [condition.not] : 'all' in condition ? condition.all : condition.any;
  const sizes = inner.map(measure);
  const sum = (part: 'terms' | 'values') => sizes.reduce((total, size) => total + size[part], 0);
  return { terms: sum('terms'), values: sum('values') };
}

/** @throws invalid for more than 200 tests and sort keys, or more than 10,000 values */
export function refuseLargeQueries({ where, order }: { where: Condition; order: readonly FindOrder[] }): void {
  const { terms, values } = measure(where);
  if (terms + order.length > MAX_TERMS) {
    throw invalid(
      'query',
      `The query has ${terms + order.length} conditions and sort keys; at most ${MAX_TERMS} are searched for at once.`,
    );
  }
  if (values > MAX_VALUES) {
    throw invalid('query', `The query compares with ${values} values; at most ${MAX_VALUES} are searched for at once.`);
  }
}

const arrays: Readonly<Record<FieldType, string>> = {
  text: 'text[]',
  int8: 'numeric[]',
  float8: 'float8[]',
  timestamptz: 'timestamptz[]',
  ms: 'numeric[]',
  bool: 'bool[]',
};

/** A value as a field's type has it; undefined when no value of that type equals it. */
function toValue(value: FieldValue, type: FieldType): unknown {
  switch (type) {
    case 'text':
      return String(value instanceof Date ? value.toISOString() : value);
    case 'bool':
      return typeof value === 'boolean' ? value : undefined;
    case 'timestamptz':
      return value instanceof Date ? value : undefined;
    case 'ms':
      return value instanceof Date ? value.getTime() : undefined;
    default:
      return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
  }
}

function oneOf(expression: string, values: readonly FieldValue[], type: FieldType, bindings: Bindings): string {
  const known = values.map((value) => toValue(value, type)).filter((value) => value !== undefined);
  if (known.length === 0) return 'false';
  if (type === 'bool' && known.length === 1) return known[0] === true ? expression : `not ${expression}`;
  return `${expression} = any(${bindings.bind(known, arrays[type])})`;
}

function compare(expression: string, operator: Comparison, value: number | Date, type: FieldType, bindings: Bindings): string {
  if (type === 'timestamptz' && value instanceof Date) return `${expression} ${operator} ${bindings.bind(value, 'timestamptz')}`;
  if (type === 'ms' && value instanceof Date) return wholeCondition(expression, { operator, value: value.getTime() }, bindings);
  if (type === 'int8' && typeof value === 'number') return wholeCondition(expression, { operator, value }, bindings);
  if (type === 'float8' && typeof value === 'number') return doubleCondition(expression, { operator, value }, bindings);
  throw new BridgeError('invalid', `The value ${show(value)} cannot be compared with a field of another kind.`, {
    field: 'query',
  });
}

function matches(expression: string, test: FieldTest & { is: 'matching' }, isIndexed: boolean, bindings: Bindings): string {
  const { equal, beginning, expression: pattern } = readPattern(test.pattern);
  const isExact = !test.ignoreCase;
  if (isExact && equal !== undefined) return textCondition(expression, { operator: '=', value: equal }, bindings, isIndexed);
  const found = `${expression} collate "default" ${isExact ? '~' : '~*'} ${bindings.bind(pattern, 'text')}`;
  if (!isExact || !isIndexed || beginning === '') return found;
  const escaped = [...beginning]
    .slice(0, 256)
    .join('')
    .replace(/[\\%_]/g, '\\$&');
  return `${indexedPart(expression)} like ${bindings.bind(`${escaped}%`, 'text')} and ${found}`;
}

function missing(expression: string, type: FieldType): string {
  return type === 'text' ? `coalesce(${expression}, '') = ''` : `${expression} is null`;
}

/** A test of a value that is not missing. */
function valueTest(expression: string, type: FieldType, test: FieldTest, bindings: Bindings, isIndexed = false): string {
  switch (test.is) {
    case 'one of': {
      const [only] = test.values;
      if (type === 'text' && test.values.length === 1 && typeof only === 'string') {
        return textCondition(expression, { operator: '=', value: only }, bindings, isIndexed);
      }
      return oneOf(expression, test.values, type, bindings);
    }
    case 'missing':
      return missing(expression, type);
    case 'matching':
      return matches(type === 'text' ? expression : `(${expression})::text`, test, isIndexed, bindings);
    default:
      return compare(expression, test.is, test.value, type, bindings);
  }
}

function idTest({ uuid, text = hexOf(uuid), toUuid = uuidOfHex }: IdField, test: FieldTest, bindings: Bindings): string {
  if (test.is === 'missing') return `${uuid} is null`;
  if (test.is !== 'one of') return valueTest(text, 'text', test, bindings);
  const uuids = test.values.flatMap((id) => (typeof id === 'string' ? (toUuid(id) ?? []) : []));
  // a single id as a constant: the planner then knows that there is one row
  if (uuids.length === 1) return `${uuid} = ${bindings.bind(uuids[0], 'uuid')}`;
  return uuids.length === 0 ? 'false' : `${uuid} = any(${bindings.bind(uuids, 'uuid[]')})`;
}

function rowsTest({ rows, value, of = 'text', oneOf: quick }: RowsField, test: FieldTest, bindings: Bindings): string {
  if (test.is === 'missing')
    return `not exists (select from ${rows} and ${of === 'text' ? `${value} <> ''` : `${value} is not null`})`;
  if (test.is === 'one of' && quick) return quick(test.values.map(String), bindings);
  return `exists (select from ${rows} and ${valueTest(value, of, test, bindings)})`;
}

function columnTest({ value, type, indexed, always }: ColumnField, test: FieldTest, bindings: Bindings): string {
  if (test.is === 'missing' && always) return 'false';
  return valueTest(value, type, test, bindings, indexed);
}

function fieldTest(field: FieldSql, test: FieldTest, bindings: Bindings): string {
  if (field.type === 'id') return idTest(field, test, bindings);
  return field.type === 'rows' ? rowsTest(field, test, bindings) : columnTest(field, test, bindings);
}

/** Whether a test of a field is never null: it then can be negated without more. */
function isTwoValued(field: FieldSql, test: FieldTest): boolean {
  return test.is === 'missing' || field.type === 'rows' || field.always === true;
}

function negation<Name extends string>(table: FieldTable<Name>, condition: Condition<Name>, bindings: Bindings): string {
  if ('not' in condition) return conditionSql(table, condition.not, bindings);
  if ('all' in condition)
    return joined(
      condition.all.map((one) => negation(table, one, bindings)),
      'or',
      'false',
    );
  if ('any' in condition)
    return joined(
      condition.any.map((one) => negation(table, one, bindings)),
      'and',
      'true',
    );
  const field = fieldSql(table, condition.field, bindings);
  const test = fieldTest(field, condition.test, bindings);
  return isTwoValued(field, condition.test) ? `not (${test})` : `(${test}) is not true`;
}

function joined(parts: readonly string[], by: 'and' | 'or', none: string): string {
  return parts.length > 1 ? `(${parts.join(` ${by} `)})` : (parts[0] ?? none);
}

/**
 * SQL of a condition on the rows a table of fields is made for.
 * @throws invalid for a pattern that cannot be searched for
 */
export function conditionSql<Name extends string>(
  table: FieldTable<Name>,
  condition: Condition<Name>,
  bindings: Bindings,
): string {
  if ('not' in condition) return negation(table, condition.not, bindings);
  if ('all' in condition)
    return joined(
      condition.all.map((one) => conditionSql(table, one, bindings)),
      'and',
      'true',
    );
  if ('any' in condition)
    return joined(
      condition.any.map((one) => conditionSql(table, one, bindings)),
      'or',
      'false',
    );
  return `(${fieldTest(fieldSql(table, condition.field, bindings), condition.test, bindings)})`;
}
