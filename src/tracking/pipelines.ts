import type { Context } from '../context.ts';
import { BridgeError, notFound, show } from '../model/errors.ts';
import { basenameOf } from '../model/project.ts';
import type { ParamWish } from '../model/run-change.ts';
import { childrenWithout, countNumberedRuns, runsOfType } from '../store/pipeline-runs.ts';
import { readRunRecord } from '../store/run-records.ts';
import { copyRun } from './copy-run.ts';
import { type DeletedRun, deleteRun } from './delete-run.ts';

/** The system tag of runs that steer a pipeline. */
export const PIPELINE_TAG = 'pipeline';
const CONTROLLER = 'controller';

/**
 * Copies a run that steers a pipeline, to be run again: named after its project and numbered, with some params changed.
 * @param args values of params of the section `Args`, by name
 * @returns the id of the copy
 * @throws not_found, also for a run that steers none
 */
export async function copyPipeline(context: Context, id: string, args: ReadonlyMap<string, string>): Promise<string> {
  const found = await readRunRecord(context.db, context, id, ['params']);
  if (!found?.run.systemTags.includes(PIPELINE_TAG)) throw notFound('run', id);
  const { run, parts } = found;
  const known = new Set((parts.params ?? []).map(({ first, second }) => (first === 'Args' ? second : undefined)));
  const params: ParamWish[] = (parts.params ?? []).map((item) =>
    item.first === 'Args' ? { ...item, value: args.get(item.second) ?? item.value } : item,
  );
  for (const [name, value] of args) {
    if (!known.has(name)) params.push({ first: 'Args', second: name, value, type: null, description: null });
  }
  const base = run.projectPath === null ? run.name : basenameOf(run.projectPath);
  const count = await countNumberedRuns(context.db, run.projectId, PIPELINE_TAG, base);
  const copy = await copyRun(context, id, { name: `${base} #${count + 1}`, params });
  return copy.id;
}

/**
 * Refuses to delete all runs of a pipeline: with the last one it would be forgotten.
 * @throws wrong_state (`last_run`)
 */
export async function keepLastPipelineRun(context: Context, project: string, ids: readonly string[]): Promise<void> {
  const gone = new Set(ids);
  const runs = await runsOfType(context.db, context.workspaceId, project, CONTROLLER);
  if (runs.some((id) => !gone.has(id))) return;
  throw new BridgeError('wrong_state', `The project ${show(project)} would have no run of its pipeline left.`, {
    field: 'ids',
    resource: `project ${project}`,
    reason: 'last_run',
  });
}

/** Deletes a run that steers a pipeline, with its steps. @throws not_found */
export async function deletePipelineRun(context: Context, id: string): Promise<DeletedRun> {
  for (const step of await childrenWithout(context.db, context.workspaceId, id, PIPELINE_TAG)) {
    await deleteRun(context, step, { force: true });
  }
  return deleteRun(context, id, { force: true });
}
