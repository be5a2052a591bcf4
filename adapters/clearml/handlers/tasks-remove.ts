import type { operations } from '../../../openapi/generated/clearml.ts';
import type { Context } from '../../../src/context.ts';
import type { Handler } from '../../../src/http/door.ts';
import { deleteRun } from '../../../src/tracking/delete-run.ts';
import { type FileAddresses, resetRun } from '../../../src/tracking/reset-run.ts';
import { toShownUrl } from '../map/file-url.ts';
import { withoutNulls } from '../map/nulls.ts';
import { toUpdated } from './tasks-status.ts';

interface RemoveBody {
  force?: boolean;
  clear_all?: boolean;
  return_file_urls?: boolean;
  delete_output_models?: boolean;
  delete_external_artifacts?: boolean;
}

/** Addresses of files; a caller that asks for them deletes the files itself. */
export function toUrls({ artifacts, events, models }: FileAddresses, baseUrl: string) {
  const shown = (urls: readonly string[]) => urls.map((url) => toShownUrl(url, baseUrl));
  return { artifact_urls: shown(artifacts), event_urls: shown(events), model_urls: shown(models) };
}

/** Takes one task back to its beginning. */
export async function resetTask(context: Context, task: string, body: RemoveBody, baseUrl: string) {
  const changed = await resetRun(context, task, {
    force: body.force,
    clearAll: body.clear_all,
    deletesModels: body.delete_output_models,
    deletesFiles: body.delete_external_artifacts !== false && !body.return_file_urls,
  });
  const { leftQueues, deletedModels, files } = changed.result;
  return {
    ...toUpdated(changed, context),
    dequeued: leftQueues.length > 0 ? { removed: leftQueues.length } : {},
    deleted_models: deletedModels,
    events: {},
    urls: body.return_file_urls ? toUrls(files, baseUrl) : {},
  };
}

export const tasksReset: Handler<operations['tasks.reset']> = async ({ body, baseUrl }, context) => {
  const { task, ...request } = withoutNulls(body);
  return resetTask(context, task, request, baseUrl);
};

/** Deletes one task for good. */
export async function deleteTask(context: Context, task: string, body: RemoveBody, baseUrl: string) {
  const gone = await deleteRun(context, task, {
    force: body.force,
    deletesModels: body.delete_output_models,
    deletesFiles: body.delete_external_artifacts !== false && !body.return_file_urls,
  });
  return {
    deleted: true,
    updated_children: gone.updatedChildren,
    updated_models: gone.updatedModels,
    deleted_models: gone.deletedModels,
    urls: body.return_file_urls ? toUrls(gone.files, baseUrl) : null,
  };
}

export const tasksDelete: Handler<operations['tasks.delete']> = async ({ body, baseUrl }, context) => {
  const { task, ...request } = withoutNulls(body);
  return deleteTask(context, task, request, baseUrl);
};
