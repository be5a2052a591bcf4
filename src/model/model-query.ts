import type { ModelStatus } from './logged-model.ts';
import type { NumberTest, TextTest } from './query.ts';

/** Text fields of a model that a search may name; `id` is `m-` and 32 lower hex, `experimentId` decimal. */
export type ModelTextField = 'id' | 'name' | 'type' | 'sourceRun' | 'statusMessage' | 'artifactRoot' | 'experimentId';
/** Number fields of a model that a search may name; times in ms since the epoch. */
export type ModelNumberField = 'createdMs' | 'changedMs';

/** Data that points of models were measured on; null stands for every name or digest. */
export interface MeasuredOn {
  name: string | null;
  digest: string | null;
}

/** One condition on models. It only holds for models that have the thing named. */
export type ModelCondition =
  | { on: 'text'; field: ModelTextField; test: TextTest }
  | { on: 'number'; field: ModelNumberField; test: NumberTest }
  /** The model's status is one of these; none of them finds nothing. */
  | { on: 'status'; statuses: readonly ModelStatus[] }
  | { on: 'param' | 'tag'; key: string; test: TextTest }
  /** Some point of the metric passes, measured on one of the data unless there are none. Only `!=` matches NaN. */
  | { on: 'metric'; key: string; test: NumberTest; data: readonly MeasuredOn[] }
  /** Some point of any metric was measured on one of the data. */
  | { on: 'data'; data: readonly MeasuredOn[] };

/** One sort key of models. Models without the thing come last in both directions; NaN before those, after all numbers. */
export type ModelOrder = { descending: boolean } & (
  | { on: 'field'; field: ModelTextField | ModelNumberField | 'status' }
  /** The latest point by time, then step, of those measured on the data. */
  | { on: 'metric'; key: string; data: MeasuredOn }
);

/** A search over the active models of some projects. All conditions are joined by "and". */
export interface ModelQuery {
  /** Numbers of the projects searched (the decimal ids MLflow shows). Empty finds nothing. */
  experimentIds: readonly bigint[];
  conditions: readonly ModelCondition[];
  /** The id is among the keys, so the order is total. */
  order: readonly ModelOrder[];
  limit: number;
  /** Opaque place to go on from, as an earlier page of the same search gave it. */
  after?: string;
}
