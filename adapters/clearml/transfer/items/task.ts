import { writeExact } from '../../../../src/bridge/exact-json.ts';
import type { DocumentItem, EntryItem, ParamItem, ReportedArtifact, RunItem, RunModel } from '../../../../src/bridge/item.ts';
import type { ParamWish } from '../../../../src/model/run-change.ts';
import { splitScript, systemTagFields } from '../../map/task-change.ts';
import { configurationOf, paramsOf } from '../../map/task-items.ts';
import { documentOf, objectDocuments } from './documents.ts';
import { type Fields, idIn, isPublic, jsonOf, momentIn, objectIn, objectsIn, textIn, textsIn, wholeIn } from './fields.ts';
import { seriesOf } from './series.ts';

/** The path below the files server that an address names; null for one that leads elsewhere. */
export type FilePathOf = (url: string) => string | null;

function toParam({ first, second, value, type = null, description = null }: ParamWish): ParamItem {
  return { key: null, first, second, value, type, description };
}

function toProperty({ second, value, type = null, description = null }: ParamWish): EntryItem {
  return { key: second, value, type, description };
}

/** A file a task reported. Times of artifacts are in seconds. */
function toArtifact(artifact: Fields, pathOf: FilePathOf): ReportedArtifact {
  const uri = textIn(artifact, 'uri');
  const seconds = wholeIn(artifact, 'timestamp');
  const display = artifact['display_data'];
  const preview: Fields = {
    ...(artifact['type_data'] == null ? {} : { type_data: artifact['type_data'] }),
    ...(Array.isArray(display) && display.length > 0 ? { display_data: display } : {}),
  };
  return {
    key: idIn(artifact, 'key'),
    mode: artifact['mode'] === 'input' ? 'input' : 'output',
    type: textIn(artifact, 'type'),
    uri,
    file: uri === null ? null : pathOf(uri),
    sha256: textIn(artifact, 'hash'),
    sizeBytes: wholeIn(artifact, 'content_size'),
    recordedMs: seconds === null ? null : seconds * 1000n,
    preview: jsonOf(preview),
  };
}

function toModels(models: Fields): RunModel[] {
  return (['input', 'output'] as const).flatMap((direction) =>
    objectsIn(models, direction).map((link) => ({
      direction,
      model: idIn(link, 'model'),
      name: textIn(link, 'name') ?? '',
      step: null,
      linkedMs: momentIn(link, 'updated'),
    })),
  );
}

function toDocuments(task: Fields, script: Fields): DocumentItem[] {
  const { queue: _, artifacts: __, ...execution } = objectIn(task, 'execution');
  const objects: Readonly<Record<string, Fields>> = { script, execution };
  const configuration = configurationOf(objectIn(task, 'configuration') as Parameters<typeof configurationOf>[0]);
  const report = textIn(task, 'report');
  const assets = textsIn(task, 'report_assets');
  const text = (kind: string, content: string) => ({ kind, name: '', content, type: null, description: null });
  return [
    ...objectDocuments.flatMap((kind) => documentOf(kind, objects[kind] ?? objectIn(task, kind)) ?? []),
    ...configuration.map((entry) => ({ kind: 'configuration', ...entry })),
    ...(report ? [text('report', report)] : []),
    ...(assets.length > 0 ? [text('report_assets', writeExact(assets))] : []),
  ];
}

/**
 * A task as an item.
 * @param task the document of `tasks.get_all`, keys unescaped, artifacts as a list or a map
 * @throws Error for a document that is none
 */
export function toRunItem(task: Fields, pathOf: FilePathOf): RunItem {
  const { params, properties } = paramsOf(objectIn(task, 'hyperparams') as Parameters<typeof paramsOf>[0]);
  const { columns, rest } = splitScript(objectIn(task, 'script'));
  const { archived = false, systemTags = [] } = systemTagFields(textsIn(task, 'system_tags'));
  const execution = objectIn(task, 'execution');
  const project = textIn(task, 'project');
  return {
    kind: 'run',
    id: idIn(task),
    ...(project ? {} : { workspace: null }),
    project: project || null,
    name: textIn(task, 'name') ?? '',
    type: textIn(task, 'type'),
    status: textIn(task, 'status') ?? 'unknown',
    statusReason: textIn(task, 'status_reason'),
    statusMessage: textIn(task, 'status_message'),
    statusChangedMs: momentIn(task, 'status_changed'),
    formerStatus: textIn(task, 'enqueue_status'),
    queue: textIn(execution, 'queue') || null,
    archived,
    archivedMs: null,
    author: null,
    authorId: null,
    user: textIn(task, 'user') || null,
    changedBy: textIn(task, 'last_changed_by') || null,
    parent: textIn(task, 'parent') || null,
    note: textIn(task, 'comment'),
    repository: columns.repository ?? null,
    branch: columns.branch ?? null,
    commit: columns.commit ?? null,
    entryPoint: columns.entryPoint ?? null,
    workingFolder: columns.workingFolder ?? null,
    createdMs: momentIn(task, 'created'),
    startedMs: momentIn(task, 'started'),
    endedMs: momentIn(task, 'completed'),
    changedMs: momentIn(task, 'last_change'),
    updatedMs: momentIn(task, 'last_update'),
    publishedMs: momentIn(task, 'published'),
    activeSeconds: wholeIn(task, 'active_duration'),
    lastIteration: wholeIn(task, 'last_iteration'),
    lastWorker: textIn(task, 'last_worker'),
    lastWorkerReportMs: momentIn(task, 'last_worker_report'),
    systemTags,
    isPublic: isPublic(task),
    artifactRoot: null,
    params: params.map(toParam),
    tags: properties.map(toProperty),
    labels: textsIn(task, 'tags'),
    documents: toDocuments(task, rest as Fields),
    artifacts: objectsIn(execution, 'artifacts').map((artifact) => toArtifact(artifact, pathOf)),
    models: toModels(objectIn(task, 'models')),
    datasets: [],
    series: seriesOf(objectIn(task, 'last_metrics')),
  };
}
