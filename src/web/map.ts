import type { components } from '../../openapi/generated/bridge.ts';
import type { WholeModel } from '../model/logged-model.ts';
import type { Project } from '../model/project.ts';
import type { MetricPoint, Run } from '../model/run.ts';
import type { WholeRun } from '../tracking/runs.ts';

type Wire = components['schemas'];

/** A project as lists show it. */
export function toProjectSummary({ experimentId, name, archived, createdAt, changedAt }: Project): Wire['ProjectSummary'] {
  return {
    experiment_id: experimentId.toString(),
    name,
    archived,
    created_ms: createdAt.getTime().toString(),
    changed_ms: changedAt.getTime().toString(),
  };
}

/** A run as lists show it. What is not there is left out. */
export function toRunSummary(run: Run): Wire['RunSummary'] {
  return {
    run_id: run.id,
    name: run.name,
    status: run.status,
    archived: run.archived,
    author: run.author ?? run.authorId ?? undefined,
    started_ms: run.startedMs?.toString(),
    ended_ms: run.endedMs?.toString(),
  };
}

/** A run with all it logged but its points; lists are ordered by key. */
export function toRunPage({ run, data }: WholeRun): Omit<Wire['RunPage'], 'project'> {
  return {
    run: toRunSummary(run),
    parent: run.parent ?? undefined,
    note: run.note ?? undefined,
    entry_point: run.entryPoint ?? undefined,
    repository: run.repository ?? undefined,
    branch: run.branch ?? undefined,
    commit: run.commit ?? undefined,
    artifact_root: run.artifactRoot,
    metrics: data.metrics.toSorted(byKey).map(toLatestMetric),
    params: data.params.toSorted(byKey),
    tags: data.tags.toSorted(byKey),
  };
}

/** A model with its params and tags, ordered by key. */
export function toModelPage({ model, params, tags }: WholeModel): Omit<Wire['ModelPage'], 'project'> {
  return {
    model_id: model.id,
    name: model.name,
    status: model.status,
    framework: model.framework ?? undefined,
    run_id: model.sourceRun ?? undefined,
    artifact_root: model.artifactRoot,
    created_ms: model.createdAt.getTime().toString(),
    changed_ms: model.changedAt.getTime().toString(),
    params: params.toSorted(byKey),
    tags: tags.toSorted(byKey),
  };
}

function byKey(a: { key: string }, b: { key: string }): number {
  return a.key < b.key ? -1 : 1;
}

function toLatestMetric({ key, value, step, timestampMs }: MetricPoint): Wire['LatestMetric'] {
  return { key, value: toDouble(value), step: step.toString(), timestamp_ms: timestampMs.toString() };
}

/** JSON has no number for the first three, and its usual writer loses the sign of the last. */
export function toDouble(value: number): Wire['Double'] {
  if (Number.isNaN(value)) return 'NaN';
  if (value === Number.POSITIVE_INFINITY) return 'Infinity';
  if (value === Number.NEGATIVE_INFINITY) return '-Infinity';
  return Object.is(value, -0) ? '-0' : value;
}
