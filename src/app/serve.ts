import { mkdir } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { migrate } from '../store/migrate.ts';
import { banner } from './banner.ts';
import type { Config } from './config.ts';
import { type DatabaseSource, openDatabaseSource } from './database-source.ts';
import { type Listener, listen } from './listener.ts';
import { announceServer } from './presence.ts';

/** The application over an open, migrated database. */
export interface Application {
  handler: RequestListener;
  /** Folder that MLflow's own pages are served from; undefined when they are not. */
  mlflowUi?: string | undefined;
  /** Sentences to show once at start, such as the first admin's password. */
  notices: readonly string[];
  /** The first key pair when it was made at this start, with its secret. */
  firstKeyPair?: { accessKey: string; secret: string };
  /** Ends what it began; called when the last request is answered. */
  close(): Promise<void>;
}

/** Builds the application; `compose.ts` has the real one. */
export type Compose = (config: Config, db: DatabaseSource['db'], log: Logger) => Promise<Application>;

/** A server that answers. */
export interface RunningServer {
  /** Port it listens on. */
  port: number;
  /** Text for the terminal: address, what clients need, where data lie. */
  banner: string;
  /** Lets running requests finish, then closes everything. */
  stop(): Promise<void>;
}

/** Connections to Postgres at most. The embedded one takes 100, of which commands and a second server need some. */
const CONNECTIONS = 20;
/** How long running requests may take once the server is to stop, in milliseconds. */
const GRACE_MS = 20_000;

/**
 * Starts everything: port, database, schema, application. What was begun is ended again when a later step fails.
 * @throws BridgeError with a sentence for the terminal
 */
export async function serve(config: Config, log: Logger, compose: Compose): Promise<RunningServer> {
  const endings: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (let end = endings.pop(); end; end = endings.pop()) await end();
  };
  try {
    const listeners = await listenEverywhere(config);
    const source = await openDatabaseSource(config, log, { connections: CONNECTIONS }).catch(async (error) => {
      await closeAll(listeners, 0);
      throw error;
    });
    endings.push(() => source.close());
    endings.push(() => closeAll(listeners, GRACE_MS));
    const migrated = await migrate(source.db, source.url);
    if (migrated.length > 0) log.info({ migrated }, 'the database was brought to the current schema');
    endings.splice(1, 0, await announceServer(source.url, log));
    await makeArtifactFolder(config);
    const application = await compose(config, source.db, log);
    endings.splice(2, 0, () => application.close());
    for (const { listener, prefix } of listeners) listener.use(withPathPrefix(prefix, application.handler));
    const { address } = listeners[0].listener;
    log.info({ address }, 'listening');
    const { mlflowUi, notices, firstKeyPair } = application;
    return {
      port: address.port,
      banner: banner(config, { address, database: source.description, mlflowUi, notices, firstKeyPair }),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

interface OpenPort {
  listener: Listener;
  /** Stands before every path that is asked for at this port. */
  prefix: string;
}

/** Binds the main port, first in the list, and those the configuration asks for beside it; all or none. */
async function listenEverywhere({ host, port, clearmlPorts }: Config): Promise<[OpenPort, ...OpenPort[]]> {
  const open: [OpenPort, ...OpenPort[]] = [{ listener: await listen(host, port), prefix: '' }];
  try {
    for (const beside of clearmlPorts ?? []) {
      const options = { flag: '--clearml-ports' };
      open.push({ listener: await listen(host, beside.port, options), prefix: beside.prefix });
    }
    return open;
  } catch (error) {
    await closeAll(open, 0);
    throw error;
  }
}

async function closeAll(open: readonly OpenPort[], graceMs: number): Promise<void> {
  await Promise.all(open.map(({ listener }) => listener.close(graceMs)));
}

function withPathPrefix(prefix: string, handler: RequestListener): RequestListener {
  if (prefix === '') return handler;
  return (request, response) => {
    request.url = prefix + (request.url ?? '/');
    handler(request, response);
  };
}

/** The home may be open to pass through (for the user Postgres runs as); its artifacts are nobody else's business. */
async function makeArtifactFolder(config: Config): Promise<void> {
  if (config.artifactsDestination !== join(config.home, 'artifacts')) return;
  await mkdir(config.artifactsDestination, { recursive: true, mode: 0o700 });
}
