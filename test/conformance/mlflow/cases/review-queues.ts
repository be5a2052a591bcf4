import { type About, type Case, type Difference, get, inExperiment, post } from './case.ts';
import { dropsWrongType } from './differences.ts';

const at = (path: string) => `/api/3.0/mlflow/review-queues/${path}`;

const schema = post(
  '/api/3.0/mlflow/label-schemas/create',
  { experiment_id: '$experiment', name: 'question', type: 'FEEDBACK', input: { text: {} } },
  { keep: { schema: 'label_schema.schema_id' } },
);
const create = (more: Record<string, unknown> = {}, about: About = {}) =>
  post(
    at('create'),
    { experiment_id: '$experiment', name: 'Q', queue_type: 'CUSTOM', ...more },
    { keep: { queue: 'review_queue.queue_id' }, ...about },
  );
const ofUser = (more: Record<string, unknown> = {}) =>
  post(at('get-or-create-user'), { experiment_id: '$experiment', user: 'Fay', ...more });
const read = get(at('get?queue_id=$queue'));
const update = (more: Record<string, unknown>) => post(at('update'), { queue_id: '$queue', ...more });
const list = (query = '') => get(at(`list?experiment_id=$experiment${query}`));
const add = (more: Record<string, unknown>) => post(at('items/add'), { queue_id: '$queue', ...more });
const take = (more: Record<string, unknown>) => post(at('items/remove'), { queue_id: '$queue', ...more });
const items = (query = '') => get(at(`items/list?queue_id=$queue${query}`));
const set = (more: Record<string, unknown>) =>
  post(at('items/set-status'), { queue_id: '$queue', item_id: 'tr-review-1', ...more });

const trace = (trace_id: string, experiment_id = '$experiment') =>
  post('/api/3.0/mlflow/traces', {
    trace: {
      trace_info: {
        trace_id,
        trace_location: { type: 'MLFLOW_EXPERIMENT', mlflow_experiment: { experiment_id } },
        request_time: '2024-01-01T00:00:00Z',
        execution_duration: '1s',
        state: 'OK',
      },
    },
  });

const droppedList: Difference = { ...dropsWrongType, original: '200 {"review_queue"' };

/** Review queues, their items and how far these are. */
export const reviewQueues: readonly Case[] = [
  inExperiment('a review queue is made, read, found by name and deleted', [
    schema,
    create({ created_by: 'me', users: [' Ann ', 'ann', 'BOB'], schema_ids: ['$schema', ' $schema'] }),
    read,
    get(at('get-by-name?experiment_id=$experiment&name=q')),
    get(at('get-by-name?experiment_id=$experiment&name=%20q')),
    get(at('get-by-name?experiment_id=$experiment&name=zz'), { says: ['zz'] }),
    get(at('get-by-name?experiment_id=99999&name=q')),
    { send: 'DELETE /api/3.0/mlflow/label-schemas/delete', body: { schema_id: '$schema' } },
    read,
    post(at('delete'), { queue_id: '$queue' }),
    post(at('delete'), { queue_id: '$queue' }),
    read,
    get(at('get?queue_id=x'), { says: ['x'] }),
    get(at('get')),
    post(at('delete'), {}),
  ]),
  inExperiment('names of review queues differ in more than case', [
    create(),
    ...['q', ' q ', '', '  ', 'Default', 'x'.repeat(250), 'x'.repeat(251)].map((name) => create({ name }, { keep: {} })),
    create({ name: 'ÄÖ' }),
    create({ name: 'äö' }, { keep: {} }),
    create({ name: 'straße' }),
    create({ name: 'a', queue_type: null }),
    create({ name: 'a', queue_type: 'X' }),
    create({ name: 'a', queue_type: 2 }),
    create({ experiment_id: '99999' }),
    create({ experiment_id: 'abc' }),
    create({ experiment_id: 1 }),
  ]),
  inExperiment('a review queue has at most ten users and questions of its experiment', [
    ...[[''], ['x'.repeat(251)], [...'0123456789a'], [...'0123456789']].map((users, index) =>
      create({ name: `u${index}`, users }),
    ),
    ...[['nope'], ['x'.repeat(37)], ['']].map((schema_ids, index) => create({ name: `s${index}`, schema_ids })),
    create({ name: 'dropped', users: 'x' }, { differs: droppedList }),
  ]),
  inExperiment('the queue of a user is his alone', [
    schema,
    create({ name: ' Carl ', queue_type: 'USER' }),
    update({ name: 'x' }),
    update({}),
    create({ name: 'dora', queue_type: 'USER', users: ['DORA'] }),
    create({ name: 'eve', queue_type: 'USER', users: ['x'] }),
    create({ name: 'eve', queue_type: 'USER', schema_ids: ['$schema'] }),
    create({ name: 'default', queue_type: 'USER' }),
    create(),
    ofUser(),
    ofUser({ user: ' FAY' }),
    ofUser({ user: 'q' }),
    ofUser({ user: '' }),
    ofUser({ user: ' ' }),
    ofUser({ user: 'x'.repeat(251) }),
    ofUser({ experiment_id: '99999' }),
  ]),
  inExperiment('review queues are listed, newest first', [
    create({ name: 'a', users: ['ann'] }),
    create({ name: 'b' }),
    ofUser(),
    list(),
    ...['&user=ANN', '&user=', '&user=%20', '&item_id=x', '&item_id=', '&max_results=50000', '&page_token='].map(list),
    ...['&max_results=0', '&max_results=50001', '&max_results=x', '&page_token=abc'].map(list),
    { ...list('&max_results=2'), keep: { next: 'next_page_token' } },
    list('&max_results=2&page_token=$next'),
    get(at('list?experiment_id=99999')),
    get(at('list')),
  ]),
  inExperiment('a custom review queue is changed', [
    schema,
    create({ name: 'other' }),
    create({ users: ['ann'] }),
    update({}),
    update({ name: 'Q2' }),
    update({ name: 'q2' }),
    update({ name: 'OTHER' }),
    update({ name: '' }),
    update({ name: 'default' }),
    update({ users: ['z'] }),
    update({ update_users: true, users: ['Z', 'z'] }),
    update({ update_users: true }),
    update({ update_schema_ids: true, schema_ids: ['$schema'] }),
    update({ update_schema_ids: true, schema_ids: ['x'] }),
    update({ update_schema_ids: true }),
    update({ new_owner: ' Me ' }),
    update({ new_owner: '' }),
    update({ new_owner: 'x'.repeat(251) }),
    update({ queue_id: 'x' }),
    update({ update_users: true, users: [...'0123456789a'] }),
  ]),
  inExperiment('traces are put into a review queue and reviewed', [
    post('experiments/create', { name: 'another of reviews' }, { keep: { other: 'experiment_id' } }),
    schema,
    create({ users: ['ann'] }),
    trace('tr-review-1'),
    trace('tr-review-2'),
    trace('tr-review-3'),
    trace('tr-review-other', '$other'),
    add({ item_ids: ['tr-review-1', ' tr-review-1 ', 'tr-review-2'] }),
    add({ item_ids: ['tr-review-1', 'tr-review-3'], item_type: 'TRACE' }),
    add({ item_ids: ['x'] }),
    add({ item_ids: ['tr-review-other'] }),
    add({ item_ids: [] }),
    add({}),
    add({ item_ids: [''] }),
    add({ item_ids: ['x'.repeat(51)] }),
    add({ item_ids: ['tr-review-1'], item_type: 'X' }),
    add({ queue_id: 'x', item_ids: ['tr-review-1'] }),
    update({ update_schema_ids: true, schema_ids: ['$schema'] }),
    items(),
    items('&status=PENDING'),
    items('&status=COMPLETE'),
    items('&status=X'),
    { ...items('&max_results=2'), keep: { next: 'next_page_token' } },
    items('&max_results=2&page_token=$next'),
    items('&max_results=0'),
    items('&page_token=abc'),
    get(at('items/list?queue_id=x')),
    get(at('items/list')),
    list('&item_id=tr-review-1'),
    set({ status: 'COMPLETE' }),
    set({ status: 'COMPLETE', completed_by: '' }),
    set({ status: 'COMPLETE', completed_by: ' Ann ' }),
    set({ status: 'COMPLETE', completed_by: 'bob' }),
    set({ status: 'DECLINED', completed_by: 'Bob' }),
    set({ status: 'PENDING', completed_by: 'x' }),
    set({ status: 'PENDING' }),
    set({ status: null, completed_by: 'a' }),
    set({ status: 'X', completed_by: 'a' }),
    set({ status: 'COMPLETE', completed_by: 'x'.repeat(251) }),
    set({ status: 'COMPLETE', completed_by: 'a', item_id: 'x' }),
    set({ status: 'COMPLETE', completed_by: 'a', item_id: ' tr-review-1' }),
    set({ status: 'COMPLETE', completed_by: 'a', item_id: '' }),
    set({ status: 'COMPLETE', completed_by: 'a', queue_id: 'x' }),
    take({ item_ids: ['tr-review-1', 'x'] }),
    take({ item_ids: [] }),
    take({}),
    take({ item_ids: ['a'], queue_id: 'x' }),
    items(),
  ]),
];
