import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { SideWorld } from '../../../../src/bridge/side.ts';
import { BridgeError, invalid, show } from '../../../../src/model/errors.ts';
import { sqlitePath } from '../database/open.ts';
import { readServerAddress } from '../database/server-address.ts';
import { schemaStatements } from './ddl.ts';
import type { Writer } from './writer.ts';

/** Opens a database for writing. @throws invalid, unavailable, unauthenticated */
export async function openWriter(address: string, world: SideWorld): Promise<Writer> {
  const path = sqlitePath(address);
  if (path !== undefined) {
    await mkdir(dirname(path), { recursive: true });
    const { openSqliteWriter } = await import('./sqlite-writer.ts');
    return openSqliteWriter(path);
  }
  const url = URL.parse(address);
  if (!url || !/^postgres(ql)?(\+[a-z\d]+)?:$/i.test(url.protocol)) {
    throw invalid('address', `${show(address.split('@').at(-1))} is neither sqlite:///path nor postgresql://host/database.`);
  }
  const { openPostgresWriter } = await import('./postgres-writer.ts');
  return openPostgresWriter(await readServerAddress(url, 'postgresql', world));
}

/** How a database says that it was made here: a number in SQLite's header, a comment in Postgres. */
const MARK = 'made by trackbridge';
const MARK_NUMBER = 0x74_72_62_67;

const tableNames = {
  SQLite: "select name from sqlite_master where type = 'table'",
  Postgres: 'select table_name as name from information_schema.tables where table_schema = current_schema()',
} as const;

const readMark = {
  SQLite: `select application_id = ${MARK_NUMBER} as mark from pragma_application_id`,
  Postgres: `select (obj_description(to_regclass('alembic_version'), 'pg_class') = '${MARK}')::int as mark`,
} as const;

const writeMark = {
  SQLite: `pragma application_id = ${MARK_NUMBER}`,
  Postgres: `comment on table alembic_version is '${MARK}'`,
} as const;

/**
 * Makes the tables in an empty database. One that a transfer made before stays as it is.
 * @throws already_exists for any other
 */
export async function prepareDatabase(writer: Writer, shown: string): Promise<void> {
  const { dialect } = writer;
  if ((await writer.rows(tableNames[dialect])).length === 0) {
    await writer.take();
    await writer.transaction(async () => {
      for (const statement of schemaStatements(dialect)) await writer.run(statement);
      await writer.run(writeMark[dialect]);
    });
    return;
  }
  const [row] = await writer.rows(readMark[dialect]);
  if (Number(row?.['mark'] ?? 0) === 1) return writer.take();
  throw new BridgeError('already_exists', `The database ${shown} is not empty, and no transfer made it.`, { field: 'address' });
}
