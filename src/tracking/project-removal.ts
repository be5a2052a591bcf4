import type { Context } from '../context.ts';
import { BridgeError, show } from '../model/errors.ts';
import { basenameOf, DEFAULT_EXPERIMENT_ID, isBelow, type ProjectRecord } from '../model/project.ts';
import { deleteModel } from '../registry/delete-model.ts';
import * as contents from '../store/project-contents.ts';
import { countContents, type ProjectContents } from '../store/project-stats.ts';
import { movePath } from '../store/project-tree.ts';
import { deleteRun } from './delete-run.ts';
import {
  changeTree,
  ensureVisibleProject,
  getProjectByUuid,
  placeOf,
  refuseDeepPaths,
  refuseTakenPath,
  touchAncestors,
} from './project-tree.ts';
import { getDefaultProject } from './projects.ts';
import type { FileAddresses } from './reset-run.ts';

/** Runs or models that are deleted before it is asked for the next ones. */
const AT_ONCE = 100;

/** What a project and those below it hold. @throws not_found */
export async function readProjectContents(context: Context, id: string): Promise<ProjectContents> {
  const { projectId } = await getProjectByUuid(context, id);
  return (await countContents(context.db, [projectId], true, 'all')).get(projectId) as ProjectContents;
}

function refusal(project: ProjectRecord, reason: string | undefined, why: string): BridgeError {
  return new BridgeError('wrong_state', `The project ${show(project.path)} ${why}.`, {
    field: 'project',
    resource: `project ${project.id}`,
    reason,
  });
}

function refuseDefault(project: ProjectRecord): void {
  if (project.experimentId === DEFAULT_EXPERIMENT_ID) throw refusal(project, undefined, 'is the default one, which stays');
}

/**
 * Moves all a project holds into another one, the projects below it included, and deletes it.
 * @param options.maxDepth most parts a path may have
 * @returns how many runs and models, and how many projects right below it, were moved
 * @throws not_found, already_exists, wrong_state (`same_place`, `into_child`, `too_deep`)
 */
export function mergeProject(
  context: Context,
  { id, into, maxDepth }: { id: string; into: string; maxDepth: number },
): Promise<{ entities: number; projects: number }> {
  return changeTree(context, async (db) => {
    const within = { ...context, db };
    const [source, target] = [await getProjectByUuid(within, id), await getProjectByUuid(within, into)];
    refuseDefault(source);
    if (source.id === target.id) throw refusal(source, 'same_place', 'cannot be merged into itself');
    if (isBelow(target.path, source.path))
      throw refusal(source, 'into_child', `cannot be merged into ${show(target.path)} below it`);
    const below = await contents.readTreePaths(db, context.workspaceId, source.path);
    refuseDeepPaths(
      below.slice(1).map(({ path }) => target.path + path.slice(source.path.length)),
      maxDepth,
    );
    const children = below.filter(({ path }) => isChildOf(path, source.path));
    for (const { path } of children) {
      const to = `${target.path}/${basenameOf(path)}`;
      await refuseTakenPath(context, db, to);
      await movePath(db, { ...placeOf(context), from: path, to });
    }
    await ensureVisibleProject(context, target, db);
    const destination = { projectId: target.projectId, isProjectless: false, now: context.now() };
    const moved = await contents.moveContents(db, [source.projectId], destination);
    await contents.deleteProjects(db, [source.projectId]);
    await touchAncestors(context, db, [target.path]);
    return { entities: moved.runs + moved.models, projects: children.length };
  });
}

function isChildOf(path: string, parent: string): boolean {
  return isBelow(path, parent) && !path.slice(parent.length + 1).includes('/');
}

/** How a project is deleted. */
export interface ProjectRemoval {
  /** Also one that holds things that are not archived. */
  force: boolean;
  /** What it holds is deleted too; otherwise that is in no project from now on. */
  withContents: boolean;
  /** Files of deleted runs that this server keeps go as well. */
  deletesFiles: boolean;
}

/** What went with a project. */
export interface RemovedProject {
  /** The project and those below it. */
  projects: number;
  /** Runs that are in no project now. */
  freedRuns: number;
  runs: number;
  models: number;
  files: FileAddresses;
}

/**
 * Deletes a project for good, with all below it. With its contents that takes several steps: whoever is interrupted asks again.
 * @throws not_found, wrong_state unless forced: for open runs, `models`, `datasets`, `pipelines`
 */
export async function deleteProject(context: Context, id: string, removal: ProjectRemoval): Promise<RemovedProject> {
  const project = await getProjectByUuid(context, id);
  refuseDefault(project);
  if (!removal.force) refuseOpenContents(project, await readProjectContents(context, id));
  const removed: RemovedProject = {
    projects: 0,
    freedRuns: 0,
    runs: 0,
    models: 0,
    files: { artifacts: [], events: [], models: [] },
  };
  if (removal.withContents) {
    const tree = await contents.readTreePaths(context.db, context.workspaceId, project.path);
    await deleteContents(context, treeIds(tree), removal, removed);
  }
  return changeTree(context, async (db) => {
    const tree = await contents.readTreePaths(db, context.workspaceId, project.path);
    const { runs } = await contents.moveContents(db, treeIds(tree), {
      projectId: (await getDefaultProject({ ...context, db })).projectId,
      isProjectless: true,
      now: context.now(),
    });
    removed.freedRuns = runs;
    removed.projects = await contents.deleteProjects(db, treeIds(tree));
    return removed;
  });
}

function treeIds(tree: readonly { projectId: number }[]): number[] {
  return tree.map(({ projectId }) => projectId);
}

function refuseOpenContents(project: ProjectRecord, found: ProjectContents): void {
  // the versions of a dataset, the runs of a pipeline: such a project is nothing but its contents
  if (project.systemTags.includes('dataset') || project.systemTags.includes('pipeline')) return;
  const why = (count: number, what: string) => `holds ${count} ${what}; it is deleted only when forced`;
  const runs = found.openRuns + found.openReports;
  if (runs > 0) throw refusal(project, undefined, why(runs, 'runs that are not archived'));
  if (found.openModels > 0) throw refusal(project, 'models', why(found.openModels, 'models that are not archived'));
  if (found.datasets > 0) throw refusal(project, 'datasets', why(found.datasets, 'datasets'));
  if (found.pipelines > 0) throw refusal(project, 'pipelines', why(found.pipelines, 'pipelines'));
}

/** Deletes runs and models one after the other, each in a transaction of its own. */
async function deleteContents(
  context: Context,
  projectIds: readonly number[],
  { deletesFiles }: ProjectRemoval,
  removed: RemovedProject,
): Promise<void> {
  for (let ids = await contents.someRunsOf(context.db, projectIds, AT_ONCE); ids.length > 0; ) {
    for (const id of ids) {
      context.signal.throwIfAborted();
      const gone = await deleteRun(context, id, { force: true, deletesModels: true, deletesFiles });
      removed.runs += 1;
      removed.models += gone.deletedModels;
      removed.files.artifacts.push(...gone.files.artifacts);
      removed.files.events.push(...gone.files.events);
      removed.files.models.push(...gone.files.models);
    }
    ids = await contents.someRunsOf(context.db, projectIds, AT_ONCE);
  }
  for (let ids = await contents.someModelsOf(context.db, projectIds, AT_ONCE); ids.length > 0; ) {
    for (const id of ids) {
      context.signal.throwIfAborted();
      const { uri } = await deleteModel(context, id, true);
      removed.models += 1;
      if (uri) removed.files.models.push(uri);
    }
    ids = await contents.someModelsOf(context.db, projectIds, AT_ONCE);
  }
}
