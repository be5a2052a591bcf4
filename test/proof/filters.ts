import type { Chance } from './chance.ts';

/** The words of a search language: what it can ask about, and values that are sometimes found. */
export interface Vocabulary {
  /** Identifiers compared with texts, as written: `name`, `tags.color`. */
  texts: readonly string[];
  /** Identifiers compared with numbers. */
  numbers: readonly string[];
  values: readonly string[];
  /** Numbers to compare with, as written. */
  amounts: readonly string[];
  /** Operators beyond the usual ones. */
  operators?: readonly string[];
}

const textOperators = ['=', '!=', 'LIKE', 'ILIKE', 'like'];
const numberOperators = ['=', '!=', '<', '<=', '>', '>='];
const brokenFilters = [
  'AND',
  "name = 'a' OR name = 'b'",
  "(name = 'a')",
  "name = 'a' AND",
  "name == 'a'",
  "name = 'a';",
  'name',
  "name = 'unclosed",
  "'a' = name",
  "name = 'a' name = 'b'",
  'name = a',
  "name ~ 'a'",
  "nothing.at.all = 'x'",
  "tags.k1 = 'a', tags.k2 = 'b'",
  "`name` = 'a'",
  "NOT name = 'a'",
  "name BETWEEN 'a' AND 'b'",
  '1 = 1',
  'name = 5',
  "-- comment\nname = 'a'",
];
/** Share of the filters, and of the orders, that no grammar reads. */
const BROKEN_SHARE = 0.12;

function clause(chance: Chance, words: Vocabulary): string {
  const isText = words.numbers.length === 0 || chance.happens(0.65);
  const name = chance.one(isText ? words.texts : words.numbers);
  const roll = chance.next();
  if (roll < 0.06) return `${name} ${chance.one(['IS NULL', 'IS NOT NULL', 'is null'])}`;
  if (roll < 0.14) {
    const items = Array.from({ length: 1 + chance.below(3) }, () => `'${chance.one(words.values)}'`);
    return `${name} ${chance.one(['IN', 'NOT IN', 'in'])} (${items.join(', ')})`;
  }
  // now and then an operator of the other kind
  const operators = chance.happens(0.93) === isText ? [...textOperators, ...(words.operators ?? [])] : numberOperators;
  const operator = chance.one(operators);
  const takesText = chance.happens(0.95) === isText;
  if (!takesText) return `${name} ${operator} ${chance.one(words.amounts)}`;
  return `${name} ${operator} ${quoted(chance, chance.one(words.values), /like/i.test(operator))}`;
}

function quoted(chance: Chance, value: string, isPattern: boolean): string {
  const text = isPattern
    ? chance.one([value, `%${value.slice(1)}`, `${value.slice(0, 3)}%`, '%', `%${value.slice(1, 3)}%`])
    : value;
  return chance.happens(0.9) ? `'${text}'` : `"${text}"`;
}

/** A filter of up to three conditions. `always` is joined to it, to keep sequences apart. */
export function anyFilter(chance: Chance, words: Vocabulary, always?: string): string {
  const broken = chance.happens(BROKEN_SHARE);
  const joint = chance.one([' AND ', ' and ', '  And ']);
  const clauses = Array.from({ length: 1 + chance.below(3) }, () => clause(chance, words));
  const own = broken ? chance.one(brokenFilters) : clauses.join(joint);
  return always === undefined ? own : `${always} AND ${own}`;
}

/** Up to two things to order by, as `order_by` lists them. */
export function anyOrder(chance: Chance, names: readonly string[]): string[] {
  if (chance.happens(BROKEN_SHARE))
    return [chance.one(['nothing ASC', 'name UP', '', 'name ASC name', 'name; drop table x', 'tags', '1'])];
  return chance
    .some(names)
    .slice(0, 2)
    .map((name) => name + chance.one([' ASC', ' DESC', '', ' asc', ' desc']));
}
