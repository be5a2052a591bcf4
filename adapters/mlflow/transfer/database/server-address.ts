import type { LookupAddress } from 'node:dns';
import { lookup as systemLookup } from 'node:dns';
import { userInfo } from 'node:os';
import type { SideWorld } from '../../../../src/bridge/side.ts';
import { BridgeError, invalid } from '../../../../src/model/errors.ts';

/** Where a database server is and who reads from it. */
export interface DatabaseAddress {
  /** The host to connect to, checked where that is asked for. */
  host: string;
  port: number | undefined;
  user: string;
  password: string | undefined;
  database: string;
  /** Without the login. */
  identity: string;
  parameters: URLSearchParams;
}

/**
 * Reads an address of a database as SQLAlchemy and everybody else writes it: `postgresql://`, `mysql+pymysql://`, ...
 * @param scheme as `identity` shall have it
 */
export async function readServerAddress(url: URL, scheme: 'postgresql' | 'mysql', world: SideWorld): Promise<DatabaseAddress> {
  const { user, password } = world.credentials;
  const database = decodeURIComponent(url.pathname.slice(1));
  if (database === '') throw invalid('address', `The address ${scheme}://${url.host} names no database.`);
  const host = url.searchParams.get('host') ?? (decodeURIComponent(url.hostname) || 'localhost');
  const port = url.port || url.searchParams.get('port') || undefined;
  return {
    host: await checkedHost(host, world),
    port: port === undefined ? undefined : Number(port),
    user: user ?? (decodeURIComponent(url.username) || userInfo().username),
    password: password ?? (decodeURIComponent(url.password) || undefined),
    database,
    identity: `${scheme}://${host}${port === undefined ? '' : `:${port}`}/${database}`,
    parameters: url.searchParams,
  };
}

/** The host itself, or its checked address where hosts are to be looked up in a way of their own. */
async function checkedHost(host: string, { web }: SideWorld): Promise<string> {
  const lookup = web.lookup;
  if (!lookup || lookup === systemLookup) return host;
  return new Promise((resolve, reject) => {
    lookup(host, {}, (error, address: string | LookupAddress[]) => {
      const found = typeof address === 'string' ? address : address?.[0]?.address;
      if (error || !found) reject(failed('database', error));
      else resolve(found);
    });
  });
}

/** Codes by which Postgres and MySQL refuse a login. */
const refusals: ReadonlySet<string> = new Set(['28P01', '28000', 'ER_ACCESS_DENIED_ERROR', 'ER_DBACCESS_DENIED_ERROR']);

/** What went wrong with a server. */
export function failed(name: string, error: unknown): BridgeError {
  if (error instanceof BridgeError) return error;
  const { code = '', message = String(error) } = (error ?? {}) as { code?: string; message?: string };
  const isRefusal = refusals.has(code) || /password authentication|SCRAM|no password/i.test(message);
  return isRefusal
    ? new BridgeError('unauthenticated', `The ${name} server does not take this login.`, { cause: error })
    : new BridgeError('unavailable', `The ${name} server cannot be read: ${message || code}.`, { cause: error });
}
