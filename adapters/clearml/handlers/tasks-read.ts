import type { operations } from '../../../openapi/generated/clearml.ts';
import type { Context } from '../../../src/context.ts';
import type { Handler } from '../../../src/http/door.ts';
import { type Condition, type Find, idsAlone } from '../../../src/model/find.ts';
import { listRunFiles } from '../../../src/tracking/run-files.ts';
import * as tracking from '../../../src/tracking/run-records.ts';
import { isAtEnd, type QueryBody, readFind, toScrollId } from '../filter/find.ts';
import { type Projection, readProjection } from '../filter/projection.ts';
import { taskEntity, taskTreeEntity } from '../filter/task-query.ts';
import { isLegacy, knowsNoSections, toLegacyTask } from '../map/legacy-task.ts';
import { artifactOfRunFile } from '../map/run-file.ts';
import {
  hiddenFields,
  paramItems,
  taskFields,
  toConfigurationItem,
  toHiddenFields,
  toParamsItem,
  toStateDocument,
  toTaskDocument,
} from '../map/task.ts';
import { partsFor, taskPaths } from '../map/task-parts.ts';
import { referencesOf, withIds, withReferences } from '../map/task-references.ts';

const isHidden: Condition<tracking.RunFindField> = { field: { name: 'systemTags' }, test: { is: 'one of', values: ['hidden'] } };
const isPublic: Condition<tracking.RunFindField> = { field: { name: 'isPublic' }, test: { is: 'one of', values: [true] } };

/** A list that names something. */
function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
}

/** Documents are shown to whom, under which address, for which version. */
interface View {
  context: Context;
  baseUrl: string;
  version: string | undefined;
  projection: Projection;
}

/** Adds the files below the artifact roots of runs that no client reported by name. */
async function withFiles(found: readonly tracking.FoundRun[], { context }: View): Promise<tracking.FoundRun[]> {
  return Promise.all(
    found.map(async ({ run, parts }) => {
      const files = (await listRunFiles(context, run)).map((file) => artifactOfRunFile(run.id, file));
      const known = new Set(parts.artifacts?.map(({ key }) => key));
      return { run, parts: { ...parts, artifacts: [...(parts.artifacts ?? []), ...files.filter(({ key }) => !known.has(key))] } };
    }),
  );
}

/** The documents of some runs, uncut. */
async function toDocuments(found: readonly tracking.FoundRun[], view: View): Promise<Record<string, unknown>[]> {
  const { context, baseUrl, version, projection } = view;
  // a listing looks into the folders of its runs only when it is told to
  const isLooking = found.length === 1 ? projection.wants('execution.artifacts') : projection.names('execution');
  const shown = isLooking ? await withFiles(found, view) : found;
  const wanted = isLegacy(version) ? taskFields : taskFields.filter((field) => projection.wants(field));
  const hidden = hiddenFields.filter((field) => projection.names(field));
  return shown.map(({ run, parts }) => {
    const document = toTaskDocument(run, parts, { workspaceId: context.workspaceId, baseUrl }, wanted);
    const whole = isLegacy(version) ? toLegacyTask(document, parts, version) : document;
    return hidden.length === 0 ? whole : { ...whole, ...toHiddenFields(run, parts, hidden) };
  });
}

/** What a body asks for. */
function readQuery(body: QueryBody): Find<tracking.RunFindField> {
  const isOpen = body['search_hidden'] === true || isGiven(body['id']);
  const more = [...(isOpen ? [] : [{ not: isHidden }]), ...(body['allow_public'] === false ? [{ not: isPublic }] : [])];
  return readFind(body, body['include_subprojects'] === true ? taskTreeEntity : taskEntity, more);
}

/** Runs that pass a query, one page. */
async function findPage(query: Find<tracking.RunFindField>, { context, version, projection }: View) {
  const { found, next } = isAtEnd(query)
    ? { found: [], next: undefined }
    : await tracking.findRunRecords(context, query, partsFor(projection, knowsNoSections(version)));
  return { found, scroll: toScrollId(query, next) };
}

/** One task whole. A list of fields shortens it. */
export const tasksGetById: Handler<operations['tasks.get_by_id']> = async ({ body, baseUrl, version }, context) => {
  const projection = readProjection(body as QueryBody, taskPaths);
  const view = { context, baseUrl, version, projection };
  const found = await tracking.showRunRecord(context, body.task ?? '', partsFor(projection, knowsNoSections(version)).parts);
  const [document = {}] = await toDocuments([found], view);
  return { task: projection.cut({ unique_metrics: [], ...document }) };
};

/** What a running task asks for every two seconds. */
const stateFields: ReadonlySet<string> = new Set(['id', 'status', 'status_message']);

/** Tasks that pass a query, with exactly the fields asked for. */
export const tasksGetAll: Handler<operations['tasks.get_all']> = async ({ body, baseUrl, version }, context) => {
  const projection = readProjection(body, taskPaths);
  const query = readQuery(body);
  const ids = projection.isWithin(stateFields) ? idsAlone(query) : undefined;
  if (ids) {
    const states = await tracking.readRunStates(context, ids);
    return { tasks: states.map((state) => projection.cut(toStateDocument(state))) };
  }
  const view = { context, baseUrl, version, projection };
  const { found, scroll } = await findPage(query, view);
  const documents = await toDocuments(found, view);
  return { tasks: documents.map((document) => projection.cut(document)), ...scroll };
};

/** As {@link tasksGetAll}, with ids and with the names of what documents refer to. */
export const tasksGetAllEx: Handler<operations['tasks.get_all_ex']> = async ({ body, baseUrl, version }, context) => {
  const given: QueryBody = body;
  const fields = { only_fields: withIds(given['only_fields']), projection: withIds(given['projection']) };
  const projection = readProjection(fields, taskPaths, ['id']);
  const view = { context, baseUrl, version, projection };
  const { found, scroll } = await findPage(readQuery(body), view);
  const names = await tracking.readReferredNames(context, referencesOf(found, projection));
  const documents = await toDocuments(found, view);
  const tasks = documents.map((document, at) =>
    projection.cut(withReferences(document, found[at] as tracking.FoundRun, names, context.workspaceName)),
  );
  return { tasks, ...scroll };
};

/** As {@link tasksGetAllEx}, for ids. */
export const tasksGetByIdEx: Handler<operations['tasks.get_by_id_ex']> = async (input, context) => tasksGetAllEx(input, context);

/** Kinds of runs that a client may choose from, in the projects named or in all. */
export const tasksGetTypes: Handler<operations['tasks.get_types']> = async ({ body }, context) => ({
  types: await tracking.listRunTypes(context, body.projects ?? []),
});

/** Hyperparameters and properties of tasks, sorted by section and name. */
export const tasksGetHyperParams: Handler<operations['tasks.get_hyper_params']> = async ({ body }, context) => {
  const found = await tracking.getRunRecords(context, body.tasks ?? [], ['params', 'properties']);
  return {
    params: found.map(({ run, parts }) => ({
      task: run.id,
      hyperparams: paramItems(parts)
        .sort((a, b) => compare(a.first, b.first) || compare(a.second, b.second))
        .map(toParamsItem),
    })),
  };
};

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Configuration of tasks, sorted by name: all of it, or the entries named. */
export const tasksGetConfigurations: Handler<operations['tasks.get_configurations']> = async ({ body }, context) => {
  const found = await tracking.getRunRecords(context, body.tasks ?? [], ['configuration']);
  const names = body.names && body.names.length > 0 ? new Set(body.names) : undefined;
  return {
    configurations: found.map(({ run, parts }) => ({
      task: run.id,
      configuration: (parts.configuration ?? []).filter(({ name }) => !names || names.has(name)).map(toConfigurationItem),
    })),
  };
};

/** Names of the configuration entries of tasks; empty entries are left out unless wanted. */
export const tasksGetConfigurationNames: Handler<operations['tasks.get_configuration_names']> = async ({ body }, context) => {
  const found = await tracking.getRunRecords(context, body.tasks ?? [], ['configuration']);
  const isShown = ({ content }: { content: string }) => body.skip_empty === false || content !== '';
  return {
    configurations: found.map(({ run, parts }) => ({
      task: run.id,
      names: (parts.configuration ?? []).filter(isShown).map(({ name }) => name),
    })),
  };
};
