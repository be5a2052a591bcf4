import type { Family, Make } from '../sequence.ts';
import type { World } from '../world.ts';
import { createExperiment, createRun, nextPage } from './basics.ts';

const createIssue: Make = (world) => ({
  operation: 'createIssue',
  fields: {
    experiment_id: world.any('experiment'),
    name: world.chance.one(['slow', 'rude']),
    description: world.chance.one(['It takes too long.', 'ünï']),
    status: world.chance.one(['pending', 'accepted', 'rejected', 'resolved', 'odd', undefined]),
    severity: world.chance.one(['low', 'high', 'odd', undefined]),
    root_causes: world.chance.one([['network'], [], undefined]),
    source_run_id: world.chance.happens(0.3) ? world.any('run') : undefined,
    categories: world.chance.one([['speed'], undefined]),
    created_by: world.chance.one(['ann', undefined]),
  },
  learn: [{ kind: 'issue', at: 'issue.issue_id' }],
});

const ofIssue = (operation: string, more: (world: World) => Record<string, unknown> = () => ({})): Make => {
  return (world) => ({ operation, fields: { issue_id: world.any('issue'), ...more(world) } });
};

/** Issues of experiments. */
export const issues: Family = {
  setup: [createExperiment, createRun, createIssue],
  moves: [
    [4, createIssue],
    [3, ofIssue('getIssue')],
    [
      3,
      ofIssue('updateIssue', (world) => ({
        name: world.chance.one(['slower', undefined]),
        description: world.chance.one(['', 'again', undefined]),
        status: world.chance.one(['accepted', 'resolved', 'odd', undefined]),
        severity: world.chance.one(['medium', undefined]),
      })),
    ],
    [
      4,
      (world) => ({
        operation: 'searchIssues',
        fields: {
          experiment_id: world.all('experiment')[0],
          filter_string: world.chance.one([
            "status = 'pending'",
            "status != 'pending'",
            "source_run_id = 'x'",
            "status = 'pending' AND status != 'resolved'",
            "name = 'slow'",
            'status',
            undefined,
          ]),
          max_results: world.chance.one([1, 2, 100]),
          include_trace_count: world.chance.one([true, false, undefined]),
        },
        learn: nextPage,
        guarded: ['experiment_id'],
      }),
    ],
  ],
};
