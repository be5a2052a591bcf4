import type { Context } from '../context.ts';
import { BridgeError, show } from '../model/errors.ts';
import type { RunChange, RunProject } from '../model/run-change.ts';
import { applyRunChange } from '../store/change-run.ts';
import type { Database } from '../store/database.ts';
import { insertRunRecord } from '../store/insert-run-record.ts';
import { findRecord } from '../store/project-records.ts';
import { touchProjects } from '../store/project-tree.ts';
import { ensureVisibleProject } from './project-tree.ts';
import { getDefaultProject } from './projects.ts';

/** A new run that somebody starts later. */
export interface RunSeed {
  name: string;
  type: string;
  /** Who writes it, for instance `clearml`. */
  origin: string;
  /** 32 lower hex of its project; undefined: none. */
  project: string | undefined;
  /** What it has from the start, planned for a run that has nothing. */
  change: RunChange;
  /** Keys the change writes. */
  keys: readonly string[];
}

/**
 * The project that runs are to be put in; MLflow shows it from now on.
 * @throws invalid for an unknown project
 */
export async function projectForRuns(context: Context, db: Database, id: string | undefined): Promise<RunProject> {
  if (id === undefined) {
    const { projectId } = await getDefaultProject({ ...context, db });
    return { projectId, isProjectless: true };
  }
  const project = await findRecord(db, context.workspaceId, id);
  if (!project) {
    throw new BridgeError('invalid', `There is no project with the id ${show(id)}.`, { field: 'project', reason: 'reference' });
  }
  await ensureVisibleProject(context, project, db);
  return { projectId: project.projectId, isProjectless: false };
}

/** Adds a run with everything it has from the start, whole or not at all. @returns its id @throws invalid for an unknown project */
export async function makeRun(context: Context, seed: RunSeed): Promise<string> {
  await context.keys.idsOf(seed.keys);
  return context.db.transaction((db) => makeRunIn(context, db, seed));
}

/** As {@link makeRun}, inside a transaction that is under way. */
export async function makeRunIn(context: Context, db: Database, seed: RunSeed): Promise<string> {
  const id = context.newId();
  const now = context.now();
  const userId = context.actor.userId || null;
  const { projectId, isProjectless } = await projectForRuns(context, db, seed.project);
  const runId = await insertRunRecord(db, context.keys, {
    id,
    projectId,
    isProjectless,
    name: seed.name,
    type: seed.type,
    origin: seed.origin,
    author: context.actor.name,
    userId,
    now,
  });
  await applyRunChange(db, context.keys, { runId, projectId, now, userId, isContent: true }, seed.change);
  await touchProjects(db, [projectId], now);
  return id;
}
