import { type Context, makerOf } from '../context.ts';
import { BridgeError, show } from '../model/errors.ts';
import type { Condition, Find } from '../model/find.ts';
import {
  basenameOf,
  isBelow,
  type ProjectField,
  type ProjectPatch,
  type ProjectPathDraft,
  type ProjectRecord,
  parentPathOf,
} from '../model/project.ts';
import type { Database } from '../store/database.ts';
import { giveProjectToMaker } from '../store/grants.ts';
import { readTreePaths } from '../store/project-contents.ts';
import * as store from '../store/project-records.ts';
import * as tree from '../store/project-tree.ts';
import * as search from '../store/search/find-projects.ts';

/** Work on the tree of projects: one transaction that no other change of the tree runs beside. */
export function changeTree<T>(context: Context, work: (db: Database) => Promise<T>): Promise<T> {
  return context.db.transaction(async (db) => {
    await tree.lockProjectTree(db, context.workspaceId);
    return work(db);
  });
}

/** Who does it, where and when. */
export function placeOf(context: Context): { workspaceId: string; userId: string | null; now: Date } {
  return { workspaceId: context.workspaceId, userId: context.actor.userId || null, now: context.now() };
}

/** Makes sure every project is below its parent; called at every start, for projects of earlier versions and of imports. */
export async function ensureProjectTree(context: Context): Promise<void> {
  const { db, workspaceId } = context;
  if ((await tree.listUnlinkedPaths(db, workspaceId)).length === 0) return;
  await changeTree(context, async (transaction) => {
    const paths = await tree.listUnlinkedPaths(transaction, workspaceId);
    await tree.linkPaths(transaction, { workspaceId, paths, now: context.now() });
  });
}

/** Adds a project at a path. @throws already_exists */
export async function createProjectAt(context: Context, draft: ProjectPathDraft): Promise<ProjectRecord> {
  return changeTree(context, async (db) => {
    await refuseTakenPath(context, db, draft.path);
    return insertAt(context, db, draft);
  });
}

async function insertAt(context: Context, db: Database, draft: ProjectPathDraft): Promise<ProjectRecord> {
  const id = context.newId();
  await store.insertRecord(db, { ...placeOf(context), ...draft, id, rootPrefix: context.artifactRoot });
  const project = (await store.findRecord(db, context.workspaceId, id)) as ProjectRecord;
  const maker = makerOf(context);
  if (maker) await giveProjectToMaker(db, maker, project.projectId);
  return project;
}

/** @throws already_exists */
export async function refuseTakenPath(context: Context, db: Database, path: string): Promise<void> {
  if (!(await store.findRecordByPath(db, context.workspaceId, path))) return;
  throw new BridgeError('already_exists', `A project named ${show(path)} exists already.`, {
    field: 'name',
    resource: `project ${path}`,
  });
}

/** The project at a path; added, with what the draft says, when there is none. */
export async function findOrCreateProject(
  context: Context,
  path: string,
  draft: Omit<ProjectPathDraft, 'path'> = {},
): Promise<ProjectRecord> {
  const found = await store.findRecordByPath(context.db, context.workspaceId, path);
  if (found) return found;
  return changeTree(context, async (db) => {
    const raced = await store.findRecordByPath(db, context.workspaceId, path);
    return raced ?? insertAt(context, db, { ...draft, path });
  });
}

/** A project by the id ClearML shows. */
export function findProjectByUuid(context: Context, id: string): Promise<ProjectRecord | undefined> {
  return store.findRecord(context.db, context.workspaceId, id);
}

/** A project by its path. */
export function findProjectByPath(context: Context, path: string): Promise<ProjectRecord | undefined> {
  return store.findRecordByPath(context.db, context.workspaceId, path);
}

/** A project by the id ClearML shows. @throws not_found */
export async function getProjectByUuid(context: Context, id: string): Promise<ProjectRecord> {
  const project = await findProjectByUuid(context, id);
  if (!project) throw unknownProject(id);
  return project;
}

function unknownProject(id: string): BridgeError {
  return new BridgeError('not_found', `No project with id=${show(id)} exists.`, { field: 'project', resource: `project ${id}` });
}

/** Makes sure MLflow shows a project: what holds runs is an experiment. */
export async function ensureVisibleProject(
  context: Context,
  { projectId, experimentId }: ProjectRecord,
  db: Database = context.db,
): Promise<void> {
  if (experimentId === null) await store.showProject(db, projectId, context.artifactRoot);
}

/**
 * Changes what is said of a project, and the last part of its path; all below it and MLflow's names follow.
 * @throws not_found, already_exists, wrong_state (`elsewhere`) for a path with another parent
 */
export async function updateProject(context: Context, id: string, patch: ProjectPatch & { path?: string }): Promise<void> {
  await changeTree(context, async (db) => {
    const project = await lockedProject(context, db, id);
    const { path } = patch;
    if (path !== undefined && path !== project.path) {
      if (parentPathOf(path) !== parentPathOf(project.path)) {
        throw new BridgeError('wrong_state', `The project ${show(project.path)} can be renamed, not moved, to ${show(path)}.`, {
          field: 'name',
          resource: `project ${id}`,
          reason: 'elsewhere',
        });
      }
      await refuseTakenPath(context, db, path);
      await tree.movePath(db, { ...placeOf(context), from: project.path, to: path });
    }
    await store.patchRecord(db, project.projectId, patch, context.now());
  });
}

async function lockedProject(context: Context, db: Database, id: string): Promise<ProjectRecord> {
  const project = await store.findRecord(db, context.workspaceId, id);
  if (!project) throw unknownProject(id);
  return project;
}

/** @throws wrong_state (`too_deep`) for a path of more parts than allowed */
export function refuseDeepPaths(paths: readonly string[], maxDepth: number): void {
  const deep = paths.find((path) => path.split('/').length > maxDepth);
  if (deep === undefined) return;
  throw new BridgeError('wrong_state', `The project ${show(deep)} would have more than ${maxDepth} parts.`, {
    field: 'name',
    resource: `project ${deep}`,
    reason: 'too_deep',
  });
}

/**
 * Moves a project with all below it under another path, which is added when it is missing; the empty path is the top.
 * @param maxDepth most parts a path may have
 * @returns how many projects were moved
 * @throws not_found, already_exists, wrong_state (`same_place`, `under_itself`, `too_deep`)
 */
export async function moveProject(context: Context, id: string, location: string, maxDepth: number): Promise<number> {
  return changeTree(context, async (db) => {
    const project = await lockedProject(context, db, id);
    const from = parentPathOf(project.path);
    if (location === from) {
      throw new BridgeError('wrong_state', `The project ${show(project.path)} is in ${show(location)} already.`, {
        field: 'new_location',
        resource: `project ${id}`,
        reason: 'same_place',
      });
    }
    if (location === project.path || isBelow(location, project.path)) {
      throw new BridgeError(
        'wrong_state',
        `The project ${show(project.path)} cannot be moved under itself, to ${show(location)}.`,
        {
          field: 'new_location',
          resource: `project ${id}`,
          reason: 'under_itself',
        },
      );
    }
    const to = [location, basenameOf(project.path)].filter((part) => part !== '').join('/');
    await refuseTakenPath(context, db, to);
    const below = await readTreePaths(db, context.workspaceId, project.path);
    refuseDeepPaths(
      below.map(({ path }) => to + path.slice(project.path.length)),
      maxDepth,
    );
    await tree.movePath(db, { ...placeOf(context), from: project.path, to });
    await touchAncestors(context, db, [from, location]);
    return below.length;
  });
}

/** Says of projects by path that something in them changed. */
export async function touchAncestors(context: Context, db: Database, paths: readonly string[]): Promise<void> {
  const records = await Promise.all(
    paths.filter((path) => path !== '').map((path) => store.findRecordByPath(db, context.workspaceId, path)),
  );
  await tree.touchProjects(
    db,
    records.flatMap((record) => record?.projectId ?? []),
    context.now(),
  );
}

/** A page of projects, visible to MLflow or not. @throws invalid */
export function findProjects(context: Context, query: Find<ProjectField>): Promise<{ projects: ProjectRecord[]; next?: string }> {
  return search.findProjects(context.db, context, query);
}

/** How many projects pass a condition. @param most where counting stops @throws invalid */
export function countProjects(context: Context, where: Condition<ProjectField>, most?: number): Promise<number> {
  return search.countProjects(context.db, context, where, most);
}
