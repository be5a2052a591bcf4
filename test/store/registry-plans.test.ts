import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { parseRegisteredModelFilter, parseRegisteredModelOrder } from '../../adapters/mlflow/filter/registered-model-filter.ts';
import { parseVersionFilter, parseVersionOrder } from '../../adapters/mlflow/filter/version-filter.ts';
import { DEFAULT_WORKSPACE_ID } from '../../src/model/workspace.ts';
import type { Database } from '../../src/store/database.ts';
import { searchRegisteredModels } from '../../src/store/search/registered-models.ts';
import { searchVersions } from '../../src/store/search/versions.ts';
import { explainWork, openPlanned } from '../support/explain.ts';

const MODELS = 10_000;
const whole = { workspaceId: DEFAULT_WORKSPACE_ID, scope: 'all' } as const;

const findModels = (filter: string, order: string[], limit: number, after?: string) => (db: Database) =>
  searchRegisteredModels(db, whole, {
    ...parseRegisteredModelFilter(filter),
    order: parseRegisteredModelOrder(order),
    limit,
    ...(after && { after }),
  });
const findVersions = (filter: string, order: string[], limit: number) => (db: Database) =>
  searchVersions(db, whole, { ...parseVersionFilter(filter), order: parseVersionOrder(order), limit });

/** What a search of either kind finds. */
interface Found {
  models?: readonly unknown[];
  versions?: readonly unknown[];
}

/** What searches cost among 10,000 registered models of three versions, two tags and an alias, one of them of 20,000 versions. */
describe('a search of the registry', async () => {
  const db = await openPlanned();

  before(async () => {
    const fill = [
      `insert into registered_models (workspace_id, name, is_prompt, created_at, changed_at, last_version)
        select '${DEFAULT_WORKSPACE_ID}', 'model-' || lpad(n::text, 6, '0'), n % 10 = 9, now(), now() + n * interval '1 ms', 3
        from generate_series(0, ${MODELS - 1}) n`,
      `insert into registered_model_tags (registered_model_id, key, value)
        select registered_model_id, key, case key when 'team' then 't' || registered_model_id % 20 else 'sklearn' end
        from registered_models, unnest(array['team', 'framework']) as key`,
      `insert into model_versions (registered_model_id, version, run, source, stage, status, created_at, changed_at)
        select registered_model_id, v, 'run' || registered_model_id, 's3://m/' || name, case v when 2 then 'Production' else 'None' end,
          'ready', created_at, changed_at
        from registered_models, lateral generate_series(1, case name when 'model-000001' then 20000 else 3 end) v`,
      `insert into registered_model_aliases (registered_model_id, alias, version) select registered_model_id, 'best', 2 from registered_models`,
      `insert into model_version_tags (registered_model_id, version, key, value)
        select registered_model_id, version, 'seen', 'yes' from model_versions where version <= 3`,
      'vacuum analyze',
    ];
    for (const text of fill) await db.query({ text });
  });

  const hot = [
    { title: 'models by name', find: findModels('', [], 100), found: 100, index: 'registered_models_models_idx', pages: 3000 },
    {
      title: 'models changed last',
      find: findModels('', ['timestamp DESC'], 25),
      found: 25,
      index: 'registered_models_changed_at_idx',
      pages: 800,
    },
    {
      title: 'models of a team with a part of a name',
      find: findModels("name ILIKE '%0%' AND tags.team = 't7'", [], 100),
      found: 100,
      index: 'registered_model_tags_key_idx',
      pages: 5000,
    },
    {
      title: 'models with a tag that all have',
      find: findModels("tags.framework = 'sklearn'", ['timestamp DESC'], 25),
      found: 25,
      index: 'registered_models_changed_at_idx',
      pages: 900,
    },
    {
      title: 'versions changed last',
      find: findVersions('', [], 100),
      found: 100,
      index: 'model_versions_changed_at_idx',
      pages: 600,
    },
    {
      title: 'versions of a run',
      find: findVersions("run_id = 'run77'", [], 100),
      found: 3,
      index: 'model_versions_run_idx',
      pages: 40,
    },
    {
      title: 'versions of a model',
      find: findVersions("name = 'model-000077'", [], 100),
      found: 3,
      index: 'registered_models_name_key',
      pages: 40,
    },
  ] as const;
  for (const { title, find, found, index, pages } of hot) {
    test(`for ${title} is one statement, follows ${index} and reads no table whole`, async () => {
      const plan = await explainWork<Found>(db, find);
      assert.equal(plan.statements, 1);
      assert.equal((plan.result.models ?? plan.result.versions)?.length, found);
      assert.ok(plan.indexes.includes(index), `used ${plan.indexes.join(', ')}`);
      assert.deepEqual(plan.scanned, []);
      assert.ok(plan.pages <= pages, `touched ${plan.pages} pages`);
    });
  }

  test('touches no more of the database for a late page of models than for the first', async () => {
    const first = await explainWork(db, findModels('', [], 100));
    let { next } = first.result;
    for (let page = 2; page < 85; page += 1) ({ next } = await findModels('', [], 100, next)(db));
    assert.ok(next);
    const late = await explainWork(db, findModels('', [], 100, next));
    assert.ok(late.pages <= first.pages * 1.2, `${late.pages} pages after ${first.pages}`);
  });

  test('touches no more of the database for a model of 20,000 versions than for one of three', async () => {
    const [many, few] = await Promise.all(
      ['model-000001', 'model-000002'].map((name) => explainWork(db, findModels(`name = '${name}'`, [], 100))),
    );
    assert.deepEqual(
      many?.result.models[0]?.latest.map(({ version }) => version),
      [20_000, 2],
    );
    assert.ok(many.pages <= (few?.pages ?? 0) + 20, `${many.pages} pages beside ${few?.pages}`);
  });
});
