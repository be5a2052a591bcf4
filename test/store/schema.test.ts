import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { it } from 'node:test';
import { schemaLines } from '../../src/store/compare-schema.ts';
import { openDatabase } from '../../src/store/database.ts';
import { cloneDatabase } from '../support/database.ts';

const file = new URL('schema.txt', import.meta.url);
/** Set, the file is written anew, to be looked at and committed with the migration that changed it. */
const isRenewed = process.env['TRACKBRIDGE_RENEW_SCHEMA'] !== undefined;

const db = openDatabase(await cloneDatabase(), { connections: 1 });

it('the migrations make the schema that schema.txt shows (renew it: TRACKBRIDGE_RENEW_SCHEMA=1 npm test -- test/store/schema.test.ts)', async (t) => {
  t.after(() => db.close());
  const schema = `${(await schemaLines(db)).join('\n')}\n`;
  if (isRenewed) await writeFile(file, schema);
  assert.equal(schema, await readFile(file, 'utf8'));
});
