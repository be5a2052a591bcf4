import { parseDocument } from 'yaml';
import type { FolderReader } from '../../../../src/artifacts/folder-reader.ts';
import type { EntryItem } from '../../../../src/bridge/item.ts';
import { joinArtifactPath } from '../../../../src/model/artifact-path.ts';
import { BridgeError, show } from '../../../../src/model/errors.ts';
import type { Cell, Row } from '../database/row.ts';

/** Largest file of facts that is read: a dataset's profile may be long. */
const MAX_META_BYTES = 32 * 1024 * 1024;
/** Largest value of a param or tag that is read. */
const MAX_VALUE_BYTES = 16 * 1024 * 1024;

/** What a file of facts holds. */
export interface Meta {
  /** Its plain values; whole numbers are bigint. */
  row: Row;
  /** All of it. */
  whole: Readonly<Record<string, unknown>>;
}

function isCell(value: unknown): value is Cell {
  return value === null || ['string', 'bigint', 'number', 'boolean'].includes(typeof value);
}

/** Reads YAML as Python writes it. Tags that make objects of anything are refused. @throws invalid */
export function parseMeta(path: string, text: string): Meta {
  const document = parseDocument(text, { version: '1.1', intAsBigInt: true, merge: false, logLevel: 'silent' });
  const [fault] = [...document.errors, ...document.warnings];
  const whole: unknown = fault ? undefined : document.toJS({ maxAliasCount: 0 });
  if (typeof whole !== 'object' || whole === null || Array.isArray(whole)) {
    const why = fault ? (fault.message.split('\n')[0] ?? '') : 'it holds no fields';
    throw new BridgeError('invalid', `The file ${show(path)} cannot be read: ${why}.`, { field: 'path' });
  }
  const fields = Object.entries(whole).map(
    ([name, value]) => [name, value instanceof Date ? value.toISOString() : value] as const,
  );
  return { row: Object.fromEntries(fields.filter((field): field is [string, Cell] => isCell(field[1]))), whole: { ...whole } };
}

/** @throws not_found, invalid, too_large */
export async function readMeta(folder: FolderReader, path: string): Promise<Meta> {
  const text = await folder.readText(path, MAX_META_BYTES);
  if (text !== undefined) return parseMeta(path, text);
  throw new BridgeError('not_found', `There is no file ${show(path)}.`);
}

/** Files below a folder as entries: a key with slashes is a path of folders. @throws invalid for links that lead elsewhere */
export async function readEntries(folder: FolderReader, path: string): Promise<EntryItem[]> {
  const entries: EntryItem[] = [];
  const refuse = (refused: string) => {
    throw new BridgeError('invalid', `${show(refused)} is no file, or a link to a folder or out of its root.`);
  };
  for await (const file of folder.walk(path, refuse)) {
    const value = (await folder.readText(file.path, MAX_VALUE_BYTES)) ?? '';
    entries.push({ key: file.path.slice(path.length + 1), value });
  }
  return entries;
}

/** Facts in the folders below one, by the names of these. */
export async function readMetas(folder: FolderReader, path: string): Promise<{ name: string; meta: Meta }[]> {
  const folders = (await folder.entries(path)).filter(({ kind }) => kind === 'folder');
  return Promise.all(
    folders.map(async ({ name }) => ({ name, meta: await readMeta(folder, `${joinArtifactPath(path, name)}/meta.yaml`) })),
  );
}
