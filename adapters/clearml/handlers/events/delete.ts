import type { operations } from '../../../../openapi/generated/clearml.ts';
import type { Handler } from '../../../../src/http/door.ts';
import { deleteReports } from '../../../../src/tracking/reporters.ts';

/** Deletes everything a task reported. */
export const eventsDeleteForTask: Handler<operations['events.delete_for_task']> = async ({ body }, context) => {
  await deleteReports(context, { kind: 'run', id: body.task, isLockedAllowed: body.allow_locked ?? false });
  return { deleted: true };
};

/** Deletes everything a model reported. */
export const eventsDeleteForModel: Handler<operations['events.delete_for_model']> = async ({ body }, context) => {
  await deleteReports(context, { kind: 'model', id: body.model, isLockedAllowed: body.allow_locked ?? false });
  return { deleted: true };
};
