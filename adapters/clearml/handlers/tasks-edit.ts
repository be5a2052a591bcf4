import type { operations } from '../../../openapi/generated/clearml.ts';
import type { Context } from '../../../src/context.ts';
import type { Handler } from '../../../src/http/door.ts';
import type { RunStatus } from '../../../src/model/run.ts';
import type { RunChange } from '../../../src/model/run-change.ts';
import type { RunRecord } from '../../../src/model/run-record.ts';
import { type ChangedRun, changeRun, requireStatus } from '../../../src/tracking/change-run.ts';
import { projectForRuns } from '../../../src/tracking/make-run.ts';
import { checkReferences } from '../../../src/tracking/run-references.ts';
import { statusFields } from '../../../src/tracking/status-fields.ts';
import { wrongField } from '../errors.ts';
import { checkTags, checkTaskName } from '../map/limits.ts';
import { withoutNulls } from '../map/nulls.ts';
import { changedFields } from '../map/task-answer.ts';
import { keysTouched, partsTouched, readDocument, type TaskFields, toRunChange, touchesTags } from '../map/task-change.ts';

/** Fields of a request that its answer repeats as they were sent. */
function repeated(fields: TaskFields, change: RunChange): Record<string, unknown> {
  const documents = change.documents ?? {};
  return {
    ...(fields.tags && { tags: [...new Set(fields.tags)].sort() }),
    ...(fields.system_tags && { system_tags: [...new Set(fields.system_tags)].sort() }),
    ...(fields.script && { script: { ...readDocument(documents.script ?? undefined), ...fields.script } }),
    ...(fields.execution && { execution: fields.execution }),
    ...(fields.hyperparams && { hyperparams: fields.hyperparams }),
    ...(fields.configuration && { configuration: fields.configuration }),
    ...(fields.models && { models: fields.models }),
    ...(fields.container && { container: fields.container }),
    ...(fields.runtime && { runtime: fields.runtime }),
    ...(fields.output_dest !== undefined && { output: { destination: fields.output_dest } }),
  };
}

/** Fields whose change is one of the contents; the others are what people call and sort a task by. */
const contentFields = [
  'type',
  'parent',
  'output_dest',
  'execution',
  'script',
  'hyperparams',
  'configuration',
  'models',
  'container',
  'runtime',
] as const satisfies (keyof TaskFields)[];

interface EditOptions {
  status?: RunStatus | undefined;
  project?: string | undefined;
  /** Refuses the task in the state it is in. */
  check(run: RunRecord): void;
}

async function editTask(
  context: Context,
  task: string,
  fields: TaskFields,
  baseUrl: string,
  { project, status, check }: EditOptions,
): Promise<{ updated: number; fields: Record<string, unknown> }> {
  checkTaskName(fields.name);
  checkTags(fields.tags);
  checkTags(fields.system_tags);
  await checkReferences(context, {
    project,
    parent: fields.parent,
    inputModels: fields.models?.input?.map(({ model }) => model),
    queue: fields.execution?.queue,
  });
  if (fields.parent === task) throw wrongField('parent', 'A task is not its own parent.');
  const isContent = status !== undefined || contentFields.some((name) => fields[name] !== undefined);
  const changed: ChangedRun<undefined> = await changeRun(context, task, {
    parts: partsTouched(fields),
    withTags: touchesTags(fields),
    keys: keysTouched(fields),
    isContent,
    decide: async ({ run, parts, tags, db }) => {
      check(run);
      const change = toRunChange(fields, { id: run.id, parts, tags }, baseUrl);
      if (status !== undefined && status !== run.status) change.set = { ...change.set, ...statusFields(status, {}) };
      if (project !== undefined) change.project = await projectForRuns(context, db, project || undefined);
      return { change, result: undefined };
    },
  });
  const shown = changedFields(changed, context, isContent);
  return {
    updated: 1,
    fields: { ...shown, ...(project !== undefined && { project }), ...repeated(fields, changed.change) },
  };
}

/** Changes any field of a task that is being prepared, or, forced, of any that is not published. */
export const tasksEdit: Handler<operations['tasks.edit']> = async ({ body, baseUrl }, context) => {
  const { task = '', force = false, project, status, ...fields } = withoutNulls(body);
  return editTask(context, task, fields, baseUrl, {
    project,
    status,
    check: (run) => {
      if (!force) requireStatus(run, ['created']);
    },
  });
};

/** Changes what people say of a task; no status forbids it. */
export const tasksUpdate: Handler<operations['tasks.update']> = async ({ body, baseUrl }, context) => {
  const { task = '', name, tags, system_tags, comment, project } = withoutNulls(body);
  const fields = Object.fromEntries(
    Object.entries({ name, tags, system_tags, comment }).filter(([, value]) => value !== undefined),
  ) as TaskFields;
  return editTask(context, task, fields, baseUrl, { project, check: () => undefined });
};

/** Replaces the packages a task needs. */
export const tasksSetRequirements: Handler<operations['tasks.set_requirements']> = async ({ body }, context) => {
  const { task = '', requirements } = withoutNulls(body);
  await changeRun(context, task, {
    parts: ['documents'],
    decide: ({ parts }) => {
      const script = { ...readDocument(parts.documents?.script), requirements };
      return { change: { documents: { script: JSON.stringify(script) } }, result: undefined };
    },
  });
  return { updated: 1, fields: {} };
};
