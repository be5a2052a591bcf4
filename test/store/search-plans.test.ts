import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { parseRunFilter } from '../../adapters/mlflow/filter/run-filter.ts';
import { parseRunOrder } from '../../adapters/mlflow/filter/run-order.ts';
import { allOf, type Find } from '../../src/model/find.ts';
import type { RunQuery } from '../../src/model/query.ts';
import { everything } from '../../src/model/reach.ts';
import { DEFAULT_WORKSPACE_ID } from '../../src/model/workspace.ts';
import { KeyIds } from '../../src/store/keys.ts';
import { insertProject } from '../../src/store/projects.ts';
import { findRunRecords } from '../../src/store/run-records.ts';
import type { RunFindField } from '../../src/store/search/run-fields.ts';
import { searchRuns } from '../../src/store/search/runs.ts';
import { type Explained, explainWork, openPlanned } from '../support/explain.ts';
import { newId } from '../support/new-id.ts';

const everywhere = { workspaceId: DEFAULT_WORKSPACE_ID, reach: everything };

const RUNS = 20_000;

/** What hot searches cost among 20,000 runs of 20 params, 10 metrics and 3 tags, in pages of the database, and how they get there. */
describe('a search among 20,000 runs', async () => {
  const db = await openPlanned();
  let experimentId = 0n;

  before(async () => {
    const draft = { name: 'p', tags: [], workspaceId: DEFAULT_WORKSPACE_ID, uuid: newId(), rootPrefix: 'r:', userId: null };
    const project = await insertProject(db, { ...draft, now: new Date() });
    experimentId = project.experimentId;
    const fill = [
      `insert into keys (key) select 'm' || n from generate_series(0, 9) n
        union all select 'p' || n from generate_series(0, 19) n union all select 't' || n from generate_series(0, 2) n`,
      `insert into runs (uuid, project_id, origin, name, status, status_changed_at, created_at, changed_at, started_ms, ended_ms, artifact_root)
        select gen_random_uuid(), ${project.projectId}, 'mlflow', 'run' || n, 'completed', now(), now(), now(), n, n + 10, 'r'
        from generate_series(1, ${RUNS}) n`,
      `insert into params (run_id, key_id, project_id, value)
        select run_id, key_id, project_id, 'v' || (started_ms + n) % (10 * (n + 1))
        from runs, generate_series(0, 19) n join keys on key = 'p' || n`,
      `insert into tags (run_id, key_id, project_id, value)
        select run_id, key_id, project_id, started_ms % 10 from runs, generate_series(0, 2) n join keys on key = 't' || n`,
      `insert into series (run_id, key_id, project_id, count, last_step, last_timestamp_ms, last_value, min_value, min_step,
          max_value, max_step, first_value, first_step, first_timestamp_ms, in_order)
        select run_id, key_id, project_id, 1, 1, 1, v, v, 1, v, 1, v, 1, 1, true
        from runs, generate_series(0, 9) n join keys on key = 'm' || n,
          lateral (select (started_ms * 7919 + n * 104729) % 10007 / 10007.0::float8 as v) x`,
      'vacuum analyze',
    ];
    for (const text of fill) await db.query({ text });
  });

  const queryOf = (filter: string, order: string[], rest: Partial<RunQuery> = {}): RunQuery => ({
    experimentIds: [experimentId],
    view: 'active',
    conditions: parseRunFilter(filter),
    order: parseRunOrder(order),
    limit: 100,
    ...rest,
  });

  const explain = async (query: RunQuery): Promise<Explained & { next: string | undefined }> => {
    const { result, ...explained } = await explainWork(db, (watched) => searchRuns(watched, everywhere, query));
    return { ...explained, next: result.next };
  };

  const hot: readonly { title: string; filter: string; order: string[]; index: string; pages: number }[] = [
    { title: 'the newest runs', filter: '', order: [], index: 'runs_newest_idx', pages: 400 },
    { title: 'the best runs', filter: '', order: ['metrics.m0 DESC'], index: 'series_value_idx', pages: 1200 },
    {
      title: 'the best runs above a value and with a param',
      filter: "metrics.m0 > 0.5 and params.p0 = 'v3'",
      order: ['metrics.m0 DESC'],
      index: 'series_value_idx',
      pages: 9000,
    },
    {
      title: 'runs with a rare param, by another metric',
      filter: "metrics.m0 < 0.95 and params.p19 = 'v3'",
      order: ['metrics.m3'],
      index: 'params_value_idx',
      pages: 2500,
    },
    {
      title: 'runs of two rare params',
      filter: "params.p19 = 'v3' and params.p18 = 'v2'",
      order: [],
      index: 'params_value_idx',
      pages: 1500,
    },
    { title: 'runs of a name', filter: "run_name = 'run77'", order: [], index: 'runs_name_idx', pages: 50 },
    { title: 'runs of a rare status', filter: "status = 'RUNNING'", order: [], index: 'runs_status_idx', pages: 50 },
    {
      title: 'runs ordered by a metric that nothing has',
      filter: '',
      order: ['metrics.none'],
      index: 'runs_newest_idx',
      pages: 400,
    },
  ];
  for (const { title, filter, order, index, pages } of hot) {
    test(`for ${title} follows ${index} and reads no table whole`, async () => {
      const plan = await explain(queryOf(filter, order));
      assert.ok(plan.indexes.includes(index), `used ${plan.indexes.join(', ')}`);
      assert.deepEqual(plan.scanned, []);
      assert.ok(plan.pages <= pages, `touched ${plan.pages} pages`);
    });
  }

  for (const order of [[], ['metrics.m0 DESC'], ['end_time', 'metrics.m0 DESC']]) {
    test(`ordered by ${order.join() || 'start time'} touches no more of the database for a late page than for the first`, async () => {
      const first = await explain(queryOf('', order));
      let after = first.next;
      for (let page = 2; page < 150; page += 1) {
        ({ next: after } = await searchRuns(db, everywhere, queryOf('', order, { ...(after && { after }) })));
      }
      assert.ok(after);
      const late = await explain(queryOf('', order, { after }));
      assert.ok(late.pages <= first.pages * 1.5, `${late.pages} pages after ${first.pages}`);
    });
  }

  const listed: readonly { title: string; query: Partial<Find<RunFindField>>; index: string; pages: number }[] = [
    {
      title: 'updated last',
      query: { order: [{ field: { name: 'updated' }, descending: true }] },
      index: 'runs_updated_idx',
      pages: 900,
    },
    {
      title: 'started last',
      query: { order: [{ field: { name: 'started' }, descending: true }] },
      index: 'runs_newest_idx',
      pages: 900,
    },
    {
      title: 'of a name',
      query: { where: { field: { name: 'name' }, test: { is: 'matching', pattern: '^run77$' } } },
      index: 'runs_name_idx',
      pages: 50,
    },
    {
      title: 'whose name begins so',
      query: { where: { field: { name: 'name' }, test: { is: 'matching', pattern: '^run1999\\d' } } },
      index: 'runs_name_idx',
      pages: 200,
    },
  ];
  for (const { title, query, index, pages } of listed) {
    test(`for records of a project's runs ${title} follows ${index} and reads no table whole`, async () => {
      const { rows } = await db.query<{ uuid: string }>({
        text: `select replace(uuid::text, '-', '') as uuid from projects where experiment_id = $1`,
        values: [experimentId],
      });
      const inProject: Find<RunFindField>['where'] = {
        field: { name: 'project' },
        test: { is: 'one of', values: [rows[0]?.uuid ?? ''] },
      };
      const where = allOf([inProject, ...(query.where ? [query.where] : [])]);
      const plan = await explainWork(db, (watched) =>
        findRunRecords(
          watched,
          { ...everywhere, keys: new KeyIds(db) },
          { order: [], ...query, where, limit: 100 },
          { parts: [] },
        ),
      );
      assert.ok(plan.result.found.length > 0);
      assert.ok(plan.indexes.includes(index), `used ${plan.indexes.join(', ')}`);
      assert.deepEqual(plan.scanned, []);
      assert.ok(plan.pages <= pages, `touched ${plan.pages} pages`);
    });
  }
});
