import type { operations } from '../../../openapi/generated/clearml.ts';
import type { Handler } from '../../../src/http/door.ts';
import { PROPERTIES_SECTION, paramNaming } from '../../../src/model/names.ts';
import { planParams, planRemoval, planTags, shownTagName } from '../../../src/model/run-change.ts';
import type { RunRecord } from '../../../src/model/run-record.ts';
import { changeRun, requireStatus } from '../../../src/tracking/change-run.ts';
import { checkReferences } from '../../../src/tracking/run-references.ts';
import { withoutNulls } from '../map/nulls.ts';
import { keptArtifacts, lastOfEach, splitItems, toDocumentItem } from '../map/task-items.ts';
import { toInt64 } from '../map/whole.ts';

/** Parts of a task may change while it is prepared and, forced, while it runs. */
function requirePreparing(run: RunRecord, force: boolean): void {
  requireStatus(run, force ? ['created', 'queued', 'in_progress'] : ['created']);
}

/** Hyperparameters, one by one; properties may change in any status. */
export const tasksEditHyperParams: Handler<operations['tasks.edit_hyper_params']> = async ({ body }, context) => {
  const { task, hyperparams, replace_hyperparams = 'none', force = false } = withoutNulls(body);
  const { params, properties } = splitItems(hyperparams.map(withoutNulls));
  const touchesParams = params.length > 0 || replace_hyperparams === 'all';
  await changeRun(context, task, {
    parts: touchesParams ? ['params'] : [],
    withTags: properties.length > 0,
    keys: [...params.map(paramNaming.keyOf), ...properties.map(({ second }) => second)],
    isContent: touchesParams,
    decide: ({ run, parts, tags }) => {
      if (touchesParams) requirePreparing(run, force);
      return {
        change: {
          params: touchesParams ? planParams(parts.params ?? [], params, replace_hyperparams) : undefined,
          tags: properties.length > 0 ? planTags(tags, { properties, replaced: replace_hyperparams !== 'none' }) : undefined,
        },
        result: undefined,
      };
    },
  });
  return { updated: 1 };
};

export const tasksDeleteHyperParams: Handler<operations['tasks.delete_hyper_params']> = async ({ body }, context) => {
  const { task, hyperparams, force = false } = withoutNulls(body);
  const targets = hyperparams.map(({ section = '', name }) => ({ section, name: name ?? undefined }));
  const isProperty = ({ section }: { section: string }) => section.toLowerCase() === PROPERTIES_SECTION;
  const properties = targets.filter(isProperty);
  const others = targets.filter((target) => !isProperty(target));
  await changeRun(context, task, {
    parts: others.length > 0 ? ['params'] : [],
    withTags: properties.length > 0,
    isContent: others.length > 0,
    decide: ({ run, parts, tags }) => {
      if (others.length > 0) requirePreparing(run, force);
      const gone = tags.filter((tag) => {
        const shown = tag.isLabel ? undefined : shownTagName(tag);
        return shown !== undefined && properties.some(({ name }) => name === undefined || name === shown);
      });
      return {
        change: {
          params: { remove: planRemoval(parts.params ?? [], others), write: [] },
          tags: { remove: gone.map((tag) => tag.key), write: [] },
        },
        result: undefined,
      };
    },
  });
  return { deleted: 1 };
};

export const tasksEditConfiguration: Handler<operations['tasks.edit_configuration']> = async ({ body }, context) => {
  const { task, configuration, replace_configuration = false, force = false } = withoutNulls(body);
  const write = lastOfEach(configuration.map(withoutNulls).map(toDocumentItem), (item) => item.name);
  const names = new Set(write.map((item) => item.name));
  await changeRun(context, task, {
    parts: replace_configuration ? ['configuration'] : [],
    decide: ({ run, parts }) => {
      requirePreparing(run, force);
      const remove = (parts.configuration ?? []).map((item) => item.name).filter((name) => !names.has(name));
      return { change: { configuration: { remove, write } }, result: undefined };
    },
  });
  return { updated: 1 };
};

export const tasksDeleteConfiguration: Handler<operations['tasks.delete_configuration']> = async ({ body }, context) => {
  const { task, configuration, force = false } = withoutNulls(body);
  await changeRun(context, task, {
    decide: ({ run }) => {
      requirePreparing(run, force);
      return { change: { configuration: { remove: configuration, write: [] } }, result: undefined };
    },
  });
  return { deleted: 1 };
};

/** Artifacts are taken while a task is prepared, waits or runs; being forced changes nothing in that. */
export const tasksAddOrUpdateArtifacts: Handler<operations['tasks.add_or_update_artifacts']> = async (
  { body, baseUrl },
  context,
) => {
  const { task, artifacts } = withoutNulls(body);
  await changeRun(context, task, {
    decide: ({ run }) => {
      requirePreparing(run, true);
      return { change: { artifacts: { remove: [], write: keptArtifacts(artifacts, run.id, baseUrl) } }, result: undefined };
    },
  });
  return { updated: 1 };
};

export const tasksDeleteArtifacts: Handler<operations['tasks.delete_artifacts']> = async ({ body }, context) => {
  const { task, artifacts } = withoutNulls(body);
  const remove = artifacts.map(({ key, mode }) => ({ key, mode: mode ?? ('output' as const) }));
  await changeRun(context, task, {
    decide: ({ run }) => {
      requirePreparing(run, true);
      return { change: { artifacts: { remove, write: [] } }, result: undefined };
    },
  });
  return { deleted: 1 };
};

export const tasksAddOrUpdateModel: Handler<operations['tasks.add_or_update_model']> = async ({ body }, context) => {
  const { task, name, model, type, iteration } = withoutNulls(body);
  await checkReferences(context, { inputModels: [model] });
  await changeRun(context, task, {
    decide: ({ run }) => {
      const step = iteration === undefined ? undefined : toInt64('iteration', iteration);
      const isLater = step !== undefined && (run.lastIteration === null || step > run.lastIteration);
      return {
        change: {
          set: isLater ? { lastIteration: step } : {},
          models: { remove: [], write: [{ direction: type, name, modelId: model, linkedAt: null }] },
        },
        result: undefined,
      };
    },
  });
  return { updated: 1 };
};

export const tasksDeleteModels: Handler<operations['tasks.delete_models']> = async ({ body }, context) => {
  const remove = body.models.map(({ name, type }) => ({ name, direction: type }));
  await changeRun(context, body.task, {
    decide: () => ({ change: { models: { remove, write: [] } }, result: undefined }),
  });
  return { updated: 1 };
};

/** Adds to what programs note of a task while it runs, and takes away from it. */
export const tasksEditRuntime: Handler<operations['tasks.edit_runtime']> = async ({ body }, context) => {
  const { task, add_or_update = {}, remove = [], force = false } = withoutNulls(body);
  await changeRun(context, task, {
    parts: ['documents'],
    decide: ({ run, parts }) => {
      requirePreparing(run, force || run.status !== 'published');
      const runtime = new Map(Object.entries(JSON.parse(parts.documents?.runtime ?? '{}') as Record<string, unknown>));
      for (const [key, value] of Object.entries(add_or_update)) runtime.set(key, value);
      for (const key of remove) runtime.delete(key);
      return { change: { documents: { runtime: JSON.stringify(Object.fromEntries(runtime)) } }, result: undefined };
    },
  });
  return { updated: 1 };
};
