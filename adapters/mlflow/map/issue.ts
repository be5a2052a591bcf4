import type { components } from '../../../openapi/generated/mlflow.ts';
import { invalid, show } from '../../../src/model/errors.ts';
import { type Issue, type IssueChange, type IssueDraft, issueSeverities, issueStatuses } from '../../../src/model/issue.ts';
import { toExperimentId } from './ids.ts';
import { checkLength } from './limits.ts';

type Wire = components['schemas'];

/** Lengths of the original's columns. @see MLflow 3.17.2, table issues */
const MAX_NAME = 250;
const MAX_AUTHOR = 255;

function toWord<Word extends string>(words: readonly Word[], text: string, field: string): Word {
  const word = words.find((one) => one === text);
  if (word === undefined) throw invalid(field, `The ${field} must be one of ${words.join(', ')}, not ${show(text)}.`);
  return word;
}

/** @throws invalid for a status or severity there is not, or a text that is too long */
export function toIssueDraft(body: Wire['issuesCreateIssue']): IssueDraft {
  return {
    experimentId: toExperimentId(body.experiment_id),
    name: checkLength('name', body.name ?? '', MAX_NAME),
    description: body.description ?? '',
    status: body.status === undefined ? 'pending' : toWord(issueStatuses, body.status, 'status'),
    severity: body.severity === undefined ? null : toWord(issueSeverities, body.severity, 'severity'),
    rootCauses: body.root_causes ?? [],
    categories: body.categories ?? [],
    sourceRun: body.source_run_id || null,
    author: body.created_by ? checkLength('created_by', body.created_by, MAX_AUTHOR) : null,
  };
}

/** Empty texts change nothing. @throws invalid as {@link toIssueDraft} */
export function toIssueChange(body: Wire['issuesUpdateIssue']): IssueChange {
  return {
    ...(body.name ? { name: checkLength('name', body.name, MAX_NAME) } : {}),
    ...(body.description ? { description: body.description } : {}),
    ...(body.status === undefined ? {} : { status: toWord(issueStatuses, body.status, 'status') }),
    ...(body.severity === undefined ? {} : { severity: toWord(issueSeverities, body.severity, 'severity') }),
  };
}

/** An issue in the form of the wire. */
export function fromIssue(issue: Issue): Wire['issuesIssue'] {
  return {
    issue_id: issue.id,
    experiment_id: issue.experimentId.toString(),
    name: issue.name,
    description: issue.description,
    status: issue.status,
    severity: issue.severity ?? undefined,
    root_causes: [...issue.rootCauses],
    source_run_id: issue.sourceRun ?? undefined,
    created_timestamp: issue.createdMs,
    last_updated_timestamp: issue.changedMs,
    created_by: issue.author ?? undefined,
    categories: [...issue.categories],
    trace_count: issue.traces === undefined ? undefined : BigInt(issue.traces),
  };
}
