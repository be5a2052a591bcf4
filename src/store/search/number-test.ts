import type { NumberTest } from '../../model/query.ts';
import type { Bindings } from './bindings.ts';

const MAX = 2n ** 63n - 1n;

/** Condition on a bigint column, exact for every number: fractions and numbers beyond 64 bits are reasoned away. */
export function wholeCondition(expression: string, { operator, value }: NumberTest, bindings: Bindings): string {
  const always = `${expression} is not null`;
  if (value === Infinity || value === -Infinity) {
    return operator === '!=' || operator.startsWith(value > 0 ? '<' : '>') ? always : 'false';
  }
  const isFraction = typeof value === 'number' && !Number.isInteger(value);
  const whole = BigInt(typeof value === 'number' ? Math.floor(value) : value);
  if (isFraction && operator === '=') return 'false';
  if (isFraction && operator === '!=') return always;
  // between whole numbers, "below the fraction" is "at most its floor"
  const comparison = isFraction ? (operator.startsWith('<') ? '<=' : '>') : operator;
  if (whole > MAX) return comparison === '!=' || comparison.startsWith('<') ? always : 'false';
  if (whole < -MAX - 1n) return comparison === '!=' || comparison.startsWith('>') ? always : 'false';
  return `${expression} ${comparison === '!=' ? '<>' : comparison} ${bindings.bind(whole, 'int8')}`;
}

/** Condition on a double column. NaN, which Postgres takes for the greatest number, only passes `!=`. */
export function doubleCondition(expression: string, { operator, value }: NumberTest, bindings: Bindings): string {
  const comparison = `${expression} ${operator === '!=' ? '<>' : operator} ${bindings.bind(Number(value), 'float8')}`;
  return operator.startsWith('>') ? `${comparison} and ${expression} < 'NaN'::float8` : comparison;
}
