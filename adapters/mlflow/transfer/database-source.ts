import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import {
  type ConsoleLines,
  type FileFacts,
  type ItemKind,
  type ItemOf,
  itemKinds,
  type Owner,
  type OwnerKind,
  type PlotItem,
  type SeriesPoints,
} from '../../../src/bridge/item.ts';
import type { OpenSource, SideWorld } from '../../../src/bridge/side.ts';
import type { Extent, ReadEvents, Selection, SideFacts, Source } from '../../../src/bridge/source.ts';
import { BridgeError, invalid } from '../../../src/model/errors.ts';
import { ARTIFACT_LOCATION_TAG } from '../map/trace-facts.ts';
import { ArtifactPlaces } from './artifact-places.ts';
import { choose } from './database/chosen.ts';
import { CHUNK, type KindReader } from './database/kind.ts';
import { accessReaders, readers, silenceOf } from './database/kinds.ts';
import { openTables, sqlitePath } from './database/open.ts';
import { countPoints, readPoints } from './database/read-points.ts';
import { nameOf, type Row, textOf } from './database/row.ts';
import { type Condition, compares, isIn, type Tables } from './database/tables.ts';
import { tellUnplaced } from './database/unplaced.ts';

/** Where the root of an owner's files stands. */
const roots: Readonly<Record<OwnerKind, { table: string; id: string; root: string; where: readonly Condition[] }>> = {
  run: { table: 'runs', id: 'run_uuid', root: 'artifact_uri', where: [] },
  model: { table: 'logged_models', id: 'model_id', root: 'artifact_location', where: [] },
  trace: { table: 'trace_tags', id: 'request_id', root: 'value', where: [compares('key', '=', ARTIFACT_LOCATION_TAG)] },
};

/** A reader with the tables it reads. */
interface Reading<Kind extends ItemKind> {
  reader: KindReader<Kind>;
  tables: Tables;
}

/** The history in an MLflow database, of any revision since 1.0. */
class DatabaseSource implements Source {
  readonly facts: SideFacts;
  readonly kinds: readonly ItemKind[];
  readonly silentOn: Source['silentOn'];
  readonly #tables: Tables;
  readonly #access: Tables | undefined;
  readonly #places: ArtifactPlaces;
  /** Roots of the owners whose files were listed last. */
  readonly #roots = new Map<string, string | null>();

  constructor(facts: SideFacts, tables: Tables, access: Tables | undefined, places: ArtifactPlaces) {
    this.facts = facts;
    this.#tables = tables;
    this.#access = access;
    this.#places = places;
    this.kinds = itemKinds.filter((kind) => this.#readingOf(kind) !== undefined);
    this.silentOn = silenceOf(tables);
  }

  async measure(selection: Selection): Promise<Extent> {
    const chosen = await choose(this.#tables, selection);
    const items: Extent['items'] = {};
    for (const kind of this.kinds) {
      const reading = this.#readingOf(kind);
      if (!reading) continue;
      const { reader, tables } = reading;
      items[kind] = await tables.count(reader.table, [...(reader.always ?? []), ...reader.chosen(chosen)]);
    }
    return { items, points: await countPoints(this.#tables, chosen.experiments), files: null, bytes: null };
  }

  async *items<Kind extends ItemKind>(
    kind: Kind,
    wanted: { selection: Selection } | { ids: readonly string[] },
    events: ReadEvents,
  ): AsyncGenerator<ItemOf<Kind>[]> {
    if (kind === this.kinds[0] && 'selection' in wanted) await tellUnplaced(this.#tables, events);
    const reading = this.#readingOf(kind);
    if (!reading) return;
    const { reader, tables } = reading;
    const { table, keys, chunk = CHUNK, always = [] } = reader;
    const columns = [...reader.columns, ...keys];
    const only = 'ids' in wanted ? new Set(wanted.ids) : undefined;
    const where = 'ids' in wanted ? reader.withIds(wanted.ids) : reader.chosen(await choose(this.#tables, wanted.selection));
    for await (const rows of tables.pages({ table, columns, where: [...always, ...where] }, keys, chunk)) {
      const items = await this.#toItems(reading, only ? rows.filter((row) => only.has(reader.idOf(row))) : rows, events);
      if (items.length > 0) yield items;
    }
  }

  points(owners: readonly Owner[]): AsyncIterable<SeriesPoints[]> {
    return readPoints(this.#tables, owners);
  }

  async *lines(): AsyncGenerator<ConsoleLines[]> {}

  async *plots(): AsyncGenerator<PlotItem[]> {}

  async *files(owners: readonly Owner[], events: ReadEvents): AsyncGenerator<FileFacts[]> {
    this.#roots.clear();
    await this.#findRoots(owners);
    for (const owner of owners) yield* this.#places.list(owner, this.#roots.get(keyOf(owner)) ?? null, events);
  }

  async openFile(file: FileFacts): Promise<Readable> {
    if (!this.#roots.has(keyOf(file.owner))) await this.#findRoots([file.owner]);
    return this.#places.open(file, this.#roots.get(keyOf(file.owner)) ?? null);
  }

  async close(): Promise<void> {
    await this.#places.close();
    if (this.#access !== this.#tables) await this.#access?.dialect.close();
    await this.#tables.dialect.close();
  }

  #readingOf<Kind extends ItemKind>(kind: Kind): Reading<Kind> | undefined {
    const isOfAccess = kind === 'user' || kind === 'role';
    const known: Readonly<Record<string, unknown>> = isOfAccess ? (this.#access ? accessReaders(this.#access) : {}) : readers;
    const reader = known[kind] as KindReader<Kind> | undefined;
    if (!reader) return undefined;
    const tables = (isOfAccess && this.#access) || this.#tables;
    return tables.has(reader.table) ? { reader, tables } : undefined;
  }

  async #toItems<Kind extends ItemKind>({ reader, tables }: Reading<Kind>, rows: readonly Row[], events: ReadEvents) {
    const { kind } = reader;
    const toItem = await reader.prepare(tables, rows);
    return rows.flatMap((row): ItemOf<Kind>[] => {
      try {
        const item = toItem(row);
        const lacking = item && reader.lacking?.(item);
        if (lacking) events.unreadable({ kind, id: item.id, ...lacking });
        return item ? [item] : [];
      } catch (error) {
        events.unreadable({ kind, id: showId(reader, row), part: null, reason: (error as Error).message });
        return [];
      }
    });
  }

  async #findRoots(owners: readonly Owner[]): Promise<void> {
    for (const [kind, some] of Map.groupBy(owners, (owner) => owner.kind)) {
      const { table, id, root, where } = roots[kind];
      const ids = some.map((owner) => owner.id);
      const rows = await this.#tables.rows({ table, columns: [id, root], where: [...where, isIn(id, ids)] });
      for (const row of rows) this.#roots.set(keyOf({ kind, id: nameOf(row, id) }), textOf(row, root));
    }
  }
}

function keyOf({ kind, id }: Owner): string {
  return `${kind} ${id}`;
}

/** The id of a row as far as it can be told. */
function showId<Kind extends ItemKind>({ idOf, table, keys }: KindReader<Kind>, row: Row): string {
  try {
    return idOf(row);
  } catch {
    return `row ${keys.map((key) => textOf(row, key)).join('/')} of ${table}`;
  }
}

/** The options behind an address, which are ours and not the database's. */
export function optionsOf(address: string): URLSearchParams {
  const at = address.indexOf('?');
  return new URLSearchParams(at < 0 ? '' : address.slice(at + 1));
}

/** An address as reports show it: without its login. */
export function withoutLogin(address: string): string {
  return address.replace(/^([a-z][a-z\d+.-]*:\/\/)[^/?#]*@/i, '$1').replace(/([?&]password=)[^&]*/gi, '$1...');
}

async function openAccess(tables: Tables, auth: string | null, world: SideWorld): Promise<Tables | undefined> {
  if (auth !== null) return openTables(auth, world);
  return tables.has('users', 'password_hash') ? tables : undefined;
}

/** Where a server keeps files beside its database when nobody tells it otherwise. */
function usualBase(folder: string | undefined): string | undefined {
  const base = folder && join(folder, 'mlartifacts');
  return base && existsSync(base) ? base : undefined;
}

/**
 * Opens the database of an MLflow server: `sqlite:///path`, `postgresql://...`, `mysql://...`. Options: `artifacts`, where the files
 * are (a folder, `s3://bucket/prefix`, a server); `auth`, the database of the basic-auth app.
 */
export const openMlflowDatabase: OpenSource = async (address, world) => {
  const options = optionsOf(address);
  const tables = await openTables(address, world);
  const { dialect } = tables;
  try {
    if (!tables.has('experiments') || !tables.has('runs')) {
      throw invalid('address', `The database ${withoutLogin(address)} has no tables experiments and runs: it is none of MLflow.`);
    }
    const access = await openAccess(tables, options.get('auth'), world);
    const [version] = await tables.rows({ table: 'alembic_version', columns: ['version_num'] });
    const revision = version ? `revision ${textOf(version, 'version_num')}` : 'without a revision';
    const path = sqlitePath(address);
    const folder = path && dirname(path);
    const places = new ArtifactPlaces({
      bases: [options.get('artifacts') ?? usualBase(folder) ?? []].flat(),
      folder: folder ?? process.cwd(),
      world,
    });
    const facts: SideFacts = {
      address: withoutLogin(address),
      tool: 'mlflow',
      description: `${dialect.name} database of MLflow, ${revision}`,
      identity: dialect.identity,
    };
    return new DatabaseSource(facts, tables, access, places);
  } catch (error) {
    await dialect.close();
    throw error instanceof BridgeError ? error : new BridgeError('unavailable', (error as Error).message, { cause: error });
  }
};
