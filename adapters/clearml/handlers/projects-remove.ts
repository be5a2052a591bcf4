import type { operations } from '../../../openapi/generated/clearml.ts';
import type { Handler } from '../../../src/http/door.ts';
import { deleteProject, mergeProject, readProjectContents } from '../../../src/tracking/project-removal.ts';
import { MAX_DEPTH } from '../map/project.ts';
import { toUrls } from './tasks-remove.ts';

/** Moves what a project holds into another one, and deletes it. */
export const projectsMerge: Handler<operations['projects.merge']> = async ({ body }, context) => {
  const { project: id, destination_project: into = '' } = body;
  const moved = await mergeProject(context, { id, into: into ?? '', maxDepth: MAX_DEPTH });
  return { moved_entities: moved.entities, moved_projects: moved.projects };
};

/** What would be deleted with a project. */
export const projectsValidateDelete: Handler<operations['projects.validate_delete']> = async ({ body }, context) => {
  const found = await readProjectContents(context, body.project);
  return {
    tasks: found.runs,
    non_archived_tasks: found.openRuns,
    models: found.models,
    non_archived_models: found.openModels,
    reports: found.reports,
    non_archived_reports: found.openReports,
    pipelines: found.pipelines,
    datasets: found.datasets,
  };
};

/** Deletes a project with all below it; what they hold goes too, or is in no project from then on. */
export const projectsDelete: Handler<operations['projects.delete']> = async ({ body, baseUrl }, context) => {
  const removed = await deleteProject(context, body.project, {
    force: body.force ?? false,
    withContents: body.delete_contents ?? false,
    deletesFiles: body.delete_external_artifacts ?? true,
  });
  return {
    deleted: removed.projects,
    disassociated_tasks: removed.freedRuns,
    ...(body.delete_contents && {
      urls: toUrls(removed.files, baseUrl),
      deleted_models: removed.models,
      deleted_tasks: removed.runs,
    }),
  };
};
