import type { IdScope, NameScope, Reach } from '../../model/reach.ts';
import type { Bindings } from './bindings.ts';

/** What a listing is of: things of a workspace that its reader may read. A context is one. */
export interface ReadScope {
  workspaceId: string;
  reach: Reach;
}

/**
 * The condition of {@link inScope} for a statement that is the same for every reader.
 * @param at number of the first of the two values, those of {@link scopeValues}
 */
export function scopeSql(column: string, at: number): string {
  return `($${at}::integer[] is null or ${column} = any($${at})) and ($${at + 1}::integer[] is null or ${column} <> all($${at + 1}))`;
}

/** The values of {@link scopeSql}. */
export function scopeValues(scope: IdScope): [only: readonly number[] | null, except: readonly number[] | null] {
  if (scope === 'all') return [null, null];
  return 'only' in scope ? [scope.only, null] : [null, scope.except];
}

/** The conditions that keep a statement to a workspace and to the projects in reach. @param alias of the table of projects */
export function projectsInReach(bindings: Bindings, alias: string, { workspaceId, reach }: ReadScope): string[] {
  const inReach = inScope(bindings, `${alias}.project_id`, reach.projects);
  return [`${alias}.workspace_id = ${bindings.bind(workspaceId, 'uuid')}`, ...(inReach === undefined ? [] : [inReach])];
}

/**
 * The condition that keeps a statement to a scope; undefined when everything is in it.
 * @param column the column of the ids, qualified as in the statement
 */
export function inScope(bindings: Bindings, column: string, scope: IdScope): string | undefined {
  if (scope === 'all') return undefined;
  return 'only' in scope
    ? `${column} = any(${bindings.bind(scope.only, 'integer[]')})`
    : `${column} <> all(${bindings.bind(scope.except, 'integer[]')})`;
}

/** The condition that keeps a statement to names in a scope. @param column the column of the names, qualified as in the statement */
export function namesInScope(bindings: Bindings, column: string, scope: NameScope): string {
  if (scope === 'all') return 'true';
  return 'only' in scope
    ? `${column} = any(${bindings.bind(scope.only, 'text[]')})`
    : `${column} <> all(${bindings.bind(scope.except, 'text[]')})`;
}
