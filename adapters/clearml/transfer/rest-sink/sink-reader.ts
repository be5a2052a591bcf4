import { writeExact } from '../../../../src/bridge/exact-json.ts';
import type { FileFacts, Item, ItemKind, ItemOf, ModelItem, Owner, PlotItem, RunItem } from '../../../../src/bridge/item.ts';
import type { ReadEvents, Selection, Source } from '../../../../src/bridge/source.ts';
import { documentOf, fieldsOf } from '../items/documents.ts';
import { clearmlSilence } from '../items/silence.ts';
import { ClearmlSource } from '../rest-source.ts';
import { saidExtra } from './expected.ts';
import { folderOf, marks, SOURCE_FILES } from './marks.ts';

/** What the server says itself of things that are written to it, whoever writes. */
const ownWords = {
  project: ['user', 'createdMs', 'updatedMs', 'isPublic'],
  queue: ['createdMs', 'changedMs', 'entries'],
  run: [
    ...([
      'user',
      'changedBy',
      'createdMs',
      'startedMs',
      'endedMs',
      'changedMs',
      'updatedMs',
      'publishedMs',
      'statusChangedMs',
    ] as const),
    ...(['activeSeconds', 'lastIteration', 'lastWorker', 'lastWorkerReportMs', 'isPublic', 'formerStatus', 'series'] as const),
  ],
  model: ['user', 'changedBy', 'createdMs', 'changedMs', 'updatedMs', 'lastIteration', 'isPublic', 'uiCache', 'series'],
} as const satisfies Source['silentOn'];

/** A ClearML server as what a transfer wrote there reads: without the marks that it left. */
export class SinkReader extends ClearmlSource {
  override readonly silentOn: Source['silentOn'] = silence(this.kinds, clearmlSilence);

  override async *items<Kind extends ItemKind>(
    kind: Kind,
    wanted: { selection: Selection } | { ids: readonly string[] },
    events: ReadEvents,
  ): AsyncGenerator<ItemOf<Kind>[]> {
    for await (const items of super.items(kind, wanted, events))
      yield items.map((item) => unmarked(item as Item)) as ItemOf<Kind>[];
  }

  override async *plots(owners: readonly Owner[], events: ReadEvents): AsyncGenerator<PlotItem[]> {
    for await (const plots of super.plots(owners, events)) {
      yield plots.map((plot) => ({ ...plot, extra: writeExact(saidExtra(plot.extra)) }));
    }
  }

  /** What lies elsewhere was told by the source already. The files of a model that has several are listed in its metadata. */
  override async *files(owners: readonly Owner[]): AsyncGenerator<FileFacts[]> {
    yield* super.files(owners, { unreadable: () => {} });
    const models = owners.filter(({ kind }) => kind === 'model').map(({ id }) => id);
    if (models.length === 0) return;
    for await (const items of super.items('model', { ids: models }, { unreadable: () => {} })) {
      yield items.flatMap((model) => listedFiles(model));
    }
  }
}

function silence(kinds: readonly ItemKind[], anyhow: Source['silentOn']): Source['silentOn'] {
  const both = (kind: ItemKind) => [
    ...((anyhow[kind] as readonly string[] | undefined) ?? []),
    ...((ownWords as Source['silentOn'])[kind] ?? []),
  ];
  return Object.fromEntries(kinds.map((kind) => [kind, both(kind)])) as Source['silentOn'];
}

function listedFiles(model: ModelItem): FileFacts[] {
  const list = model.tags.find(({ key }) => key === SOURCE_FILES)?.value;
  if (list === undefined) return [];
  return (JSON.parse(list) as string[]).map((path) => ({
    owner: { kind: 'model', id: model.id },
    place: 'reported',
    path: `${folderOf(model.id)}/${path}`,
    sizeBytes: null,
  }));
}

function unmarked(item: Item): Item {
  if (item.kind === 'run') return unmarkedRun(item);
  if (item.kind === 'model') return { ...item, tags: item.tags.filter(({ key }) => !marks.has(key)), series: [] };
  return item;
}

function unmarkedRun(item: RunItem): RunItem {
  const runtime = Object.entries(fieldsOf(item.documents, 'runtime')).filter(([name]) => !marks.has(name));
  const document = documentOf('runtime', Object.fromEntries(runtime));
  return {
    ...item,
    documents: [...item.documents.filter(({ kind }) => kind !== 'runtime'), ...(document ? [document] : [])],
    artifacts: item.artifacts.filter(({ file }) => !file?.startsWith(`${folderOf(item.id)}/`)),
    models: item.models.map((link) => ({ ...link, linkedMs: null })),
    series: [],
  };
}
