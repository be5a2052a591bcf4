import type { operations } from '../../../openapi/generated/clearml.ts';
import type { Context } from '../../../src/context.ts';
import type { Handler } from '../../../src/http/door.ts';
import type { RunRecord } from '../../../src/model/run-record.ts';
import { archiveRun, unarchiveRun } from '../../../src/tracking/archive-run.ts';
import { changeRun, requireStatus } from '../../../src/tracking/change-run.ts';
import { deleteRun } from '../../../src/tracking/delete-run.ts';
import { makeRun } from '../../../src/tracking/make-run.ts';
import { moveRuns } from '../../../src/tracking/many-runs.ts';
import { listTagsOf } from '../../../src/tracking/project-facts.ts';
import { getRunRecord } from '../../../src/tracking/run-records.ts';
import { publishChange } from '../../../src/tracking/run-status.ts';
import { ApiError, wrongField } from '../errors.ts';
import { checkTags, checkTaskName } from '../map/limits.ts';
import { withoutNulls } from '../map/nulls.ts';
import { toTagCondition } from '../map/tags.ts';
import { changedFields } from '../map/task-answer.ts';
import { emptyTask, keysTouched, type TaskFields, toRunChange } from '../map/task-change.ts';
import { ensureReportsProject } from './report-project.ts';
import { tasksGetAllEx } from './tasks-read.ts';

/** The system tag of reports and of the projects they are in. */
const REPORTS_TAG = 'reports';

/** What may be said of a report. */
interface ReportFields {
  name?: string;
  tags?: readonly string[];
  comment?: string;
  /** Its text, Markdown. */
  report?: string;
  report_assets?: readonly string[];
}

/** A report is a task: its text and the addresses of its pictures are documents of it. */
function toReportChange({ report, report_assets, ...fields }: ReportFields & TaskFields, state: typeof emptyTask) {
  const change = toRunChange(fields, state, '');
  return {
    ...change,
    documents: {
      ...change.documents,
      ...(report !== undefined && { report }),
      ...(report_assets && { report_assets: JSON.stringify(report_assets) }),
    },
  };
}

/** @throws ApiError 400/150 */
function demandReport({ id, type }: Pick<RunRecord, 'id' | 'type'>): void {
  if (type !== 'report') throw new ApiError(400, 150, undefined, { id });
}

/** @throws not_found, ApiError 400/150 */
async function findReport(context: Context, id: string): Promise<void> {
  demandReport((await getRunRecord(context, id, [])).run);
}

export const reportsCreate: Handler<operations['reports.create']> = async ({ body }, context) => {
  const { project: parent, ...said } = withoutNulls(body);
  checkTaskName(said.name);
  checkTags(said.tags);
  const fields = { ...said, name: said.name.trim(), system_tags: [REPORTS_TAG] };
  const project = await ensureReportsProject(context, { project: parent });
  const id = await makeRun(context, {
    name: fields.name,
    type: 'report',
    origin: 'clearml',
    project,
    change: toReportChange(fields, emptyTask),
    keys: keysTouched(fields),
  });
  return { id, project_id: project };
};

/** Changes a report that is not published; its tags in any case. */
export const reportsUpdate: Handler<operations['reports.update']> = async ({ body }, context) => {
  const { task, name, tags: labels, comment, report, report_assets } = withoutNulls(body);
  checkTaskName(name);
  checkTags(labels);
  const fields = { name, tags: labels, comment, report, report_assets };
  const isTagsAlone = [name, comment, report, report_assets].every((value) => value === undefined);
  const changed = await changeRun(context, task, {
    parts: ['documents'],
    withTags: labels !== undefined,
    keys: keysTouched(fields),
    isContent: !isTagsAlone,
    decide: ({ run, parts, tags }) => {
      demandReport(run);
      if (!isTagsAlone) requireStatus(run, ['created']);
      return { change: toReportChange(fields, { id: run.id, parts, tags }), result: undefined };
    },
  });
  return {
    updated: 1,
    fields: {
      ...changedFields(changed, context, !isTagsAlone),
      ...(labels && { tags: [...new Set(labels)].sort() }),
      ...(report !== undefined && { report }),
      ...(report_assets && { report_assets }),
    },
  };
};

/** Moves a report below another project. */
export const reportsMove: Handler<operations['reports.move']> = async ({ body }, context) => {
  const { task, project, project_name: name } = withoutNulls(body);
  if (!project && !name) throw wrongField('project', 'Either project or project_name is required.');
  await findReport(context, task);
  const id = await ensureReportsProject(context, { project, name });
  await moveRuns(context, [task], id);
  return { project_id: id };
};

export const reportsPublish: Handler<operations['reports.publish']> = async ({ body }, context) => {
  const { task, comment } = withoutNulls(body);
  const changed = await changeRun(context, task, {
    parts: ['models'],
    decide: async (held) => {
      demandReport(held.run);
      requireStatus(held.run, ['created']);
      return { change: await publishChange(context, held, { message: comment, force: true }), result: undefined };
    },
  });
  return { updated: 1, fields: changedFields(changed, context) };
};

export const reportsArchive: Handler<operations['reports.archive']> = async ({ body }, context) => {
  const { task, comment } = withoutNulls(body);
  await findReport(context, task);
  await archiveRun(context, task, { message: comment });
  return { archived: 1 };
};

export const reportsUnarchive: Handler<operations['reports.unarchive']> = async ({ body }, context) => {
  await findReport(context, body.task);
  await unarchiveRun(context, body.task);
  return { unarchived: 1 };
};

export const reportsDelete: Handler<operations['reports.delete']> = async ({ body }, context) => {
  await findReport(context, body.task);
  await deleteRun(context, body.task, { force: body.force ?? false });
  return { deleted: 1 };
};

/** Reports that pass a query; a project stands for all below it, where its reports are. */
export const reportsGetAllEx: Handler<operations['reports.get_all_ex']> = async ({ body, ...input }, context) => {
  const query = { ...body, type: ['report'], include_subprojects: true, search_hidden: true };
  return tasksGetAllEx({ ...input, body: query }, context);
};

/** Tags that reports have. */
export const reportsGetTags: Handler<operations['reports.get_tags']> = async (_input, context) => {
  const where = toTagCondition({ system_tags: [REPORTS_TAG] });
  const { labels } = await listTagsOf(context, 'runs', { ids: [], withInner: true }, where);
  return { tags: labels };
};
