import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { parseExperimentFilter } from '../../adapters/mlflow/filter/experiment-filter.ts';
import { parseExperimentOrder } from '../../adapters/mlflow/filter/experiment-order.ts';
import { BridgeError } from '../../src/model/errors.ts';
import type { ProjectQuery } from '../../src/model/query.ts';
import { everything } from '../../src/model/reach.ts';
import { DEFAULT_WORKSPACE_ID } from '../../src/model/workspace.ts';
import { openDatabase } from '../../src/store/database.ts';
import { insertProject, setProjectArchived } from '../../src/store/projects.ts';
import { searchProjects } from '../../src/store/search/projects.ts';
import { cloneDatabase } from '../support/database.ts';
import { newId } from '../support/new-id.ts';

const everywhere = { workspaceId: DEFAULT_WORKSPACE_ID, reach: everything };

describe('a search of projects', async () => {
  const db = openDatabase(await cloneDatabase(), { connections: 2 });
  after(() => db.close());
  const firstMs = Date.UTC(2026, 0, 2, 3, 4, 5, 678);

  before(async () => {
    const draft = { workspaceId: DEFAULT_WORKSPACE_ID, rootPrefix: 'r:', userId: null };
    const tags: Record<string, { key: string; value: string }[]> = {
      b: [{ key: 'team', value: 'Red' }],
      c: [{ key: 'team', value: 'blue' }],
    };
    for (const [at, name] of ['a', 'b', 'c', 'Ä', 'x%'].entries()) {
      const now = new Date(firstMs + Math.floor(at / 2) * 10);
      const experimentId = BigInt(at + 10);
      const project = await insertProject(db, { ...draft, name, tags: tags[name] ?? [], uuid: newId(), now, experimentId });
      if (name === 'c') await setProjectArchived(db, project.projectId, true, new Date(firstMs + 1000));
    }
  });

  const queryOf = (filter: string, order: string[] = [], rest: Partial<ProjectQuery> = {}): ProjectQuery => ({
    view: 'active',
    conditions: parseExperimentFilter(filter),
    order: parseExperimentOrder(order),
    limit: 100,
    ...rest,
  });

  async function names(query: ProjectQuery): Promise<string> {
    const found: string[] = [];
    let page = await searchProjects(db, everywhere, query);
    found.push(...page.projects.map((project) => project.name));
    while (page.next !== undefined) {
      page = await searchProjects(db, everywhere, { ...query, after: page.next });
      found.push(...page.projects.map((project) => project.name));
    }
    return found.join(' ');
  }

  const cases: readonly [filter: string, order: string[], view: ProjectQuery['view'], found: string][] = [
    ['', [], 'active', 'x% Ä a b'],
    ['', [], 'all', 'x% c Ä a b'],
    ['', [], 'archived', 'c'],
    ['', ['name'], 'all', 'a b c x% Ä'],
    ['', ['name DESC'], 'all', 'Ä x% c b a'],
    ['', ['creation_time'], 'all', 'b a Ä c x%'],
    ['', ['last_update_time DESC', 'name'], 'all', 'c x% Ä a b'],
    ['', ['experiment_id'], 'all', 'a b c Ä x%'],
    ["name = 'a'", [], 'all', 'a'],
    ["name != 'a'", ['name'], 'all', 'b c x% Ä'],
    ["name LIKE '%\\%'", [], 'all', 'x%'],
    ["name ILIKE 'A'", [], 'all', 'a'],
    ["name ILIKE 'ä'", [], 'all', 'Ä'],
    ["experiment_id IN ('10', '99999999999999999999')", [], 'all', 'a'],
    ["experiment_id != '10'", ['name'], 'active', 'b x% Ä'],
    ["experiment_id NOT IN ('10', '11')", ['name'], 'all', 'c x% Ä'],
    [`creation_time = ${firstMs}`, ['name'], 'all', 'a b'],
    [`creation_time > ${firstMs}`, ['name'], 'all', 'c x% Ä'],
    ['creation_time < 99999999999999999999', ['name'], 'active', 'a b x% Ä'],
    ["tags.team = 'Red'", [], 'all', 'b'],
    ["tags.team != 'Red'", [], 'all', 'c'],
    ["tags.team ILIKE 'r%'", [], 'all', 'b'],
    ['tags.team IS NOT NULL', ['name'], 'all', 'b c'],
    ['tags.team IS NULL', ['name'], 'all', 'a x% Ä'],
    ["tags.none = 'x'", [], 'all', ''],
  ];
  for (const [filter, order, view, found] of cases) {
    test(`finds ${found || 'nothing'} for ${filter || 'no filter'} ordered by ${order.join() || 'default'} among ${view}`, async () => {
      assert.equal(await names(queryOf(filter, order, { view })), found);
      assert.equal(await names(queryOf(filter, order, { view, limit: 1 })), found, 'page by page');
    });
  }

  test('brings tags along and counts milliseconds as they were written', async () => {
    const { projects } = await searchProjects(db, everywhere, queryOf("name = 'b'"));
    assert.deepEqual(projects[0]?.tags, [{ key: 'team', value: 'Red' }]);
    assert.equal(projects[0]?.createdAt.getTime(), firstMs);
  });

  test('refuses a page token of another order', async () => {
    const { next } = await searchProjects(db, everywhere, queryOf('', ['name'], { limit: 1 }));
    assert.ok(next);
    await assert.rejects(
      searchProjects(db, everywhere, queryOf('', [], { after: next })),
      (error) => error instanceof BridgeError && error.field === 'page_token',
    );
  });
});
