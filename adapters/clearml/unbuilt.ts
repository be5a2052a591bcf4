import type { Door } from '../../src/http/door.ts';
import { ApiError } from './errors.ts';

/** Operations nobody has written yet; a name leaves this list when its handler enters the other. */
export const unbuilt = [
  'events.clear_scroll',
  'events.clear_task_log',
  'events.debug_images',
  'events.delete_for_model',
  'events.delete_for_task',
  'events.download_task_log',
  'events.get_debug_image_sample',
  'events.get_multi_task_metrics',
  'events.get_multi_task_plots',
  'events.get_plot_sample',
  'events.get_scalar_metric_data',
  'events.get_scalar_metrics_and_variants',
  'events.get_task_events',
  'events.get_task_latest_scalar_values',
  'events.get_task_log',
  'events.get_task_metrics',
  'events.get_task_plots',
  'events.get_task_single_value_metrics',
  'events.get_vector_metrics_and_variants',
  'events.multi_task_scalar_metrics_iter_histogram',
  'events.next_debug_image_sample',
  'events.next_plot_sample',
  'events.plots',
  'events.scalar_metrics_iter_histogram',
  'events.scalar_metrics_iter_raw',
  'events.vector_metrics_iter_histogram',
  'pipelines.delete_runs',
  'pipelines.start_pipeline',
  'reports.archive',
  'reports.create',
  'reports.delete',
  'reports.get_all_ex',
  'reports.get_tags',
  'reports.get_task_data',
  'reports.move',
  'reports.publish',
  'reports.unarchive',
  'reports.update',
] as const;

export const unbuiltHandlers: Door['handlers'] = Object.fromEntries(
  unbuilt.map((id) => [
    id,
    async () => {
      throw new ApiError(500, 9999, id);
    },
  ]),
);
