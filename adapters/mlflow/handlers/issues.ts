import type { operations } from '../../../openapi/generated/mlflow.ts';
import type { Handler } from '../../../src/http/door.ts';
import * as tracing from '../../../src/tracing/issues.ts';
import { parseIssueFilter } from '../filter/issue-filter.ts';
import { toExperimentId } from '../map/ids.ts';
import { fromIssue, toIssueChange, toIssueDraft } from '../map/issue.ts';
import { toPage } from '../map/page.ts';

const PAGE = { usual: 100, most: 50_000 };

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
  const { experiment_id, filter_string = '', include_trace_count } = body;
  const { issues, next = '' } = await tracing.searchIssues(context, {
    experimentId: experiment_id ? toExperimentId(experiment_id) : undefined,
    conditions: parseIssueFilter(filter_string),
    countsTraces: include_trace_count ?? false,
    ...toPage(body, PAGE),
  });
  return { issues: issues.map(fromIssue), next_page_token: next };
};
