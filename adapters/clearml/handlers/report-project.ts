import type { Context } from '../../../src/context.ts';
import { basenameOf } from '../../../src/model/project.ts';
import { findOrCreateProject, getProjectByUuid } from '../../../src/tracking/project-tree.ts';
import { toPath } from '../map/project.ts';

/** The last part of the name of the hidden project that holds the reports of the one above it. */
const REPORTS_FOLDER = '.reports';

/**
 * The project in which the reports of another one are, made when there is none. Without any it is at the top.
 * @returns its id
 * @throws not_found for an unknown project, ApiError for a wrong name
 */
export async function ensureReportsProject(
  context: Context,
  { project, name }: { project?: string | undefined; name?: string | undefined },
): Promise<string> {
  const above = project ? (await getProjectByUuid(context, project)).path : name ? toPath(name) : '';
  const path = basenameOf(above) === REPORTS_FOLDER ? above : toPath(`${above}/${REPORTS_FOLDER}`);
  const { id } = await findOrCreateProject(context, path, { hidden: true, systemTags: ['reports'] });
  return id;
}
