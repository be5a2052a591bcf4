import { type Call, type Case, type Difference, get, inExperiment, post } from './case.ts';

const at = (path: string) => `/api/3.0/mlflow/label-schemas/${path}`;

const create = (more: Record<string, unknown> = {}, differs?: Difference) =>
  post(
    at('create'),
    { experiment_id: '$experiment', name: 'n', type: 'FEEDBACK', input: { text: {} }, ...more },
    { differs, keep: { schema: 'label_schema.schema_id' } },
  );
const update = (more: Record<string, unknown>): Call => ({
  send: `PATCH ${at('update')}`,
  body: { schema_id: '$schema', ...more },
});
const remove = (body: Record<string, unknown>): Call => ({ send: `DELETE ${at('delete')}`, body });
const list = get(at('list?experiment_id=$experiment'));
const named = (name: string) => get(at(`get-by-name?experiment_id=$experiment&name=${name}`));

/** One schema for each input, named in turn. */
const inputs = (...given: readonly unknown[]) => given.map((input, index) => create({ name: `i${index}`, input }));
const categorical = (options: unknown, multi_select?: boolean) => ({ categorical: { options, multi_select } });
const passFail = (positive_label?: string, negative_label?: string) => ({ pass_fail: { positive_label, negative_label } });

const twoInputs: Difference = {
  kind: 'wrong',
  original: '200 {"label_schema"',
  ours: '400 INVALID_PARAMETER_VALUE',
  reason: 'the original drops the second input, and all fields after it, without a word',
};
const boundless: Difference = { ...twoInputs, reason: 'a bound that no number is beyond, or that is none, bounds nothing' };

/** Questions of reviewers. */
export const labelSchemas: readonly Case[] = [
  inExperiment('every experiment has a question from the first listing on', [
    named('Feedback'),
    list,
    list,
    { ...named('Feedback'), keep: { schema: 'label_schema.schema_id' } },
    update({ name: 'x' }),
    update({}),
    remove({ schema_id: '$schema' }),
  ]),
  inExperiment('a label schema is made, read, changed and deleted', [
    create(),
    create(),
    get(at('get?schema_id=$schema')),
    named('n'),
    named('N'),
    update({}),
    update({ name: 'n2', instruction: 'why', enable_comment: true }),
    update({ instruction: '' }),
    update({ instruction: null, type: 'EXPECTATION' }),
    update({ input: { text: { max_length: 7 } } }),
    update({ input: { numeric: {} } }),
    update({ input: {} }),
    update({ name: '' }),
    update({ name: 'feedback' }),
    remove({ schema_id: '$schema' }),
    remove({ schema_id: '$schema' }),
    get(at('get?schema_id=$schema')),
    get(at('get?schema_id=nope'), { says: ['nope'] }),
    get(at('get')),
    update({ schema_id: 'nope' }),
    update({ schema_id: '' }),
    remove({}),
    remove({ schema_id: 'nope' }),
    get(at('get-by-name?experiment_id=99999&name=n')),
    get(at('get-by-name?experiment_id=$experiment')),
  ]),
  inExperiment('a label schema has a name of its own, a type and an instruction', [
    create({ name: 'Feedback' }),
    create({ name: ' FEEDBACK ' }),
    create({ name: '' }),
    create({ name: ' ' }),
    create({ name: 'x'.repeat(250) }),
    create({ name: 'x'.repeat(251) }),
    create({ name: 'é'.repeat(250) }),
    create({ name: 'a', type: 'EXPECTATION', instruction: 'i'.repeat(1000), enable_comment: true }),
    create({ name: 'b', instruction: 'i'.repeat(1001) }),
    create({ name: 'c', type: null }),
    create({ name: 'd', type: 'X' }),
    create({ name: 'e', type: 0 }),
    create({ name: 'f', type: 2 }),
    create({ name: 'g', instruction: '' }),
    create({ experiment_id: '99999' }),
    create({ experiment_id: 'abc' }),
    create({ experiment_id: 5 }),
    create({ experiment_id: undefined }),
    create({ name: undefined }),
    create({ name: 'h' }),
    update({ name: 'g' }),
    update({ name: 'h' }),
  ]),
  inExperiment('a label schema has exactly one input', [
    ...inputs(
      {},
      null,
      { text: { max_length: 0 } },
      { text: { max_length: '5' } },
      { text: { max_length: -1 } },
      { text: { max_length: 9007199254740993 } },
      { numeric: {} },
      { numeric: { min_value: 1, max_value: 2.5 } },
      { numeric: { min_value: 2, max_value: 2 } },
      categorical(['a', 'b']),
      categorical([]),
      categorical(['a', 'a']),
      categorical(['']),
      categorical(['x'.repeat(65)]),
      categorical(['x'.repeat(64), ' ']),
      categorical([...'0123456789a']),
      categorical(['a'], true),
      { categorical: {} },
      passFail('y', 'n'),
      passFail('y', 'y'),
      passFail(),
      passFail('x'.repeat(65), 'y'),
    ),
    create({ name: 'two', input: { text: {}, numeric: {} } }, twoInputs),
    create({ name: 'nan', input: { numeric: { min_value: 'NaN' } } }, boundless),
    create({ name: 'inf', input: { numeric: { max_value: 'Infinity' } } }, boundless),
    create({ name: 'x', input: 'x' }),
    create({ name: 'multi', input: categorical(['a'], true) }),
    update({ input: categorical(['z']) }),
    update({ input: categorical(['z', 'y'], true) }),
  ]),
  inExperiment('label schemas are listed in pages', [
    create({ name: 'a' }),
    create({ name: 'b' }),
    list,
    { ...get(at('list?experiment_id=$experiment&max_results=2')), keep: { next: 'next_page_token' } },
    get(at('list?experiment_id=$experiment&max_results=2&page_token=$next')),
    ...['max_results=0', 'max_results=50001', 'max_results=x', 'max_results=-1', 'page_token=abc', 'page_token='].map((query) =>
      get(at(`list?experiment_id=$experiment&${query}`)),
    ),
    get(at('list?experiment_id=99999')),
    get(at('list?experiment_id=abc')),
    get(at('list')),
    post('experiments/delete', { experiment_id: '$experiment' }),
    list,
    create({ name: 'c' }),
  ]),
];
