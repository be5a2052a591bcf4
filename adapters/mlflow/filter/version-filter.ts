import { invalid, show } from '../../../src/model/errors.ts';
import type { VersionCondition, VersionOrder, VersionQuery } from '../../../src/model/registry-query.ts';
import { unquote } from './name.ts';
import { parseOrderClause } from './order.ts';
import { type Clause, parseFilter } from './parse.ts';
import { refuseTwice, resolveFiltered, resolveOrdered } from './registry-name.ts';
import { partPrompts } from './registry-prompts.ts';
import { numberTest, textTest } from './value.ts';

const texts = { name: 'name', run_id: 'runId', source_path: 'source' } as const;
const attributes = [...Object.keys(texts), 'version_number'];

function isText(key: string): key is keyof typeof texts {
  return Object.hasOwn(texts, key);
}

/** The number may stand in quotes; a fraction is refused. */
function versionCondition(clause: Clause): VersionCondition {
  if (!('value' in clause)) return { on: 'version', test: numberTest(clause, 'filter', 'exact') };
  const { kind, text } = clause.value;
  const quoted = kind === 'string' || kind === 'name' ? unquote(text) : undefined;
  const digits = quoted ?? text;
  if (kind === 'list' || !/^\s*[+-]?\d{1,100}\s*$/.test(digits) || (quoted === undefined && kind !== 'integer')) {
    throw invalid('filter', `The filter compares version_number with ${show(text)}, which is no whole number.`);
  }
  const whole: Clause = { ...clause, value: { kind: 'integer', text: digits.trim().replace(/^\+/, '') } };
  return { on: 'version', test: numberTest(whole, 'filter', 'exact') };
}

function toCondition(clause: Clause): VersionCondition {
  const name = resolveFiltered(clause.subject, attributes);
  if (name.on === 'tag') return { on: 'tag', key: name.key, test: textTest(clause, 'filter') };
  if (!isText(name.key)) return versionCondition(clause);
  return { on: 'text', field: texts[name.key], test: textTest(clause, 'filter', { lists: name.key !== 'source_path' }) };
}

/** Reads the filter of a search over versions, in MLflow's language. @throws invalid for anything MLflow refuses */
export function parseVersionFilter(text: string): Pick<VersionQuery, 'conditions' | 'withPrompts'> {
  const { clauses, withPrompts } = partPrompts(parseFilter(text), attributes);
  return { conditions: clauses.map(toCondition), withPrompts };
}

const sortable: ReadonlyMap<string, VersionOrder['field']> = new Map([
  ['name', 'name'],
  ['version_number', 'version'],
  ['creation_timestamp', 'createdMs'],
  ['last_updated_timestamp', 'changedMs'],
]);

/** Last changed first. */
const byDefault: readonly VersionOrder[] = [
  { field: 'changedMs', descending: true },
  { field: 'name', descending: false },
  { field: 'version', descending: true },
];

/** Reads the order of a search over versions and makes it total: by name, and the newest version first. @throws invalid */
export function parseVersionOrder(list: readonly string[]): VersionOrder[] {
  if (list.length === 0) return [...byDefault];
  const order = list.map((clause): VersionOrder => {
    const { name, descending } = parseOrderClause(clause);
    return { field: resolveOrdered(name.trim(), sortable), descending };
  });
  refuseTwice(order);
  const missing = byDefault.slice(1).filter(({ field }) => !order.some((one) => one.field === field));
  return [...order, ...missing];
}
