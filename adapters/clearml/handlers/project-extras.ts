import type { Context } from '../../../src/context.ts';
import type { ProjectRecord } from '../../../src/model/project.ts';
import { type RunStatus, runStatuses } from '../../../src/model/run.ts';
import {
  countContentsOfProjects,
  countRunsOfProjects,
  findInnerProjects,
  readDatasetRuntimes,
} from '../../../src/tracking/project-stats.ts';

/** What a request asks to know of projects beside their documents. */
export interface ExtrasBody {
  include_stats?: boolean;
  stats_for_state?: 'active' | 'archived' | null;
  stats_with_children?: boolean;
  include_stats_filter?: Record<string, unknown> | null;
  check_own_contents?: boolean;
  include_dataset_stats?: boolean;
  search_hidden?: boolean;
  children_type?: string | null;
  active_users?: unknown;
}

type Counts = Awaited<ReturnType<typeof countRunsOfProjects>>;

function texts(value: unknown): string[] | undefined {
  return Array.isArray(value) && value.length > 0 ? value.map(String) : undefined;
}

/** Fields behind a project's document, by project, in a fixed number of statements. */
export async function readProjectExtras(
  body: ExtrasBody,
  projects: readonly ProjectRecord[],
  context: Context,
): Promise<Map<number, Record<string, unknown>>> {
  const extras = new Map<number, Record<string, unknown>>(projects.map(({ projectId }) => [projectId, {}]));
  const add = (projectId: number, fields: Record<string, unknown>) => Object.assign(extras.get(projectId) ?? {}, fields);
  const ids = [...extras.keys()];
  if (ids.length === 0) return extras;
  if (body.include_stats) {
    const stats = await readStats(body, ids, context);
    for (const projectId of ids) add(projectId, stats(projectId));
  }
  if (body.check_own_contents) {
    const contents = await countContentsOfProjects(context, ids, false);
    for (const [projectId, { runs, models, datasets }] of contents) {
      add(projectId, { own_tasks: runs, own_models: models, own_datasets: datasets });
    }
  }
  if (body.include_dataset_stats) {
    for (const [projectId, content] of await readDatasetRuntimes(context, ids)) {
      add(projectId, { dataset_stats: toDatasetStats(content) });
    }
  }
  return extras;
}

async function readStats(
  body: ExtrasBody,
  ids: readonly number[],
  context: Context,
): Promise<(projectId: number) => Record<string, unknown>> {
  const filter = body.include_stats_filter ?? {};
  const withInner = body.stats_with_children !== false;
  const counts = await countRunsOfProjects(context, ids, {
    withInner,
    users: texts(body.active_users),
    systemTags: texts(filter['system_tags']),
    types: texts(filter['type']),
  });
  const states = body.stats_for_state ? [body.stats_for_state] : (['active'] as const);
  const inner = withInner
    ? await findInnerProjects(context, ids, body.search_hidden === true || body.children_type === 'dataset')
    : [];
  return (projectId) => {
    const own = inner.filter((one) => one.outerId === projectId);
    const datasets = own.filter((one) => one.isDataset);
    const labels = [...new Set(datasets.flatMap((one) => one.labels))].sort();
    return {
      stats: {
        ...Object.fromEntries(states.map((state) => [state, toStatusCount(counts, projectId, state === 'archived')])),
        ...(body.children_type === 'dataset' && { datasets: { count: datasets.length, tags: labels } }),
      },
      ...(withInner && { sub_projects: own.map(({ id, path }) => ({ id, name: path })) }),
    };
  };
}

/** Counts by status; those there are none of are 0. */
function toStatusCount(counts: Counts, projectId: number, archived: boolean): Record<string, unknown> {
  const own = counts.filter((one) => one.projectId === projectId && one.archived === archived);
  const sum = (field: 'count' | 'runtimeSeconds' | 'endedToday') => own.reduce((total, one) => total + one[field], 0);
  const started = own.flatMap(({ lastStartedMs }) => lastStartedMs ?? []);
  const byStatus = (status: RunStatus) => own.find((one) => one.status === status)?.count ?? 0;
  return {
    total_runtime: sum('runtimeSeconds'),
    total_tasks: sum('count'),
    completed_tasks_24h: sum('endedToday'),
    ...(started.length > 0 && { last_task_run: Math.max(...started) }),
    status_count: Object.fromEntries(runStatuses.map((status) => [status, byStatus(status)])),
  };
}

/** Size of the newest version of a dataset, as the program that made it wrote it down. */
function toDatasetStats(runtime: string): Record<string, number> {
  const { ds_file_count, ds_total_size } = JSON.parse(runtime) as Record<string, unknown>;
  return { file_count: Number(ds_file_count) || 0, total_size: Number(ds_total_size) || 0 };
}
