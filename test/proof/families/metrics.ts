import type { Family } from '../sequence.ts';
import { createExperiment, createRun, nextPage, point, runId, several } from './basics.ts';

/** Metric histories. */
export const metrics: Family = {
  setup: [createExperiment, createRun, createRun],
  moves: [
    [4, (world) => ({ operation: 'logMetric', fields: { run_id: world.any('run'), ...point(world) } })],
    [4, (world) => ({ operation: 'logBatch', fields: { run_id: world.any('run'), metrics: several(world, 6, point) } })],
    [
      4,
      (world) => ({
        operation: 'getMetricHistory',
        fields: {
          run_id: world.any('run'),
          metric_key: world.chance.one(['m1', 'm 2', 'deep/m3', 'none']),
          max_results: world.chance.one([1, 2, 3, 100, undefined]),
        },
        learn: nextPage,
      }),
    ],
    [
      2,
      (world) => ({
        operation: 'getMetricHistoryBulkInterval',
        fields: {
          run_ids: [world.any('run'), ...world.several('run', 1)],
          metric_key: world.chance.one(['m1', 'm 2', 'deep/m3']),
          start_step: world.chance.one([-3, 0, undefined]),
          end_step: world.chance.one([2, 1, undefined]),
          max_results: world.chance.one([1, 3, 100, undefined]),
        },
      }),
    ],
    [
      2,
      (world) => ({
        operation: 'getMetricHistoryBulk',
        fields: {
          run_id: [world.any('run')],
          metric_key: world.chance.one(['m1', 'm 2', 'deep/m3']),
          max_results: world.chance.one([1, 3, 100, -1, undefined]),
        },
      }),
    ],
    [2, runId('getRun')],
  ],
};
