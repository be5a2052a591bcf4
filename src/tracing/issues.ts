import { type Context, nowMsOf } from '../context.ts';
import { invalid, notFound, show } from '../model/errors.ts';
import type { Issue, IssueChange, IssueDraft, IssueQuery } from '../model/issue.ts';
import * as store from '../store/issues.ts';

/** Records a problem found in the traces of an active project. @throws not_found for the project, invalid for an unknown run */
export async function createIssue(context: Context, draft: IssueDraft): Promise<Issue> {
  const now = nowMsOf(context);
  const issue: Issue = { ...draft, id: `iss-${context.newId()}`, createdMs: now, changedMs: now };
  const missing = await store.insertIssue(context.db, context.workspaceId, issue);
  if (missing === 'project') throw notFound('experiment', draft.experimentId.toString());
  if (missing === 'run') throw invalid('source_run_id', `There is no run with the source_run_id ${show(draft.sourceRun)}.`);
  return issue;
}

/** @throws not_found */
export async function getIssue(context: Context, id: string): Promise<Issue> {
  const issue = await store.findIssue(context.db, context.workspaceId, id);
  if (!issue) throw notFound('issue', id);
  return issue;
}

/** Changes an issue; a change of nothing still says that it was changed now. @throws not_found */
export async function updateIssue(context: Context, id: string, change: IssueChange): Promise<Issue> {
  const now = nowMsOf(context);
  const issue = await store.updateIssue(context.db, context.workspaceId, id, change, now);
  if (!issue) throw notFound('issue', id);
  return issue;
}

/** A page of issues. @throws invalid for a place that is none of this search */
export function searchIssues(context: Context, query: IssueQuery): Promise<{ issues: Issue[]; next?: string }> {
  return store.searchIssues(context.db, { workspaceId: context.workspaceId, projects: context.reach.projects }, query);
}
