import type { Context } from '../context.ts';
import { choose } from '../store/transfer/read-choice.ts';
import { inSnapshot, type Wanted } from '../store/transfer/read-page.ts';
import { countPoints, scanPoints } from '../store/transfer/read-points.ts';
import { scanLines, scanPlots } from '../store/transfer/read-reports.ts';
import { type ItemKind, type ItemOf, itemKinds, type Owner } from './item.ts';
import { recordFacts } from './record-facts.ts';
import { listFiles, openFile } from './record-source/files.ts';
import { readers } from './record-source/readers.ts';
import { reportedFile } from './record-source/runs.ts';
import type { Extent, ReadEvents, Selection, Source } from './source.ts';

/**
 * Reads our own record, all workspaces of it, whole: what items say of it is in `record-source/README.md`. Every chunk is read in one
 * moment, later chunks in later ones. It tells nothing about marks: an artifact that comes to a run changes no row of it.
 */
export async function openRecordSource(context: Context): Promise<Source> {
  const { db } = context;
  return {
    facts: await recordFacts(context),
    kinds: itemKinds,
    silentOn: {},

    async measure(selection: Selection): Promise<Extent> {
      const choice = await choose(db, selection);
      const items: Extent['items'] = {};
      for (const kind of itemKinds) items[kind] = await readers[kind].count(db, choice);
      return { items, points: await countPoints(db, choice), files: null, bytes: null };
    },

    async *items<Kind extends ItemKind>(
      kind: Kind,
      given: { selection: Selection } | { ids: readonly string[] },
    ): AsyncGenerator<ItemOf<Kind>[]> {
      const wanted: Wanted = 'ids' in given ? given : { choice: await choose(db, given.selection) };
      let after: Awaited<ReturnType<(typeof readers)[Kind]['page']>>['next'];
      do {
        const page = await inSnapshot(db, (snapshot) => readers[kind].page(snapshot, wanted, after));
        if (page.items.length > 0) yield page.items;
        after = page.next;
      } while (after !== undefined);
    },

    points: (owners: readonly Owner[]) => scanPoints(db, owners),
    lines: (owners: readonly Owner[]) => scanLines(db, owners),
    async *plots(owners: readonly Owner[]) {
      for await (const plots of scanPlots(db, owners)) yield plots.map((plot) => ({ ...plot, file: reportedFile(plot.url) }));
    },
    files: (owners: readonly Owner[], events: ReadEvents) => listFiles(context, owners, events),
    openFile: (file) => openFile(context, file),
    close: async () => undefined,
  };
}
