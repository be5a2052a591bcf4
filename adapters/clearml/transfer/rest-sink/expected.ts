import { parseExact, writeExact } from '../../../../src/bridge/exact-json.ts';
import type {
  EntryItem,
  ModelItem,
  NameItem,
  PlotItem,
  ProjectItem,
  QueueItem,
  ReportedArtifact,
  RunItem,
} from '../../../../src/bridge/item.ts';
import type { KnownIds } from '../../../../src/bridge/sink.ts';
import { type Naming, paramNaming, seriesNaming } from '../../../../src/model/names.ts';
import { toProjectPath } from '../../../../src/model/project.ts';
import { shownDocuments } from '../items/documents.ts';
import type { Fields } from '../items/fields.ts';
import type { FileLinks } from '../rest/file-links.ts';
import { folderOf } from './marks.ts';

/** Shortest names that a server takes. */
const MIN_NAME = 3;
const MIN_PART = /[^/]+/g;

/** A name the server takes: short ones are filled up. */
export function nameOf(name: string): string {
  return name.trim().padEnd(MIN_NAME, '_');
}

export function pathOf({ path, name }: Pick<ProjectItem, 'path' | 'name'>): string {
  return (toProjectPath(path ?? name ?? '') || 'unnamed').replace(MIN_PART, nameOf);
}

/** A name as ClearML's two parts. */
export function partsOf(naming: Naming, { key, first, second }: NameItem): { first: string; second: string } {
  if (first !== null && second !== null) return { first, second };
  return naming.partsOf(key ?? '');
}

export function seriesName(name: NameItem): NameItem {
  return { key: null, ...partsOf(seriesNaming, name) };
}

/** What becomes of each status: those that would start something are not taken over. */
export function statusOf(status: string): string {
  if (status === 'queued' || status === 'unknown') return 'created';
  return status === 'publishing' ? 'published' : status;
}

/** Statuses that are set by a call that says why. */
export function isSet(status: string): boolean {
  return statusOf(status) !== 'created';
}

/** The address of a file on this server; other addresses stay. */
function uriOf(links: FileLinks, uri: string | null, file: string | null): string | null {
  return file === null ? uri : links.urlOf(file);
}

export function artifactOf(links: FileLinks, artifact: ReportedArtifact): ReportedArtifact {
  return { ...artifact, uri: uriOf(links, artifact.uri, artifact.file), preview: previewOf(artifact.preview) };
}

function previewOf(text: string | null): string | null {
  if (text === null) return null;
  const { type_data, display_data } = parseExact(text) as Fields;
  const said = {
    ...(type_data == null ? {} : { type_data }),
    ...(Array.isArray(display_data) && display_data.length > 0 ? { display_data } : {}),
  };
  return Object.keys(said).length === 0 ? null : writeExact(said);
}

/** Files of a run that stand below its artifact root here: the server has an address for each, and no root. */
export function isDerivedArtifact({ uri }: ReportedArtifact): boolean {
  return uri?.startsWith('files:///~') === true;
}

/** Tags of a run that become properties: all but the name, which is told by a field. */
export function propertiesOf({ tags, name }: RunItem): EntryItem[] {
  return tags
    .filter((tag) => !(tag.key === 'mlflow.runName' && tag.value === name))
    .map(({ key, value, type = null, description = null, name: shown = null }) => ({
      key: shown ?? key,
      value,
      type,
      description,
    }));
}

/** Sources say it with more words than the interface has. */
export function expectedRun(item: RunItem, known: KnownIds, links: FileLinks): RunItem {
  const isTold = isSet(item.status);
  return {
    ...item,
    id: known.targetOf('run', item.id) ?? item.id,
    project: targetOf(known, 'project', item.project),
    name: nameOf(item.name),
    type: item.type ?? 'training',
    status: statusOf(item.status),
    statusReason: isTold ? (item.statusReason ?? '') : null,
    statusMessage: isTold ? (item.statusMessage ?? '') : null,
    queue: targetOf(known, 'queue', item.queue),
    parent: parentOf(known, item.parent),
    systemTags: [...item.systemTags].sort(),
    params: item.params.map(({ value, type, description, ...name }) => ({
      key: null,
      ...partsOf(paramNaming, name),
      value,
      type,
      description,
    })),
    tags: propertiesOf(item),
    documents: shownDocuments(item.documents).filter(({ kind }) => kind !== 'report_assets'),
    artifacts: item.artifacts.filter((artifact) => !isDerivedArtifact(artifact)).map((artifact) => artifactOf(links, artifact)),
    models: item.models.flatMap((link) => {
      const model = known.targetOf('model', link.model);
      return model === undefined ? [] : [{ ...link, model, name: link.name || model, step: null, linkedMs: null }];
    }),
    series: [],
  };
}

/** A deleted parent's name stays; one that was not written cannot be referred to. */
export function parentOf(known: KnownIds, parent: string | null): string | null {
  return parent?.startsWith('__DELETED__') ? parent : targetOf(known, 'run', parent);
}

export function targetOf(known: KnownIds, kind: 'project' | 'queue' | 'run' | 'model', id: string | null): string | null {
  return id === null ? null : (known.targetOf(kind, id) ?? null);
}

/** Where a model's file is, or the folder of its files where there are several. */
export function modelUri(item: ModelItem, targetId: string, links: FileLinks): string {
  return uriOf(links, item.uri, item.file) ?? links.urlOf(folderOf(targetId));
}

/** What a model is built like: for a model that MLflow logged, its params. */
export function designOf({ design, params }: ModelItem): string | null {
  if (design !== null || params.length === 0) return design;
  return writeExact({ design: JSON.stringify(Object.fromEntries(params.map(({ key, value }) => [key, value]))) });
}

export function expectedModel(item: ModelItem, known: KnownIds, links: FileLinks): ModelItem {
  const id = known.targetOf('model', item.id) ?? item.id;
  return {
    ...item,
    id,
    project: targetOf(known, 'project', item.project),
    name: nameOf(item.name),
    run: targetOf(known, 'run', item.run),
    design: designOf(item),
    uri: modelUri(item, id, links),
    file: item.file,
    parent: targetOf(known, 'model', item.parent),
    systemTags: [...item.systemTags].sort(),
    tags: item.tags.map(({ key, value, type = null }) => ({ key, value, type })),
    series: [],
  };
}

export function expectedProject(item: ProjectItem, known: KnownIds): ProjectItem {
  const id = known.targetOf('project', item.id) ?? item.id;
  const labels = item.tags.filter(({ value }) => value === '').map(({ key }) => key);
  return { ...item, id, uuid: id, path: pathOf(item), labels: [...item.labels, ...labels] };
}

export function expectedQueue(item: QueueItem, known: KnownIds): QueueItem {
  return { ...item, id: known.targetOf('queue', item.id) ?? item.id, name: nameOf(item.name), entries: [] };
}

/** Fields of an event that the server makes itself. */
const madeThere: ReadonlySet<string> = new Set(['@timestamp', 'plot_len', 'source_urls', 'valid_plot', 'method']);

/** What a client said with an event, without what a server adds. */
export function saidExtra(extra: string | null): Fields {
  const fields = extra === null ? {} : (parseExact(extra) as Fields);
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([name, value]) => !madeThere.has(name) && !(name === 'worker' && value === '') && name !== 'model_event',
    ),
  );
}

export function expectedPlot(plot: PlotItem, links: FileLinks): PlotItem {
  return { ...plot, url: uriOf(links, plot.url, plot.file), extra: writeExact(saidExtra(plot.extra)) };
}
