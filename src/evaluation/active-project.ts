import type { Context } from '../context.ts';
import { notFound } from '../model/errors.ts';
import { findProjectByExperimentId } from '../store/projects.ts';

/** Short id of a project; one that is archived counts as not there. @throws not_found */
export async function activeProjectId(context: Context, experimentId: bigint): Promise<number> {
  const project = await findProjectByExperimentId(context.db, context.workspaceId, experimentId);
  if (!project || project.archived) throw notFound('experiment', experimentId.toString());
  return project.projectId;
}
