import type { Reporter } from '../model/event.ts';
import type { RunStatus } from '../model/run.ts';
import type { Database } from './database.ts';
import { idOfUuid, uuidOfId } from './run-ids.ts';

/** A run or model as readers of what it reported need it. */
export interface FoundReporter extends Reporter {
  /** Number of its rows in the hot tables; 0 for a model that reported nothing. */
  runId: number;
  name: string;
  /** Null for a model. */
  status: RunStatus | null;
  isLocked: boolean;
  lastIteration: bigint | null;
}

interface Row {
  uuid: string;
  external_id: string | null;
  run_id: number;
  name: string;
  status: RunStatus | null;
  is_locked: boolean;
  last_iteration: bigint | null;
}

const texts: Readonly<Record<Reporter['kind'], string>> = {
  run: `select r.uuid, r.external_id, r.run_id, r.name, r.status, r.status in ('published', 'publishing') as is_locked, r.last_iteration
    from runs r join projects p using (project_id) where r.uuid = any($2) and p.workspace_id = $1`,
  model: `select model_id as uuid, null as external_id, coalesce(log_id, 0) as run_id, name, null as status, published as is_locked,
      last_iteration
    from models r where model_id = any($2) and workspace_id = $1`,
};

/**
 * Runs or models of the workspace by their ids, in the order of the ids; those that are not there are left out.
 * @param lock nothing is written of them until the transaction ends
 */
export async function findReporters(
  db: Database,
  workspaceId: string,
  kind: Reporter['kind'],
  ids: readonly string[],
  lock?: 'for update',
): Promise<FoundReporter[]> {
  const { rows } = await db.query<Row>({
    name: `reporters-${kind} ${lock ?? ''}`,
    text: `${texts[kind]} ${lock ? 'for no key update of r' : ''}`,
    values: [workspaceId, ids.map(uuidOfId)],
  });
  const found = new Map(rows.map((row) => [row.uuid, row]));
  return [...new Set(ids.map(uuidOfId))].flatMap((uuid) => {
    const row = found.get(uuid);
    if (!row) return [];
    const { run_id: runId, name, status, is_locked: isLocked, last_iteration: lastIteration } = row;
    return [{ kind, id: idOfUuid(row.uuid, row.external_id), runId, name, status, isLocked, lastIteration }];
  });
}
