import { createHash } from 'node:crypto';
import type { operations } from '../../../openapi/generated/clearml.ts';
import type { Context } from '../../../src/context.ts';
import type { Handler } from '../../../src/http/door.ts';
import { show } from '../../../src/model/errors.ts';
import * as facts from '../../../src/tracking/project-facts.ts';
import { wrongField } from '../errors.ts';
import { MAX_PAGE } from '../filter/find.ts';
import { toTagCondition, toTags } from '../map/tags.ts';

interface ScopeBody {
  project?: string | null;
  projects?: readonly string[] | null;
  include_subprojects?: boolean | null;
}

/** The projects a request is about; projects below them count unless it says otherwise. */
function toScope({ project, projects, include_subprojects }: ScopeBody): facts.ProjectScope {
  return { ids: project ? [project] : (projects ?? []), withInner: include_subprojects !== false };
}

function toSlice({ page, page_size }: { page?: number | null; page_size?: number | null }): facts.SliceOf {
  const limit = Math.min(Math.max(page_size ?? MAX_PAGE, 1), MAX_PAGE);
  const skip = Math.max(page ?? 0, 0) * limit;
  if (!Number.isSafeInteger(skip)) throw wrongField('page', `There is no page ${show(page)}.`);
  return { skip, limit };
}

const md5 = (text: string) => createHash('md5').update(text).digest('hex');

export const projectsGetUniqueMetricVariants: Handler<operations['projects.get_unique_metric_variants']> = async (
  { body },
  context,
) => {
  const kind = body.model_metrics ? 'models' : 'runs';
  const ids = body.ids && body.ids.length > 0 ? body.ids : undefined;
  const names = await facts.listSeriesNames(context, toScope(body), kind, ids);
  return {
    metrics: names.map(({ first, second }) => ({
      metric: first,
      metric_hash: md5(first),
      variant: second,
      variant_hash: md5(second),
    })),
  };
};

export const projectsGetHyperParameters: Handler<operations['projects.get_hyper_parameters']> = async ({ body }, context) => {
  const names = await facts.listParamNames(context, toScope(body));
  const { skip, limit } = toSlice(body);
  const page = names.slice(skip, skip + limit);
  return {
    parameters: page.map(({ first, second }) => ({ section: first, name: second })),
    remaining: Math.max(names.length - skip - page.length, 0),
    total: names.length,
  };
};

export const projectsGetHyperparamValues: Handler<operations['projects.get_hyperparam_values']> = async ({ body }, context) => {
  const param = { first: body.section, second: body.name };
  const { items, total } = await facts.listParamValues(context, toScope(body), param, body.pattern ?? undefined, toSlice(body));
  return { total, values: items };
};

export const projectsGetModelMetadataKeys: Handler<operations['projects.get_model_metadata_keys']> = async (
  { body },
  context,
) => {
  const part = toSlice(body);
  const { items, total } = await facts.listMetadataKeys(context, toScope(body), part);
  return { keys: items, remaining: Math.max(total - part.skip - items.length, 0), total };
};

export const projectsGetModelMetadataValues: Handler<operations['projects.get_model_metadata_values']> = async (
  { body },
  context,
) => {
  const { items, total } = await facts.listMetadataValues(context, toScope(body), body.key, toSlice(body));
  return { total, values: items };
};

interface TagsBody {
  projects?: readonly string[] | null;
  include_system?: boolean | null;
  filter?: { tags?: readonly string[] | null; system_tags?: readonly string[] | null } | null;
}

async function readTags(context: Context, kind: facts.Tagged, body: TagsBody) {
  const found = await facts.listTagsOf(context, kind, toScope({ projects: body.projects }), toTagCondition(body.filter));
  return toTags(found, body.include_system ?? false);
}

export const projectsGetProjectTags: Handler<operations['projects.get_project_tags']> = ({ body }, context) =>
  readTags(context, 'projects', body);

export const projectsGetTaskTags: Handler<operations['projects.get_task_tags']> = ({ body }, context) =>
  readTags(context, 'runs', body);

export const projectsGetModelTags: Handler<operations['projects.get_model_tags']> = ({ body }, context) =>
  readTags(context, 'models', body);

export const projectsGetTaskParents: Handler<operations['projects.get_task_parents']> = async ({ body }, context) => {
  const wanted = { archived: body.tasks_state === 'archived', pattern: body.task_name ?? undefined };
  const parents = await facts.listParents(context, toScope(body), wanted);
  return {
    parents: parents.map(({ id, name, project }) => ({
      id,
      name,
      ...(project && { project: { id: project.id, name: project.path } }),
    })),
  };
};

export const projectsGetUserNames: Handler<operations['projects.get_user_names']> = async ({ body }, context) => ({
  users: await facts.listAuthors(context, toScope(body), body.entity === 'model' ? 'models' : 'runs'),
});

export const projectsMakePublic: Handler<operations['projects.make_public']> = async ({ body }, context) => ({
  updated: await facts.setProjectsPublic(context, body.ids ?? [], true),
});

export const projectsMakePrivate: Handler<operations['projects.make_private']> = async ({ body }, context) => ({
  updated: await facts.setProjectsPublic(context, body.ids ?? [], false),
});
