import { writeExact } from '../../../../src/bridge/exact-json.ts';
import type { ModelItem, RunItem } from '../../../../src/bridge/item.ts';
import type { Fields } from '../items/fields.ts';

/** Under it the id that a task or model had before stands, in `runtime` and in metadata: neither is shown unless looked for. */
export const SOURCE_ID = 'trackbridge_source_id';
/** Times and people of the source, which the server has fields for but lets nobody set. */
export const SOURCE_FACTS = 'trackbridge_source';
/** JSON list of the paths of a model's files, which has a place for one only. */
export const SOURCE_FILES = 'trackbridge_files';

export const marks: ReadonlySet<string> = new Set([SOURCE_ID, SOURCE_FACTS, SOURCE_FILES]);

/** The folder on the files server with what an item had below its artifact root. */
export function folderOf(targetId: string): string {
  return `trackbridge/${targetId}`;
}

const factNames = ['createdMs', 'startedMs', 'endedMs', 'publishedMs', 'changedMs', 'author', 'user', 'status'] as const;

/** The facts of an item that have no other place, as JSON. */
export function sourceFacts(item: RunItem | ModelItem): string {
  const all: Fields = {};
  for (const [name, value] of Object.entries(item)) {
    if ((factNames as readonly string[]).includes(name) && value !== null) all[name] = value as bigint | string;
  }
  return writeExact(all);
}
