import { mkdir } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { migrate } from '../store/migrate.ts';
import { banner } from './banner.ts';
import type { Config } from './config.ts';
import { type DatabaseSource, openDatabaseSource } from './database-source.ts';
import { listen } from './listener.ts';
import { announceServer } from './presence.ts';

/** The application over an open, migrated database. */
export interface Application {
  handler: RequestListener;
  /** Sentences to show once at start, such as the first admin's password. */
  notices: readonly string[];
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
    const listener = await listen(config.host, config.port);
    const source = await openDatabaseSource(config, log, { connections: CONNECTIONS }).catch(async (error) => {
      await listener.close(0);
      throw error;
    });
    endings.push(() => source.close());
    endings.push(() => listener.close(GRACE_MS));
    const migrated = await migrate(source.db, source.url);
    if (migrated.length > 0) log.info({ migrated }, 'the database was brought to the current schema');
    endings.splice(1, 0, await announceServer(source.url, log));
    await makeArtifactFolder(config);
    const application = await compose(config, source.db, log);
    endings.splice(2, 0, () => application.close());
    listener.use(application.handler);
    log.info({ address: listener.address }, 'listening');
    const { address } = listener;
    return {
      port: address.port,
      banner: banner(config, { address, database: source.description, notices: application.notices }),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The home may be open to pass through (for the user Postgres runs as); its artifacts are nobody else's business. */
async function makeArtifactFolder(config: Config): Promise<void> {
  if (config.artifactsDestination !== join(config.home, 'artifacts')) return;
  await mkdir(config.artifactsDestination, { recursive: true, mode: 0o700 });
}
