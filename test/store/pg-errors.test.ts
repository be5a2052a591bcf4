import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { BridgeError } from '../../src/model/errors.ts';
import { openDatabase } from '../../src/store/database.ts';
import { upsertEvaluationTags } from '../../src/store/evaluation-datasets.ts';
import { cloneDatabase } from '../support/database.ts';

describe('a row whose owner was deleted in the meantime', async () => {
  const db = openDatabase(await cloneDatabase(), { connections: 1 });
  after(() => db.close());

  it('is refused by a code that no client tries again on', async () => {
    const isRefusal = (error: unknown) => error instanceof BridgeError && error.code === 'wrong_state';
    await assert.rejects(upsertEvaluationTags(db, 'd-gone', [{ key: 'a', value: 'b' }]), isRefusal);
  });
});
