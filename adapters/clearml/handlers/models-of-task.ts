import type { operations } from '../../../openapi/generated/clearml.ts';
import type { Handler } from '../../../src/http/door.ts';
import { changeModel, makeModel } from '../../../src/registry/model-records.ts';
import { changeRun } from '../../../src/tracking/change-run.ts';
import { getRunRecord } from '../../../src/tracking/run-records.ts';
import { wrongField } from '../errors.ts';
import { toModelWishes } from '../map/model.ts';
import { withoutNulls } from '../map/nulls.ts';
import { demandOldVersion } from './models-read.ts';

/** What callers that know one model of a task see as its name there. */
const LINK_NAME = 'Output Model';

/** Says what the one model of a task is: another one, or the one it has with these fields, which is made when there is none. */
export const modelsUpdateForTask: Handler<operations['models.update_for_task']> = async ({ body, baseUrl, version }, context) => {
  demandOldVersion(version);
  const { task, override_model_id, ...fields } = withoutNulls(body);
  const { run, parts } = await getRunRecord(context, task, ['models']);
  const wishes = toModelWishes({ ...fields, task }, baseUrl);
  if (override_model_id) {
    await changeModel(context, override_model_id, { iteration: wishes.iteration, sourceRun: task });
    await link(override_model_id);
    return { id: override_model_id, created: false, updated: 1, fields: {} };
  }
  const known = parts.models?.findLast(({ direction, name }) => direction === 'output' && name === LINK_NAME);
  if (known) {
    await changeModel(context, known.modelId, wishes);
    return { id: known.modelId, created: false, updated: 1, fields: withoutNulls(fields) };
  }
  if (!fields.uri) throw wrongField('uri', 'field is required!');
  const id = await makeModel(context, { ...wishes, name: wishes.name ?? run.name, project: run.projectUuid });
  await link(id);
  return { id, created: true };

  function link(modelId: string) {
    const item = { direction: 'output' as const, name: LINK_NAME, modelId, linkedAt: null };
    return changeRun(context, task, { decide: () => ({ change: { models: { remove: [], write: [item] } }, result: undefined }) });
  }
};
