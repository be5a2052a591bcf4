import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { BlobStore } from '../artifacts/blob-store.ts';
import { BridgeError } from '../model/errors.ts';
import { findRecords, openReplacement, type Replacement, refuseOtherSchema } from '../store/snapshot.ts';
import { broken } from './archive-format.ts';
import { readEntries, verifyArchive } from './archive-reader.ts';

/** What is restored, and where to. */
export interface RestoreRequest {
  file: string;
  /** Of a migrated database; holds a password. */
  url: string;
  blobs: BlobStore;
  /** Replace what is there: all of the database, and artifacts of the same path. */
  force: boolean;
  /** Told how many bytes of the two rounds, checking and writing, are done. */
  onBytes?: (bytes: number) => void;
}

/**
 * Puts a backup back. It is read twice: once to check every hash before anything is touched, then to write. The database
 * changes in one transaction that is committed last; artifacts written before a failure are taken away again, unless they
 * went over others (force).
 * @throws invalid for a file that is not whole, wrong_state for another schema or a target that holds records
 */
export async function restore({
  file,
  url,
  blobs,
  force,
  onBytes = () => undefined,
}: RestoreRequest): Promise<{ files: number }> {
  const { head, end } = await verifyArchive(file, onBytes);
  refuseOtherSchema(head.migrations, head.trackbridge);
  if (!force) await refuseRecords(url, blobs);
  const replacement = await openReplacement(url);
  try {
    await write(file, replacement, blobs, onBytes);
    await replacement.commit(end.sequences);
    return { files: end.files };
  } catch (error) {
    if (!force) await takeAway(file, blobs);
    throw error;
  } finally {
    await replacement.close();
  }
}

async function refuseRecords(url: string, blobs: BlobStore): Promise<void> {
  const table = await findRecords(url);
  const [first] = await blobs.list('');
  if (table === undefined && first === undefined) return;
  throw new BridgeError(
    'wrong_state',
    `The target is not empty: ${table === undefined ? 'there are artifacts' : `the table ${table} holds records`}. Restore into a new ` +
      'home or database, or replace everything that is there with --force.',
  );
}

async function write(file: string, replacement: Replacement, blobs: BlobStore, onBytes: (bytes: number) => void): Promise<void> {
  let open: { table: string; sink: Writable } | undefined;
  const closeTable = async () => {
    if (open === undefined) return;
    open.sink.end();
    await finished(open.sink);
    open = undefined;
  };
  for await (const { place, content, sizeBytes } of readEntries(file)) {
    if (place.kind === 'rows') {
      if (open?.table !== place.table) {
        await closeTable();
        open = { table: place.table, sink: openTable(replacement, place.table) };
      }
      await pour(content, open.sink);
    } else {
      await closeTable();
      if (place.kind === 'artifact') await blobs.write(place.path, content);
    }
    onBytes(sizeBytes);
  }
  await closeTable();
}

function openTable(replacement: Replacement, name: string): Writable {
  const table = replacement.tables.find((each) => each.name === name);
  if (table === undefined) throw broken(`it holds rows of a table ${name}, which this version does not have`);
  return replacement.write(table);
}

/** Passes a piece on without ending the sink, waiting whenever Postgres is behind. */
async function pour(content: Readable, sink: Writable): Promise<void> {
  const failure = new Promise<never>((_resolve, reject) => {
    sink.once('error', reject);
  });
  failure.catch(() => undefined);
  for await (const chunk of content as AsyncIterable<Buffer>) {
    if (sink.errored) throw sink.errored;
    if (!sink.write(chunk)) await Promise.race([once(sink, 'drain'), failure]);
  }
}

/** The target was empty before, so whatever the backup brought goes. */
async function takeAway(file: string, blobs: BlobStore): Promise<void> {
  for await (const { place } of readEntries(file)) {
    if (place.kind === 'artifact') await blobs.delete(place.path);
  }
}
