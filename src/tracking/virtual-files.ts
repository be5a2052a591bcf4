import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Context } from '../context.ts';
import type { Run } from '../model/run.ts';
import { fileOfStoredUrl } from '../model/stored-file.ts';
import * as store from '../store/virtual-files.ts';
import type { Artifact, MadeFile } from './artifacts.ts';
import { streamConsole } from './console.ts';
import { findStoredFileIfAny } from './stored-files.ts';
import { hashOf, nameOfPathPart, numbered, toPathPart } from './virtual-path.ts';

/** A file or folder that only the record has: reported by a client, not laid below the artifact root. */
export interface VirtualEntry {
  name: string;
  isFolder: boolean;
  /** Undefined for a folder, and where it is not known without reading. */
  sizeBytes?: number;
}

type File = Artifact | MadeFile;

/** What stands below one of the folders at the top; `parts` are below it, unmarked. */
interface VirtualFolder {
  list(context: Context, run: Run, parts: readonly string[]): Promise<VirtualEntry[]>;
  find(context: Context, run: Run, parts: readonly string[]): Promise<File | undefined>;
}

const folders: Readonly<Record<string, VirtualFolder>> = {
  logs: { list: listLogs, find: findLog },
  plots: drawn('plot'),
  images: drawn('image'),
  artifacts: named(store.artifactFiles),
  models: named(store.modelFiles),
  clearml: { list: listDocuments, find: findDocument },
};

/** What a run shows as files in a folder, in no order. @param parts of the folder's path, unmarked; none for the top */
export async function listVirtual(context: Context, run: Run, parts: readonly string[]): Promise<VirtualEntry[]> {
  const [top, ...below] = parts;
  if (top !== undefined) return (Object.hasOwn(folders, top) && (await folders[top]?.list(context, run, below))) || [];
  const has = await store.virtualFolders(context.db, run.runId);
  return [
    ...(has.console ? ['logs'] : []),
    ...(has.plots ? ['plots'] : []),
    ...(has.images ? ['images'] : []),
    ...(has.artifacts ? ['artifacts'] : []),
    ...(has.models ? ['models'] : []),
    ...(has.documents ? ['clearml'] : []),
  ].map(toFolder);
}

/** Finds what a run shows as a file. @returns undefined when there is no such file */
export async function findVirtual(context: Context, run: Run, parts: readonly string[]): Promise<File | undefined> {
  const [top = '', ...below] = parts;
  return Object.hasOwn(folders, top) ? folders[top]?.find(context, run, below) : undefined;
}

function toFolder(name: string): VirtualEntry {
  return { name, isFolder: true };
}

const CONSOLE = 'console.log';

async function listLogs(context: Context, run: Run, parts: readonly string[]): Promise<VirtualEntry[]> {
  const isThere = parts.length === 0 && (await store.virtualFolders(context.db, run.runId)).console;
  return isThere ? [{ name: CONSOLE, isFolder: false }] : [];
}

async function findLog(context: Context, run: Run, [name, ...more]: readonly string[]): Promise<File | undefined> {
  if (name !== CONSOLE || more.length > 0 || !(await store.virtualFolders(context.db, run.runId)).console) return undefined;
  return { name, make: async () => Readable.from(consoleText(context, run), { objectMode: false }) };
}

async function* consoleText(context: Context, run: Run): AsyncGenerator<string> {
  for await (const lines of streamConsole(context, run)) {
    yield lines.map(({ message }) => (message.endsWith('\n') ? message : `${message}\n`)).join('');
  }
}

/** Plots as JSON and pictures as they are, by title, variant and iteration. */
function drawn(kind: store.DrawnKind): VirtualFolder {
  const titleOf = (context: Context, run: Run, part: string) =>
    nameOf(part, () => store.drawnTitles(context.db, run.runId, kind));
  const seriesOf = async (context: Context, run: Run, parts: readonly string[]): Promise<store.DrawnSeries | undefined> => {
    const title = await titleOf(context, run, parts[0] ?? '');
    if (title === undefined) return undefined;
    const variant = await nameOf(parts[1] ?? '', () => store.drawnVariants(context.db, run.runId, kind, title));
    return variant === undefined ? undefined : { runId: run.runId, kind, title, variant };
  };
  return {
    async list(context, run, parts) {
      const [first, second] = parts;
      if (first === undefined) return (await store.drawnTitles(context.db, run.runId, kind)).map(toPathPart).map(toFolder);
      if (second === undefined) {
        const title = await titleOf(context, run, first);
        if (title === undefined) return [];
        return (await store.drawnVariants(context.db, run.runId, kind, title)).map(toPathPart).map(toFolder);
      }
      const series = parts.length === 2 ? await seriesOf(context, run, parts) : undefined;
      const all = series ? await store.drawnAt(context.db, series) : [];
      return all.map((one) => ({ name: fileNameOf(kind, one), isFolder: false }));
    },
    async find(context, run, parts) {
      const [, , name = ''] = parts;
      const iteration = iterationOf(name);
      const series = parts.length === 3 && iteration !== undefined ? await seriesOf(context, run, parts) : undefined;
      if (!series || iteration === undefined) return undefined;
      const places = await store.drawnAt(context.db, series, iteration);
      const place = places.find((one) => fileNameOf(kind, one) === name);
      if (place?.url) return findReported(context, place.url);
      const body = place && (await store.plotBody(context.db, series, place));
      return body === undefined ? undefined : textFile(name, body, new Date(Number(place?.timestampMs)));
    },
  };
}

/** `12.json`; a second one of the same iteration is `12~2.json`. */
function fileNameOf(kind: store.DrawnKind, { iteration, place, url }: store.Drawn): string {
  const ending = kind === 'plot' ? '.json' : (/\.[a-z\d]{1,10}$/i.exec(url ?? '')?.[0] ?? '');
  return numbered(`${iteration}${ending}`, place);
}

function iterationOf(fileName: string): bigint | undefined {
  const digits = /^-?\d{1,19}(?=[.~]|$)/.exec(fileName)?.[0];
  const iteration = digits === undefined ? undefined : BigInt(digits);
  return iteration === undefined || BigInt.asIntN(64, iteration) !== iteration ? undefined : iteration;
}

/** Files under the names they were reported by, each in a folder of its own. */
function named(read: typeof store.artifactFiles): VirtualFolder {
  /** The files of one folder that are there, by name. */
  const filesOf = async (context: Context, run: Run, part: string): Promise<Map<string, File>> => {
    const found = new Map<string, File>();
    for (const { name, url } of await read(context.db, run.runId)) {
      const file = toPathPart(name) === part && !isOwnFile(run, url) ? await findReported(context, url) : undefined;
      if (!file) continue;
      found.set(freeName(toPathPart(file.name), found), file);
    }
    return found;
  };
  return {
    async list(context, run, parts) {
      if (parts.length > 1) return [];
      const [part] = parts;
      if (part === undefined) {
        const all = await read(context.db, run.runId);
        return [...new Set(all.filter(({ url }) => !isOwnFile(run, url)).map(({ name }) => toPathPart(name)))].map(toFolder);
      }
      const files = await filesOf(context, run, part);
      return [...files].map(([name, file]) => ({
        name,
        isFolder: false,
        ...('sizeBytes' in file && { sizeBytes: file.sizeBytes }),
      }));
    },
    async find(context, run, [part, name, ...more]) {
      if (part === undefined || name === undefined || more.length > 0) return undefined;
      return (await filesOf(context, run, part)).get(name);
    },
  };
}

/** True for a file that lies below the run's own root, and is listed there. */
function isOwnFile(run: Run, url: string): boolean {
  const file = fileOfStoredUrl(url);
  return file?.kind === 'run' && file.runId === run.id;
}

/** A file a client reported; undefined when it is not, or not yet, there. */
async function findReported(context: Context, url: string): Promise<File | undefined> {
  const file = fileOfStoredUrl(url);
  return file && findStoredFileIfAny(context, file);
}

/** A document as a file: its name, its size where that is known, and what reads it. */
interface DocumentFile {
  name: string;
  sizeBytes?: number;
  read(): Promise<string | undefined>;
}

/** Documents a run has one of, and the names of their files. */
const singleDocuments = new Map([
  ['container', 'container.json'],
  ['execution', 'execution.json'],
  ['output', 'output.json'],
  ['report', 'report.md'],
  ['report_assets', 'report_assets.json'],
  ['runtime', 'runtime.json'],
  ['script', 'script.json'],
]);

/** Every document of a run as a file; a configuration named like one of ours gets a number. */
async function documentFiles({ db }: Context, { runId }: Run): Promise<DocumentFile[]> {
  const entries = await store.documentEntries(db, runId);
  const files = new Map<string, DocumentFile>();
  const add = (file: DocumentFile) => files.set(file.name, file);
  for (const { kind, name, sizeBytes, content } of entries) {
    const fileName = singleDocuments.get(kind);
    if (fileName === undefined) continue;
    add({ name: fileName, sizeBytes, read: () => store.documentContent(db, runId, kind, name) });
    for (const [part, text] of content === null ? [] : scriptParts(content)) {
      add({ name: part, sizeBytes: Buffer.byteLength(text), read: async () => text });
    }
  }
  for (const { kind, name, sizeBytes } of entries) {
    const plain = toPathPart(name);
    const read = () => store.documentContent(db, runId, kind, name);
    if (kind === 'configuration') add({ name: freeName(plain, files), sizeBytes, read });
  }
  return [...files.values()];
}

/** What people look for in a script: what was changed since the commit, and what it needs. */
function scriptParts(content: string): [name: string, text: string][] {
  const { diff, requirements } = JSON.parse(content) as { diff?: unknown; requirements?: { pip?: unknown } | null };
  const pip = requirements?.pip;
  const texts: [string, unknown][] = [
    ['uncommitted.diff', diff],
    ['requirements.txt', Array.isArray(pip) ? pip.join('\n') : pip],
  ];
  return texts.filter((part): part is [string, string] => typeof part[1] === 'string' && part[1] !== '');
}

async function listDocuments(context: Context, run: Run, parts: readonly string[]): Promise<VirtualEntry[]> {
  if (parts.length > 0) return [];
  return (await documentFiles(context, run)).map(({ name, sizeBytes }) => ({ name, isFolder: false, sizeBytes }));
}

async function findDocument(context: Context, run: Run, [name, ...more]: readonly string[]): Promise<File | undefined> {
  if (name === undefined || more.length > 0) return undefined;
  const all = await documentFiles(context, run);
  const text = await all.find((file) => file.name === name)?.read();
  return text === undefined
    ? undefined
    : textFile(name, text, run.endedMs === null ? new Date(0) : new Date(Number(run.endedMs)));
}

function textFile(name: string, text: string, modifiedAt: Date): Artifact {
  const bytes = Buffer.from(text);
  const etag = `"${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}"`;
  const read: Artifact['read'] = async (range) => Readable.from(range ? bytes.subarray(range.start, range.end + 1) : bytes);
  return { name, sizeBytes: bytes.length, modifiedAt, etag, read };
}

/** The name, or the first numbered one that is not taken. */
function freeName(name: string, taken: ReadonlyMap<string, unknown>): string {
  let place = 1;
  while (taken.has(numbered(name, place))) place += 1;
  return numbered(name, place);
}

/** The name a part of a path stands for; one that was cut is looked for among all there are. */
async function nameOf(part: string, all: () => Promise<string[]>): Promise<string | undefined> {
  const found = nameOfPathPart(part);
  if (!found || 'name' in found) return found?.name;
  return (await all()).find((name) => hashOf(name) === found.hash);
}
