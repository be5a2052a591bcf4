import { type Context, makerOf } from '../context.ts';
import { BridgeError, notFound, show } from '../model/errors.ts';
import { DEFAULT_EXPERIMENT_ID, DEFAULT_PROJECT_NAME, type Project, type ProjectDraft } from '../model/project.ts';
import type { ProjectQuery } from '../model/query.ts';
import type { Entry } from '../model/run.ts';
import { DEFAULT_WORKSPACE_ID } from '../model/workspace.ts';
import { deleteAssessmentsOfProject } from '../store/assessments.ts';
import { giveProjectToMaker } from '../store/grants.ts';
import { findRecord } from '../store/project-records.ts';
import * as store from '../store/projects.ts';
import { searchProjects as search } from '../store/search/projects.ts';
import { importedAs } from './former-ids.ts';

function unknownProject(experimentId: bigint): BridgeError {
  return notFound('experiment', experimentId.toString());
}

/** Makes sure the Default project is there; called at every start. */
export async function ensureDefaultProject(context: Context): Promise<void> {
  const { db, workspaceId } = context;
  if (await store.findProjectByExperimentId(db, workspaceId, DEFAULT_EXPERIMENT_ID)) return;
  try {
    await addProject(context, { name: DEFAULT_PROJECT_NAME, tags: [] }, DEFAULT_EXPERIMENT_ID);
  } catch (error) {
    // another server starting at the same moment added it
    if (!(error instanceof BridgeError && error.code === 'already_exists')) throw error;
  }
}

/** The project of runs that name none: the Default one or, in other workspaces, the one of that name, made when it is missing. */
export async function getDefaultProject(context: Context): Promise<Project> {
  const { db, workspaceId } = context;
  const found =
    workspaceId === DEFAULT_WORKSPACE_ID
      ? await store.findProjectByExperimentId(db, workspaceId, DEFAULT_EXPERIMENT_ID)
      : await store.findProjectByName(db, workspaceId, DEFAULT_PROJECT_NAME);
  if (found) return found;
  if (workspaceId === DEFAULT_WORKSPACE_ID) throw new BridgeError('internal', 'The Default project is missing.');
  return await addProject(context, { name: DEFAULT_PROJECT_NAME, tags: [] });
}

function addProject(context: Context, draft: ProjectDraft, experimentId?: bigint): Promise<Project> {
  return context.db.transaction(async (db) => {
    const project = await store.insertProject(db, {
      ...draft,
      experimentId,
      workspaceId: context.workspaceId,
      uuid: context.newId(),
      rootPrefix: context.artifactRoot,
      userId: context.actor.userId || null,
      now: context.now(),
    });
    const maker = makerOf(context);
    if (maker) await giveProjectToMaker(db, maker, project.projectId);
    return project;
  });
}

/** @throws already_exists when the name is taken, by an archived project too */
export function createProject(context: Context, draft: ProjectDraft): Promise<Project> {
  return addProject(context, draft);
}

/** A project by the decimal id MLflow shows, archived or not. @throws not_found */
export async function getProject(context: Context, experimentId: bigint): Promise<Project> {
  const project = await store.findProjectByExperimentId(context.db, context.workspaceId, experimentId);
  if (!project) throw unknownProject(experimentId);
  return project;
}

/** A project as {@link getProject}, also by the id it had before it was imported. @throws not_found */
export async function showProject(context: Context, experimentId: bigint): Promise<Project> {
  const { db, workspaceId } = context;
  const there = await store.findProjectByExperimentId(db, workspaceId, experimentId);
  if (there) return there;
  const uuid = await importedAs(context, 'project', experimentId.toString());
  const imported = uuid === undefined ? undefined : await findRecord(db, workspaceId, uuid);
  if (imported?.experimentId === undefined || imported.experimentId === null) throw unknownProject(experimentId);
  return getProject(context, imported.experimentId);
}

/** A project by name, archived or not. @throws not_found */
export async function getProjectByName(context: Context, name: string): Promise<Project> {
  const project = await store.findProjectByName(context.db, context.workspaceId, name);
  if (!project)
    throw new BridgeError('not_found', `No experiment named ${show(name)} exists.`, { resource: `experiment ${name}` });
  return project;
}

async function getOpenProject(context: Context, experimentId: bigint): Promise<Project> {
  const project = await getProject(context, experimentId);
  if (!project.archived) return project;
  throw new BridgeError('wrong_state', `The experiment ${experimentId} is deleted; restore it before changing it.`, {
    resource: `experiment ${experimentId}`,
  });
}

/** @throws not_found, wrong_state when it is archived, already_exists when the name is taken */
export async function renameProject(context: Context, experimentId: bigint, name: string): Promise<void> {
  const project = await getOpenProject(context, experimentId);
  await store.renameProject(context.db, project, context.workspaceId, name, context.now());
}

/** Archives a project and its runs; what these said about traces is gone for good. @throws not_found when there is no active one */
export async function archiveProject(context: Context, experimentId: bigint): Promise<void> {
  const project = await getProject(context, experimentId);
  if (project.archived) throw unknownProject(experimentId);
  await context.db.transaction(async (db) => {
    await store.setProjectArchived(db, project.projectId, true, context.now());
    await deleteAssessmentsOfProject(db, context.workspaceId, project.projectId);
  });
}

/** Brings a project and all its runs back. @throws not_found when there is no archived one */
export async function restoreProject(context: Context, experimentId: bigint): Promise<void> {
  const project = await getProject(context, experimentId);
  if (!project.archived) throw unknownProject(experimentId);
  await store.setProjectArchived(context.db, project.projectId, false, context.now());
}

/** @throws not_found, wrong_state when the project is archived */
export async function setProjectTag(context: Context, experimentId: bigint, tag: Entry): Promise<void> {
  const project = await getOpenProject(context, experimentId);
  await store.upsertProjectTags(context.db, project.projectId, [tag]);
}

/** @throws not_found for the project or the tag, wrong_state when the project is archived */
export async function deleteProjectTag(context: Context, experimentId: bigint, key: string): Promise<void> {
  const project = await getOpenProject(context, experimentId);
  const deleted = await store.deleteProjectTag(context.db, project.projectId, key);
  if (!deleted) throw new BridgeError('not_found', `The experiment ${experimentId} has no tag ${show(key)}.`, { field: 'key' });
}

/** A page of projects. */
export function searchProjects(context: Context, query: ProjectQuery): Promise<{ projects: Project[]; next?: string }> {
  return search(context.db, context, query);
}
