import type { Database } from './database.ts';
import { TRACE_ROOT } from './traces.ts';

/** A trace that is to go, with the address below which its files lie. */
export interface RemovableTrace {
  id: string;
  artifactRoot: string;
}

/** Which traces of a project go. */
export interface RemovalScope {
  workspaceId: string;
  experimentId: bigint;
  /** These, or all when not given. */
  ids?: readonly string[];
  /** Those that started at this moment or before. */
  untilMs?: bigint;
}

/** Tables of what is kept with a trace; the trace itself goes last. */
const tables = ['trace_entries', 'spans', 'assessments', 'trace_links', 'traces'] as const;

/** The oldest traces of a scope. */
export async function tracesToRemove(
  db: Database,
  { workspaceId, experimentId, ids, untilMs }: RemovalScope,
  limit: number,
): Promise<RemovableTrace[]> {
  const { rows } = await db.query<{ trace_id: string; artifact_root: string }>({
    text: `select t.trace_id, ${TRACE_ROOT} as artifact_root from traces t join projects p using (project_id)
      where p.workspace_id = $1 and p.experiment_id = $2 and ($3::text[] is null or t.trace_id = any($3))
        and ($4::bigint is null or t.started_ms <= $4)
      order by t.started_ms, t.trace_id limit $5`,
    values: [workspaceId, experimentId, ids ?? null, untilMs ?? null, limit],
  });
  return rows.map((row) => ({ id: row.trace_id, artifactRoot: row.artifact_root }));
}

/** Deletes traces with all that is kept with them. @returns how many traces were there */
export async function removeTraces(db: Database, ids: readonly string[]): Promise<number> {
  return db.transaction(async (transaction) => {
    let removed = 0;
    for (const table of tables) {
      const { rowCount } = await transaction.query({ text: `delete from ${table} where trace_id = any($1)`, values: [ids] });
      removed = rowCount;
    }
    return removed;
  });
}
