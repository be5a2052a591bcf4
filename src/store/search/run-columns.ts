import type { RunNumberField, RunTextField } from '../../model/query.ts';

/** Columns of `runs r` that searches may name. */
export const runColumns: Readonly<Record<Exclude<RunTextField, 'runId'> | RunNumberField, string>> = {
  name: 'r.name',
  authorId: 'r.author_id',
  artifactRoot: 'r.artifact_root',
  parent: 'r.parent',
  note: 'r.note',
  author: 'r.author',
  repository: 'r.repository',
  branch: 'r.branch',
  commit: 'r.commit_id',
  entryPoint: 'r.entry_point',
  startedMs: 'r.started_ms',
  endedMs: 'r.ended_ms',
};

/** Columns with an index on their beginnings. */
export const indexedColumns: ReadonlySet<RunTextField | RunNumberField> = new Set(['name', 'authorId', 'parent']);

/** Where the values of keys are: one row per run and key. */
export const keyedTables = {
  param: { table: 'params', column: 'value' },
  tag: { table: 'tags', column: 'value' },
  metric: { table: 'series', column: 'last_value' },
} as const;
