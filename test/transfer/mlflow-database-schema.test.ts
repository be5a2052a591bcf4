import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { Client } from 'pg';
import { runOrThrow } from '../support/command.ts';
import { emptyDatabase } from '../support/database.ts';
import { newDatabases } from '../support/new-database.ts';
import { pythonVariable } from '../support/python-environments.ts';
import { temporaryFolder } from '../support/sides.ts';

type Found = Record<string, unknown>[];

/** Has the original make its tables. */
async function upgrade(storeUri: string): Promise<void> {
  await runOrThrow(process.env[pythonVariable('mlflow3')] ?? '', ['-m', 'mlflow', 'db', 'upgrade', storeUri]);
}

const sqliteTables = "from sqlite_master t, %s where t.type = 'table' and t.name not like 'sqlite_%' order by";

/** A SQLite database, question by question. Quotes of defaults and the order of words in checks are no difference. */
const sqliteQuestions: Readonly<Record<string, string>> = {
  columns: `select t.name as of, c.cid, c.name, c.type, c."notnull", trim(c.dflt_value, '''') as fallback, c.pk, c.hidden
    ${sqliteTables.replace('%s', 'pragma_table_xinfo(t.name) c')} t.name, c.cid`,
  references: `select t.name as of, f."from", f."table", f."to", f.on_delete, f.on_update
    ${sqliteTables.replace('%s', 'pragma_foreign_key_list(t.name) f')} t.name, f."table", f."from"`,
  indexes: `select t.name as of, iif(i.origin = 'c', i.name, '') as name, i."unique", i.origin, i.partial,
    (select group_concat(x.name || x."desc", ',') from pragma_index_xinfo(i.name) x where x.key) as columns
    ${sqliteTables.replace('%s', 'pragma_index_list(t.name) i')} t.name, i.origin, name, columns`,
  triggers: "select name, tbl_name from sqlite_master where type = 'trigger'",
  revision: 'select version_num from alembic_version',
  workspaces: 'select name from workspaces',
};

/** Names of constraints and what they check, as SQLite has them in the text of its tables alone. */
function constraintsOf(sql: string): string[] {
  const text = sql.toLowerCase().replace(/"/g, '').replace(/\s+/g, ' ');
  const named = [...text.matchAll(/constraint (\w+) (primary key|unique|foreign key|check)/g)].map(
    ([, name, kind]) => `${kind} ${name}`,
  );
  const checks = [...text.matchAll(/check ?\((\w+ in \([^)]*\))\)/g)].map(([, check]) => `${check}`);
  const made = [...text.matchAll(/generated always as \(([^)]*)\) (\w+)/g)].map(([, expression, how]) => `${expression} ${how}`);
  return [...named, ...checks, ...made].sort();
}

function describeSqlite(path: string): Record<string, Found> {
  const database = new DatabaseSync(path, { readOnly: true });
  const answers = Object.entries(sqliteQuestions).map(([name, sql]) => [name, database.prepare(sql).all() as Found]);
  const texts = database.prepare("select name, sql from sqlite_master where type = 'table' order by name").all();
  database.close();
  const constraints = texts.map(({ name, sql }) => ({ name, constraints: constraintsOf(String(sql)) }));
  return { ...Object.fromEntries(answers), constraints };
}

/** The names of what makes columns required differ by release; that they are is among the columns. */
const postgresQuestions: Readonly<Record<string, string>> = {
  columns: `select table_name, column_name, data_type, character_maximum_length, is_nullable, column_default,
    is_identity, identity_generation, is_generated, generation_expression
    from information_schema.columns where table_schema = 'public' order by table_name, ordinal_position`,
  constraints: `select conrelid::regclass::text as of, conname, pg_get_constraintdef(oid) as text
    from pg_constraint where connamespace = 'public'::regnamespace and contype <> 'n' order by 1, 2`,
  indexes: "select tablename, indexname, indexdef from pg_indexes where schemaname = 'public' order by 1, 2",
  triggers: 'select tgname, tgrelid::regclass::text as of, tgtype from pg_trigger where not tgisinternal',
  sequences: "select sequencename, data_type::text from pg_sequences where schemaname = 'public' order by 1",
  revision: 'select version_num from alembic_version',
  workspaces: 'select name from workspaces',
};

async function describePostgres(url: string): Promise<Record<string, Found>> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const found: Record<string, Found> = {};
    for (const [name, sql] of Object.entries(postgresQuestions)) found[name] = (await client.query(sql)).rows;
    return found;
  } finally {
    await client.end();
  }
}

test('A new SQLite database has the tables, columns, keys, checks and indexes that the original makes', async () => {
  const path = `${temporaryFolder()}/original.db`;
  await upgrade(`sqlite:///${path}`);
  const place = await newDatabases.SQLite();
  await (await place.open()).close();
  const made = describeSqlite(place.storeUri.replace('sqlite:///', ''));
  for (const [name, expected] of Object.entries(describeSqlite(path))) assert.deepEqual(made[name], expected, name);
});

test('A new Postgres database has the tables, columns, keys, checks and indexes that the original makes', async () => {
  const url = await emptyDatabase();
  await upgrade(url.replace(/^postgres(ql)?:/, 'postgresql+psycopg2:'));
  const place = await newDatabases.Postgres();
  await (await place.open()).close();
  const made = await describePostgres(place.address.replace(/\?.*$/, ''));
  for (const [name, expected] of Object.entries(await describePostgres(url))) assert.deepEqual(made[name], expected, name);
});
