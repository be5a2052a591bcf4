import type { Context } from '../context.ts';

/**
 * Does several things in one transaction: when one of them fails, none was done. What is done may be done again from the
 * start, when another server was in the way.
 * @param work gets the context to do them with
 */
export function allOrNothing<Result>(context: Context, work: (context: Context) => Promise<Result>): Promise<Result> {
  return context.db.transaction((db) => work({ ...context, db }));
}
