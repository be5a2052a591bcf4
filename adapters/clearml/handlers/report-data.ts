import type { operations } from '../../../openapi/generated/clearml.ts';
import type { Context } from '../../../src/context.ts';
import { AnswerWithHeaders, type Handler, Reply } from '../../../src/http/door.ts';
import { eventsMultiTaskScalarMetricsIterHistogram } from './events/curves.ts';
import { eventsGetMultiTaskPlots } from './events/plots.ts';
import { eventsDebugImages } from './events/sample-lists.ts';
import { eventsGetTaskSingleValueMetrics } from './events/scalars.ts';
import { modelsGetAllEx } from './models-read.ts';
import { tasksGetAllEx } from './tasks-read.ts';

type TaskData = Handler<operations['reports.get_task_data']>;
type Request = Parameters<TaskData>[0];
type Images = NonNullable<Request['body']['debug_images']>;

/** Tasks that one answer has data of at most. */
const MAX_TASKS = 100;

/** The data of another call's answer. */
function dataOf<Answer>(answer: Answer): Exclude<Answer, Reply | AnswerWithHeaders<unknown>> {
  if (answer instanceof Reply || answer instanceof AnswerWithHeaders)
    throw new TypeError('a call within a call answers with data');
  return answer as Exclude<Answer, Reply | AnswerWithHeaders<unknown>>;
}

/** Tasks, or models, that pass the query of a request. */
async function findReporters({ body, ...input }: Request, context: Context): Promise<Record<string, unknown>[]> {
  const {
    size,
    plots: _plots,
    debug_images: _images,
    scalar_metrics_iter_histogram: _scalars,
    single_value_metrics: _values,
    model_events,
    ...query
  } = body;
  const asked = { ...input, body: { ...query, page: 0, page_size: Math.min(size ?? MAX_TASKS, MAX_TASKS) } };
  if (model_events) return dataOf(await modelsGetAllEx(asked, context)).models ?? [];
  return dataOf(await tasksGetAllEx(asked, context)).tasks ?? [];
}

/** Which debug images of which tasks: every metric asked for, of each. */
function toImageMetrics(tasks: readonly string[], { metrics }: Images) {
  if (!metrics || metrics.length === 0) return tasks.map((task) => ({ task }));
  return tasks.flatMap((task) => metrics.map((metric) => ({ task, ...metric })));
}

/** What a report shows of tasks: their documents and, as far as it is asked for, what they reported. */
export const reportsGetTaskData: TaskData = async (request, context) => {
  const { body, ...input } = request;
  const found = await findReporters(request, context);
  const tasks = found.map((task) => String(task['id']));
  const { plots, debug_images: images, scalar_metrics_iter_histogram: scalars, single_value_metrics: values } = body;
  const model_events = body.model_events ?? false;
  const ask = <Fields extends object>(fields: Fields) => ({ ...input, body: { ...fields, tasks, model_events } });
  if (tasks.length === 0) {
    return {
      tasks: [],
      ...(plots && { plots: {} }),
      ...(images && { debug_images: [] }),
      ...(scalars && { scalar_metrics_iter_histogram: {} }),
      ...(values && { single_value_metrics: [] }),
    };
  }
  return {
    tasks: found,
    ...(plots && { plots: dataOf(await eventsGetMultiTaskPlots(ask({ ...plots, no_scroll: true }), context)).plots }),
    ...(images && {
      debug_images: dataOf(
        await eventsDebugImages(
          { ...input, body: { iters: images.iters, metrics: toImageMetrics(tasks, images), model_events } },
          context,
        ),
      ).metrics,
    }),
    ...(scalars && {
      scalar_metrics_iter_histogram: dataOf(await eventsMultiTaskScalarMetricsIterHistogram(ask(scalars), context))[
        'metrics'
      ] as Record<string, unknown>,
    }),
    ...(values && { single_value_metrics: dataOf(await eventsGetTaskSingleValueMetrics(ask({}), context)).tasks }),
  };
};
