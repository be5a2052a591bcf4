import type { Readable } from 'node:stream';
import type { SideWorld } from '../../../src/bridge/side.ts';
import { WebClient } from '../../../src/bridge/web-client.ts';
import { joinArtifactPath } from '../../../src/model/artifact-path.ts';
import { BridgeError, show } from '../../../src/model/errors.ts';

/** Where an MLflow server hands out files. */
const FILES = '/api/2.0/mlflow-artifacts/artifacts';

/** One entry of a listing. */
interface Listed {
  path?: string;
  is_dir?: boolean;
  file_size?: number | string;
}

function isName(name: string): boolean {
  return name !== '' && name !== '.' && name !== '..';
}

/** Files that an MLflow server keeps for its clients. */
export class ProxiedArtifacts {
  readonly #client: WebClient;

  /** @param base the server, or the address below which it hands out files */
  constructor(base: string, { web, credentials, signal }: SideWorld) {
    const url = new URL(base.replace(/\/+$/, ''));
    url.username = '';
    url.password = '';
    const prefix = url.pathname.replace(/\/+$/, '');
    url.pathname = prefix.includes(FILES) ? prefix : prefix + FILES;
    const headers: Record<string, string> = credentials.token ? { authorization: `Bearer ${credentials.token}` } : {};
    this.#client = new WebClient({ ...web, base: url.href, headers, signal });
  }

  /** Every file below a folder. */
  async *walk(folder: string, below = ''): AsyncGenerator<{ path: string; sizeBytes: number | null }> {
    const query = { path: joinArtifactPath(folder, below) };
    const { status, text } = await this.#client.text({ method: 'GET', path: '', query });
    if (status === 404) return;
    if (status !== 200) throw new BridgeError('unavailable', `The files of ${show(folder)} cannot be listed: status ${status}.`);
    for (const { path = '', is_dir, file_size } of (JSON.parse(text) as { files?: Listed[] }).files ?? []) {
      const name = path.split('/').at(-1) ?? '';
      if (!isName(name)) throw new BridgeError('invalid', `The server lists ${show(path)}, which is no name of a file.`);
      const file = joinArtifactPath(below, name);
      if (is_dir) yield* this.walk(folder, file);
      else yield { path: file, sizeBytes: file_size === undefined ? null : Number(file_size) };
    }
  }

  /** @throws not_found, unavailable */
  async read(path: string): Promise<Readable> {
    const quoted = path.split('/').map(encodeURIComponent).join('/');
    const { status, body } = await this.#client.send({ method: 'GET', path: `/${quoted}` });
    if (status === 200) return body;
    body.resume();
    throw new BridgeError(status === 404 ? 'not_found' : 'unavailable', `The file ${show(path)} answers with status ${status}.`);
  }

  close(): void {
    this.#client.close();
  }
}
