import { type Model, modelStatuses } from '../../model/logged-model.ts';
import type {
  MeasuredOn,
  ModelCondition,
  ModelNumberField,
  ModelOrder,
  ModelQuery,
  ModelTextField,
} from '../../model/model-query.ts';
import type { TextTest } from '../../model/query.ts';
import type { Database } from '../database.ts';
import { MODEL_COLUMNS, type ModelRow, toModel } from '../models.ts';
import { uuidOfModel } from '../write-model-points.ts';
import { Bindings } from './bindings.ts';
import { afterPlace, type Place, placeOf, type SortKey, sortList } from './keyset.ts';
import { refuseManyTerms } from './limits.ts';
import { doubleCondition, wholeCondition } from './number-test.ts';
import { cutPage, readPageToken } from './page-token.ts';
import { projectsInReach, type ReadScope } from './scope.ts';
import { textCondition } from './text-test.ts';

const milliseconds = (column: string) => `(extract(epoch from ${column}) * 1000)::int8`;

const texts: Readonly<Record<ModelTextField, string>> = {
  id: `'m-' || replace(m.model_id::text, '-', '')`,
  name: 'm.name',
  type: `coalesce(m.type, '') collate "C"`,
  sourceRun: `coalesce(m.source_run, '')`,
  statusMessage: 'm.status_message collate "C"',
  artifactRoot: 'm.artifact_root collate "C"',
  experimentId: 'p.experiment_id::text',
};

const numbers: Readonly<Record<ModelNumberField, string>> = {
  createdMs: milliseconds('m.created_at'),
  changedMs: milliseconds('m.changed_at'),
};

/** Ids are compared as uuids, so that the index serves; patterns need the text that is shown. No model has an id of another form. */
function idCondition(test: TextTest, bindings: Bindings): string {
  if (test.operator === '=' || test.operator === 'in' || test.operator === '!=' || test.operator === 'not in') {
    const values = 'values' in test ? test.values : [test.value];
    const uuids = bindings.bind(values.filter((id) => /^m-[0-9a-f]{32}$/.test(id)).map(uuidOfModel), 'uuid[]');
    return `m.model_id ${test.operator === '=' || test.operator === 'in' ? '= any' : '<> all'}(${uuids})`;
  }
  return textCondition(texts.id, test, bindings);
}

/** Rows `c` of the model's points, by metric and data. */
function points(key: string | undefined, data: readonly MeasuredOn[], bindings: Bindings): string {
  const metric = key === undefined ? '' : ` and c.key_id = (select key_id from keys where key = ${bindings.bind(key, 'text')})`;
  const measured = data.map(({ name, digest }) =>
    [
      ...(name === null ? [] : [`c.dataset_name = ${bindings.bind(name, 'text')}`]),
      ...(digest === null ? [] : [`c.dataset_digest = ${bindings.bind(digest, 'text')}`]),
    ].join(' and '),
  );
  return `model_metrics c where c.model_id = m.model_id${metric}${measured.length > 0 ? ` and (${measured.join(' or ')})` : ''}`;
}

function modelCondition(condition: ModelCondition, bindings: Bindings): string {
  switch (condition.on) {
    case 'text':
      if (condition.field === 'id') return idCondition(condition.test, bindings);
      return textCondition(texts[condition.field], condition.test, bindings);
    case 'number':
      return wholeCondition(numbers[condition.field], condition.test, bindings);
    case 'status':
      return `m.status = any(${bindings.bind(condition.statuses, 'text[]')})`;
    case 'param':
    case 'tag': {
      const value = textCondition('c.value', condition.test, bindings);
      return `exists (select from model_${condition.on}s c
        where c.model_id = m.model_id and c.key = ${bindings.bind(condition.key, 'text')} and ${value})`;
    }
    case 'metric': {
      const value = doubleCondition('c.value', condition.test, bindings);
      return `exists (select from ${points(condition.key, condition.data, bindings)} and ${value})`;
    }
    case 'data':
      return `exists (select from ${points(undefined, condition.data, bindings)})`;
  }
}

function latestJoin(order: ModelOrder & { on: 'metric' }, alias: string, bindings: Bindings): string {
  const hasData = order.data.name !== null || order.data.digest !== null;
  return `left join lateral (
    select c.value from ${points(order.key, hasData ? [order.data] : [], bindings)}
    order by c.timestamp_ms desc, c.step desc, c.run_id limit 1) ${alias} on true`;
}

/** Sort keys of one order; `alias` has the value of a metric. */
function sortKeys(order: ModelOrder, alias: string): SortKey[] {
  const { descending } = order;
  if (order.on === 'metric') {
    const value = `${alias}.value`;
    const rank = `case when ${value} is null then 2 when ${value} = 'NaN' then 1 else 0 end`;
    return [
      { expression: rank, type: 'int4' },
      { expression: value, type: 'float8', descending },
    ];
  }
  switch (order.field) {
    case 'id':
      return [{ expression: 'm.model_id', type: 'uuid', descending }];
    case 'status': {
      const cases = modelStatuses.map((status, at) => `when '${status}' then ${at}`).join(' ');
      return [{ expression: `case m.status ${cases} end`, type: 'int4', descending }];
    }
    case 'createdMs':
    case 'changedMs':
      return [{ expression: numbers[order.field], type: 'int8', descending }];
    case 'experimentId':
      return [{ expression: 'p.experiment_id', type: 'int8', descending }];
    default: {
      const value = texts[order.field];
      return [
        { expression: `(${value} is null)::int4`, type: 'int4' },
        { expression: value, type: 'text', descending },
      ];
    }
  }
}

/** What a page token must have been given for. */
function identityOf({ experimentIds, conditions, order }: ModelQuery): string {
  return JSON.stringify([experimentIds, conditions, order], (_key, value) => (typeof value === 'bigint' ? String(value) : value));
}

/**
 * One page of the active models of some projects, in one statement.
 * @returns the models, and the place to go on from when there are more
 * @throws invalid for a place that is none of this search, and for more than 100 conditions and sort keys
 */
export async function searchModels(
  db: Database,
  scope: ReadScope,
  query: ModelQuery,
): Promise<{ models: Model[]; next?: string }> {
  refuseManyTerms(query);
  const bindings = new Bindings();
  const keys = query.order.flatMap((order, at) => sortKeys(order, `o${at}`));
  const identity = identityOf(query);
  const start = query.after === undefined ? undefined : readPageToken(query.after, identity, [keys]);
  const joins = query.order.flatMap((order, at) => (order.on === 'metric' ? [latestJoin(order, `o${at}`, bindings)] : []));
  const conditions = [
    ...projectsInReach(bindings, 'p', scope),
    `p.experiment_id = any(${bindings.bind(query.experimentIds, 'int8[]')})`,
    'not m.archived',
    'not m.is_of_version',
    ...query.conditions.map((condition) => modelCondition(condition, bindings)),
    ...(start ? [afterPlace(keys, start.place, bindings)] : []),
  ];
  const { rows } = await db.query<ModelRow & { place: Place }>({
    text: `select ${MODEL_COLUMNS}, ${placeOf(keys)} as place
      from models m join projects p using (project_id) ${joins.join(' ')}
      where ${conditions.join(' and ')} order by ${sortList(keys)} limit ${bindings.bind(query.limit + 1, 'int8')}`,
    values: bindings.values,
  });
  const { page, ...more } = cutPage(rows, query.limit, identity);
  return { models: page.map(toModel), ...more };
}
