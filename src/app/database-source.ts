import type { Logger } from 'pino';
import { BridgeError } from '../model/errors.ts';
import { type Database, openDatabase } from '../store/database.ts';
import type { StorageConfig } from './config.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts';

/** The database of a configuration, reachable. */
export interface DatabaseSource {
  /** Holds a password. */
  url: string;
  db: ReturnType<typeof openDatabase>;
  /** Where it lies, in words for a person, without a secret. */
  description: string;
  /** Closes all connections; the embedded Postgres stops when nobody else uses it. */
  close(): Promise<void>;
}

const OLDEST = 15;

/**
 * Reaches the Postgres of a configuration: the outside one, or the embedded one, which is started or joined.
 * @throws unavailable when the outside one cannot be reached, not_supported when it is too old
 */
export async function openDatabaseSource(
  config: StorageConfig,
  log: Logger,
  options: { connections: number },
): Promise<DatabaseSource> {
  const embedded = config.databaseUrl === undefined ? await startEmbeddedPostgres({ home: config.home, log }) : undefined;
  const url = embedded?.url ?? config.databaseUrl ?? '';
  const db = openDatabase(url, options);
  const close = async () => {
    await db.close();
    await embedded?.stop();
  };
  try {
    await refuseOld(db);
  } catch (error) {
    await close();
    throw config.databaseUrl === undefined ? error : explain(error, config.databaseUrl);
  }
  return { url, db, description: embedded ? describeEmbedded(embedded) : describeUrl(url), close };
}

async function refuseOld(db: Database): Promise<void> {
  const { rows } = await db.query<{ version: string }>({ text: `select current_setting('server_version') as version` });
  const version = rows[0]?.version ?? '';
  if (Number.parseInt(version, 10) >= OLDEST) return;
  throw new BridgeError('not_supported', `The database is Postgres ${version}; trackbridge needs ${OLDEST} or newer.`);
}

function explain(error: unknown, url: string): unknown {
  if (error instanceof BridgeError && error.code !== 'unavailable') return error;
  const cause = error instanceof BridgeError ? error.cause : error;
  const reason = cause instanceof Error ? cause.message || ('code' in cause ? String(cause.code) : '') : '';
  return new BridgeError('unavailable', `The Postgres at ${describeUrl(url)} cannot be used: ${reason}`, { cause: error });
}

function describeEmbedded({ folder, account }: EmbeddedPostgres): string {
  return `${folder} (embedded Postgres${account ? `, run as user ${account}` : ''})`;
}

/** Host, port and name; whoever reads a terminal or a log need not know the user and must not know the password. */
function describeUrl(url: string): string {
  if (!URL.canParse(url)) return 'the given address';
  const { hostname, port, pathname } = new URL(url);
  return `${hostname || 'localhost'}:${port || '5432'}${pathname}`;
}
