import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { deleteDatasetsOf, moveEvaluation } from '../../src/store/evaluation-contents.ts';
import { startApp } from '../support/app.ts';
import type { Json } from '../support/json.ts';

const { http, db } = await startApp();
const at = '/api/3.0/mlflow';

async function post(path: string, body: object): Promise<Json> {
  return (await http.post(path).send(body).expect(200)).body;
}

/** An experiment with something of everything that is evaluated; its decimal id and its short one. */
async function filled(name: string): Promise<{ experiment_id: string; projectId: number; dataset: string }> {
  const { experiment_id } = await post('/api/2.0/mlflow/experiments/create', { name });
  const { dataset } = await post(`${at}/datasets/create`, { name: 'd', experiment_ids: [experiment_id] });
  await post(`${at}/scorers/register`, { experiment_id, name: 's', serialized_scorer: '{}' });
  await http.get(`${at}/label-schemas/list`).query({ experiment_id }).expect(200);
  await post(`${at}/label-schemas/create`, { experiment_id, name: 'q', type: 'FEEDBACK', input: { text: {} } });
  await post(`${at}/review-queues/create`, { experiment_id, name: 'Q', queue_type: 'CUSTOM' });
  await post(`${at}/review-queues/get-or-create-user`, { experiment_id, user: 'ann' });
  const { rows } = await db.query<{ project_id: number }>({
    text: 'select project_id from projects where experiment_id = $1',
    values: [experiment_id],
  });
  return { experiment_id, projectId: rows[0]?.project_id ?? 0, dataset: dataset.dataset_id };
}

describe('what is evaluated in projects', () => {
  let kept: Awaited<ReturnType<typeof filled>>;
  let moved: Awaited<ReturnType<typeof filled>>[];
  before(async () => {
    kept = await filled('kept');
    moved = [await filled('moved'), await filled('moved too')];
  });

  it('moves with them, and nothing is merged or lost', async () => {
    await moveEvaluation(
      db,
      moved.map(({ projectId }) => projectId),
      kept.projectId,
    );
    const { experiment_id } = kept;
    const read = async (path: string) => (await http.get(`${at}/${path}`).query({ experiment_id }).expect(200)).body;
    const shapes = (list: Json[], key: string) => list.map((one) => one[key].replace(/ \[.*\]$/, ' [id]')).toSorted();
    assert.deepEqual(shapes((await read('scorers/list')).scorers, 'scorer_name'), ['s', 's [id]', 's [id]']);
    const { label_schemas } = await read('label-schemas/list');
    assert.deepEqual(shapes(label_schemas, 'name'), ['Feedback', 'q', 'q [id]', 'q [id]']);
    const { review_queues } = await read('review-queues/list');
    assert.deepEqual(shapes(review_queues, 'name'), ['Q', 'Q [id]', 'Q [id]', 'ann', 'ann [id]', 'ann [id]']);
    assert.equal(review_queues.filter((one: Json) => one.queue_type === 'USER').length, 1);
    const found = await post(`${at}/datasets/search`, { experiment_ids: [experiment_id] });
    assert.equal(found.datasets.length, 3);
    const again = await post(`${at}/review-queues/get-or-create-user`, { experiment_id, user: 'ann' });
    assert.equal(again.review_queue.name, 'ann');
  });

  it('goes with them, except datasets that belong to other projects too', async () => {
    const alone = await filled('alone');
    const { dataset } = await post(`${at}/datasets/create`, {
      name: 'shared',
      experiment_ids: [alone.experiment_id, kept.experiment_id],
    });
    await deleteDatasetsOf(db, [alone.projectId]);
    await db.query({ text: 'delete from projects where project_id = $1', values: [alone.projectId] });
    await http.get(`${at}/datasets/${alone.dataset}`).expect(404);
    await http.get(`${at}/datasets/${dataset.dataset_id}`).expect(200);
    for (const table of ['scorers', 'label_schemas', 'review_queues']) {
      const { rowCount } = await db.query({ text: `select from ${table} where project_id = $1`, values: [alone.projectId] });
      assert.equal(rowCount, 0, table);
    }
  });
});
