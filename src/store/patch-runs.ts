import type { Run, RunPatch } from '../model/run.ts';
import type { Database } from './database.ts';
import { RUN_COLUMNS, type RunRow, toRun } from './runs.ts';

/** Column of every field a patch may hold, and its type. */
const columns: Readonly<Record<keyof RunPatch, readonly [column: string, type: string]>> = {
  name: ['name', 'text'],
  status: ['status', 'text'],
  endedMs: ['ended_ms', 'int8'],
  parent: ['parent', 'text'],
  note: ['note', 'text'],
  author: ['author', 'text'],
  repository: ['repository', 'text'],
  branch: ['branch', 'text'],
  commit: ['commit_id', 'text'],
  entryPoint: ['entry_point', 'text'],
};

const fields = Object.keys(columns) as (keyof RunPatch)[];

/**
 * Changes fields of runs; fields that a patch leaves out stay. One statement per set of fields: mostly all patches have the same.
 * @param patches by the number of the run
 * @returns the runs as they are now, by number
 */
export async function patchRuns(db: Database, patches: ReadonlyMap<number, RunPatch>): Promise<Map<number, Run>> {
  const alike = new Map<string, { set: (keyof RunPatch)[]; patches: (readonly [runId: number, patch: RunPatch])[] }>();
  for (const entry of [...patches].sort(([a], [b]) => a - b)) {
    const set = fields.filter((field) => entry[1][field] !== undefined);
    const group = alike.get(set.join()) ?? { set, patches: [] };
    group.patches.push(entry);
    alike.set(set.join(), group);
  }
  const runs = new Map<number, Run>();
  for (const group of alike.values()) {
    for (const run of await patchAlike(db, group.set, group.patches)) runs.set(run.runId, run);
  }
  return runs;
}

async function patchAlike(
  db: Database,
  set: readonly (keyof RunPatch)[],
  patches: readonly (readonly [runId: number, patch: RunPatch])[],
): Promise<Run[]> {
  const names = set.map((field) => columns[field][0]);
  const arrays = ['$1::int4[]', ...set.map((field, at) => `$${at + 2}::${columns[field][1]}[]`)];
  const changes = [
    ...names.map((name) => `${name} = n.${name}`),
    ...(set.includes('status') ? ['status_changed_at = now()'] : []),
  ];
  const { rows } = await db.query<RunRow>({
    // numbers: Postgres keeps 63 bytes of a name
    name: `patch-runs ${set.map((field) => fields.indexOf(field)).join()}`,
    text: `update runs r set ${[...changes, 'changed_at = now()'].join(', ')}
      from unnest(${arrays.join(', ')}) as n (${['run_id', ...names].join(', ')}), projects p
      where r.run_id = n.run_id and p.project_id = r.project_id
      returning ${RUN_COLUMNS}`,
    values: [patches.map(([runId]) => runId), ...set.map((field) => patches.map(([, patch]) => patch[field]))],
  });
  return rows.map(toRun);
}
