import { type Case, type Difference, get, inRun, post } from './case.ts';
import { assess, traceNamed } from './trace-fixtures.ts';

const V3 = '/api/3.0/mlflow/issues';

const unknownWord: Difference = {
  kind: 'crash',
  original: '500 <page>',
  ours: '400 INVALID_PARAMETER_VALUE',
  reason: 'a word there is not is a mistake of the caller, and clients try again on 500',
};
const unknownRun: Difference = {
  kind: 'wrong',
  original: '400 BAD_REQUEST',
  ours: '400 INVALID_PARAMETER_VALUE',
  reason: 'the original shows the SQL of a broken constraint',
};

const create = (more: Record<string, unknown> = {}, keep = 'issue', rest: { says?: string[]; differs?: Difference } = {}) =>
  post(
    V3,
    { experiment_id: '$experiment', name: keep, description: 'd', ...more },
    { keep: { [keep]: 'issue.issue_id' }, ...rest },
  );
const search = (more: Record<string, unknown> = {}, rest: { keep?: Record<string, string>; says?: string[] } = {}) =>
  post(`${V3}/search`, { experiment_id: '$experiment', ...more }, rest);

const title = 'issues are searched';
const three = [
  create({}, 'a'),
  create(
    {
      severity: 'high',
      status: 'resolved',
      root_causes: ['x', 'y'],
      categories: ['c'],
      source_run_id: '$run',
      created_by: 'ann',
    },
    'b',
  ),
  create({ severity: 'not_an_issue', root_causes: [], source_run_id: '' }, 'c'),
];

/** Problems found in the traces of an experiment. */
export const issues: readonly Case[] = [
  inRun('issues are made, read and changed', [
    ...three,
    get(`${V3}/$a`),
    get(`${V3}/$b`),
    { send: `PATCH ${V3}/$a`, body: { issue_id: '$a', status: 'resolved', name: '', severity: 'medium' } },
    { send: `PATCH ${V3}/$a`, body: { issue_id: 'other', description: 'new', name: 'ü' } },
    { send: `PATCH ${V3}/$a`, body: { issue_id: '$a' } },
    get(`${V3}/$a`),
  ]),
  inRun('issues that break a rule are refused', [
    create({ name: '' }, 'no', { says: ['name'] }),
    create({ description: null }, 'no', { says: ['description'] }),
    create({ experiment_id: '999999' }, 'no', { says: ['999999'] }),
    create({ experiment_id: 'x' }, 'no', { says: ['"x"'] }),
    create({ source_run_id: 'nope' }, 'no', { differs: unknownRun }),
    create({ severity: 'bogus' }, 'no', { differs: unknownWord }),
    create({ status: 'Pending' }, 'no', { differs: unknownWord }),
    get(`${V3}/nope`, { says: ['nope'] }),
    create({}, 'a'),
    { send: `PATCH ${V3}/$a`, body: { status: 'resolved' }, says: ['issue_id'] },
    { send: `PATCH ${V3}/$a`, body: { issue_id: '$a', status: 'x' }, differs: unknownWord },
    { send: `PATCH ${V3}/nope`, body: { issue_id: 'nope' }, says: ['nope'] },
    post('experiments/delete', { experiment_id: '$experiment' }),
    create({}, 'no'),
    search(),
  ]),
  inRun(title, [
    ...three,
    traceNamed(title, 't'),
    { ...assess(title, 't', { assessment_name: '$c', issue: { issue_name: 'c' } }), keep: { link: 'assessment.assessment_id' } },
    search(),
    search({ include_trace_count: true }),
    search({ include_trace_count: false }),
    search({ experiment_id: '999999' }),
    search({ max_results: 2 }, { keep: { token: 'next_page_token' } }),
    search({ max_results: 2, page_token: '$token' }),
    search({ max_results: 50_000 }),
    ...[
      '',
      "status = 'resolved'",
      'status = "resolved"',
      "status != 'resolved'",
      "source_run_id = '$run'",
      "source_run_id != 'x'",
      "status = 'resolved' AND source_run_id != 'x'",
      'status = resolved',
      'status = 5',
      "status = ' resolved '",
      '"status" = \'resolved\'',
      "status = 'RESOLVED'",
    ].map((filter_string) => search({ filter_string })),
    ...[
      "status LIKE 'r%'",
      "status IN ('resolved')",
      "name = 'a'",
      "`status` = 'resolved'",
      "attributes.status = 'resolved'",
      'status IS NULL',
      "status = 'pending' OR status = 'resolved'",
      'status',
      '  ',
      "status == 'resolved'",
    ].map((filter_string) => search({ filter_string })),
    search({ max_results: 0 }, { says: ['max_results'] }),
    search({ max_results: 50_001 }, { says: ['max_results'] }),
    search({ page_token: 'x' }),
    search({ experiment_id: 'x' }),
  ]),
];
