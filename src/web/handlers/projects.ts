import type { operations } from '../../../openapi/generated/bridge.ts';
import type { Handler } from '../../http/door.ts';
import { notFound } from '../../model/errors.ts';
import * as tracking from '../../tracking/projects.ts';
import { searchRuns } from '../../tracking/runs.ts';
import { toProjectSummary, toRunSummary } from '../map.ts';

const PROJECTS_PER_PAGE = 200;
const RUNS_PER_PAGE = 100;
/** More digits are no 64-bit number. */
const EXPERIMENT_ID = /^\d{1,19}$/;

/** Projects that are not archived, the last changed first. */
export const listProjects: Handler<operations['listProjects']> = async ({ query }, context) => {
  const { projects, next } = await tracking.searchProjects(context, {
    view: 'active',
    conditions: [],
    order: [
      { field: 'changedMs', descending: true },
      { field: 'experimentId', descending: true },
    ],
    limit: PROJECTS_PER_PAGE,
    after: query.after || undefined,
  });
  return { projects: projects.map(toProjectSummary), next };
};

/** A project, archived or not, and its active runs, the last started first. */
export const getProjectPage: Handler<operations['getProjectPage']> = async ({ path, query }, context) => {
  if (!EXPERIMENT_ID.test(path.experiment_id)) throw notFound('experiment', path.experiment_id);
  const project = await tracking.getProject(context, BigInt(path.experiment_id));
  const { runs, next } = await searchRuns(context, {
    experimentIds: [project.experimentId],
    view: 'active',
    conditions: [],
    order: [{ on: 'field', field: 'startedMs', descending: true }],
    limit: RUNS_PER_PAGE,
    after: query.after || undefined,
  });
  return { project: toProjectSummary(project), runs: runs.map(({ run }) => toRunSummary(run)), next };
};
