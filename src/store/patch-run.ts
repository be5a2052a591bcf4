import type { RunPatch } from '../model/run.ts';
import type { Database } from './database.ts';

/** Column of every field a patch may hold. */
const columns: Readonly<Record<keyof RunPatch, string>> = {
  name: 'name',
  status: 'status',
  endedMs: 'ended_ms',
  parent: 'parent',
  note: 'note',
  author: 'author',
  repository: 'repository',
  branch: 'branch',
  commit: 'commit_id',
  entryPoint: 'entry_point',
};

/** Changes fields of one run; fields that the patch leaves out stay. */
export async function patchRun(db: Database, runId: number, patch: RunPatch): Promise<void> {
  const set: string[] = [];
  const values: unknown[] = [runId];
  for (const [field, value] of Object.entries(patch)) {
    if (value === undefined) continue;
    values.push(value);
    set.push(`${columns[field as keyof RunPatch]} = $${values.length}`);
  }
  if (patch.status !== undefined) set.push('status_changed_at = now()');
  if (set.length === 0) return;
  await db.query({ text: `update runs set ${set.join(', ')}, changed_at = now() where run_id = $1`, values });
}
