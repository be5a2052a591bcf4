import type { operations } from '../../../openapi/generated/bridge.ts';
import type { Handler } from '../../http/door.ts';
import { getProject } from '../../tracking/projects.ts';
import { getRun } from '../../tracking/runs.ts';
import { toProjectSummary, toRunPage } from '../map.ts';

/** Everything the page of a run shows except its files, which may lie in a slower place. */
export const getRunPage: Handler<operations['getRunPage']> = async ({ path }, context) => {
  const whole = await getRun(context, path.run_id);
  const project = await getProject(context, whole.run.experimentId);
  return { ...toRunPage(whole), project: toProjectSummary(project) };
};
