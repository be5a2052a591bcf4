import type { operations } from '../../../openapi/generated/bridge.ts';
import type { Handler } from '../../http/door.ts';
import { getModel } from '../../registry/models.ts';
import { getProject } from '../../tracking/projects.ts';
import { toModelPage, toProjectSummary } from '../map.ts';

/** Everything the page of a model shows. */
export const getModelPage: Handler<operations['getModelPage']> = async ({ path }, context) => {
  const whole = await getModel(context, path.model_id, { archived: true });
  const project = await getProject(context, whole.model.experimentId);
  return { ...toModelPage(whole), project: toProjectSummary(project) };
};
