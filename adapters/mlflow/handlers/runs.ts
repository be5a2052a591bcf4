import type { operations } from '../../../openapi/generated/mlflow.ts';
import type { Handler } from '../../../src/http/door.ts';
import { invalid, show } from '../../../src/model/errors.ts';
import * as tracking from '../../../src/tracking/runs.ts';
import { parseRunFilter } from '../filter/run-filter.ts';
import { parseRunOrder } from '../filter/run-order.ts';
import { toExperimentId, toRunId } from '../map/ids.ts';
import { checkLength, MAX_RUN_TEXT, toEntry } from '../map/limits.ts';
import { toPage } from '../map/page.ts';
import { fromStatus, toRunInfo, toWireRun } from '../map/run.ts';
import { generateRunName } from '../map/run-name.ts';
import { RUN_NAME_TAG, splitTags } from '../map/tags.ts';
import { toLifecycleView } from '../map/view.ts';

const PAGE = { usual: 1000, most: 50_000 };

/** The name of a new run: the field, else the tag, else a made-up one. @throws invalid when both are given and differ */
function nameOf(field: string | undefined, tag: string | undefined): string {
  if (field && tag && field !== tag) {
    throw invalid('run_name', `The run_name ${show(field)} and the tag ${RUN_NAME_TAG} ${show(tag)} must be the same.`);
  }
  return field || tag || generateRunName();
}

export const createRun: Handler<operations['createRun']> = async ({ body }, context) => {
  const { experiment_id = '0', user_id, start_time, run_name } = body;
  const given = (body.tags ?? []).map(({ key = '', value = '' }) => toEntry('tag', key, value));
  const { patch, tags } = splitTags(given);
  checkLength('run_name', run_name ?? '', MAX_RUN_TEXT);
  checkLength('user_id', user_id ?? '', MAX_RUN_TEXT);
  const { name: tagName, ...texts } = patch;
  const name = nameOf(run_name, tagName);
  const whole = await tracking.createRun(context, {
    ...texts,
    experimentId: toExperimentId(experiment_id || '0'),
    name,
    status: 'in_progress',
    origin: 'mlflow',
    authorId: user_id,
    startedMs: start_time ?? 0n,
    tags: [...tags.filter((tag) => tag.key !== RUN_NAME_TAG), { key: RUN_NAME_TAG, value: name }],
  });
  return { run: { ...toWireRun(whole, true), outputs: undefined } };
};

export const getRun: Handler<operations['getRun']> = async ({ query }, context) => ({
  run: toWireRun(await tracking.getRun(context, toRunId(query.run_id)), true),
});

export const updateRun: Handler<operations['updateRun']> = async ({ body }, context) => {
  const name = body.run_name || undefined;
  checkLength('run_name', name ?? '', MAX_RUN_TEXT);
  const run = await tracking.updateRun(context, toRunId(body.run_id), {
    patch: (before) => ({ status: fromStatus(body.status, before), endedMs: body.end_time, name }),
    tags: name === undefined ? [] : [{ key: RUN_NAME_TAG, value: name }],
  });
  return { run_info: toRunInfo(run) };
};

export const deleteRun: Handler<operations['deleteRun']> = async ({ body }, context) => {
  await tracking.setRunArchived(context, toRunId(body.run_id), true);
  return {};
};

export const restoreRun: Handler<operations['restoreRun']> = async ({ body }, context) => {
  await tracking.setRunArchived(context, toRunId(body.run_id), false);
  return {};
};

export const searchRuns: Handler<operations['searchRuns']> = async ({ body }, context) => {
  const { experiment_ids = [], filter = '', run_view_type, order_by = [] } = body;
  const { runs, next } = await tracking.searchRuns(context, {
    experimentIds: experiment_ids.map(toExperimentId),
    view: toLifecycleView(run_view_type),
    conditions: parseRunFilter(filter),
    order: parseRunOrder(order_by),
    ...toPage(body, PAGE),
  });
  return { runs: runs.map((run) => toWireRun(run, false)), next_page_token: next };
};
