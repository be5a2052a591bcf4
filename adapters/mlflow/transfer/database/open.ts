import { isAbsolute, resolve } from 'node:path';
import type { SideWorld } from '../../../../src/bridge/side.ts';
import { invalid, show } from '../../../../src/model/errors.ts';
import { readServerAddress } from './server-address.ts';
import { openSqlite } from './sqlite.ts';
import { Tables } from './tables.ts';

const sqlite = /^sqlite:(?:\/\/\/?)?/i;

/** The file that an address names: `sqlite:///relative`, `sqlite:////absolute` or a plain path. */
export function sqlitePath(address: string): string | undefined {
  if (!sqlite.test(address) && /^[a-z][a-z\d+.-]*:\/\//i.test(address)) return undefined;
  const path = address.replace(sqlite, '').replace(/\?.*$/s, '');
  return isAbsolute(path) ? path : resolve(path);
}

/** Opens a database of whatever kind. @throws invalid, unavailable, unauthenticated */
export async function openTables(address: string, world: SideWorld): Promise<Tables> {
  const path = sqlitePath(address);
  const dialect = path === undefined ? await openServer(address, world) : await openSqlite(path);
  try {
    return new Tables(dialect, await dialect.columns());
  } catch (error) {
    await dialect.close();
    throw error;
  }
}

async function openServer(address: string, world: SideWorld) {
  const url = URL.parse(address);
  const scheme = /^(postgres|postgresql|mysql|mariadb)(?:\+[a-z\d]+)?:$/i.exec(url?.protocol ?? '')?.[1]?.toLowerCase();
  if (!url || !scheme)
    throw invalid('address', `The address ${show(address.split('@').at(-1))} names no SQLite, Postgres or MySQL database.`);
  if (scheme.startsWith('postgres')) {
    const { openPostgres } = await import('./postgres.ts');
    return openPostgres(await readServerAddress(url, 'postgresql', world));
  }
  const { openMysql } = await import('./mysql.ts');
  return openMysql(await readServerAddress(url, 'mysql', world));
}
