import type { operations } from '../../../openapi/generated/mlflow.ts';
import type { Handler } from '../../../src/http/door.ts';
import { invalid } from '../../../src/model/errors.ts';
import * as tracing from '../../../src/tracing/issues.ts';
import { parseIssueFilter } from '../filter/issue-filter.ts';
import { toExperimentId } from '../map/ids.ts';
import { fromIssue, toIssueChange, toIssueDraft } from '../map/issue.ts';

const DEFAULT_PAGE = 100;
const MAX_PAGE = 50_000;

export const createIssue: Handler<operations['createIssue']> = async ({ body }, context) => ({
  issue: fromIssue(await tracing.createIssue(context, toIssueDraft(body))),
});

export const getIssue: Handler<operations['getIssue']> = async ({ path }, context) => ({
  issue: fromIssue(await tracing.getIssue(context, path.issue_id)),
});

/** The original wants an issue_id in the body and does not look at what it is. */
export const updateIssue: Handler<operations['updateIssue']> = async ({ path, body }, context) => ({
  issue: fromIssue(await tracing.updateIssue(context, path.issue_id, toIssueChange(body))),
});

export const searchIssues: Handler<operations['searchIssues']> = async ({ body }, context) => {
  const { experiment_id, filter_string = '', max_results: limit = DEFAULT_PAGE, page_token, include_trace_count } = body;
  if (limit < 1 || limit > MAX_PAGE) {
    throw invalid('max_results', `The field max_results must be from 1 to ${MAX_PAGE}; it is ${limit}.`);
  }
  const { issues, next = '' } = await tracing.searchIssues(context, {
    experimentId: experiment_id ? toExperimentId(experiment_id) : undefined,
    conditions: parseIssueFilter(filter_string),
    countsTraces: include_trace_count ?? false,
    limit,
    after: page_token || undefined,
  });
  return { issues: issues.map(fromIssue), next_page_token: next };
};
