import type { Selection } from '../../../../src/bridge/source.ts';
import { writtenStatuses } from '../../map/run.ts';
import { nameOf, numberOf } from './row.ts';
import { type Condition, compares, isIn, never, type Tables } from './tables.ts';

/** A selection in the terms of this database. */
export interface Chosen {
  selection: Selection;
  /** The experiments that are chosen; undefined for all. */
  experiments: readonly bigint[] | undefined;
  /** The names of their workspaces; undefined for all. */
  workspaces: readonly string[] | undefined;
}

/** Finds out which experiments a selection names, by id or by name. */
export async function choose(tables: Tables, selection: Selection): Promise<Chosen> {
  if (selection.projects === undefined && selection.withArchived !== false) {
    return { selection, experiments: undefined, workspaces: undefined };
  }
  const wanted = selection.projects && new Set(selection.projects);
  const columns = ['experiment_id', 'name', 'lifecycle_stage', 'workspace'];
  const rows = (await tables.rows({ table: 'experiments', columns })).filter((row) => {
    if (selection.withArchived === false && row['lifecycle_stage'] === 'deleted') return false;
    return !wanted || wanted.has(numberOf(row, 'experiment_id').toString()) || wanted.has(nameOf(row, 'name'));
  });
  return {
    selection,
    experiments: rows.map((row) => numberOf(row, 'experiment_id')),
    workspaces: wanted && [...new Set(rows.map((row) => String(row['workspace'] ?? 'default')))],
  };
}

/** Things of the chosen experiments. */
export function ofExperiments({ experiments }: Chosen): Condition[] {
  return experiments ? [isIn('experiment_id', experiments)] : [];
}

/** Things that belong to no experiment: none where experiments are chosen. */
export function ofNone({ selection }: Chosen): Condition[] {
  return selection.projects ? [never] : [];
}

/** Things that can be deleted and stay. */
export function ofLifecycle({ selection }: Chosen): Condition[] {
  return selection.withArchived === false ? [compares('lifecycle_stage', '<>', 'deleted')] : [];
}

/** Things that started in the chosen time. */
export function ofTime({ selection: { fromMs, toMs } }: Chosen, column: string): Condition[] {
  return [
    ...(fromMs === undefined ? [] : [compares(column, '>=', fromMs)]),
    ...(toMs === undefined ? [] : [compares(column, '<=', toMs)]),
  ];
}

/** Runs in the chosen states. */
export function ofStates({ selection: { states } }: Chosen): Condition[] {
  if (!states) return [];
  const words = Object.entries(writtenStatuses).filter(([, status]) => states.includes(status));
  return [
    isIn(
      'status',
      words.map(([word]) => word),
    ),
  ];
}
