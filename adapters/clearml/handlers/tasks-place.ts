import type { operations } from '../../../openapi/generated/clearml.ts';
import type { Handler } from '../../../src/http/door.ts';
import { show } from '../../../src/model/errors.ts';
import { allOrNothing } from '../../../src/tracking/all-or-nothing.ts';
import * as tracking from '../../../src/tracking/many-runs.ts';
import { findOrCreateProject } from '../../../src/tracking/project-tree.ts';
import { ApiError, wrongField } from '../errors.ts';
import { checkTags } from '../map/limits.ts';
import { withoutNulls } from '../map/nulls.ts';
import { toPath } from '../map/project.ts';
import { tasksUpdate } from './tasks-edit.ts';

type TaskUpdate = operations['tasks.update']['requestBody']['content']['application/json'];

/** Moves tasks into a project, by its id or by a name, which is made when there is none. */
export const tasksMove: Handler<operations['tasks.move']> = async ({ body }, context) => {
  const { ids, project, project_name } = withoutNulls(body);
  if (!project && !project_name) throw wrongField('project', 'Either project or project_name is required.');
  const project_id = await allOrNothing(context, async (inside) => {
    const id = project || (await findOrCreateProject(inside, toPath(project_name ?? ''))).id;
    await tracking.moveRuns(inside, ids, id);
    return id;
  });
  return { project_id };
};

/** Changes the labels of several tasks. */
export const tasksUpdateTags: Handler<operations['tasks.update_tags']> = async ({ body }, context) => {
  const { ids = [], add_tags = [], remove_tags = [] } = withoutNulls(body);
  checkTags(add_tags);
  return { updated: await tracking.relabelRuns(context, ids, add_tags, remove_tags) };
};

export const tasksMakePublic: Handler<operations['tasks.make_public']> = async ({ body }, context) => ({
  updated: await tracking.setRunsPublic(context, body.ids ?? [], true),
});

export const tasksMakePrivate: Handler<operations['tasks.make_private']> = async ({ body }, context) => ({
  updated: await tracking.setRunsPublic(context, body.ids ?? [], false),
});

/** Changes what people say of several tasks, a JSON object a line: all of them or none. */
export const tasksUpdateBatch: Handler<operations['tasks.update_batch']> = async (input, context) => {
  const updates = input.body
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(readLine);
  if (updates.length === 0) throw new ApiError(400, 17);
  await context.guard.demand([
    { kind: 'run', ids: updates.map(({ task }) => task), need: 'edit' },
    { kind: 'project', ids: updates.flatMap(({ project }) => project ?? []), need: 'edit' },
  ]);
  await allOrNothing(context, async (inside) => {
    for (const body of updates) await tasksUpdate({ ...input, body }, inside);
  });
  return { updated: updates.length };
};

function readLine(line: string): TaskUpdate {
  const update: unknown = readJson(line);
  if (typeof update !== 'object' || update === null || !('task' in update) || typeof update.task !== 'string') {
    throw new ApiError(400, 18, `the line ${show(line)} is no JSON object with a task`);
  }
  const { task } = update;
  const text = (name: string) => textIn(update, name);
  const texts = (name: string) => textsIn(update, name);
  return {
    task,
    name: text('name'),
    comment: text('comment'),
    project: text('project'),
    tags: texts('tags'),
    system_tags: texts('system_tags'),
  };
}

function readJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw new ApiError(400, 0, `the line ${show(line)} is not JSON`, undefined, cause);
  }
}

function fieldOf(update: object, name: string): unknown {
  return Object.entries(update).find(([field]) => field === name)?.[1] ?? undefined;
}

function textIn(update: object, name: string): string | undefined {
  const value = fieldOf(update, name);
  if (value === undefined || typeof value === 'string') return value;
  throw wrongField(name, `${show(value)} is no text.`);
}

function textsIn(update: object, name: string): string[] | undefined {
  const value = fieldOf(update, name);
  if (value === undefined) return undefined;
  if (Array.isArray(value) && value.every((item): item is string => typeof item === 'string')) return value;
  throw wrongField(name, `${show(value)} is no list of texts.`);
}
