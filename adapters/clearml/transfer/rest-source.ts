import type { Readable } from 'node:stream';
import type { ConsoleLines, FileFacts, Item, ItemKind, ItemOf, Owner, PlotItem, SeriesPoints } from '../../../src/bridge/item.ts';
import type { OpenSource, SideWorld } from '../../../src/bridge/side.ts';
import type { Extent, ReadEvents, Selection, SideFacts, Source } from '../../../src/bridge/source.ts';
import { BridgeError, invalid, show } from '../../../src/model/errors.ts';
import { sourcesOf } from '../map/plot-text.ts';
import { toPieces, toPlotItem } from './items/event.ts';
import { type Fields, idIn, objectIn, objectsIn, textIn } from './items/fields.ts';
import { clearmlSilence } from './items/silence.ts';
import { toRunItem } from './items/task.ts';
import { toModelItem, toProjectItem, toQueueItem, toUserItem } from './items/things.ts';
import { ClearmlApi, ClearmlFiles, isRefused } from './rest/api.ts';
import { FileLinks, guessFilesBases } from './rest/file-links.ts';
import { allPages, gather, pagesByCreation, pagesByIds } from './rest/listing.ts';
import { type EventType, ownersWith, readEvents, readLines } from './rest/read-events.ts';
import { type Choice, choose, isChosen, isNothing, queryOf, queuesOf } from './rest/selection.ts';

const kinds = ['user', 'project', 'queue', 'run', 'model'] as const satisfies readonly ItemKind[];
type ClearmlKind = (typeof kinds)[number];

const listings = { user: 'users', project: 'projects', queue: 'queues', run: 'tasks', model: 'models' } as const;

/** Fields that documents have only when they are asked for. */
const hiddenFields = { run: 'enqueue_status', model: 'ui_cache' } as const;

const drawings = ['plot', 'training_stats_vector', 'training_debug_image'] as const satisfies readonly EventType[];

/** A link, and what names it. */
interface Link {
  name: string;
  url: string;
  sizeBytes: bigint | null;
}

/** A ClearML deployment as both its sides are reached. */
export interface ClearmlServer {
  facts: SideFacts;
  api: ClearmlApi;
  files: ClearmlFiles;
  links: FileLinks;
}

/** The history on a ClearML server, by its API and its files server. */
export class ClearmlSource implements Source {
  readonly facts: SideFacts;
  readonly kinds = kinds;
  readonly silentOn: Source['silentOn'] = clearmlSilence;
  readonly #api: ClearmlApi;
  readonly #files: ClearmlFiles;
  readonly #links: FileLinks;

  constructor({ facts, api, files, links }: ClearmlServer) {
    this.facts = facts;
    this.#api = api;
    this.#files = files;
    this.#links = links;
  }

  async measure(selection: Selection): Promise<Extent> {
    const choice = await choose(this.#api, selection);
    const items: Extent['items'] = {};
    for (const kind of kinds) items[kind] = await this.#count(kind, choice);
    return { items, points: null, files: null, bytes: null };
  }

  async *items<Kind extends ItemKind>(
    kind: Kind,
    wanted: { selection: Selection } | { ids: readonly string[] },
    events: ReadEvents,
  ): AsyncGenerator<ItemOf<Kind>[]> {
    if (!isKind(kind)) return;
    const documents =
      'ids' in wanted ? this.#byIds(kind, wanted.ids) : this.#chosen(kind, await choose(this.#api, wanted.selection));
    for await (const page of documents) {
      const items = await this.#toItems(kind, page, events);
      if (items.length > 0) yield items as ItemOf<Kind>[];
    }
  }

  async *points(owners: readonly Owner[], events: ReadEvents): AsyncGenerator<SeriesPoints[]> {
    for await (const { owner, page } of this.#events(owners, 'training_stats_scalar', events, 'points')) {
      yield toPieces(owner, page, (reason) => events.unreadable({ ...owner, part: 'points', reason }));
    }
  }

  async *lines(owners: readonly Owner[], events: ReadEvents): AsyncGenerator<ConsoleLines[]> {
    for (const owner of owners) {
      if (owner.kind !== 'run') continue;
      try {
        for await (const lines of readLines(this.#api, owner)) yield [lines];
      } catch (error) {
        if (!isRefused(error)) throw error;
        events.unreadable({ ...owner, part: 'lines', reason: error.message });
      }
    }
  }

  async *plots(owners: readonly Owner[], events: ReadEvents): AsyncGenerator<PlotItem[]> {
    for (const type of drawings) {
      for await (const { owner, page } of this.#events(owners, type, events, 'plots')) {
        yield page.flatMap((event) => this.#toPlot(owner, event, events) ?? []);
      }
    }
  }

  async *files(owners: readonly Owner[], events: ReadEvents): AsyncGenerator<FileFacts[]> {
    const seen = new Set<string>();
    for await (const { owner, links } of this.#linksOf(owners, events)) {
      const files: FileFacts[] = [];
      for (const { name, url, sizeBytes } of links) {
        const key = JSON.stringify([owner.kind, owner.id, url]);
        if (seen.has(key)) continue;
        seen.add(key);
        const path = this.#links.pathOf(url);
        if (path !== null) files.push({ owner, place: 'reported', path, sizeBytes });
        else if (this.#isElsewhere(url)) {
          events.unreadable({
            ...owner,
            part: `file ${name}`,
            reason: `It lies at ${show(url)}, which is not on the files server.`,
          });
        }
      }
      if (files.length > 0) yield files;
    }
  }

  async openFile({ path }: FileFacts): Promise<Readable> {
    return this.#files.open(path);
  }

  /** Every report and every edit moves one of these. */
  markOf(item: ItemOf<ItemKind>): string | undefined {
    if (item.kind !== 'run' && item.kind !== 'model') return undefined;
    return [item.changedMs, item.updatedMs, item.lastIteration].join(' ');
  }

  async close(): Promise<void> {
    this.#api.close();
    this.#files.close();
  }

  async #count(kind: ClearmlKind, choice: Choice): Promise<bigint> {
    let count = 0;
    if (kind === 'run' || kind === 'model') {
      if (isNothing(choice, kind)) return 0n;
      const started = kind === 'run' ? ['started'] : [];
      const query = { ...queryOf(kind, choice), only_fields: ['id', 'created', 'project', 'system_tags', ...started] };
      for await (const page of pagesByCreation(this.#api, listings[kind], query)) {
        count += page.filter((document) => isChosen(kind, document, choice)).length;
      }
    } else for await (const page of this.#chosen(kind, choice)) count += page.length;
    return BigInt(count);
  }

  async *#byIds(kind: ClearmlKind, ids: readonly string[]): AsyncGenerator<Fields[]> {
    // anything else is no id there, and the whole question would be refused
    const real = ids.filter((id) => id !== '');
    yield* pagesByIds(this.#api, listings[kind], real);
  }

  async *#chosen(kind: ClearmlKind, choice: Choice): AsyncGenerator<Fields[]> {
    if (isNothing(choice, kind)) return;
    const { projects, projectIds } = choice;
    if (kind === 'run' || kind === 'model') {
      for await (const page of pagesByCreation(this.#api, listings[kind], queryOf(kind, choice))) {
        yield page.filter((document) => isChosen(kind, document, choice));
      }
      return;
    }
    const query = kind === 'user' && projects !== undefined ? { active_in_projects: projectIds } : {};
    const needed = kind === 'queue' && projects !== undefined ? await queuesOf(this.#api, choice) : undefined;
    for await (const page of allPages(this.#api, listings[kind], query)) {
      yield page.filter((document) => {
        const id = idIn(document);
        return (kind !== 'project' || !projectIds || projectIds.includes(id)) && (!needed || needed.has(id));
      });
    }
  }

  async #toItems(kind: ClearmlKind, documents: readonly Fields[], events: ReadEvents): Promise<Item[]> {
    const read = await this.#reader(kind, documents);
    return documents.flatMap((document) => {
      try {
        return [read(document)];
      } catch (error) {
        events.unreadable({ kind, id: textIn(document, 'id') ?? '?', part: null, reason: (error as Error).message });
        return [];
      }
    });
  }

  async #reader(kind: ClearmlKind, documents: readonly Fields[]): Promise<(document: Fields) => Item> {
    const pathOf = (url: string) => this.#links.pathOf(url);
    if (kind === 'user') return toUserItem;
    if (kind === 'project') return toProjectItem;
    if (kind === 'queue') {
      const waiting = documents.flatMap((queue) => objectsIn(queue, 'entries').flatMap((entry) => textIn(entry, 'task') ?? []));
      const former = await this.#hidden('run', waiting);
      return (queue) => toQueueItem(queue, (task) => textIn(former.get(task) ?? {}, hiddenFields.run));
    }
    const hidden = await this.#hidden(
      kind,
      documents.map((document) => idIn(document)),
    );
    const whole = (document: Fields) => ({ ...document, ...hidden.get(idIn(document)) });
    return kind === 'run' ? (task) => toRunItem(whole(task), pathOf) : (model) => toModelItem(whole(model), pathOf);
  }

  /** Fields of tasks or models that come only when they are asked for by name. */
  async #hidden(kind: 'run' | 'model', ids: readonly string[]): Promise<Map<string, Fields>> {
    const query = { only_fields: ['id', hiddenFields[kind]] };
    const found = await gather(pagesByIds(this.#api, listings[kind], [...new Set(ids)], query));
    return new Map(found.map((document) => [idIn(document), document]));
  }

  /** Events of a type of those owners that have some. */
  async *#events(
    owners: readonly Owner[],
    type: EventType,
    events: ReadEvents,
    part: string,
  ): AsyncGenerator<{ owner: Owner; page: Fields[] }> {
    const reporting = owners.filter(({ kind }) => kind !== 'trace');
    if (reporting.length === 0) return;
    for (const owner of await ownersWith(this.#api, reporting, type)) {
      try {
        for await (const page of readEvents(this.#api, owner, type)) yield { owner, page };
      } catch (error) {
        if (!isRefused(error)) throw error;
        events.unreadable({ ...owner, part, reason: error.message });
      }
    }
  }

  #toPlot(owner: Owner, event: Fields, events: ReadEvents): PlotItem | undefined {
    try {
      return toPlotItem(owner, event, this.#links);
    } catch (error) {
      const name = `${textIn(event, 'metric')}/${textIn(event, 'variant')} at ${textIn(event, 'iter')}`;
      events.unreadable({ ...owner, part: `plot ${name}`, reason: (error as Error).message });
      return undefined;
    }
  }

  /** Everything that owners refer to by an address: artifacts, a model's file, pictures, and pictures behind drawings. */
  async *#linksOf(owners: readonly Owner[], events: ReadEvents): AsyncGenerator<{ owner: Owner; links: Link[] }> {
    for (const kind of ['run', 'model'] as const) {
      const own = new Map(owners.filter((owner) => owner.kind === kind).map((owner) => [owner.id, owner]));
      const fields = ['id', kind === 'run' ? 'execution.artifacts' : 'uri'];
      for await (const page of pagesByIds(this.#api, listings[kind], [...own.keys()], { only_fields: fields })) {
        for (const document of page) yield { owner: own.get(idIn(document)) as Owner, links: linksIn(kind, document) };
      }
    }
    for (const type of ['training_debug_image', 'plot'] as const) {
      for await (const { owner, page } of this.#events(owners, type, events, 'files')) {
        yield { owner, links: page.flatMap((event) => linksOfEvent(type, event)) };
      }
    }
  }

  /** Whether an address leads to something that is on no files server we know: neither one made there nor a mere name. */
  #isElsewhere(url: string): boolean {
    return url !== '' && this.#links.stored(url) === url;
  }
}

function isKind(kind: ItemKind): kind is ClearmlKind {
  return (kinds as readonly ItemKind[]).includes(kind);
}

function linksIn(kind: 'run' | 'model', document: Fields): Link[] {
  if (kind === 'model') {
    const url = textIn(document, 'uri');
    return url ? [{ name: 'of the model', url, sizeBytes: null }] : [];
  }
  return objectsIn(objectIn(document, 'execution'), 'artifacts').flatMap((artifact) => {
    const url = textIn(artifact, 'uri');
    const size = artifact['content_size'];
    const sizeBytes = typeof size === 'bigint' && size > 0n ? size : null;
    return url ? [{ name: textIn(artifact, 'key') ?? '', url, sizeBytes }] : [];
  });
}

function linksOfEvent(type: 'training_debug_image' | 'plot', event: Fields): Link[] {
  const name = `of ${textIn(event, 'metric')}/${textIn(event, 'variant')}`;
  const urls = type === 'plot' ? sourcesOf(textIn(event, 'plot_str') ?? '') : [textIn(event, 'url') ?? ''];
  return urls.filter((url) => /^[a-z][a-z0-9+.-]*:\/\//i.test(url)).map((url) => ({ name, url, sizeBytes: null }));
}

/**
 * Enters a ClearML deployment: `clearml+https://api-host[:port][?files=https://files-host][&links=http://old-host:8081]`.
 * `files` is where its files are, guessed as the SDK does when it is left out; `links` (any number) other addresses of the same
 * files that the history has.
 * @throws invalid, unavailable, unauthenticated
 */
export async function enterClearml(address: string, world: SideWorld): Promise<ClearmlServer> {
  const { base, files, aliases } = readAddress(address);
  const api = new ClearmlApi(base, world);
  try {
    const { uid, version } = await api.call('server.info', {});
    const { user } = await api.call('users.get_current_user', {});
    const company = textIn(objectIn(objectIn({ user: user ?? null }, 'user'), 'company'), 'id') ?? '';
    const guesses = guessFilesBases(base);
    const links = new FileLinks(files ?? (guesses[0] as string), [...aliases, ...guesses]);
    return {
      facts: {
        address: `clearml+${base}`,
        tool: 'clearml',
        description: `REST of ClearML ${textIn({ version: version ?? null }, 'version') ?? ''}`.trim(),
        identity: `clearml:${uid ?? base.toLowerCase()}:${company}`,
      },
      api,
      files: new ClearmlFiles(links.base, api, world),
      links,
    };
  } catch (error) {
    api.close();
    throw error;
  }
}

function readAddress(address: string): { base: string; files: string | undefined; aliases: string[] } {
  const [, place = '', query = ''] = /^clearml\+(https?:\/\/[^?]+)(?:\?(.*))?$/s.exec(address) ?? [];
  if (!URL.canParse(place)) throw invalid('address', `${show(address)} is no address of a ClearML server.`);
  const url = new URL(place);
  if (url.username !== '' || url.password !== '') {
    throw new BridgeError('invalid', 'A key pair is not given in the address.', { field: 'address' });
  }
  const given = new URLSearchParams(query);
  const withoutSlash = (text: string) => text.replace(/\/+$/, '');
  return {
    base: withoutSlash(`${url.protocol}//${url.host}${url.pathname}`),
    files: given.has('files') ? withoutSlash(given.get('files') ?? '') : undefined,
    aliases: given.getAll('links').map(withoutSlash),
  };
}

/** Opens the history of a ClearML server: see {@link enterClearml}. */
export const openClearmlServer: OpenSource = async (address, world) => new ClearmlSource(await enterClearml(address, world));
