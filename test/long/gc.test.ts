import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pino } from 'pino';
import { openBaseContext, ownContext } from '../../src/app/base-context.ts';
import { readStorageConfig } from '../../src/app/config.ts';
import { collectGarbage } from '../../src/tracking/collect-garbage.ts';
import { startApp } from '../support/app.ts';

const MIB = 2 ** 20;
const app = await startApp();

describe('gc of a large record', () => {
  it('deletes 3 million points and 20,000 runs with less than 64 MiB more memory', async (t) => {
    await app.db.query({
      text: `insert into runs (uuid, project_id, origin, name, status, status_changed_at, archived, archived_at, created_at, changed_at,
          artifact_root)
        select id, project_id, 'mlflow', 'r', 'completed', now(), true, now(), now(), now(),
          'mlflow-artifacts:/0/' || replace(id::text, '-', '') || '/artifacts'
        from projects, lateral (select gen_random_uuid() as id, n from generate_series(1, 20000) n) ids`,
    });
    await app.db.query({
      text: `with first as (select run_id, project_id from runs order by run_id limit 1)
        insert into points select run_id, 1, n, n, n from first, generate_series(1, 2900000) n`,
    });
    await app.db.query({ text: 'insert into points select run_id, 2, n, n, n from runs, generate_series(1, 5) n' });
    const config = readStorageConfig({ artifactsDestination: app.artifacts }, {});
    const context = ownContext(await openBaseContext(config, app.db, pino({ level: 'silent' })));
    const before = process.memoryUsage().rss;
    let most = before;
    const report = await collectGarbage(context, new Date(), () => {
      most = Math.max(most, process.memoryUsage.rss());
    });
    t.diagnostic(`memory grew by ${((most - before) / MIB).toFixed(1)} MiB`);
    assert.deepEqual(report, { runs: 20_000, experiments: 0, models: 0, points: 3_000_000, files: 0, sizeBytes: 0 });
    assert.ok(most - before < 64 * MIB, `${(most - before) / MIB} MiB`);
  });
});
