import type { operations } from '../../../openapi/generated/mlflow.ts';
import type { Handler } from '../../../src/http/door.ts';
import { invalid, show } from '../../../src/model/errors.ts';
import * as tracking from '../../../src/tracking/projects.ts';
import { parseExperimentFilter } from '../filter/experiment-filter.ts';
import { parseExperimentOrder } from '../filter/experiment-order.ts';
import { toExperiment } from '../map/experiment.ts';
import { toExperimentId } from '../map/ids.ts';
import { checkArtifactLocation, checkExperimentName, checkKey, checkLength, MAX_EXPERIMENT_TAG_VALUE } from '../map/limits.ts';
import { toPage } from '../map/page.ts';
import { toLifecycleView } from '../map/view.ts';

/** A page must be asked for by its size. */
const PAGE = { usual: 0, most: 50_000 };

function toExperimentTag(tag: { key?: string; value?: string }): { key: string; value: string } {
  const { key = '', value = '' } = tag;
  checkKey('tag', key);
  checkLength('value of an experiment tag', value, MAX_EXPERIMENT_TAG_VALUE);
  return { key, value };
}

export const createExperiment: Handler<operations['createExperiment']> = async ({ body }, context) => {
  const { name = '', artifact_location, tags = [] } = body;
  checkExperimentName(name);
  if (artifact_location) checkArtifactLocation(artifact_location, context.sources);
  const project = await tracking.createProject(context, {
    name,
    artifactRoot: artifact_location || undefined,
    tags: tags.map(toExperimentTag),
  });
  return { experiment_id: project.experimentId.toString() };
};

export const getExperiment: Handler<operations['getExperiment']> = async ({ query }, context) => ({
  experiment: toExperiment(await tracking.showProject(context, toExperimentId(query.experiment_id)), context.workspaceName),
});

export const getExperimentByName: Handler<operations['getExperimentByName']> = async ({ query }, context) => ({
  experiment: toExperiment(await tracking.getProjectByName(context, query.experiment_name ?? ''), context.workspaceName),
});

export const searchExperiments: Handler<operations['searchExperiments']> = async ({ body }, context) => {
  const { filter = '', order_by = [], view_type } = body;
  const { projects, next } = await tracking.searchProjects(context, {
    view: toLifecycleView(view_type),
    conditions: parseExperimentFilter(filter),
    order: parseExperimentOrder(order_by),
    ...toPage(body, PAGE),
  });
  return { experiments: projects.map((project) => toExperiment(project, context.workspaceName)), next_page_token: next };
};

export const updateExperiment: Handler<operations['updateExperiment']> = async ({ body }, context) => {
  const { new_name = '' } = body;
  checkExperimentName(new_name);
  await tracking.renameProject(context, toExperimentId(body.experiment_id), new_name);
  return {};
};

export const deleteExperiment: Handler<operations['deleteExperiment']> = async ({ body }, context) => {
  await tracking.archiveProject(context, toExperimentId(body.experiment_id));
  return {};
};

export const restoreExperiment: Handler<operations['restoreExperiment']> = async ({ body }, context) => {
  await tracking.restoreProject(context, toExperimentId(body.experiment_id));
  return {};
};

export const setExperimentTag: Handler<operations['setExperimentTag']> = async ({ body }, context) => {
  await tracking.setProjectTag(context, toExperimentId(body.experiment_id), toExperimentTag(body));
  return {};
};

export const deleteExperimentTag: Handler<operations['deleteExperimentTag']> = async ({ body }, context) => {
  if (body.key === undefined) throw invalid('key', `The field key is required and was ${show(null)}.`);
  await tracking.deleteProjectTag(context, toExperimentId(body.experiment_id), body.key);
  return {};
};
