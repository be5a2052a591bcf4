import { type Call, type Case, get, post } from './case.ts';

const search = (fields: Record<string, unknown>): Call => post('experiments/search', { max_results: 100, ...fields });
/** Only what this case made: the two servers' other experiments come and go with the other cases. */
const found = (filter: string, order_by: readonly string[] = ['name']): Call =>
  search({ filter: `name LIKE 'find %' AND ${filter}`, order_by });
const created: readonly Call[] = [
  post('experiments/create', { name: 'find one', tags: [{ key: 'team', value: 'vision' }] }, { keep: { one: 'experiment_id' } }),
  post(
    'experiments/create',
    {
      name: 'find Two',
      tags: [
        { key: 'team', value: 'Speech' },
        { key: 'a.b c', value: 'odd' },
      ],
    },
    { keep: { two: 'experiment_id' } },
  ),
  post('experiments/create', { name: 'find three' }, { keep: { three: 'experiment_id' } }),
  post(
    'experiments/create',
    { name: 'find gone', tags: [{ key: 'team', value: 'vision' }] },
    { keep: { gone: 'experiment_id' } },
  ),
  post('experiments/delete', { experiment_id: '$gone' }),
];

/** Searching experiments. */
export const experimentSearches: readonly Case[] = [
  {
    title: 'experiments are found by name, id, times and tags',
    calls: [
      ...created,
      ...[
        "name = 'find one'",
        "name != 'find one'",
        "attribute.name ILIKE 'FIND T%'",
        "name LIKE '%t%'",
        "tags.team = 'vision'",
        "tag.team != 'vision'",
        "tags.team ILIKE 'speech'",
        "tags.`a.b c` = 'odd'",
        'tags.team IS NULL',
        'tags.team IS NOT NULL',
        "tags.unknown = 'x'",
        'creation_time > 1000',
        'last_update_time < 1000',
        "experiment_id = '$one'",
        "experiment_id != '$one'",
        "experiment_id IN ('$one', '$two')",
        "experiment_id NOT IN ('$one')",
      ].map((filter) => found(filter)),
      ...[
        'creation_time > 1.5',
        "creation_time = 'abc'",
        "name IN ('a')",
        "unknown = 'x'",
        "params.x = 'y'",
        "name = 'a' OR name = 'b'",
        'name',
        "experiment_id LIKE '1%'",
        'experiment_id = 1',
        "name > 'a'",
      ].map((filter) => search({ filter })),
      ...[['name DESC'], ['experiment_id'], ['experiment_id DESC'], ['creation_time'], ['last_update_time DESC', 'name']].map(
        (order_by) => found("name != ''", order_by),
      ),
      ...['unknown', 'name UP', 'tags.team', 'metrics.x'].map((order) => search({ order_by: [order] })),
      ...['ACTIVE_ONLY', 'DELETED_ONLY', 'ALL'].map((view_type) => search({ filter: "name LIKE 'find %'", view_type })),
      search({ filter: "name LIKE 'find %'" }),
    ],
  },
  {
    title: 'searching experiments comes in pages',
    calls: [
      ...['a', 'b', 'c'].map((letter) =>
        post('experiments/create', { name: `page ${letter}` }, { keep: { [letter]: 'experiment_id' } }),
      ),
      {
        ...post('experiments/search', { max_results: 2, filter: "name LIKE 'page %'", order_by: ['name'] }),
        keep: { token: 'next_page_token' },
      },
      post('experiments/search', { max_results: 2, filter: "name LIKE 'page %'", order_by: ['name'], page_token: '$token' }),
      get("experiments/search?max_results=2&filter=name%20LIKE%20'page%20%25'&order_by=name%20DESC"),
      post('experiments/search', {}, { says: ['max_results'] }),
      post('experiments/search', { max_results: 0 }, { says: ['max_results', '0'] }),
      post('experiments/search', { max_results: 50_001 }, { says: ['max_results', '50001'] }),
      post('experiments/search', { max_results: 5, page_token: 'garbage' }, { says: ['garbage'] }),
    ],
  },
];
