import type { IdScope } from '../../model/reach.ts';
import type { Bindings } from './bindings.ts';

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
