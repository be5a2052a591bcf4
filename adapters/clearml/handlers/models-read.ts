import type { operations } from '../../../openapi/generated/clearml.ts';
import type { Context } from '../../../src/context.ts';
import type { Handler } from '../../../src/http/door.ts';
import type { Condition } from '../../../src/model/find.ts';
import * as registry from '../../../src/registry/model-records.ts';
import { getRunRecord, type ReferredNames, readReferredNames } from '../../../src/tracking/run-records.ts';
import { ApiError } from '../errors.ts';
import { isAtEnd, type QueryBody, readFind, toScrollId } from '../filter/find.ts';
import { modelEntity, modelPaths } from '../filter/model-query.ts';
import { type Projection, readProjection } from '../filter/projection.ts';
import { toHiddenModelFields, toModelDocument } from '../map/model.ts';
import { withIds } from '../map/task-references.ts';
import { isBelow } from '../wire/endpoint.ts';

/** The last version in which a task had one model. */
const ONE_MODEL_UNTIL = '2.13';

/** @throws ApiError 301/1 for callers that know tasks have several models */
export function demandOldVersion(version: string | undefined): void {
  if (version === undefined || isBelow(ONE_MODEL_UNTIL, version)) throw new ApiError(301, 1);
}

const isPublic: Condition<registry.ModelFindField> = { field: { name: 'isPublic' }, test: { is: 'one of', values: [true] } };

/** Documents are shown to whom, under which address, for which version. */
interface View {
  context: Context;
  baseUrl: string;
  version: string | undefined;
}

function toDocument(found: registry.FoundModel, { context, baseUrl, version }: View, projection?: Projection) {
  const document = toModelDocument(found, { workspaceId: context.workspaceId, baseUrl, version });
  const hidden = Object.entries(toHiddenModelFields(found)).filter(([field]) => projection?.names(field));
  return { ...document, ...Object.fromEntries(hidden) };
}

export const modelsGetById: Handler<operations['models.get_by_id']> = async ({ body, baseUrl, version }, context) => ({
  model: toDocument(await registry.getModelRecord(context, body.model), { context, baseUrl, version }),
});

/** The model a task made last, for callers that think there is one. */
export const modelsGetByTaskId: Handler<operations['models.get_by_task_id']> = async ({ body, baseUrl, version }, context) => {
  demandOldVersion(version);
  const { parts } = await getRunRecord(context, body.task ?? '', ['models']);
  const link = parts.models?.findLast(({ direction }) => direction === 'output');
  if (!link) throw new ApiError(400, 122, 'the task made no model');
  await context.guard.demand([{ kind: 'model', ids: [link.modelId], need: 'read' }]);
  return { model: toDocument(await registry.getModelRecord(context, link.modelId), { context, baseUrl, version }) };
};

/** Models a body asks for, one page. */
async function findPage(body: QueryBody, { context, baseUrl }: View, projection: Projection) {
  const more = body['allow_public'] === false ? [{ not: isPublic }] : [];
  const query = readFind(body, modelEntity({ baseUrl, withTree: body['include_subprojects'] === true }), more);
  const withReports = projection.wants('last_metrics') || projection.names('unique_metrics');
  const page = isAtEnd(query) ? { found: [], next: undefined } : await registry.findModelRecords(context, query, withReports);
  return { found: page.found, scroll: toScrollId(query, page.next) };
}

/** Models that pass a query, with exactly the fields asked for. */
export const modelsGetAll: Handler<operations['models.get_all']> = async ({ body, baseUrl, version }, context) => {
  const projection = readProjection(body, modelPaths);
  const view = { context, baseUrl, version };
  const { found, scroll } = await findPage(body, view, projection);
  return { models: found.map((one) => projection.cut(toDocument(one, view, projection))), ...scroll };
};

/** As {@link modelsGetAll}, with ids and with the names of what documents refer to. */
export const modelsGetAllEx: Handler<operations['models.get_all_ex']> = async ({ body, baseUrl, version }, context) => {
  const given: QueryBody = body;
  const fields = { only_fields: withIds(given['only_fields'], references), projection: withIds(given['projection'], references) };
  const projection = readProjection(fields, modelPaths, ['id']);
  const view = { context, baseUrl, version };
  const { found, scroll } = await findPage(body, view, projection);
  const each = (field: string, idOf: (one: registry.FoundModel) => string | null) =>
    projection.names(field) ? found.flatMap((one) => idOf(one) ?? []) : [];
  const names = await readReferredNames(context, {
    users: each('user', ({ model }) => model.userId),
    runs: each('task', ({ model }) => model.sourceRun),
    models: each('parent', ({ model }) => model.parent),
    queues: [],
  });
  const models = found.map((one) => {
    const document = withReferences(toDocument(one, view, projection), one, names);
    const stats = given['include_stats'] === true ? { stats: { labels_count: Object.keys(one.model.classes ?? {}).length } } : {};
    return { ...projection.cut(document), ...stats };
  });
  return { models, ...scroll };
};

/** Fields that are ids of other things. */
const references = ['company', 'project', 'user', 'task', 'parent'];

/** A model document in which ids of other things are objects with their names. */
function withReferences(document: Record<string, unknown>, { model }: registry.FoundModel, names: ReferredNames) {
  const known: Record<string, object | undefined> = {
    project: { name: model.projectPath },
    user: names.users.get(String(document['user'])),
    task: names.runs.get(String(document['task'])),
    parent: names.models.get(String(document['parent'])),
  };
  const given = references.filter((field) => typeof document[field] === 'string');
  return { ...document, ...Object.fromEntries(given.map((field) => [field, { id: document[field], ...known[field] }])) };
}

/** As {@link modelsGetAllEx}, for ids. */
export const modelsGetByIdEx: Handler<operations['models.get_by_id_ex']> = async (input, context) =>
  modelsGetAllEx(input, context);

/** What made the models of some projects, or of all. */
export const modelsGetFrameworks: Handler<operations['models.get_frameworks']> = async ({ body }, context) => ({
  frameworks: await registry.listFrameworks(context, body.projects ?? []),
});
