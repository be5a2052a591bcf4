import type { operations } from '../../../openapi/generated/clearml.ts';
import type { Handler } from '../../../src/http/door.ts';
import { copyPipeline, deletePipelineRun, keepLastPipelineRun } from '../../../src/tracking/pipelines.ts';
import { getQueue } from '../../../src/tracking/queues.ts';
import { forEachId } from '../map/many.ts';
import { enqueue } from './tasks-status.ts';

/** Runs a pipeline again: a copy of its controller with other arguments goes into a queue. */
export const pipelinesStartPipeline: Handler<operations['pipelines.start_pipeline']> = async ({ body }, context) => {
  // told before anything is made
  if (body.queue) await getQueue(context, body.queue);
  const args = new Map((body.args ?? []).map(({ name = '', value = '' }) => [name ?? '', String(value ?? '')]));
  const id = await copyPipeline(context, body.task, args);
  const { queued, queue_watched } = await enqueue(context, id, {
    queue: body.queue ?? undefined,
    verify_watched_queue: body.verify_watched_queue ?? undefined,
  });
  return { pipeline: id, enqueued: queued === 1, ...(queue_watched !== undefined && { queue_watched }) };
};

/** Deletes runs of a pipeline with their steps; one run stays. */
export const pipelinesDeleteRuns: Handler<operations['pipelines.delete_runs']> = async ({ body }, context) => {
  await keepLastPipelineRun(context, body.project, body.ids);
  return forEachId(body.ids, async (id) => {
    const gone = await deletePipelineRun(context, id);
    return {
      deleted: true,
      updated_children: gone.updatedChildren,
      updated_models: gone.updatedModels,
      deleted_models: gone.deletedModels,
    };
  });
};
