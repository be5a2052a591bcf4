import type { NumberTest, TextTest } from './query.ts';

/** One condition on registered models. It only holds for those that have the thing named. */
export type RegisteredModelCondition = { on: 'name'; test: TextTest } | { on: 'tag'; key: string; test: TextTest };

/** One sort key of registered models. */
export interface RegisteredModelOrder {
  field: 'name' | 'changedMs';
  descending: boolean;
}

/** A search over the registered models of a workspace. All conditions are joined by "and". */
export interface RegisteredModelQuery {
  conditions: readonly RegisteredModelCondition[];
  /** Whether prompts may be found. */
  withPrompts: boolean;
  /** The name is among the keys, so the order is total. */
  order: readonly RegisteredModelOrder[];
  limit: number;
  /** Opaque place to go on from, as an earlier page of the same search gave it. */
  after?: string;
}

/** One condition on versions. It only holds for those that have the thing named. */
export type VersionCondition =
  | { on: 'text'; field: 'name' | 'runId' | 'source'; test: TextTest }
  | { on: 'version'; test: NumberTest }
  | { on: 'tag'; key: string; test: TextTest };

/** One sort key of versions. */
export interface VersionOrder {
  field: 'name' | 'version' | 'createdMs' | 'changedMs';
  descending: boolean;
}

/** A search over the versions of a workspace. All conditions are joined by "and". */
export interface VersionQuery {
  conditions: readonly VersionCondition[];
  /** Whether versions of prompts may be found. */
  withPrompts: boolean;
  /** Name and version are among the keys, so the order is total. */
  order: readonly VersionOrder[];
  limit: number;
  after?: string;
}
