import { createReadStream } from 'node:fs';
import { appendFile, rm, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { BlobStore } from '../../../../src/artifacts/blob-store.ts';
import type { ConsoleLines, FileFacts, Owner, OwnerKind, PlotItem, RunItem } from '../../../../src/bridge/item.ts';
import { BridgeError, show } from '../../../../src/model/errors.ts';
import { toPathPart } from '../../../../src/tracking/virtual-path.ts';
import { ARTIFACT_LOCATION_TAG } from '../../map/trace-facts.ts';
import { derivedId } from './targets.ts';
import type { Writer } from './writer.ts';

/** Folder of a run for what ClearML keeps beside files: MLflow has no other place for it. */
const FOLDER = 'clearml';
/** Below it, the files that ClearML's clients reported. */
const REPORTED = `${FOLDER}/files/`;

/** Roots that are remembered. */
const KEPT = 5_000;

const rootOf: Readonly<Record<OwnerKind, string>> = {
  run: 'select artifact_uri as root from runs where run_uuid = ?',
  model: 'select artifact_location as root from logged_models where model_id = ?',
  trace: `select value as root from trace_tags where key = '${ARTIFACT_LOCATION_TAG}' and request_id = ?`,
};

/** Whether the sink made a file itself, of what is no file in the source. */
export function isMadeFile(path: string): boolean {
  return path.startsWith(`${FOLDER}/`) && !path.startsWith(REPORTED);
}

/** A file as it lies below the root of its owner. */
export function expectedFile(file: FileFacts): FileFacts {
  return file.place === 'artifacts' ? file : { ...file, place: 'artifacts', path: `${REPORTED}${file.path}` };
}

/** Files of the histories, in the layout of `--artifacts-destination`. */
export class SinkFiles {
  readonly #store: BlobStore;
  readonly #writer: Writer;
  readonly #scratch: string;
  readonly #roots = new Map<string, string>();

  constructor(store: BlobStore, writer: Writer, scratch: string) {
    this.#store = store;
    this.#writer = writer;
    this.#scratch = scratch;
  }

  async write(file: FileFacts, content: Readable): Promise<void> {
    await this.#write(file.owner, expectedFile(file).path, content);
  }

  /** Console lines wait in a file until their run is finished. */
  async addLines({ owner, lines }: ConsoleLines, from: number): Promise<void> {
    const text = lines.map(({ message }) => (message.endsWith('\n') ? message : `${message}\n`)).join('');
    await (from === 0 ? writeFile : appendFile)(this.#console(owner), text);
  }

  async writePlot(plot: PlotItem): Promise<void> {
    const { owner, title, variant, iteration, fileKey, url, file, body, type } = plot;
    const name = fileKey === '' ? `${iteration}` : `${iteration}.${toPathPart(fileKey)}`;
    const path = [FOLDER, 'plots', toPathPart(title), toPathPart(variant), `${name}.json`].join('/');
    await this.#write(owner, path, Readable.from([Buffer.from(body ?? JSON.stringify({ type, url, file }))]));
  }

  /** What of a run waits for its end: its console and its documents. */
  async finishRun(id: string, { documents }: RunItem): Promise<void> {
    const owner: Owner = { kind: 'run', id };
    const lines = createReadStream(this.#console(owner));
    const hasLines = await new Promise((resolve) => lines.once('open', () => resolve(true)).once('error', () => resolve(false)));
    if (hasLines) {
      await this.#write(owner, `${FOLDER}/console.log`, lines);
      await rm(this.#console(owner));
    }
    for (const { kind, name, content } of documents) {
      const path = kind === 'configuration' ? `${kind}/${toPathPart(name)}` : toPathPart(name === '' ? kind : `${kind}.${name}`);
      await this.#write(owner, `${FOLDER}/${path}`, Readable.from([Buffer.from(content)]));
    }
  }

  async remove(owner: Owner): Promise<void> {
    const root = await this.#find(owner);
    if (root !== undefined) await this.#store.delete(root);
  }

  async close(): Promise<void> {
    // the store grows uploads in a folder of its own, which a server has no use for
    await rmdir(join(this.#store.location, '.trackbridge-uploads')).catch(() => {});
    await this.#store.close?.();
  }

  #console({ id }: Owner): string {
    return join(this.#scratch, `console-${derivedId(id)}`);
  }

  async #write(owner: Owner, path: string, content: Readable): Promise<void> {
    const root = await this.#find(owner);
    if (root === undefined) throw new BridgeError('not_found', `The ${owner.kind} ${show(owner.id)} has no place for files.`);
    await this.#store.write(`${root}/${path}`, content);
  }

  async #find({ kind, id }: Owner): Promise<string | undefined> {
    const key = `${kind} ${id}`;
    const known = this.#roots.get(key);
    if (known !== undefined) return known;
    const [row] = await this.#writer.rows(rootOf[kind], [id]);
    const root = /^mlflow-artifacts:\/(.+)$/.exec(String(row?.['root'] ?? ''))?.[1];
    if (root === undefined) return undefined;
    if (this.#roots.size >= KEPT) this.#roots.clear();
    this.#roots.set(key, root);
    return root;
  }
}
