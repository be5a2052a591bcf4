import type { RunStatus, RunText } from './run.ts';

/**
 * A checked search, free of any protocol's spelling and of any column. Doors parse their own language into it;
 * `src/store/search` turns it into SQL. All conditions are joined by "and".
 */

/** Text fields of a run that a search may name. */
export type RunTextField = 'runId' | 'name' | 'authorId' | 'artifactRoot' | RunText;
/** Number fields of a run that a search may name; times in ms since the epoch. */
export type RunNumberField = 'startedMs' | 'endedMs';
/** Text fields of a dataset used by a run; `context` is the input's own tag. */
export type DatasetField = 'name' | 'digest' | 'context';

export type NumberOperator = '=' | '!=' | '<' | '<=' | '>' | '>=';
/** `like` is case sensitive, `ilike` is not; `%` and `_` are wildcards, a backslash takes their meaning away. */
export type TextOperator = '=' | '!=' | 'like' | 'ilike';

/** What a text is compared with. `in` and `not in` take at least one value. */
export type TextTest =
  | { operator: TextOperator; value: string }
  | { operator: 'in' | 'not in'; values: readonly string[] }
  | { operator: 'is null' | 'is not null' };

/** What a number is compared with. A bigint is compared as a whole number, beyond 2^53 and beyond 64 bits too. */
export interface NumberTest {
  operator: NumberOperator;
  value: number | bigint;
}

/** One condition on runs. Except `is null`, a condition only holds for runs that have the thing named. */
export type RunCondition =
  | { on: 'text'; field: RunTextField; test: TextTest }
  | { on: 'number'; field: RunNumberField; test: NumberTest }
  /** The run's status is one of these; none of them finds nothing. */
  | { on: 'status'; statuses: readonly RunStatus[] }
  | { on: 'param'; key: string; test: TextTest }
  | { on: 'tag'; key: string; test: TextTest }
  /** Compares the latest value. `!=` matches NaN too, every other operator leaves NaN out. */
  | { on: 'metric'; key: string; test: NumberTest }
  /** Some dataset the run used passes. */
  | { on: 'dataset'; field: DatasetField; test: TextTest };

/** One sort key of runs. Runs without the thing come last in both directions; NaN before those, after all numbers. */
export type RunOrder = { descending: boolean } & (
  | { on: 'field'; field: RunTextField | RunNumberField }
  /** Ascending groups of states; states of one group are equal. */
  | { on: 'status'; groups: readonly (readonly RunStatus[])[] }
  | { on: 'param' | 'tag' | 'metric'; key: string }
);

/** Which lifecycle a listing shows. */
export type LifecycleView = 'active' | 'archived' | 'all';

/** A search over the runs of some projects. */
export interface RunQuery {
  /** Numbers of the projects searched (the decimal ids MLflow shows). Empty finds nothing. */
  experimentIds: readonly bigint[];
  view: LifecycleView;
  conditions: readonly RunCondition[];
  /** No field twice. The store appends start time (descending) unless it is there, and the run id, so the order is total. */
  order: readonly RunOrder[];
  limit: number;
  /** Opaque place to go on from, as an earlier page gave it. */
  after?: string;
}

export type ProjectNumberField = 'createdMs' | 'changedMs';

/** One condition on projects. */
export type ProjectCondition =
  | { on: 'name'; test: TextTest }
  | { on: 'number'; field: ProjectNumberField; test: NumberTest }
  /** The decimal id is one of these, or, negated, none of them. */
  | { on: 'experimentId'; negated: boolean; ids: readonly bigint[] }
  | { on: 'tag'; key: string; test: TextTest };

/** One sort key of projects. */
export interface ProjectOrder {
  field: 'name' | 'experimentId' | ProjectNumberField;
  descending: boolean;
}

/** A search over the projects of a workspace. */
export interface ProjectQuery {
  view: LifecycleView;
  conditions: readonly ProjectCondition[];
  /** The experiment id is among the keys, so the order is total. */
  order: readonly ProjectOrder[];
  limit: number;
  after?: string;
}
