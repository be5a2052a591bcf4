import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SideWorld } from '../../src/bridge/side.ts';
import type { ReadEvents } from '../../src/bridge/source.ts';
import { atEndOfFile } from './cleanup.ts';

/** An empty folder that is removed when the calling test file is done. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'trackbridge-test-'));
  atEndOfFile(async () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The world of a side that is opened from the command line. */
export function sideWorld(more: Partial<SideWorld> = {}): SideWorld {
  return { credentials: {}, web: {}, scratch: temporaryFolder(), signal: new AbortController().signal, ...more };
}

/** Everything that a reading of a side gives. */
export async function allOf<One>(chunks: AsyncIterable<readonly One[]>): Promise<One[]> {
  const all: One[] = [];
  for await (const chunk of chunks) all.push(...chunk);
  return all;
}

/** For readings in which nothing may be unreadable. */
export const nothingUnreadable: ReadEvents = {
  unreadable: (found) => {
    throw new Error(`Unreadable: ${JSON.stringify(found)}`);
  },
};
