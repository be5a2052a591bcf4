import { createHash } from 'node:crypto';
import type { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Pack, pack } from 'tar-stream';
import { BridgeError, show } from '../model/errors.ts';
import type { SequenceState } from '../store/snapshot.ts';
import { type ArchiveHead, END_NAME, type FileFacts, HEAD_NAME, MANIFEST_FILES } from './archive-format.ts';

/** Writes a backup file by file; see `archive-format.ts` for its form. */
export class ArchiveWriter {
  readonly #pack: Pack = pack();
  readonly #written: Promise<void>;
  #facts: FileFacts[] = [];
  #manifests = 0;
  #files = 0;
  #sizeBytes = 0;

  constructor(output: Writable) {
    this.#written = pipeline(this.#pack, output);
    // awaited by the first step that needs it; until then a failure is not unhandled
    this.#written.catch(() => undefined);
  }

  async begin(head: ArchiveHead): Promise<void> {
    await this.#put(HEAD_NAME, Buffer.from(`${JSON.stringify(head)}\n`));
  }

  /** Adds a file of known content. */
  async addBytes(name: string, bytes: Buffer): Promise<void> {
    await this.#put(name, bytes);
    await this.#record({ name, sizeBytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') });
  }

  /** Adds a file of known size. @throws wrong_state when the content turns out to be longer or shorter */
  async addStream(name: string, sizeBytes: number, content: Readable): Promise<void> {
    const hash = createHash('sha256');
    let seen = 0;
    const entry = this.#pack.entry({ name, size: sizeBytes, mode: 0o600 });
    await Promise.race([
      pipeline(
        content,
        async function* (chunks: AsyncIterable<Buffer>) {
          for await (const chunk of chunks) {
            hash.update(chunk);
            seen += chunk.length;
            if (seen > sizeBytes) throw changed(name);
            yield chunk;
          }
          if (seen < sizeBytes) throw changed(name);
        },
        entry,
      ),
      this.#failure(),
    ]);
    await this.#record({ name, sizeBytes, sha256: hash.digest('hex') });
  }

  /** Writes what is still to be written. @returns how much the backup holds */
  async finish(sequences: readonly SequenceState[]): Promise<{ files: number; sizeBytes: number }> {
    await this.#flushManifest();
    const total = { files: this.#files, sizeBytes: this.#sizeBytes };
    await this.#put(END_NAME, Buffer.from(`${JSON.stringify({ ...total, sequences })}\n`));
    this.#pack.finalize();
    await this.#written;
    return total;
  }

  /** Ends without a whole backup. */
  abort(): void {
    this.#pack.destroy();
  }

  async #record(facts: FileFacts): Promise<void> {
    this.#facts.push(facts);
    this.#files += 1;
    this.#sizeBytes += facts.sizeBytes;
    if (this.#facts.length >= MANIFEST_FILES) await this.#flushManifest();
  }

  async #flushManifest(): Promise<void> {
    if (this.#facts.length === 0) return;
    const lines = this.#facts.map((facts) => `${JSON.stringify(facts)}\n`).join('');
    this.#facts = [];
    await this.#put(`manifest/${String(this.#manifests).padStart(6, '0')}.jsonl`, Buffer.from(lines));
    this.#manifests += 1;
  }

  async #put(name: string, bytes: Buffer): Promise<void> {
    const entry = this.#pack.entry({ name, size: bytes.length, mode: 0o600 });
    await Promise.race([
      new Promise<void>((resolve, reject) => {
        entry.once('error', reject);
        entry.once('close', resolve);
        entry.end(bytes);
      }),
      this.#failure(),
    ]);
  }

  /** Never settles well: a full disk must not leave a step waiting for a reader that is gone. */
  #failure(): Promise<never> {
    return this.#written.then(() => new Promise<never>(() => undefined));
  }
}

function changed(name: string): BridgeError {
  return new BridgeError('wrong_state', `The file ${show(name)} changed while it was read; make the backup again.`);
}
