import { type About, type Call, type Case, type Difference, get, inExperiment, post } from './case.ts';
import { crashOnUnreadable, pageOnUnreadable } from './differences.ts';

const at = (path: string) => `/api/3.0/mlflow/datasets/${path}`;
const json = JSON.stringify;

const create = (more: Record<string, unknown> = {}, about: About = {}) =>
  post(
    at('create'),
    { name: 'd', experiment_ids: ['$experiment'], ...more },
    { keep: { dataset: 'dataset.dataset_id' }, ...about },
  );
const read = get(at('$dataset'));
const records = get(at('$dataset/records'));
const links = get(at('$dataset/experiment-ids'));
const write = (items: unknown, differs?: Difference) =>
  post(at('$dataset/records'), { records: typeof items === 'string' ? items : json(items) }, { differs });
const setTags = (tags: unknown, differs?: Difference): Call => ({
  send: `PATCH ${at('$dataset/tags')}`,
  body: { tags: typeof tags === 'string' ? tags : json(tags) },
  differs,
});
const attach = (ids: unknown, differs?: Difference) => post(at('$dataset/add-experiments'), { experiment_ids: ids }, { differs });
const detach = (ids: unknown, differs?: Difference) =>
  post(at('$dataset/remove-experiments'), { experiment_ids: ids }, { differs });
const search = (more: Record<string, unknown>, differs?: Difference) =>
  post(at('search'), { experiment_ids: ['$experiment'], ...more }, { differs });

const leaks: Difference = {
  kind: 'wrong',
  original: '400 BAD_REQUEST',
  ours: '404 RESOURCE_DOES_NOT_EXIST',
  reason: 'the original shows the SQL of a broken constraint',
};
const unknownExperiment: Difference = {
  kind: 'wrong',
  original: '200 {"dataset"',
  ours: '404 RESOURCE_DOES_NOT_EXIST',
  reason: 'the original links the dataset to an experiment that is not there; adding it later to one is refused by both',
};
const noNumber: Difference = {
  kind: 'wrong',
  original: '404 RESOURCE_DOES_NOT_EXIST',
  ours: '400 INVALID_PARAMETER_VALUE',
  reason: 'an experiment id that is no number is malformed, as everywhere else; other databases of the original refuse it',
};
const anyId: Difference = { ...noNumber, original: '200 {' };
const valueOfTag: Difference = {
  kind: 'wrong',
  original: '200 {"dataset"',
  ours: '200 {"dataset"',
  reason: 'the original answers with the number and stores a text; ours answers what is stored',
};
const listOfTag: Difference = {
  kind: 'wrong',
  original: '400 BAD_REQUEST',
  ours: '200 {"dataset"',
  reason: 'the original shows the SQL of a type its database does not have; set later, such a tag is taken by both',
};
const tooLong: Difference = {
  kind: 'wrong',
  original: '200',
  ours: '400 INVALID_PARAMETER_VALUE',
  reason: 'longer than the columns of the original, which SQLite does not check and other databases do',
};
const undocumented: Difference = {
  kind: 'wrong',
  original: '200 {"datasets"',
  ours: '400 INVALID_PARAMETER_VALUE',
  reason: 'the language compares names by =, !=, LIKE, ILIKE and IN; the original forgets to refuse the rest',
};
const notThere: Difference = {
  kind: 'wrong',
  original: '200 {"',
  ours: '404 RESOURCE_DOES_NOT_EXIST',
  reason: 'nothing can be written to a dataset that is not there, even when it is nothing',
};
const noList: Difference = { ...tooLong, reason: 'records are a list; the original takes an object for one without items' };
const outputsOfTwoForms: Difference = {
  kind: 'wrong',
  original: '500 INTERNAL_ERROR',
  ours: '200 {"inserted_count"',
  reason: 'outputs may be a text in one record and an object in another, one by one and together',
};

/** Three datasets that searches tell apart. */
const three = [
  create({ name: 'alpha', tags: json({ env: 'prod' }) }, { keep: { a: 'dataset.dataset_id' } }),
  create({ name: 'Beta', tags: json({ env: 'dev', 'mlflow.user': 'ann' }) }, { keep: { b: 'dataset.dataset_id' } }),
  create({ name: 'gam_ma', tags: json({ 'a b': 'x' }) }, { keep: { c: 'dataset.dataset_id' } }),
];

/** Evaluation datasets, their tags, experiments and records, and the search for them. */
export const evaluationDatasets: readonly Case[] = [
  inExperiment('an evaluation dataset is made, read and deleted', [
    create({ tags: json({ a: 'b', 'mlflow.user': 'ann' }), created_by: 'x', source_type: 'TRACE', schema: '{}' }),
    read,
    links,
    records,
    { send: `DELETE ${at('$dataset')}` },
    { send: `DELETE ${at('$dataset')}` },
    read,
    links,
    records,
    get(at('nope'), { says: ['nope'] }),
    get(at('nope/experiment-ids')),
    get(at('nope/records')),
    { send: `DELETE ${at('nope')}` },
    { send: `DELETE ${at('nope/tags/a')}` },
  ]),
  inExperiment('a new evaluation dataset needs a name and tags that are JSON', [
    create({ tags: undefined }),
    create({ tags: 'null' }),
    create({ tags: '[]' }),
    create({ tags: json({ none: null }) }),
    read,
    create({ name: '' }, { says: ['name'] }),
    create({ name: undefined }, { says: ['name'] }),
    create({ name: 5 }, { says: ['name', '5'] }),
    create({ name: ' ' }),
    create({ name: 'x'.repeat(255) }),
    create({ name: 'x'.repeat(256) }, { differs: tooLong }),
    create({ tags: json({ ['k'.repeat(256)]: 'v' }) }, { differs: tooLong }),
    create({ tags: json({ k: 'v'.repeat(5001) }) }, { differs: tooLong }),
    create({ tags: 'x' }, { differs: pageOnUnreadable }),
    create({ tags: '[1]' }, { differs: crashOnUnreadable }),
    create({ tags: json({ n: 31415 }) }, { differs: valueOfTag }),
    read,
    create({ tags: json({ l: [1] }) }, { differs: listOfTag }),
    create({ experiment_ids: ['99999'] }, { differs: unknownExperiment }),
    create({ experiment_ids: '1' }, { says: ['experiment_ids'] }),
    create({ experiment_ids: [] }),
  ]),
  inExperiment('tags of an evaluation dataset are texts, whatever they are set to', [
    create(),
    setTags({ a: 'c', n: 31415, f: 1.5, t: true, none: null, s: '', e: 1e20, u: 'é' }),
    read,
    setTags({ a: 'd' }),
    { send: `DELETE ${at('$dataset/tags/n')}` },
    { send: `DELETE ${at('$dataset/tags/n')}` },
    read,
    setTags('{}'),
    setTags(''),
    setTags('x', pageOnUnreadable),
    setTags('[1]', crashOnUnreadable),
    setTags('null', crashOnUnreadable),
    { send: `PATCH ${at('$dataset/tags')}`, body: {}, says: ['tags'] },
    { send: `PATCH ${at('nope/tags')}`, body: { tags: '{"a":"b"}' }, says: ['nope'] },
  ]),
  inExperiment('an evaluation dataset belongs to experiments', [
    post('experiments/create', { name: 'another of datasets' }, { keep: { other: 'experiment_id' } }),
    create(),
    attach(['$other', '$experiment']),
    attach(['99999']),
    attach(['abc'], noNumber),
    attach([]),
    attach('1'),
    detach(['$other', '99999']),
    detach(['$other']),
    detach(['abc'], anyId),
    links,
    post(at('nope/add-experiments'), { experiment_ids: ['$experiment'] }, { says: ['nope'] }),
    post(at('nope/remove-experiments'), { experiment_ids: ['$experiment'] }, { says: ['nope'] }),
    post('experiments/delete', { experiment_id: '$experiment' }),
    search({}),
    attach(['$experiment']),
  ]),
  inExperiment('records of the same inputs are one', [
    create(),
    write([
      {
        inputs: { q: 'a', n: 1 },
        outputs: { o: 1 },
        expectations: { e: 2.5 },
        tags: { 'mlflow.user': 'bob', t: 1 },
        source: { source_type: 'trace', source_data: { trace_id: 'tr-1', x: 1 } },
      },
    ]),
    records,
    read,
    write([{ inputs: { n: 1, q: 'a' }, expectations: { f: [1] }, tags: { u: 'v' }, source: { source_type: 'HUMAN' } }]),
    records,
    read,
    write([{ inputs: { n: 1, q: 'a' }, outputs: null }]),
    write('[{"inputs": {"n": 1.0, "q": "a"}, "outputs": "text"}, {"inputs": {"n": 1, "q": "é"}, "outputs": [1, 2]}]'),
    write([
      { inputs: { k: null }, outputs: 0 },
      { inputs: { k: null }, outputs: true },
    ]),
    write([{}]),
    write([{ inputs: {} }]),
    write([{ inputs: { b: 1 }, expectations: {}, source: {} }]),
    write([{ inputs: { b: 2 }, source: { source_type: 'UNSPECIFIED', source_data: null } }]),
    write([{ inputs: { b: 3 }, source: { source_type: 'TRACE', source_data: { trace_id: 5 } } }]),
    write([{ inputs: { b: 4 }, tags: { 'mlflow.user': 5 } }]),
    write('[{"inputs": {"nan": NaN, "inf": Infinity, "big": 12345678901234567890123, "f": 1e+20}}]'),
    write([]),
    records,
    read,
  ]),
  inExperiment('what is no record is refused', [
    create(),
    write(''),
    post(at('$dataset/records'), {}, { says: ['records'] }),
    write('{}', noList),
    write('null', crashOnUnreadable),
    write('x', pageOnUnreadable),
    ...[[1], [null], ['x'], [{ inputs: null }], [{ inputs: [1] }], [{ inputs: 'x' }]].map((items) =>
      write(items, crashOnUnreadable),
    ),
    ...['tags', 'expectations', 'source'].map((name) => write([{ inputs: { b: 1 }, [name]: 'x' }], crashOnUnreadable)),
    write([{ inputs: { b: 1 }, source: { a: 1 } }], crashOnUnreadable),
    write([{ inputs: { b: 1 }, source: { source_type: 5 } }], crashOnUnreadable),
    write([{ inputs: { b: 1 }, source: { source_type: 'nope' } }]),
    post(at('nope/records'), { records: '[{"inputs": {"a": 1}}]' }, { differs: leaks }),
    post(at('nope/records'), { records: '[]' }, { differs: notThere }),
    records,
  ]),
  inExperiment('outputs have one form in the schema of a dataset', [
    create(),
    write([{ inputs: { a: 1 }, outputs: 'text' }]),
    read,
    write([{ inputs: { a: 2 }, outputs: { o: 1 } }], outputsOfTwoForms),
  ]),
  inExperiment('records are read in pages and deleted by id', [
    create(),
    write([{ inputs: { a: 1 } }]),
    get(at('$dataset/records?max_results=1')),
    get(at('$dataset/records?max_results=0')),
    get(at('$dataset/records?max_results=-1'), { differs: pageOnUnreadable }),
    get(at('$dataset/records?max_results=x'), { differs: pageOnUnreadable }),
    get(at('$dataset/records?page_token=abc'), { differs: pageOnUnreadable }),
    { send: `DELETE ${at('$dataset/records')}`, body: { dataset_record_ids: ['nope'] } },
    { send: `DELETE ${at('$dataset/records')}`, body: { dataset_record_ids: [] } },
    { send: `DELETE ${at('$dataset/records')}`, body: {} },
    { send: `DELETE ${at('$dataset/records')}`, body: { dataset_record_ids: 'x' }, says: ['dataset_record_ids'] },
    { send: `DELETE ${at('nope/records')}`, body: { dataset_record_ids: ['x'] } },
    read,
  ]),
  inExperiment('evaluation datasets are searched by name, time, author and tag', [
    ...three,
    search({}),
    ...[
      '',
      ' ',
      "name = 'alpha'",
      "name != 'alpha'",
      "name LIKE '%a'",
      "name ILIKE 'b%'",
      "name IN ('alpha', 'Beta')",
      "name in ('alpha')",
      "name NOT IN ('alpha')",
      "created_by = 'ann'",
      "created_by != 'ann'",
      "created_by IN ('ann')",
      'created_by IS NULL',
      "last_updated_by = 'ann'",
      "tags.env = 'prod'",
      "tag.env = 'prod'",
      "tags.env != 'prod'",
      "tags.env LIKE 'p%'",
      "tags.env IN ('prod')",
      "tags.`a b` = 'x'",
      'tags.env = 5',
      "attributes.name = 'alpha'",
      "`name` = 'alpha'",
      'name = "alpha"',
      'name = alpha',
      'name < 1',
      'created_time > 0',
      "created_time > '0'",
      'created_time = 1.5',
      'created_time > 1e3',
      "last_update_time >= 1 AND name ILIKE 'ALPHA' AND tags.env = 'prod'",
      "name = 'alpha' OR name = 'Beta'",
      "dataset_id = 'x'",
      "NAME = 'alpha'",
    ].map((filter_string) => search({ filter_string })),
    search({ filter_string: "name like '%a'" }, crashOnUnreadable),
    search({ filter_string: "name > 'a'" }, undocumented),
    search({ filter_string: "name RLIKE 'a'" }, undocumented),
    search({ filter_string: 5 }),
    search({ experiment_ids: 'x' }),
  ]),
  inExperiment('evaluation datasets are listed in an order, in pages', [
    ...three,
    ...[
      ['name'],
      ['name ASC'],
      ['name DESC'],
      ['created_time'],
      ['last_update_time desc'],
      ['name', 'name DESC'],
      ['"name" DESC'],
      ['created_by'],
      ['tags.env'],
      ['dataset_id'],
      [''],
      ['attributes.name'],
      ['name foo'],
      ['`name`'],
      ['name, created_time'],
    ].map((order_by) => search({ order_by })),
    ...[1, 50_000, 0, -1, 50_001, '2', 'x'].map((max_results) => search({ max_results })),
    search({ page_token: 'abc' }),
    { ...search({ max_results: 2 }), keep: { next: 'next_page_token' } },
    search({ max_results: 2, page_token: '$next' }),
    get(at('search?experiment_ids=$experiment&max_results=1')),
  ]),
];
