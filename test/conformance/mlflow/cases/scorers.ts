import { type Call, type Case, type Difference, get, inExperiment, post } from './case.ts';
import { crashOnUnreadable, pageOnUnreadable } from './differences.ts';

const at = (path: string) => `/api/3.0/mlflow/scorers/${path}`;
const json = JSON.stringify;

const register = (name: string, scorer: unknown, differs?: Difference, experiment: unknown = '$experiment') =>
  post(
    at('register'),
    { experiment_id: experiment, name, serialized_scorer: typeof scorer === 'string' ? scorer : json(scorer) },
    { differs, keep: { scorer: 'scorer_id' } },
  );
const judge = (model: unknown) => ({ instructions_judge_pydantic_data: { model } });
const thirdParty = (kwargs: unknown) => ({ third_party_scorer_data: { model: 'a:/b', kwargs } });
const remove = (body: Record<string, unknown>): Call => ({
  send: `DELETE ${at('delete')}`,
  body: { experiment_id: '$experiment', name: 's1', ...body },
});
const online = (body: Record<string, unknown>, differs?: Difference): Call => ({
  send: `PUT ${at('online-config')}`,
  body: { experiment_id: '$experiment', name: 's1', sample_rate: 0, ...body },
  differs,
});
const list = get(at('list?experiment_id=$experiment'));
const versions = get(at('versions?experiment_id=$experiment&name=s1'));

const tooLong: Difference = {
  kind: 'wrong',
  original: '200',
  ours: '400 INVALID_PARAMETER_VALUE',
  reason: 'longer than the column of the original, which SQLite does not check and other databases do',
};

/** Scorers and their versions. */
export const scorers: readonly Case[] = [
  inExperiment('a scorer gets a version with each registration', [
    list,
    register('s1', '{"name": "s1",  "a":[1,2], "u": "é", "n": 1.0}'),
    register('s1', { b: 1 }),
    register('s2', '{}'),
    list,
    versions,
    get(at('list?experiment_ids=$experiment')),
    get(at('get?experiment_id=$experiment&name=s1')),
    get(at('get?experiment_id=$experiment&name=s1&version=1')),
    get(at('get?experiment_id=$experiment&name=s1&version=9'), { says: ['s1', '9'] }),
    get(at('get?experiment_id=$experiment&name=s1&version=x'), { says: ['version', 'x'] }),
    get(at('get?experiment_id=$experiment&name=s1&version=0')),
    get(at('get?experiment_id=$experiment&name=nope'), { says: ['nope'] }),
    get(at('get?experiment_id=$experiment')),
    get(at('versions?experiment_id=$experiment&name=nope')),
    get(at('versions?experiment_id=99999&name=s1')),
  ]),
  inExperiment('versions of a scorer are deleted one by one or together', [
    register('s1', '{}'),
    register('s1', '{}'),
    remove({ version: 9 }),
    remove({ version: 2 }),
    versions,
    register('s1', '{}'),
    remove({ version: 'x' }),
    remove({}),
    remove({}),
    remove({ name: '' }),
    register('s1', '{}'),
    remove({ version: 1 }),
    versions,
    remove({}),
    list,
    register('s1', '{}'),
  ]),
  inExperiment('a definition is a JSON object without code', [
    register('s', '[]', crashOnUnreadable),
    register('s', '5', crashOnUnreadable),
    register('s', 'x'),
    register('s', ''),
    register(' ', '{}'),
    register('', '{}'),
    register('x'.repeat(256), '{}'),
    register('x'.repeat(257), '{}', tooLong),
    register('s', { call_source: 'x' }),
    register('s', { a: { b: [{ call_source: '' }] } }),
    register('s', { call_source: null }),
    register('s', judge('openai:/gpt')),
    register('s', judge('gateway:/x')),
    register('s', judge('gateway:x')),
    register('s', judge(5)),
    register('s', judge(' ')),
    register('s', { instructions_judge_pydantic_data: 'x' }, crashOnUnreadable),
    register('s', { builtin_scorer_pydantic_data: { model: 'gateway:/x' } }),
    register('s', { memory_augmented_judge_data: { base_judge: judge('') } }),
    register('s', thirdParty({ api_base: 'x' })),
    register('s', thirdParty({ a: [{ b: { base_url: 'x' } }] })),
    register('s', thirdParty({ a: [['fallbacks', 1]] })),
    register('s', thirdParty([1])),
    register('s', thirdParty({ x: 1 })),
    register('s', '{}', undefined, '99999'),
    register('s', '{}', undefined, 'abc'),
    register('s', '{}', undefined, 1),
    post(at('register'), { name: 's', serialized_scorer: '{}' }),
  ]),
  inExperiment('scorers of experiments are listed', [
    register('b', '{"nan": NaN, "x":1}'),
    register('a', '{}'),
    list,
    get(at('list?experiment_id=$experiment&experiment_ids=$experiment')),
    get(at('list?experiment_id=99999')),
    get(at('list?experiment_id=abc')),
    get(at('list?experiment_ids=99999')),
    get(at('list?experiment_ids=abc')),
    get(at('list?experiment_ids=')),
    post('experiments/delete', { experiment_id: '$experiment' }),
    list,
    get(at('list?experiment_ids=$experiment')),
    register('a', '{}'),
  ]),
  inExperiment('what a scorer scores online is kept', [
    register('s1', '{}'),
    get(at('online-configs?scorer_ids=$scorer')),
    online({}),
    online({ filter_string: "status = 'OK'" }),
    get(at('online-configs?scorer_ids=$scorer&scorer_ids=x')),
    online({ sample_rate: '0', filter_string: '' }),
    online({ sample_rate: false }),
    online({ sample_rate: 0.5 }),
    online({ sample_rate: true }),
    online({ sample_rate: 2 }),
    online({ sample_rate: -1 }),
    online({ sample_rate: 'nan' }),
    online({ sample_rate: null }),
    online({ sample_rate: 'x' }, pageOnUnreadable),
    online({ sample_rate: [1] }, pageOnUnreadable),
    online({ filter_string: 'bad filter' }),
    online({ filter_string: 5 }),
    online({ name: 'nope' }),
    online({ name: '' }),
    online({ experiment_id: '99999' }),
    online({ experiment_id: 1 }),
    online({ experiment_id: 'abc' }),
    get(at('online-configs')),
    get(at('online-configs?scorer_ids=')),
    remove({}),
    get(at('online-configs?scorer_ids=$scorer')),
  ]),
];
