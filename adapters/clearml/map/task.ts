import { PROPERTIES_SECTION } from '../../../src/model/names.ts';
import type {
  ArtifactItem,
  DocumentItem,
  ParamItem,
  RunDocumentKind,
  RunModelItem,
  RunParts,
  RunRecord,
} from '../../../src/model/run-record.ts';
import type { RunState } from '../../../src/tracking/run-records.ts';
import { companyIdOf } from './company.ts';
import { toDateText } from './date.ts';
import { toShownUrl } from './file-url.ts';
import { toLastMetrics, toMetricStats } from './last-metrics.ts';
import { nested, present } from './objects.ts';
import { readDocument } from './task-change.ts';

/** Beyond it there is no date. */
const LAST_MS = 8_640_000_000_000_000n;

export interface TaskView {
  workspaceId: string;
  baseUrl: string;
}

type Document = Record<string, unknown>;

function toDate(date: Date | null): string | null {
  return date && toDateText(date);
}

function toMoment(ms: bigint | null): string | null {
  return ms === null || ms > LAST_MS || ms < -LAST_MS ? null : toDateText(new Date(Number(ms)));
}

/** A hyperparameter, or a property, which is one of the section of that name. */
export function toParamsItem({ first, second, value, type, description }: Omit<ParamItem, 'key'>): Document {
  return { section: first, name: second, value, ...present({ type, description }) };
}

/** All hyperparameters of a run, properties last. */
export function paramItems({ params = [], properties = [] }: RunParts): Omit<ParamItem, 'key'>[] {
  const asParams = properties.map(({ name, ...item }) => ({ ...item, first: PROPERTIES_SECTION, second: name }));
  return [...params, ...asParams];
}

/** An entry of a task's configuration. */
export function toConfigurationItem({ name, content, type, description }: DocumentItem): Document {
  return { name, value: content, ...present({ type, description }) };
}

/** A file a client reported. */
export function toArtifact(item: ArtifactItem, baseUrl: string): Document {
  return present({
    key: item.key,
    type: item.type,
    mode: item.mode,
    uri: item.uri === null ? null : toShownUrl(item.uri, baseUrl),
    hash: item.sha256,
    content_size: item.sizeBytes,
    timestamp: item.recordedMs === null ? null : item.recordedMs / 1000n,
    type_data: item.preview?.type_data,
    display_data: item.preview?.display_data ?? [],
  });
}

function byKey(a: ArtifactItem, b: ArtifactItem): number {
  return a.key < b.key ? -1 : Number(a.key > b.key);
}

function toModels(models: readonly RunModelItem[], direction: RunModelItem['direction']): Document[] {
  return models
    .filter((link) => link.direction === direction)
    .map(({ name, modelName, modelId, linkedAt }) => ({
      name: name || modelName || modelId,
      model: modelId,
      ...present({ updated: toDate(linkedAt) }),
    }));
}

function document(parts: RunParts, kind: RunDocumentKind): Document {
  return readDocument(parts.documents?.[kind]);
}

function toScript(run: RunRecord, parts: RunParts): Document {
  return {
    binary: 'python',
    repository: '',
    entry_point: '',
    requirements: {},
    ...document(parts, 'script'),
    ...present({
      repository: run.repository,
      branch: run.branch,
      version_num: run.commit,
      entry_point: run.entryPoint,
      working_dir: run.workingFolder,
    }),
  };
}

function toExecution(run: RunRecord, parts: RunParts, baseUrl: string): Document {
  return {
    test_split: 0,
    model_labels: {},
    ...document(parts, 'execution'),
    // what old clients wrote here stands in hyperparams and configuration
    parameters: {},
    model_desc: {},
    ...present({ queue: run.queueId }),
    artifacts: [...(parts.artifacts ?? [])].sort(byKey).map((item) => toArtifact(item, baseUrl)),
  };
}

function toOutput(parts: RunParts, baseUrl: string): Document {
  const { destination, ...rest } = document(parts, 'output');
  return { ...(typeof destination === 'string' ? { destination: toShownUrl(destination, baseUrl) } : {}), ...rest };
}

/** Seconds a run was in progress; where nobody counted them, those between start and end. */
function activeSeconds({ activeSeconds: counted, startedMs, endedMs }: RunRecord): bigint | null {
  return counted ?? (startedMs && endedMs ? (endedMs - startedMs) / 1000n : null);
}

/** All system tags of a run, sorted. */
export function systemTagsOf({ systemTags, archived }: Pick<RunRecord, 'systemTags' | 'archived'>): string[] {
  return [...systemTags, ...(archived ? ['archived'] : [])].sort();
}

function toReportAssets(parts: RunParts): unknown[] {
  const assets: unknown = JSON.parse(parts.documents?.report_assets ?? '[]');
  return Array.isArray(assets) ? assets : [];
}

/** What a document is made from. */
interface Source extends TaskView {
  run: RunRecord;
  parts: RunParts;
}

/** Every field of a document, in the order of the original. */
const fields: Readonly<Record<string, (source: Source) => unknown>> = {
  id: ({ run }) => run.id,
  company: ({ run, workspaceId }) => (run.isPublic ? '' : companyIdOf(workspaceId)),
  user: ({ run }) => run.userId,
  name: ({ run }) => run.name,
  type: ({ run }) => run.type,
  status: ({ run }) => run.status,
  status_reason: ({ run }) => run.statusReason,
  status_message: ({ run }) => run.statusMessage,
  status_changed: ({ run }) => toDate(run.statusChangedAt),
  comment: ({ run }) => run.note,
  report: ({ parts }) => parts.documents?.report,
  report_assets: ({ parts }) => toReportAssets(parts),
  created: ({ run }) => toDate(run.createdAt),
  started: ({ run }) => toMoment(run.startedMs),
  completed: ({ run }) => toMoment(run.endedMs),
  published: ({ run }) => toDate(run.publishedAt),
  active_duration: ({ run }) => activeSeconds(run),
  parent: ({ run }) => run.parent,
  project: ({ run }) => run.projectUuid,
  output: ({ parts, baseUrl }) => toOutput(parts, baseUrl),
  execution: ({ run, parts, baseUrl }) => toExecution(run, parts, baseUrl),
  tags: ({ parts }) => parts.labels ?? [],
  system_tags: ({ run }) => systemTagsOf(run),
  script: ({ run, parts }) => toScript(run, parts),
  last_worker: ({ run }) => run.lastWorker,
  last_worker_report: ({ run }) => toDate(run.lastWorkerReportAt),
  last_update: ({ run }) => toDate(run.updatedAt),
  last_change: ({ run }) => toDate(run.changedAt),
  last_changed_by: ({ run }) => run.changedBy,
  last_iteration: ({ run }) => run.lastIteration ?? 0n,
  last_metrics: ({ parts }) => toLastMetrics(parts.series ?? []),
  metric_stats: ({ parts }) => toMetricStats(parts.series ?? []),
  hyperparams: ({ parts }) => nested(paramItems(parts).map((item) => [item.first, item.second, toParamsItem(item)])),
  configuration: ({ parts: { configuration = [] } }) =>
    Object.fromEntries(configuration.map((entry) => [entry.name, toConfigurationItem(entry)])),
  runtime: ({ parts }) => document(parts, 'runtime'),
  models: ({ parts: { models = [] } }) => ({ input: toModels(models, 'input'), output: toModels(models, 'output') }),
  container: ({ parts }) => document(parts, 'container'),
};

/** Names of the fields that {@link toTaskDocument} can show. */
export const taskFields: readonly string[] = Object.keys(fields);

/**
 * A run as the protocol shows a task. Parts that were not read are shown as if they were empty, so only fields whose parts were
 * read may be passed on.
 * @param wanted names of the fields to show, all unless given
 * @see ClearML server 2.3.0, the document of `tasks.get_by_id`
 */
export function toTaskDocument(run: RunRecord, parts: RunParts, view: TaskView, wanted = taskFields): Document {
  const source = { run, parts, ...view };
  const shown: Document = {};
  for (const name of wanted) {
    const value = fields[name]?.(source);
    if (value !== null && value !== undefined) shown[name] = value;
  }
  return shown;
}

/** The document of a task of which no more than its state is wanted. */
export function toStateDocument({ id, status, statusMessage }: RunState): Document {
  return { id, status, ...(statusMessage === null ? {} : { status_message: statusMessage }) };
}

/** Fields a document has only when they are asked for by name. */
export const hiddenFields = ['unique_metrics', 'enqueue_status'] as const;

/** Some of the {@link hiddenFields} of a document. */
export function toHiddenFields(run: RunRecord, parts: RunParts, names: readonly (typeof hiddenFields)[number][]): Document {
  const values = {
    unique_metrics: (parts.series ?? []).map(({ title, variant }) => `${title}/${variant}`),
    enqueue_status: run.formerStatus,
  };
  return present(Object.fromEntries(names.map((name) => [name, values[name]])));
}
