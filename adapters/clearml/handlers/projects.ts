import type { operations } from '../../../openapi/generated/clearml.ts';
import type { Handler } from '../../../src/http/door.ts';
import { basenameOf, toProjectPath } from '../../../src/model/project.ts';
import * as tracking from '../../../src/tracking/project-tree.ts';
import { checkTags } from '../map/limits.ts';
import { MAX_DEPTH, type ProjectFields, toPath, toProjectDocument, toProjectPatch } from '../map/project.ts';

/** Adds a project and those above it that are missing. */
export const projectsCreate: Handler<operations['projects.create']> = async ({ body }, context) => {
  checkTags(body.tags ?? undefined);
  const { id } = await tracking.createProjectAt(context, { path: toPath(body.name ?? ''), ...toProjectPatch(body) });
  return { id };
};

export const projectsGetById: Handler<operations['projects.get_by_id']> = async ({ body }, context) => ({
  project: toProjectDocument(await tracking.getProjectByUuid(context, body.project ?? ''), context.workspaceId),
});

/** Changes what is said of a project, and the last part of its name. */
export const projectsUpdate: Handler<operations['projects.update']> = async ({ body }, context) => {
  checkTags(body.tags ?? undefined);
  const path = body.name == null ? undefined : toPath(body.name);
  await tracking.updateProject(context, body.project ?? '', { ...toProjectPatch(body), path });
  return { updated: 1, fields: { ...shownFields(body), ...(path !== undefined && { name: path, basename: basenameOf(path) }) } };
};

/** The fields of a request as the answer repeats them. */
function shownFields({ description, tags, system_tags, default_output_destination }: ProjectFields): Record<string, unknown> {
  return {
    ...(description != null && { description }),
    ...(tags && { tags: [...new Set(tags)].sort() }),
    ...(system_tags && { system_tags: [...new Set(system_tags)].sort() }),
    ...(default_output_destination != null && { default_output_destination }),
  };
}

/** Moves a project with all below it; no location is the top. */
export const projectsMove: Handler<operations['projects.move']> = async ({ body }, context) => {
  const location = toProjectPath(body.new_location ?? '');
  return { moved: await tracking.moveProject(context, body.project ?? '', location, MAX_DEPTH) };
};
