import { type About, type Call, type Case, type Difference, get, post } from './case.ts';
import { assess, traceId, tracesOf } from './trace-fixtures.ts';

const V3 = '/api/3.0/mlflow';

const invalidFor500 = (reason: string, original = '500 <page>'): Difference => ({
  kind: 'crash',
  original,
  ours: '400 INVALID_PARAMETER_VALUE',
  reason,
});
const sameId: Difference = {
  kind: 'crash',
  original: '500 INTERNAL_ERROR',
  ours: '400 RESOURCE_ALREADY_EXISTS',
  reason: 'an id that is taken is a mistake of the caller, and clients try again on 500',
};
const longName: Difference = {
  kind: 'wrong',
  original: '200',
  ours: '400 INVALID_PARAMETER_VALUE',
  reason: 'the name is longer than the column that the original has for it, which only its SQLite does not enforce',
};

/** A case with the traces of {@link tracesOf}; `on` and `of` speak of its trace `a`. */
function inTraces(
  title: string,
  calls: (on: (assessment: Record<string, unknown>, more?: About) => Call, of: (id: string) => string) => Call[],
): Case {
  const path = (id: string) => `${V3}/traces/${traceId(title, 'a')}/assessments/${id}`;
  return { title, calls: [...tracesOf(title), ...calls((assessment, more) => assess(title, 'a', assessment, more), path)] };
}

const values: readonly unknown[] = [
  5,
  5.5,
  -0,
  1e22,
  1e-7,
  123456789012345678n.toString(),
  true,
  false,
  null,
  'x',
  'ü "q" \\',
  '',
  [1, 2.5, 'a', null, []],
  { a: { c: [] } },
];

/** Assessments of traces. */
export const assessments: readonly Case[] = [
  inTraces('assessments take every kind of value', (on) => [
    ...values.map((value) => on({ assessment_name: 'f', feedback: { value } })),
    ...values.filter((value) => value !== null).map((value) => on({ assessment_name: 'e', expectation: { value } })),
    ...['[1, 2.0]', '{"a": "ü"}', '7', '"x"', 'true'].map((value) =>
      on({ assessment_name: 's', expectation: { serialized_value: { serialization_format: 'JSON_FORMAT', value } } }),
    ),
    on({ assessment_name: 'f', feedback: {} }),
    on({ assessment_name: 'f', feedback: { error: { error_code: 'E', error_message: 'm', stack_trace: 's'.repeat(11_000) } } }),
    on({ assessment_name: 'f', feedback: { value: 1, error: { error_code: '' } } }),
    on({ assessment_name: 'i', issue: { issue_name: 'n' } }),
    on({ assessment_name: 'i', issue: {} }),
    on({ feedback: { value: 1 } }),
    on({ assessment_name: 'g', feedback: { value: 1 }, source: {} }),
    on({ assessment_name: 'g', feedback: { value: 1 }, source: { source_type: 'BOGUS' } }),
    on({ assessment_name: 'g', feedback: { value: 1 }, source: { source_type: 2, source_id: 'judge' } }),
    on({ assessment_name: 'g', feedback: { value: 1 }, create_time: undefined, last_update_time: undefined }),
    on({ assessment_name: 'g', feedback: { value: 1 }, create_time: '2024-02-29T23:59:59.123456789+01:00' }),
    on({
      assessment_name: 'g',
      feedback: { value: 1 },
      rationale: 'because',
      span_id: '0123456789abcdef',
      metadata: { k: 'v', l: '' },
    }),
    on({
      assessment_name: 'g',
      feedback: { value: 1 },
      rationale: '',
      span_id: '',
      metadata: {},
      valid: false,
      trace_id: 'other',
    }),
  ]),
  inTraces('assessments are read, overridden, changed and deleted', (on, of) => [
    on({ assessment_id: 'a-first', assessment_name: 'f', feedback: { value: 1 } }),
    on({ assessment_id: 'a-second', assessment_name: 'f', feedback: { value: 2 }, overrides: 'a-first', metadata: { k: 'v' } }),
    get(of('a-first')),
    get(of('a-second')),
    {
      send: `PATCH ${of('a-second')}`,
      body: {
        assessment: { feedback: { value: 7 }, metadata: { n: '1' }, rationale: 'why', assessment_name: 'new' },
        update_mask: 'feedback,metadata,rationale,assessmentName',
      },
    },
    { send: `PATCH ${of('a-second')}`, body: { assessment: { feedback: { value: 8 } }, update_mask: 'rationale' } },
    { send: `PATCH ${of('a-second')}`, body: { assessment: { expectation: { value: 8 } }, update_mask: 'expectation' } },
    { send: `PATCH ${of('a-second')}`, body: { assessment: {}, update_mask: 'feedback' } },
    { send: `PATCH ${of('a-second')}`, body: { assessment: { valid: false }, update_mask: 'bogus' } },
    {
      send: `PATCH ${of('a-second')}`,
      body: { assessment: { valid: true }, update_mask: 'valid' },
      differs: invalidFor500('the original fails on a field that it names and cannot change'),
    },
    { send: `PATCH ${of('a-second')}`, body: { assessment: {}, update_mask: '' }, says: ['update_mask'] },
    { send: `PATCH ${of('a-second')}`, body: { update_mask: 'rationale' }, says: ['assessment'] },
    { send: `PATCH ${of('nope')}`, body: { assessment: { rationale: 'x' }, update_mask: 'rationale' }, says: ['nope'] },
    { send: `DELETE ${of('a-second')}` },
    get(of('a-first')),
    get(of('a-second'), { says: ['a-second'] }),
    { send: `DELETE ${of('a-second')}` },
    { send: `DELETE ${V3}/traces/none/assessments/a-first` },
  ]),
  inTraces('assessments that break a rule are refused', (on) => [
    on({ assessment_name: 'e', expectation: { value: null } }, { says: ['expectation'] }),
    on({ assessment_name: 'e', expectation: {} }),
    on(
      { assessment_name: 'e', expectation: { serialized_value: { serialization_format: 'X', value: '[1]' } } },
      { says: ['"X"'] },
    ),
    on(
      { assessment_name: 'e', expectation: { serialized_value: { serialization_format: 'JSON_FORMAT', value: '[1' } } },
      { differs: invalidFor500('the original fails on a text that is no JSON') },
    ),
    on({ assessment_name: 'n' }),
    on({ assessment_name: 'n'.repeat(251), feedback: { value: 1 } }, { differs: longName }),
    on({ assessment_id: 'a-third', assessment_name: 'f', feedback: { value: 1 } }),
    on({ assessment_id: 'a-third', assessment_name: 'f', feedback: { value: 1 } }, { differs: sameId }),
    on({ assessment_name: 'f', feedback: { value: 1 }, overrides: 'nope' }, { says: ['nope'] }),
    post(`${V3}/traces/none/assessments`, { assessment: { assessment_name: 'f', feedback: { value: 1 } } }, { says: ['none'] }),
    post(`${V3}/traces/none/assessments`, {}, { says: ['assessment'] }),
    get(`${V3}/traces/none/assessments/a-first`, { says: ['none'] }),
  ]),
  inTraces('a deleted run takes the assessments along that it made', (on, of) => [
    on({
      assessment_id: 'a-fourth',
      assessment_name: 'f',
      feedback: { value: 1 },
      metadata: { 'mlflow.assessment.sourceRunId': '$run' },
    }),
    on({
      assessment_id: 'a-fifth',
      assessment_name: 'f',
      feedback: { value: 1 },
      metadata: { 'mlflow.assessment.sourceRunId': 'other' },
    }),
    post('runs/delete', { run_id: '$run' }),
    get(of('a-fourth')),
    get(of('a-fifth')),
  ]),
];
