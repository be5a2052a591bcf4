import type { Database } from './database.ts';

/** A database on which work of several parts that know nothing of each other can be one transaction. */
export interface JoinedDatabase extends Database {
  /**
   * Everything that is asked of this database while the work runs is one transaction. One at a time: who else uses it meanwhile
   * joins in. The work may run again from its beginning, as in every transaction.
   */
  together<T>(work: () => Promise<T>): Promise<T>;
}

/** What was written and that it was written are known together or not at all, whatever dies in between. */
export function joinedDatabase(base: Database): JoinedDatabase {
  let current: Database | undefined;
  return {
    query: (statement) => (current ?? base).query(statement),
    transaction: (work) => (current ?? base).transaction(work),
    get pool() {
      return current ? undefined : base.pool;
    },
    together: (work) =>
      base.transaction(async (db) => {
        current = db;
        try {
          return await work();
        } finally {
          current = undefined;
        }
      }),
  };
}
