import type { operations } from '../../../openapi/generated/clearml.ts';
import type { Context } from '../../../src/context.ts';
import type { Handler } from '../../../src/http/door.ts';
import type { RunModelItem } from '../../../src/model/run-record.ts';
import { copyRun } from '../../../src/tracking/copy-run.ts';
import { makeRun } from '../../../src/tracking/make-run.ts';
import { checkReferences } from '../../../src/tracking/run-references.ts';
import { wrongField } from '../errors.ts';
import { checkTags, checkTaskName } from '../map/limits.ts';
import { withoutNulls } from '../map/nulls.ts';
import { emptyTask, keysTouched, systemTagFields, type TaskFields, toRunChange } from '../map/task-change.ts';
import { configurationOf, paramsOf } from '../map/task-items.ts';

type NewTask = TaskFields & { project?: string };

/** Checks what a new task says and refers to. */
async function checkNewTask(context: Context, fields: NewTask): Promise<void> {
  checkTaskName(fields.name);
  checkTags(fields.tags);
  checkTags(fields.system_tags);
  await checkReferences(context, {
    project: fields.project,
    parent: fields.parent,
    inputModels: fields.models?.input?.map(({ model }) => model),
    queue: fields.execution?.queue,
  });
}

export const tasksCreate: Handler<operations['tasks.create']> = async ({ body, baseUrl }, context) => {
  const { project, ...fields }: NewTask = withoutNulls(body);
  await checkNewTask(context, { project, ...fields });
  const id = await makeRun(context, {
    name: (fields.name ?? '').trim(),
    type: fields.type ?? 'training',
    origin: 'clearml',
    project: project || undefined,
    change: toRunChange(fields, emptyTask, baseUrl),
    keys: keysTouched(fields),
  });
  return { id };
};

/** Says whether a task could be created so. */
export const tasksValidate: Handler<operations['tasks.validate']> = async ({ body }, context) => {
  await checkNewTask(context, withoutNulls(body));
  return {};
};

export const tasksClone: Handler<operations['tasks.clone']> = async ({ body, baseUrl }, context) => {
  const {
    task = '',
    new_task_name: name,
    new_task_comment: note,
    new_task_tags: labels,
    new_task_system_tags: systemTags,
    new_task_parent: parent,
    new_task_project: project,
    new_project_name: projectPath,
    new_task_hyperparams: hyperparams,
    new_task_configuration: configuration,
    new_task_container: container,
    new_task_input_models: inputModels,
    execution_overrides: execution,
  } = withoutNulls(body);
  // a copy stays in the project of its original unless another one is named
  if (!project && !projectPath) await context.guard.demand([{ kind: 'run', ids: [task], need: 'edit' }]);
  if (name !== undefined) checkTaskName(name);
  checkTags(labels);
  const models = inputModels?.map(({ name: modelName, model }) => toInputModel(modelName, model));
  await checkReferences(context, {
    project,
    parent,
    inputModels: models?.map(({ modelId }) => modelId),
    queue: execution?.queue,
  });
  const { params, properties } = paramsOf((hyperparams ?? {}) as Parameters<typeof paramsOf>[0]);
  const copy = await copyRun(context, task, {
    name: name?.trim(),
    note,
    labels,
    systemTags: systemTags && systemTagFields(systemTags).systemTags,
    parent: parent || undefined,
    project: project || undefined,
    projectPath,
    params: hyperparams && params,
    properties: hyperparams && properties,
    configuration: configuration && configurationOf(configuration as Parameters<typeof configurationOf>[0]),
    container: container && JSON.stringify(container),
    inputModels: models,
    // what overrides the execution is read as the fields of a task are, for one that has nothing yet
    override: execution && toRunChange({ execution }, emptyTask, baseUrl),
  });
  return { id: copy.id, ...(copy.newProject && { new_project: { id: copy.newProject.id, name: copy.newProject.path } }) };
};

/** @throws ApiError 400/12 for a model without an id */
function toInputModel(name: string | undefined, model: string | undefined): RunModelItem {
  if (!model) throw wrongField('new_task_input_models', 'Each input model needs the id of a model.');
  return { direction: 'input', name: name ?? '', modelId: model, linkedAt: null };
}
