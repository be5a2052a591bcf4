import type { operations } from '../../../openapi/generated/clearml.ts';
import { findProfiles } from '../../../src/access/profiles.ts';
import type { Context } from '../../../src/context.ts';
import type { Handler } from '../../../src/http/door.ts';
import type { Condition } from '../../../src/model/find.ts';
import { countModelRecords } from '../../../src/registry/model-records.ts';
import { listTagsOf } from '../../../src/tracking/project-facts.ts';
import { countProjects } from '../../../src/tracking/project-tree.ts';
import { countRunRecords } from '../../../src/tracking/run-records.ts';
import type { Entity } from '../filter/fields.ts';
import { MAX_PAGE, type QueryBody, readFind } from '../filter/find.ts';
import { modelEntity } from '../filter/model-query.ts';
import { projectEntity } from '../filter/project-fields.ts';
import { taskEntity, taskTreeEntity } from '../filter/task-query.ts';
import { companyOf } from '../map/company.ts';
import { toTagCondition, toTags } from '../map/tags.ts';

/** Tags of all tasks and models. */
export const organizationGetTags: Handler<operations['organization.get_tags']> = async ({ body }, context) => {
  const everywhere = { ids: [], withInner: true };
  const where = toTagCondition(body.filter);
  const found = await Promise.all((['runs', 'models'] as const).map((kind) => listTagsOf(context, kind, everywhere, where)));
  const merged = (field: 'labels' | 'systemTags') => [...new Set(found.flatMap((one) => one[field]))].sort();
  return toTags({ labels: merged('labels'), systemTags: merged('systemTags') }, body.include_system ?? false);
};

/** There is one company; everybody belongs to it. */
export const organizationGetUserCompanies: Handler<operations['organization.get_user_companies']> = async (_input, context) => {
  const { rows } = await findProfiles(context, { where: { all: [] }, order: [], limit: MAX_PAGE });
  const owners = rows.map(({ id, name, displayName, avatar }) => ({
    id,
    name: displayName || name,
    ...(avatar !== null && { avatar }),
  }));
  return { companies: [{ ...companyOf(context), allocated: owners.length, owners }] };
};

/** What a request may count. */
type Countable = Exclude<
  keyof operations['organization.get_entities_count']['requestBody']['content']['application/json'],
  'search_hidden' | 'active_users' | 'allow_public' | 'limit'
>;

interface CountOptions {
  withHidden: boolean;
  users: readonly string[] | undefined;
  /** Where counting stops. */
  most: number | undefined;
  baseUrl: string;
}

/** The condition of a query, without hidden things unless they are asked for, and of some users alone. */
function conditionOf<Name extends string>(
  body: QueryBody,
  entity: Entity<Name>,
  { hidden, user }: { hidden?: Condition<Name>; user: Name },
  { withHidden, users }: CountOptions,
): Condition<Name> {
  const isOpen = withHidden || body['search_hidden'] === true || body['id'] !== undefined;
  return readFind(body, entity, [
    ...(hidden && !isOpen ? [{ not: hidden }] : []),
    ...(users ? [{ field: { name: user }, test: { is: 'one of' as const, values: users } }] : []),
  ]).where;
}

function countProjectsOf(context: Context, body: QueryBody, options: CountOptions): Promise<number> {
  const hidden = { field: { name: 'hidden' as const }, test: { is: 'one of' as const, values: [true] } };
  return countProjects(context, conditionOf(body, projectEntity, { hidden, user: 'innerUser' }, options), options.most);
}

function countTasksOf(context: Context, body: QueryBody, options: CountOptions): Promise<number> {
  const hidden = { field: { name: 'systemTags' as const }, test: { is: 'one of' as const, values: ['hidden'] } };
  const entity = body['include_subprojects'] === true ? taskTreeEntity : taskEntity;
  return countRunRecords(context, conditionOf(body, entity, { hidden, user: 'user' }, options), options.most);
}

function countModelsOf(context: Context, body: QueryBody, options: CountOptions): Promise<number> {
  const entity = modelEntity({ baseUrl: options.baseUrl, withTree: body['include_subprojects'] === true });
  return countModelRecords(context, conditionOf(body, entity, { user: 'user' }, options), options.most);
}

const counts: Readonly<Record<Countable, (context: Context, body: QueryBody, options: CountOptions) => Promise<number>>> = {
  projects: countProjectsOf,
  tasks: countTasksOf,
  models: countModelsOf,
  // these live in hidden projects; which are meant says the query
  pipelines: (context, body, options) => countProjectsOf(context, body, { ...options, withHidden: true }),
  datasets: (context, body, options) => countProjectsOf(context, body, { ...options, withHidden: true }),
  pipeline_runs: (context, body, options) => countTasksOf(context, body, { ...options, withHidden: true }),
  dataset_versions: (context, body, options) => countTasksOf(context, body, { ...options, withHidden: true }),
  reports: (context, body, options) =>
    countTasksOf(context, { include_subprojects: true, ...body, type: ['report'] }, { ...options, withHidden: true }),
};

/** How many things of several kinds pass a query each. */
export const organizationGetEntitiesCount: Handler<operations['organization.get_entities_count']> = async (
  { body, baseUrl },
  context,
) => {
  const options: CountOptions = {
    withHidden: body.search_hidden ?? false,
    users: body.active_users && body.active_users.length > 0 ? body.active_users : undefined,
    most: body.limit ?? undefined,
    baseUrl,
  };
  const names = (Object.keys(counts) as Countable[]).filter((name) => body[name]);
  const found = await Promise.all(names.map((name) => counts[name](context, body[name] as QueryBody, options)));
  return Object.fromEntries(names.map((name, at) => [name, found[at] ?? 0]));
};
