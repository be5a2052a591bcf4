import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { BridgeError, invalid, notFound, show } from '../model/errors.ts';

/** How an address names an upload. */
const UPLOAD = 'upload:';
/** How an address names a file that an export is to make here. */
const RESULT = 'result:';
const NAME = /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}$/;

/** What is kept under a name. */
export interface Upload {
  name: string;
  sizeBytes: number;
}

/**
 * The folder of what transfers asked for over HTTP may read and write on this machine: files that were uploaded, files that exports
 * made, and whatever the operator puts there.
 */
export class TransferFolder {
  readonly root: string;

  constructor(root: string) {
    this.root = resolve(root);
  }

  /** The path an address of a file stands for. @throws invalid for anything outside of the folder */
  pathOf(address: string): string {
    if (address.startsWith(UPLOAD)) return join(this.root, 'uploads', checkName(address.slice(UPLOAD.length)));
    if (address.startsWith(RESULT)) return join(this.root, 'results', checkName(address.slice(RESULT.length)));
    const path = resolve(this.root, address);
    if (path.startsWith(this.root + sep)) return path;
    throw invalid('address', `The path ${show(address)} lies outside of the folder for transfers of this server.`);
  }

  /** Keeps a file; one of that name is replaced once the new one is whole. */
  async put(name: string, content: Readable): Promise<Upload> {
    const path = this.pathOf(UPLOAD + name);
    const partial = `${path}.partial`;
    await mkdir(join(this.root, 'uploads'), { recursive: true, mode: 0o700 });
    try {
      await pipeline(content, createWriteStream(partial, { mode: 0o600 }));
      const { size } = await stat(partial);
      await rm(path, { recursive: true, force: true });
      await rename(partial, path);
      return { name, sizeBytes: size };
    } catch (error) {
      await rm(partial, { force: true });
      throw error;
    }
  }

  /** @throws not_found */
  async remove(name: string): Promise<Upload> {
    const path = this.pathOf(UPLOAD + name);
    const facts = await stat(path).catch(() => undefined);
    if (!facts) throw notFound('upload', name);
    await rm(path, { recursive: true });
    return { name, sizeBytes: facts.size };
  }
}

function checkName(name: string): string {
  if (NAME.test(name)) return name;
  throw new BridgeError('invalid', `The name ${show(name)} must be 1 to 100 letters, digits, dots, dashes and underlines.`, {
    field: 'name',
  });
}
