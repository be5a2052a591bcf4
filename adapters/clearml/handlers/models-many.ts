import type { operations } from '../../../openapi/generated/clearml.ts';
import type { Context } from '../../../src/context.ts';
import type { Handler } from '../../../src/http/door.ts';
import { deleteModel } from '../../../src/registry/delete-model.ts';
import { changeModel, moveModels, relabelModels, setModelsPublic } from '../../../src/registry/model-records.ts';
import { publishModel } from '../../../src/registry/publish-model.ts';
import { findOrCreateProject } from '../../../src/tracking/project-tree.ts';
import { wrongField } from '../errors.ts';
import { checkTags } from '../map/limits.ts';
import { forEachId } from '../map/many.ts';
import { toModelUrl } from '../map/model.ts';
import { withoutNulls } from '../map/nulls.ts';
import { toPath } from '../map/project.ts';
import { changedFields } from '../map/task-answer.ts';

/** Releases a model and, unless told otherwise, publishes the task that made it. */
export const modelsSetReady: Handler<operations['models.set_ready']> = async ({ body }, context) => ({
  updated: 1,
  ...(await release(context, body.model, body.publish_task ?? true, body.force_publish_task ?? false)),
});

async function release(context: Context, id: string, withRun: boolean, force: boolean) {
  const run = await publishModel(context, id, { withRun, force });
  if (!run) return {};
  return { published_task: { id: run.id, data: { updated: 1, fields: changedFields(run.changed, context) } } };
}

export const modelsPublishMany: Handler<operations['models.publish_many']> = async ({ body }, context) =>
  forEachId(body.ids, async (id) => ({
    updated: true,
    ...(await release(context, id, body.publish_tasks ?? true, body.force_publish_task ?? false)),
  }));

export const modelsArchiveMany: Handler<operations['models.archive_many']> = async ({ body }, context) =>
  forEachId(body.ids, async (id) => {
    const { before } = await changeModel(context, id, { archived: true });
    return { archived: !before.archived };
  });

export const modelsUnarchiveMany: Handler<operations['models.unarchive_many']> = async ({ body }, context) =>
  forEachId(body.ids, async (id) => {
    const { before } = await changeModel(context, id, { archived: false });
    return { unarchived: before.archived };
  });

/** Deletes a model and says where its file is, which the caller deletes. */
export const modelsDelete: Handler<operations['models.delete']> = async ({ body, baseUrl }, context) => {
  const model = await deleteModel(context, body.model, body.force ?? false);
  return { deleted: true, url: toModelUrl(model, baseUrl) };
};

export const modelsDeleteMany: Handler<operations['models.delete_many']> = async ({ body, baseUrl }, context) =>
  forEachId(body.ids, async (id) => {
    const model = await deleteModel(context, id, body.force ?? false);
    return { deleted: true, url: toModelUrl(model, baseUrl) };
  });

export const modelsMakePublic: Handler<operations['models.make_public']> = async ({ body }, context) => ({
  updated: await setModelsPublic(context, body.ids ?? [], true),
});

export const modelsMakePrivate: Handler<operations['models.make_private']> = async ({ body }, context) => ({
  updated: await setModelsPublic(context, body.ids ?? [], false),
});

/** Moves models into a project, by its id or by a name, which is made when there is none. */
export const modelsMove: Handler<operations['models.move']> = async ({ body }, context) => {
  const { ids, project, project_name } = withoutNulls(body);
  if (!project && !project_name) throw wrongField('project', 'Either project or project_name is required.');
  const id = project || (await findOrCreateProject(context, toPath(project_name ?? ''))).id;
  await moveModels(context, ids, id);
  return { project_id: id };
};

/** Changes the labels of several models. */
export const modelsUpdateTags: Handler<operations['models.update_tags']> = async ({ body }, context) => {
  const { ids = [], add_tags = [], remove_tags = [] } = withoutNulls(body);
  checkTags(add_tags);
  return { updated: await relabelModels(context, ids, add_tags, remove_tags) };
};
