import { Readable } from 'node:stream';
import { parseExact } from '../../../../src/bridge/exact-json.ts';
import type { Credentials, SideWorld } from '../../../../src/bridge/side.ts';
import { type WebAnswer, WebClient } from '../../../../src/bridge/web-client.ts';
import { parseExactJson, quoteNonFinite } from '../../../../src/http/lenient-json.ts';
import { BridgeError } from '../../../../src/model/errors.ts';
import { type Fields, objectIn, textIn, wholeIn } from '../items/fields.ts';

/** The version of the API whose answers are read here. */
const VERSION = 'v2.34';

interface CallOptions {
  /** False: not repeated after something that may have been carried out. */
  canRepeat?: boolean;
  /** Read for speed: only whole numbers beyond 2^53 are bigint. */
  isPlain?: boolean;
}

/** Calls of a ClearML server's API, with a login that is renewed when it ends. */
export class ClearmlApi {
  readonly #web: WebClient;
  readonly #credentials: Credentials;
  #token: string | undefined;

  constructor(base: string, { credentials, web, signal }: SideWorld) {
    this.#web = new WebClient({ ...web, base, signal });
    this.#credentials = credentials;
    this.#token = credentials.token;
  }

  /** What a session is proved by, for the files server too. @throws unauthenticated */
  async authorization(): Promise<string> {
    this.#token ??= await this.#login();
    return `Bearer ${this.#token}`;
  }

  /**
   * The data of an answer.
   * @throws unauthenticated, forbidden, unavailable; invalid with the answer's `code/subcode` as its reason for what was refused
   */
  async call(operation: string, body: unknown, options: CallOptions = {}): Promise<Fields> {
    const text = typeof body === 'string' ? body : JSON.stringify(body, wholeNumbers);
    const type = typeof body === 'string' ? 'application/json-lines' : 'application/json';
    const { canRepeat = true, isPlain = false } = options;
    const ask = async () =>
      this.#web.text({
        method: 'POST',
        path: `/${VERSION}/${operation}`,
        headers: { authorization: await this.authorization(), 'content-type': type },
        body: text,
        canRepeat,
      });
    let answer = await ask();
    if (answer.status === 401 && this.#credentials.accessKey !== undefined) {
      this.#token = undefined;
      answer = await ask();
    }
    return dataOf(operation, answer, isPlain);
  }

  close(): void {
    this.#web.close();
  }

  async #login(): Promise<string> {
    const { accessKey, secretKey } = this.#credentials;
    if (accessKey === undefined || secretKey === undefined) {
      throw new BridgeError('unauthenticated', 'A ClearML server is entered with a key pair, and none was given.');
    }
    const basic = Buffer.from(`${accessKey}:${secretKey}`).toString('base64');
    const headers = { authorization: `Basic ${basic}`, 'content-type': 'application/json' };
    const answer = await this.#web.text({ method: 'POST', path: `/${VERSION}/auth.login`, headers, body: '{}' });
    const token = textIn(dataOf('auth.login', answer, false), 'token');
    if (!token) throw new BridgeError('invalid', 'auth.login answered without a token.');
    return token;
  }
}

/** Whole numbers are written as they are, however large. */
function wholeNumbers(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? (JSON as typeof JSON & { rawJSON(text: string): unknown }).rawJSON(value.toString()) : value;
}

function parse(text: string, isPlain: boolean): unknown {
  const read = isPlain ? parseExactJson : parseExact;
  try {
    return read(text);
  } catch {
    // the original's writer puts bare NaN and Infinity into its JSON
    return read(quoteNonFinite(text));
  }
}

function dataOf(operation: string, { status, text }: { status: number; text: string }, isPlain: boolean): Fields {
  let answer: Fields;
  try {
    answer = parse(text, isPlain) as Fields;
  } catch (cause) {
    throw new BridgeError(status === 401 ? 'unauthenticated' : 'invalid', notClearml(operation, status), { cause });
  }
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) {
    throw new BridgeError('invalid', notClearml(operation, status));
  }
  const meta = objectIn(answer, 'meta');
  const code = Number(meta['result_code'] ?? status);
  if (code === 200) return objectIn(answer, 'data');
  const subcode = Number(meta['result_subcode'] ?? 0);
  const message = `${operation} was answered with ${code}/${subcode}: ${textIn(meta, 'result_msg') ?? ''}`;
  // what may not be written is one thing; a role that may not call at all is the end
  const isForbidden = code === 403 && subcode !== 21;
  const kind = code === 401 ? 'unauthenticated' : isForbidden ? 'forbidden' : code >= 500 ? 'unavailable' : 'invalid';
  throw new BridgeError(kind, message, { reason: `${code}/${subcode}` });
}

function notClearml(operation: string, status: number): string {
  return `${operation} was answered with status ${status} and something that is no answer of ClearML's API.`;
}

/** Whether a call was refused for what it named or said. */
export function isRefused(error: unknown): error is BridgeError {
  return error instanceof BridgeError && error.code === 'invalid';
}

/** The number in an answer; 0 when there is none. */
export function countIn(answer: Fields, name: string): number {
  return Number(wholeIn(answer, name) ?? 0n);
}

/** Files of a ClearML deployment. */
export class ClearmlFiles {
  readonly #web: WebClient;
  readonly #api: ClearmlApi;

  constructor(base: string, api: ClearmlApi, { web, signal }: SideWorld) {
    this.#web = new WebClient({ ...web, base, signal });
    this.#api = api;
  }

  /** @throws not_found, unavailable */
  async open(path: string): Promise<Readable> {
    const quoted = path.split('/').map(encodeURIComponent).join('/');
    const answer = await this.#send({ method: 'GET', path: `/${quoted}` });
    if (answer.status === 200) return answer.body;
    answer.body.resume();
    const code = answer.status === 404 ? 'not_found' : 'invalid';
    throw new BridgeError(code, `The files server answered ${answer.status} for ${path}.`);
  }

  /** Puts one file. @param open its bytes, again for each try */
  async put(path: string, sizeBytes: number, open: () => Readable): Promise<void> {
    const boundary = `trackbridge-${crypto.randomUUID()}`;
    const name = path.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
    const head = Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="${name}"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`,
    );
    const tail = Buffer.from(`\r\n--${boundary}--\r\n`);
    const answer = await this.#send({
      method: 'POST',
      path: '/',
      headers: {
        'content-type': `multipart/form-data; boundary=${boundary}`,
        'content-length': String(head.length + sizeBytes + tail.length),
      },
      body: async () =>
        Readable.from(
          (async function* () {
            yield head;
            yield* open();
            yield tail;
          })(),
        ),
    });
    answer.body.resume();
    if (answer.status !== 200) throw new BridgeError('invalid', `The files server answered ${answer.status} for ${path}.`);
  }

  close(): void {
    this.#web.close();
  }

  async #send(request: Parameters<WebClient['send']>[0]): Promise<WebAnswer> {
    const headers = { ...request.headers, authorization: await this.#api.authorization() };
    return this.#web.send({ ...request, headers });
  }
}
