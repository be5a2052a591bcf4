import { invalid, show } from '../../../src/model/errors.ts';
import { type McpCondition, type McpOrder, toMcpVersionNumber } from '../../../src/model/mcp-server.ts';
import { splitName, trimBackticks, unknownName, unquote } from './name.ts';
import { parseOrderClause } from './order.ts';
import { type Clause, parseFilter } from './parse.ts';
import { numberTest, textTest } from './value.ts';

const FIELD = 'filter_string';

/** What is searched; each knows other attributes. */
export type McpSubject = 'server' | 'version' | 'endpoint';

type Attribute =
  | { on: 'text'; field: Extract<McpCondition, { on: 'text' }>['field']; lists: boolean }
  | { on: 'number'; field: 'createdMs' | 'changedMs' }
  | { on: 'hasEndpoints' | 'version' };

const times: Readonly<Record<string, Attribute>> = {
  created_at: { on: 'number', field: 'createdMs' },
  last_updated_at: { on: 'number', field: 'changedMs' },
};

const text = (field: Extract<Attribute, { on: 'text' }>['field'], lists = false): Attribute => ({ on: 'text', field, lists });

const attributes: Readonly<Record<McpSubject, Readonly<Record<string, Attribute>>>> = {
  server: {
    name: text('name', true),
    display_name: text('displayName'),
    status: text('status', true),
    has_access_endpoints: { on: 'hasEndpoints' },
    ...times,
  },
  version: { name: text('name'), version: { on: 'version' }, status: text('status', true), ...times },
  endpoint: { status: text('status'), server_name: text('name', true), transport_type: text('transport'), ...times },
};

const attributeEntities = ['attribute', 'attributes', 'attr', 'run'];
const tagEntities = ['tag', 'tags'];

function truthCondition(clause: Clause): McpCondition {
  const test = textTest(clause, FIELD);
  const value = test.operator === '=' ? test.value.toLowerCase() : undefined;
  if (value === 'true' || value === 'false') return { on: 'hasEndpoints', value: value === 'true' };
  throw invalid(FIELD, `The ${FIELD} can compare ${show(clause.subject)} by = with 'true' or 'false' only.`);
}

/** By = and != numbers are compared to the letter, else by their order. */
function versionCondition(clause: Clause): McpCondition {
  const quoted = 'value' in clause && clause.value.kind !== 'list' ? unquote(clause.value.text) : undefined;
  const { operator } = clause;
  if (quoted === undefined) throw invalid(FIELD, `The ${FIELD} compares ${show(clause.subject)} with no quoted string.`);
  switch (operator) {
    case '=':
    case '!=':
      return { on: 'versionText', operator, version: quoted };
    case '<':
    case '<=':
    case '>':
    case '>=':
      return { on: 'version', operator, number: toMcpVersionNumber(quoted, FIELD) };
    default:
      throw invalid(FIELD, `The ${FIELD} compares ${show(clause.subject)} by ${operator}, which it cannot be compared by.`);
  }
}

function toCondition(clause: Clause, subject: McpSubject): McpCondition {
  if (/[a-z]/.test(clause.operator)) {
    throw invalid(FIELD, `The ${FIELD} has the operator ${show(clause.operator)}; it should be in upper case.`);
  }
  const { entity: written, key } = splitName(clause.subject);
  const entity = trimBackticks(written);
  const entities = subject === 'server' ? [...attributeEntities, ...tagEntities] : attributeEntities;
  if (!entities.includes(entity)) throw unknownName(FIELD, 'entity', entity, entities);
  if (tagEntities.includes(entity)) return { on: 'tag', key, test: textTest(clause, FIELD) };
  const known = attributes[subject];
  const attribute = Object.hasOwn(known, key) ? known[key] : undefined;
  switch (attribute?.on) {
    case undefined:
      throw unknownName(FIELD, 'attribute', key, Object.keys(known));
    case 'text':
      return { on: 'text', field: attribute.field, test: textTest(clause, FIELD, { lists: attribute.lists }) };
    case 'number':
      return { on: 'number', field: attribute.field, test: numberTest(clause, FIELD, 'exact') };
    case 'hasEndpoints':
      return truthCondition(clause);
    case 'version':
      return versionCondition(clause);
  }
}

/**
 * Reads the filter of a search of MCP servers, of versions of one, or of endpoints.
 * @throws invalid for anything MLflow refuses, and for names compared by their order
 */
export function parseMcpFilter(filter: string, subject: McpSubject): McpCondition[] {
  return parseFilter(filter, FIELD).map((clause) => toCondition(clause, subject));
}

const createdAndChanged: Readonly<Record<string, McpOrder['field']>> = {
  created_at: 'createdMs',
  last_updated_at: 'changedMs',
};

const sortable: Readonly<Record<McpSubject, Readonly<Record<string, McpOrder['field']>>>> = {
  server: { name: 'name', ...createdAndChanged },
  version: { version: 'version', ...createdAndChanged },
  endpoint: { id: 'id', server_name: 'name', ...createdAndChanged },
};

/** What follows what was asked for. The last one is unique. */
const following: Readonly<Record<McpSubject, readonly McpOrder['field'][]>> = {
  server: ['name'],
  version: ['createdMs', 'versionText'],
  endpoint: ['id'],
};

/** Reads the order of such a search, made total. @throws invalid for another field, and for one that is named twice */
export function parseMcpOrder(list: readonly string[], subject: McpSubject): McpOrder[] {
  const known = sortable[subject];
  const order = list.map((clause): McpOrder => {
    const { name, descending } = parseOrderClause(clause);
    const field = Object.hasOwn(known, name) ? known[name] : undefined;
    if (field === undefined) throw unknownName('order_by', 'field', name, Object.keys(known));
    return { field, descending };
  });
  if (new Set(order.map(({ field }) => field)).size < order.length) {
    throw invalid('order_by', 'The field order_by names the same field twice.');
  }
  const missing = following[subject].filter((field) => !order.some((one) => one.field === field));
  return [...order, ...missing.map((field) => ({ field, descending: false }))];
}
