export const issueStatuses = ['pending', 'rejected', 'resolved'] as const;
export type IssueStatus = (typeof issueStatuses)[number];

/** From the least to the most severe. */
export const issueSeverities = ['not_an_issue', 'low', 'medium', 'high'] as const;
export type IssueSeverity = (typeof issueSeverities)[number];

/** What the maker of an issue says about it. */
export interface IssueDraft {
  experimentId: bigint;
  name: string;
  description: string;
  status: IssueStatus;
  severity: IssueSeverity | null;
  rootCauses: readonly string[];
  categories: readonly string[];
  /** The run that found it. */
  sourceRun: string | null;
  author: string | null;
}

/** A problem found in the traces of a project. Assessments of kind `issue` name it. */
export interface Issue extends IssueDraft {
  /** `iss-` and 32 lower hex. */
  id: string;
  createdMs: bigint;
  changedMs: bigint;
  /** How many traces have it; only where that was asked for. */
  traces?: number;
}

/** What of an issue is changed; what is not there stays. */
export type IssueChange = Partial<Pick<Issue, 'name' | 'description' | 'status' | 'severity'>>;

export interface IssueCondition {
  field: 'status' | 'sourceRun';
  operator: '=' | '!=';
  value: string;
}

/** A search over issues, the most severe first. */
export interface IssueQuery {
  /** Undefined: of every project. */
  experimentId?: bigint;
  conditions: readonly IssueCondition[];
  countsTraces: boolean;
  limit: number;
  /** Opaque place to go on from, as an earlier page gave it. */
  after?: string;
}
