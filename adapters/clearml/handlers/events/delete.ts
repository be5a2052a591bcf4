import type { operations } from '../../../../openapi/generated/clearml.ts';
import type { Handler } from '../../../../src/http/door.ts';
import { deleteReports, findChangeableReporter } from '../../../../src/tracking/reporters.ts';

/** Deletes everything a task reported. */
export const eventsDeleteForTask: Handler<operations['events.delete_for_task']> = async ({ body }, context) => {
  const task = { kind: 'run', id: body.task } as const;
  await deleteReports(context, await findChangeableReporter(context, task, body.allow_locked ?? false));
  return { deleted: true };
};

/** Deletes everything a model reported. */
export const eventsDeleteForModel: Handler<operations['events.delete_for_model']> = async ({ body }, context) => {
  const model = { kind: 'model', id: body.model } as const;
  await deleteReports(context, await findChangeableReporter(context, model, body.allow_locked ?? false));
  return { deleted: true };
};
