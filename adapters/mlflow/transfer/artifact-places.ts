import { join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { BlobStore } from '../../../src/artifacts/blob-store.ts';
import { FolderReader } from '../../../src/artifacts/folder-reader.ts';
import { openBlobStore } from '../../../src/artifacts/open-blob-store.ts';
import type { FileFacts, Owner } from '../../../src/bridge/item.ts';
import type { SideWorld } from '../../../src/bridge/side.ts';
import type { ReadEvents } from '../../../src/bridge/source.ts';
import { joinArtifactPath } from '../../../src/model/artifact-path.ts';
import { BridgeError, show } from '../../../src/model/errors.ts';
import { ProxiedArtifacts } from './proxied-artifacts.ts';

/** How the addresses that a history has for its files become places where they can be read. */
export interface PlaceOptions {
  /**
   * Folders, `s3://bucket/prefix` or servers, below which everything lies as below MLflow's `--artifacts-destination`. The first one
   * that has the files counts.
   */
  bases: readonly string[];
  /** Folder that relative paths start from. */
  folder: string;
  world: SideWorld;
}

/** Files below one root. */
interface Place {
  walk(refuse: (path: string) => void): AsyncIterable<{ path: string; sizeBytes: number | null }>;
  read(path: string): Promise<Readable>;
}

const nowhere: Place = {
  async *walk() {},
  read: async (path) => {
    throw new BridgeError('not_found', `The folder of ${show(path)} is not there.`);
  },
};

/** The end of a root that is the same wherever the history was moved: `<experiment>/<run>/artifacts` and the like. */
function endOf(root: string, { kind, id }: Owner): string | undefined {
  const parts = root.split('/').filter((part) => part !== '' && part !== '.');
  const at = parts.lastIndexOf(id);
  const start = at - (kind === 'run' ? 1 : 2);
  if (at < 0 || parts.includes('..')) return undefined;
  return parts.slice(Math.max(start, 0)).join('/');
}

/** The path in an address of files that a server hands out. */
function proxiedPath(root: string): string | undefined {
  const path = /^mlflow-artifacts:(?:\/\/[^/]*)?\/*(.*?)\/*$/.exec(root)?.[1];
  if (path?.split('/').includes('..')) throw new BridgeError('invalid', `The address ${show(root)} leads out of its root.`);
  return path;
}

/** Reads files of runs, models and traces wherever a history has them. */
export class ArtifactPlaces {
  readonly #options: PlaceOptions;
  readonly #stores = new Map<string, Promise<BlobStore>>();
  readonly #servers = new Map<string, ProxiedArtifacts>();

  constructor(options: PlaceOptions) {
    this.#options = options;
  }

  /** Files of an owner. What cannot be read is told. @param root as the history has it; null for none */
  async *list(owner: Owner, root: string | null, events: ReadEvents): AsyncGenerator<FileFacts[]> {
    const tell = (reason: string) => events.unreadable({ kind: owner.kind, id: owner.id, part: 'files', reason });
    try {
      const place = root === null ? nowhere : await this.#find(owner, root);
      let files: FileFacts[] = [];
      const refused = (path: string) => tell(`${show(path)} is no file, or a link to a folder or out of its root.`);
      for await (const { path, sizeBytes } of place.walk(refused)) {
        files.push({ owner, place: 'artifacts', path, sizeBytes: sizeBytes === null ? null : BigInt(sizeBytes) });
        if (files.length < 1000) continue;
        yield files;
        files = [];
      }
      if (files.length > 0) yield files;
    } catch (error) {
      if (!(error instanceof BridgeError)) throw error;
      tell(error.message);
    }
  }

  /** @throws not_found, unavailable */
  async open({ owner, path }: FileFacts, root: string | null): Promise<Readable> {
    return (root === null ? nowhere : await this.#find(owner, root)).read(path);
  }

  async close(): Promise<void> {
    for (const server of this.#servers.values()) server.close();
    for (const store of this.#stores.values()) await (await store).close?.();
  }

  async #find(owner: Owner, root: string): Promise<Place> {
    const { bases } = this.#options;
    const proxied = proxiedPath(root);
    const end = proxied ?? endOf(root, owner);
    for (const base of end === undefined ? [] : bases) {
      const place = await this.#below(base, end ?? '');
      if (place !== nowhere) return place;
    }
    if (proxied !== undefined && bases.length > 0) return nowhere;
    if (proxied !== undefined) {
      throw new BridgeError('not_supported', `Files at ${show(root)} are on an MLflow server: say where by ?artifacts=...`);
    }
    // whoever made the history wrote down this address: it must at least be that of this very owner
    if (end === undefined) {
      throw new BridgeError('invalid', `The address ${show(root)} is not one MLflow gives to the files of ${owner.id}.`);
    }
    return this.#asItStands(root);
  }

  async #asItStands(root: string): Promise<Place> {
    const { world, folder } = this.#options;
    if (/^https?:/i.test(root)) return this.#proxied(root, '');
    world.allowsPlace?.(root);
    if (/^s3:/i.test(root)) return this.#store(root, '');
    if (/^file:/i.test(root)) return this.#local(fileURLToPath(root.replace(/^file:\/*/i, 'file:///')));
    if (/^[a-z][a-z\d+.-]+:/i.test(root)) {
      throw new BridgeError('not_supported', `Files at ${show(root)} cannot be read; say where else they are by ?artifacts=...`);
    }
    return this.#local(resolve(folder, root));
  }

  async #below(base: string, path: string): Promise<Place> {
    if (/^https?:/i.test(base)) return this.#proxied(base, path);
    if (/^s3:/i.test(base)) return this.#store(base, path);
    const folder = /^file:/i.test(base) ? fileURLToPath(base) : base;
    return this.#local(join(folder, path));
  }

  async #local(path: string): Promise<Place> {
    const folder = await FolderReader.open(path);
    if (!folder) return nowhere;
    return { walk: (refuse) => folder.walk('', refuse), read: (file) => folder.read(file) };
  }

  async #store(base: string, path: string): Promise<Place> {
    const [, bucket = base, prefix = ''] = /^(s3:\/\/[^/]+)\/*(.*)$/i.exec(base) ?? [];
    const opening = this.#stores.get(bucket) ?? openBlobStore(bucket, { endpoint: process.env['AWS_ENDPOINT_URL_S3'] });
    this.#stores.set(bucket, opening);
    const store = await opening;
    const root = joinArtifactPath(prefix.replace(/\/+$/, ''), path);
    return {
      walk: async function* () {
        for await (const file of store.walk(root)) yield { ...file, path: file.path.slice(root === '' ? 0 : root.length + 1) };
      },
      read: (file) => store.read(joinArtifactPath(root, file)),
    };
  }

  async #proxied(base: string, path: string): Promise<Place> {
    const server = this.#servers.get(base) ?? new ProxiedArtifacts(base, this.#options.world);
    this.#servers.set(base, server);
    return { walk: () => server.walk(path), read: (file) => server.read(joinArtifactPath(path, file)) };
  }
}
