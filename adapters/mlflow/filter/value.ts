import { invalid, show } from '../../../src/model/errors.ts';
import type { NumberOperator, NumberTest, TextOperator, TextTest } from '../../../src/model/query.ts';
import type { PatternTest } from '../../../src/model/trace-query.ts';
import { unquote } from './name.ts';
import type { Clause, Operand } from './parse.ts';

const numberOperators: ReadonlySet<string> = new Set<NumberOperator>(['=', '!=', '<', '<=', '>', '>=']);
const textOperators: ReadonlySet<string> = new Set<TextOperator>(['=', '!=', 'like', 'ilike']);

/** What a clause allows beside comparing with one text. */
export interface TextRules {
  /** IN and NOT IN. */
  lists?: boolean;
  /** IS NULL and IS NOT NULL. */
  nulls?: boolean;
}

function wrongOperator(clause: Clause, field: string): Error {
  return invalid(field, `The ${field} compares ${show(clause.subject)} by ${clause.operator}, which it cannot be compared by.`);
}

/** The text a clause compares with: quoted either way, its inside taken as it is. */
function textOf(clause: Clause, value: Operand, field: string): string {
  const text = value.kind === 'string' || value.kind === 'name' ? unquote(value.text) : undefined;
  if (text === undefined) {
    throw invalid(field, `The ${field} compares ${show(clause.subject)} with ${show(value.text)}, which is no quoted string.`);
  }
  return text;
}

/**
 * Checks a comparison of a text. The caller has made the operator's case uniform where any case will do.
 * @throws invalid for an operator that the rules leave out and for a value that is no quoted string
 */
export function textTest(clause: Clause, field: string, rules: TextRules = {}): TextTest {
  if (!('value' in clause)) {
    if (!rules.nulls) throw wrongOperator(clause, field);
    return { operator: clause.operator === 'IS NULL' ? 'is null' : 'is not null' };
  }
  const { value } = clause;
  const operator = clause.operator.toLowerCase();
  if (operator === 'in' || operator === 'not in') {
    if (!rules.lists || value.kind !== 'list') throw wrongOperator(clause, field);
    return { operator, values: value.values };
  }
  if (!textOperators.has(operator)) throw wrongOperator(clause, field);
  return { operator: operator as TextOperator, value: textOf(clause, value, field) };
}

/**
 * As {@link textTest}, for searches of traces, which also know RLIKE.
 * @throws invalid as there
 */
export function patternTest(clause: Clause, rules: TextRules): PatternTest {
  const isPattern = 'value' in clause && clause.operator.toLowerCase() === 'rlike';
  return isPattern ? { operator: 'rlike', value: textOf(clause, clause.value, 'filter') } : textTest(clause, 'filter', rules);
}

/**
 * Checks a comparison of a number: unquoted, with a sign or an exponent.
 * @param whole how a number without point and exponent is read: exactly, or as a double
 * @throws invalid for another operator and for anything that is no number
 */
export function numberTest(clause: Clause, field: string, whole: 'exact' | 'double'): NumberTest {
  if (!('value' in clause) || !numberOperators.has(clause.operator)) throw wrongOperator(clause, field);
  const { kind, text } = clause.value;
  if (kind !== 'integer' && kind !== 'decimal') {
    throw invalid(field, `The ${field} compares ${show(clause.subject)} with ${show(text)}, which is no number.`);
  }
  const value = kind === 'integer' && whole === 'exact' ? BigInt(text) : Number(text);
  return { operator: clause.operator as NumberOperator, value };
}
