import { type Case, type Difference, get, post } from './case.ts';

const PROMPT = { key: 'mlflow.prompt.is_prompt', value: 'true' };
const IS_PROMPT = 'tags.`mlflow.prompt.is_prompt`';

const crash: Difference = {
  kind: 'crash',
  original: '500 INTERNAL_ERROR',
  ours: '400 INVALID_PARAMETER_VALUE',
  reason: 'a search that cannot be read is a mistake of the caller, and clients try again on 500',
};
const crashPage: Difference = { ...crash, original: '500 <page>' };
const emptyPage: Difference = {
  kind: 'wrong',
  original: '200 {"next_page_token"',
  ours: '400 INVALID_PARAMETER_VALUE',
  reason: 'the original answers an empty page with a token, from which a client never gets on',
};
const takesPost: Difference = {
  kind: 'wrong',
  original: '405 <page>',
  ours: '200 {',
  reason: 'the R client searches registered models by POST, and so cannot with the original',
};

const model = (name: string, tags: object[] = []) => post('registered-models/create', { name, tags });
const version = (name: string, more: object = {}) => post('model-versions/create', { name, source: 's3://bucket/s', ...more });

const things = [
  model('s-alpha', [{ key: 'team', value: 'Red' }]),
  model('s-Beta', [
    { key: 'team', value: 'blue' },
    { key: 'a b', value: '100%' },
  ]),
  model('s-gamma'),
  model('s-prompt', [PROMPT, { key: 'team', value: 'Red' }]),
  version('s-alpha', { run_id: 'r1', tags: [{ key: 'size', value: 'L' }] }),
  version('s-alpha', { run_id: 'r2', source: 'gs://bucket/S', tags: [{ key: 'size', value: 'XL' }] }),
  version('s-Beta', { run_id: 'r1' }),
  version('s-Beta'),
  version('s-prompt', { source: 'dummy-source', tags: [PROMPT, { key: 'size', value: 'L' }] }),
  post('model-versions/transition-stage', { name: 's-alpha', version: '1', stage: 'Production' }),
  post('registered-models/alias', { name: 's-alpha', alias: 'best', version: '2' }),
  { send: 'DELETE model-versions/delete', body: { name: 's-Beta', version: '1' } },
];

const OURS = "name LIKE 's-%'";
const at = (path: string, query: Record<string, string | readonly string[]>) =>
  `${path}?${Object.entries(query)
    .flatMap(([name, value]) => [value].flat().map((one) => `${name}=${encodeURIComponent(one)}`))
    .join('&')}`;
const models = (query: Record<string, string | readonly string[]>, differs?: Difference) =>
  get(at('registered-models/search', query), { differs });
const versions = (query: Record<string, string | readonly string[]>, differs?: Difference) =>
  get(at('model-versions/search', query), { differs });

const tagFilters = (key: string) => [
  `tags.${key} = 'Red'`,
  `tag.${key} = 'Red'`,
  `tags.\`${key}\` != 'Red'`,
  `tags."${key}" LIKE '%e%'`,
  `tags.${key} ilike 'R%'`,
  `tags.${key} = "Red"`,
  `tags.${key} LIKE 'R%' AND tags.${key} LIKE '%d'`,
  `tags.none != 'x'`,
];
const badFilters = [
  'name',
  'name =',
  'name = s',
  'name = 5',
  "name > 'a'",
  "name RLIKE 'a'",
  "nope = 'a'",
  "attributes.name = 'a'",
  "params.name = 'a'",
  "`name` = 'a'",
  "name = 'a' OR name = 'b'",
  "name = 'a';",
  "tags.team IN ('Red')",
  'name IN ()',
  'name IN (1)',
  "tags.team > 'a'",
  'tags.team = 5',
];
const promptFilters = [
  `${IS_PROMPT} = 'true'`,
  `${IS_PROMPT} != 'true'`,
  `${IS_PROMPT} = 'false'`,
  `${IS_PROMPT} != 'false'`,
  `${IS_PROMPT} = 'TRUE'`,
  `${IS_PROMPT} LIKE 'true'`,
  `${IS_PROMPT} != 'true' AND ${IS_PROMPT} = 'true'`,
  `${IS_PROMPT} = 'true' AND tags.none = 'x'`,
];

/** Searches of the model registry. */
export const registrySearches: readonly Case[] = [
  {
    title: 'registered models are found by name and tags',
    calls: [
      ...things,
      models({ filter: OURS }),
      ...[
        "name = 's-alpha'",
        "name != 's-alpha' AND name LIKE 's-%'",
        "name ILIKE 'S-%'",
        "name like 'S-%'",
        "attribute.name = 's-alpha'",
        'name = "s-alpha"',
        "name IN ('s-alpha', 's-gamma')",
        "name not in ('s-alpha') AND name LIKE 's-%'",
        "name LIKE 's_alpha'",
        "name LIKE 's-%' AND name LIKE '%a'",
        "tags.`a b` LIKE '100%'",
      ].map((filter) => models({ filter })),
      ...tagFilters('team').map((filter) => models({ filter })),
      ...promptFilters.map((filter) => models({ filter: `${filter} AND ${OURS}` })),
      ...badFilters.map((filter) => models({ filter })),
      models({ filter: 'name IS NULL' }, crashPage),
      models({ filter: 'tags.team IS NOT NULL' }, crashPage),
    ],
  },
  {
    title: 'registered models are ordered and paged',
    calls: [
      ...[['name'], ['name DESC'], ['timestamp'], ['timestamp DESC', 'name'], ['last_updated_timestamp ASC', 'name DESC']].map(
        (order_by) => models({ filter: OURS, order_by }),
      ),
      ...[
        ['creation_timestamp'],
        ['nope'],
        ['name,timestamp'],
        ['tags.team'],
        ['name UP'],
        [''],
        ['`name`'],
        ['attribute.name'],
      ].map((order_by) => models({ filter: OURS, order_by })),
      models({ filter: OURS, order_by: ['name', 'name DESC'] }, crash),
      models({ filter: OURS, order_by: ['timestamp', 'last_updated_timestamp'] }, crash),
      { ...models({ filter: OURS, max_results: '2' }), keep: { token: 'next_page_token' } },
      get(`${at('registered-models/search', { filter: OURS, max_results: '2' })}&page_token=$token`),
      models({ filter: OURS, max_results: '3' }),
      models({ max_results: '1001' }),
      models({ max_results: 'x' }),
      models({ max_results: '0' }, emptyPage),
      models({ max_results: '-1' }, emptyPage),
      models({ page_token: 'nonsense' }),
      post('registered-models/search', { filter: "name = 's-gamma'" }, { differs: takesPost }),
    ],
  },
  {
    title: 'versions are found by name, number, run, source and tags',
    calls: [
      versions({ filter: OURS }),
      ...[
        "name = 's-alpha'",
        "name='s-alpha' and run_id = 'r1'",
        "run_id = 'r1'",
        "run_id IN ('r1', 'r2')",
        "run_id NOT IN ('r1') AND name LIKE 's-%'",
        "run_id != 'r1' AND name LIKE 's-%'",
        "name IN ('s-alpha')",
        "source_path = 's3://bucket/s' AND name LIKE 's-%'",
        "source_path LIKE 'gs:%' AND name LIKE 's-%'",
        "source_path ILIKE '%/S' AND name LIKE 's-%'",
        "version_number = 1 AND name LIKE 's-%'",
        "version_number > 1 AND name LIKE 's-%'",
        "version_number != '1' AND name LIKE 's-%'",
        "version_number <= ' 2 ' AND name LIKE 's-%'",
        "attribute.version_number >= -1 AND name LIKE 's-%'",
        "tags.size = 'L'",
        "tag.size LIKE '%L' AND name = 's-alpha'",
        "tags.`size` != 'L'",
      ].map((filter) => versions({ filter })),
      ...promptFilters.map((filter) => versions({ filter: `${filter} AND ${OURS}` })),
      ...[...badFilters, "current_stage = 'Production'", "aliases = 'best'", 'creation_timestamp > 5'].map((filter) =>
        versions({ filter }),
      ),
      ...[
        'version_number = 1.5',
        "version_number = 'x'",
        'version_number IN (1)',
        "version_number LIKE '1'",
        "source_path IN ('a')",
        'run_id = 5',
        "version_number IN ('1')",
      ].map((filter) => versions({ filter })),
      versions({ filter: 'run_id IS NULL' }, crashPage),
    ],
  },
  {
    title: 'versions are ordered and paged',
    calls: [
      ...[
        ['name'],
        ['name DESC', 'version_number'],
        ['version_number DESC'],
        ['creation_timestamp'],
        ['last_updated_timestamp DESC', 'name ASC'],
        ['attribute.name'],
        ['`name` DESC'],
        ['tags.name'],
      ].map((order_by) => versions({ filter: OURS, order_by })),
      ...[['run_id'], ['nope'], ['params.name'], ['name UP']].map((order_by) => versions({ filter: OURS, order_by })),
      versions({ filter: OURS, order_by: ['name', 'name'] }, crash),
      { ...versions({ filter: OURS, max_results: '2' }), keep: { token: 'next_page_token' } },
      get(`${at('model-versions/search', { filter: OURS, max_results: '2' })}&page_token=$token`),
      ...['0', '-1', '200001', 'x'].map((max_results) => versions({ max_results })),
      versions({ page_token: 'nonsense' }),
    ],
  },
];
