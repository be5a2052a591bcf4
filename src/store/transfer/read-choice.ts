import type { Database } from '../database.ts';
import type { Bindings } from '../search/bindings.ts';

/** What of the record is wanted; what is undefined does not narrow it. */
export interface RecordSelection {
  /** Names, paths or ids of projects, in either tool's form. */
  projects?: readonly string[];
  /** Moments between which runs and traces started, both included. */
  fromMs?: bigint;
  toMs?: bigint;
  states?: readonly string[];
  /** False: leave out what is archived. */
  withArchived?: boolean;
}

/** A selection in the numbers of the database. */
export interface Choice extends RecordSelection {
  /** Undefined for all. */
  projectIds?: readonly number[];
}

/** Finds the projects that a selection names. */
export async function choose(db: Database, selection: RecordSelection): Promise<Choice> {
  if (selection.projects === undefined) return selection;
  const { rows } = await db.query<{ project_id: number }>({
    text: `select project_id from projects
      where name = any($1) or path = any($1) or experiment_id::text = any($1) or replace(uuid::text, '-', '') = any($1)`,
    values: [selection.projects],
  });
  return { ...selection, projectIds: rows.map((row) => row.project_id) };
}

/** "Its project is chosen", for things of `projects p`. */
export function inChosenProject({ projectIds, withArchived }: Choice, bindings: Bindings): string[] {
  return [
    ...(projectIds ? [`p.project_id = any(${bindings.bind(projectIds, 'int4[]')})`] : []),
    ...(withArchived === false ? ['not p.archived'] : []),
  ];
}

/** "It started in the chosen time." */
export function inChosenTime({ fromMs, toMs }: Choice, bindings: Bindings, column: string): string[] {
  return [
    ...(fromMs === undefined ? [] : [`${column} >= ${bindings.bind(fromMs, 'int8')}`]),
    ...(toMs === undefined ? [] : [`${column} <= ${bindings.bind(toMs, 'int8')}`]),
  ];
}

/** What belongs to no project: nothing where projects are chosen. */
export function ofNoProject({ projectIds }: Choice): string[] {
  return projectIds ? ['false'] : [];
}

/** What belongs to no project, but is needed by what does. @param condition of those needed, given the expression of the projects */
export function neededBy({ projectIds }: Choice, bindings: Bindings, condition: (projectIds: string) => string): string[] {
  return projectIds ? [condition(bindings.bind(projectIds, 'int4[]'))] : [];
}
