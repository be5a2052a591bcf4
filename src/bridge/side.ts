import type { Sink } from './sink.ts';
import type { Source } from './source.ts';
import type { WebClientOptions } from './web-client.ts';

/** A login for one side. It stays in memory: never in an address, a log, a report or the database. */
export interface Credentials {
  user?: string;
  password?: string;
  /** Sent as a bearer token. */
  token?: string;
  /** ClearML's key pair. */
  accessKey?: string;
  secretKey?: string;
}

/** What a side needs of the world around it. */
export interface SideWorld {
  credentials: Credentials;
  /** How servers are reached: freely from the command line, only at checked addresses for what was asked over HTTP. */
  web: Pick<WebClientOptions, 'lookup' | 'allows' | 'onWait'>;
  /**
   * Looks at a place that the history itself names before its files are read there: a local path, an `s3://` address. A history that
   * somebody uploaded must not lead to the files of this machine. Left out on the command line: all may be read.
   * @throws invalid
   */
  allowsPlace?: (place: string) => void;
  /** An empty folder of its own, which its caller takes away. */
  scratch: string;
  signal: AbortSignal;
}

/** Opens what an address names, for reading. @throws invalid when it is not what it should be, unavailable, unauthenticated */
export type OpenSource = (address: string, world: SideWorld) => Promise<Source>;

/** Opens what an address names, for writing. @throws invalid, unavailable, unauthenticated, already_exists where it must be new */
export type OpenSink = (address: string, world: SideWorld) => Promise<Sink>;
