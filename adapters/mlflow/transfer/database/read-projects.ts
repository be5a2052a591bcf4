import type { EntryItem } from '../../../../src/bridge/item.ts';
import { toProjectItem } from '../items/project.ts';
import { toWorkspace } from '../items/registry.ts';
import { ofExperiments, ofLifecycle } from './chosen.ts';
import type { KindReader } from './kind.ts';
import { nameOf, type Row, textOf, wholeOf } from './row.ts';
import { groupBy, isIn } from './tables.ts';

/** Decimal ids among texts. */
export function toNumbers(ids: readonly string[]): bigint[] {
  return ids.filter((id) => /^-?\d{1,19}$/.test(id)).map(BigInt);
}

/** Rows of a key and a value, as entries; a value that is null reads as empty, as clients read it. */
export function toEntries(rows: readonly Row[], key = 'key', value = 'value'): EntryItem[] {
  return rows.map((row) => ({ key: nameOf(row, key), value: textOf(row, value) ?? '' }));
}

export const projects: KindReader<'project'> = {
  kind: 'project',
  table: 'experiments',
  columns: ['name', 'artifact_location', 'lifecycle_stage', 'creation_time', 'last_update_time', 'workspace'],
  keys: ['experiment_id'],
  chosen: (chosen) => [...ofExperiments(chosen), ...ofLifecycle(chosen)],
  withIds: (ids) => [isIn('experiment_id', toNumbers(ids))],
  idOf: (row) => nameOf(row, 'experiment_id'),
  async prepare(tables, rows) {
    const ids = rows.map((row) => row['experiment_id'] ?? null);
    const tags = groupBy(
      await tables.rows({
        table: 'experiment_tags',
        columns: ['key', 'value', 'experiment_id'],
        where: [isIn('experiment_id', ids)],
      }),
      'experiment_id',
    );
    return (row) =>
      toProjectItem({
        id: nameOf(row, 'experiment_id'),
        workspace: toWorkspace(textOf(row, 'workspace') ?? 'default'),
        name: textOf(row, 'name') ?? '',
        artifactRoot: textOf(row, 'artifact_location'),
        isDeleted: row['lifecycle_stage'] === 'deleted',
        createdMs: wholeOf(row, 'creation_time'),
        changedMs: wholeOf(row, 'last_update_time'),
        tags: toEntries(tags(row['experiment_id'])),
      });
  },
};

export const workspaces: KindReader<'workspace'> = {
  kind: 'workspace',
  table: 'workspaces',
  columns: ['description', 'default_artifact_root', 'trace_archival_location', 'trace_archival_retention'],
  keys: ['name'],
  chosen: ({ workspaces }) => (workspaces ? [isIn('name', workspaces)] : []),
  withIds: (ids) => [isIn('name', ids)],
  idOf: (row) => nameOf(row, 'name'),
  prepare: async () => (row) => ({
    kind: 'workspace',
    id: nameOf(row, 'name'),
    name: nameOf(row, 'name'),
    description: textOf(row, 'description'),
    artifactRoot: textOf(row, 'default_artifact_root'),
    traceArchivalLocation: textOf(row, 'trace_archival_location'),
    traceArchivalRetention: textOf(row, 'trace_archival_retention'),
  }),
};
