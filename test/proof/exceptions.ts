import { isDeepStrictEqual } from 'node:util';
import type { Difference } from '../conformance/mlflow/cases/case.ts';
import { crashOnType, dropsWrongType, storesUnnamedDataset } from '../conformance/mlflow/cases/differences.ts';
import type { Compared } from '../conformance/mlflow/compare.ts';
import type { Answered } from './sequence.ts';

/** A kind of call that we answer otherwise than the original on purpose. It must be met by the fixed run, else it is stale. */
export interface Exception {
  name: string;
  kind: Difference['kind'];
  reason: string;
  isMet(answered: Answered): boolean;
}

function code({ body }: Compared): string {
  return typeof body === 'object' && body !== null && 'error_code' in body ? String(body.error_code) : '';
}

/** Whether both answers are alike but for fields of these names, at any depth. */
function isSameWithout(names: readonly string[], original: Compared, ours: Compared): boolean {
  const strip = (body: unknown): unknown =>
    JSON.parse(JSON.stringify(body), (key, value: unknown) => {
      if (names.includes(key)) return undefined;
      // points have no order; they were sorted by what is left out now, too
      return key === 'metrics' && Array.isArray(value) ? value.map((point) => JSON.stringify(point)).sort() : value;
    });
  return original.status === ours.status && isDeepStrictEqual(strip(original.body), strip(ours.body));
}

/** Every listed exception of the generated calls. */
export const exceptions: readonly Exception[] = [
  {
    name: 'crashes are refusals',
    kind: 'crash',
    reason: crashOnType.reason,
    isMet: ({ original, ours }) => original.status >= 500 && ours.status >= 400 && ours.status < 500,
  },
  {
    name: 'wrong types are refused',
    kind: 'wrong',
    reason: dropsWrongType.reason,
    // a text is of the wrong type, too, where times and durations are written as texts
    isMet: ({ last, ours }) =>
      (last.damage === 'wrong type' || /execution_duration$|request_time$/.test(last.at ?? '')) &&
      ours.status === 400 &&
      code(ours) === 'INVALID_PARAMETER_VALUE',
  },
  {
    name: 'harmless crashes',
    kind: 'crash',
    reason:
      'what the original crashes on has an obvious meaning (null is absent, an order that its code misspells), which ours answers',
    isMet: ({ original, ours }) => original.status >= 500 && ours.status === 200,
  },
  {
    name: 'broken constraints',
    kind: 'wrong',
    reason:
      'the original shows what its database or the library for it complains about: an id it did not check, a thing named twice; and it may keep half of what was sent',
    isMet: ({ original, ours }) =>
      code(original) === 'BAD_REQUEST' && /\[SQL: |expected, got/.test(original.message ?? '') && ours.status < 500,
  },
  {
    name: 'lengths that SQLite does not hold to',
    kind: 'wrong',
    reason: 'the original declares its columns that long; of its databases only SQLite lets more in',
    isMet: ({ original, ours }) =>
      original.status < 300 && ours.status === 400 && /at most \d+ (characters )?are allowed/.test(ours.message ?? ''),
  },
  {
    name: 'slashes and ends of lines in a path',
    kind: 'wrong',
    reason: 'the original decodes a path before it takes it apart, so such an id meets no route or another one',
    isMet: ({ last, original, ours }) => /%2F|%0A/.test(last.call.send) && original.status === 404 && ours.status < 500,
  },
  {
    name: 'empty parts of a path',
    kind: 'wrong',
    reason: 'the original sends on to a path without the empty part, or finds a route of another method there',
    isMet: ({ last, original, ours }) =>
      /\w\/\//.test(last.call.send) && [308, 405].includes(original.status) && ours.status === 404,
  },
  {
    name: 'class of an unknown order',
    kind: 'wrong',
    reason: 'the original gives an unknown name another error_class in this one place than in every other search',
    isMet: ({ last, original, ours }) =>
      last.operation === 'searchLoggedModels' && original.status === 400 && code(original) === code(ours),
  },
  {
    name: 'a model of no status',
    kind: 'wrong',
    reason: 'the original takes a status it does not know for none and stores that',
    isMet: ({ last, original, ours }) =>
      last.operation === 'finalizeLoggedModel' && original.status === 200 && ours.status === 400,
  },
  {
    name: 'odd ids of traces',
    kind: 'wrong',
    reason: 'the id of a trace becomes part of the path of its files',
    isMet: ({ last, original, ours }) =>
      last.operation === 'startTraceV3' &&
      last.at?.endsWith('trace_id') === true &&
      original.status === 200 &&
      ours.status === 400,
  },
  {
    name: 'tags of a second start',
    kind: 'wrong',
    reason: 'the original stores them, and leaves them out of this one answer',
    isMet: ({ last, original, ours }) => last.operation === 'startTraceV3' && isSameWithout(['tags'], original, ours),
  },
  {
    name: 'expectations whole',
    kind: 'wrong',
    reason: 'the original drops the rationale of an expectation, and what it overrides, whether that exists or not',
    isMet: ({ last, original, ours }) =>
      isSameWithout(['rationale', 'overrides', 'valid'], original, ours) ||
      (last.operation === 'createAssessment' && original.status === 200 && /has no assessment/.test(ours.message ?? '')),
  },
  {
    name: 'numbers of a model that are none',
    kind: 'wrong',
    reason: 'the original shows 0 for a metric of a logged model that is NaN, though the run shows NaN for the same point',
    isMet: ({ original, ours }) => JSON.stringify(ours.body).includes('"NaN"') && isSameWithout(['value'], original, ours),
  },
  {
    name: 'times compared with texts',
    kind: 'wrong',
    reason: 'the original leaves it to its database what a time is beside a text; runs, in it too, refuse that',
    isMet: ({ last, original, ours }) =>
      last.operation.startsWith('searchTraces') && original.status === 200 && /is no number/.test(ours.message ?? ''),
  },
  {
    name: 'two inputs in one label schema',
    kind: 'wrong',
    reason: 'the original keeps one of them, which one depends on their order',
    isMet: ({ last, original, ours }) =>
      last.operation.endsWith('LabelSchema') && original.status === 200 && /exactly one of/.test(ours.message ?? ''),
  },
  {
    name: 'two of what may be one',
    kind: 'wrong',
    reason: 'the original stops reading at the second of them, and drops what was to come',
    isMet: ({ last, original, ours }) =>
      /^assessment\.(feedback|expectation|issue)$|inference_table/.test(last.at ?? '') &&
      original.status === 200 &&
      ours.status < 500,
  },
  {
    name: 'datasets of experiments that are not there',
    kind: 'wrong',
    reason: 'the original ties a dataset to any number, which then is shown as one of its experiments',
    isMet: ({ last, original, ours }) =>
      /Dataset/.test(last.operation) &&
      original.status === 200 &&
      ours.status >= 400 &&
      /^(No experiment with|The experiment_id)/.test(ours.message ?? ''),
  },
  {
    name: 'pages of less than nothing',
    kind: 'wrong',
    reason: 'the original answers an empty page with a token, from which a client never gets on',
    isMet: ({ last, original, ours }) =>
      last.at === 'max_results' && original.status === 200 && /must (not be negative|be between 1 and)/.test(ours.message ?? ''),
  },
  {
    name: 'no records of no dataset',
    kind: 'wrong',
    reason: 'the original does not look for the dataset when there is nothing to store',
    isMet: ({ last, original, ours }) =>
      last.operation === 'upsertDatasetRecords' && original.status === 200 && ours.status === 404,
  },
  {
    name: 'tags given twice',
    kind: 'wrong',
    reason: 'the original takes the broken constraint of its tags for a taken name of the experiment',
    isMet: ({ last, original, ours }) =>
      last.operation === 'createExperiment' && code(original) === 'RESOURCE_ALREADY_EXISTS' && ours.status === 200,
  },
  {
    name: 'datasets without a name',
    kind: storesUnnamedDataset.kind,
    reason: storesUnnamedDataset.reason,
    isMet: ({ last, original, ours }) => last.operation === 'logInputs' && original.status === 200 && ours.status === 400,
  },
  {
    name: 'links to no model',
    kind: 'wrong',
    reason: 'the original stores a link without a model, which no answer can show',
    isMet: ({ last, original, ours }) =>
      /^log(In|Out)puts$/.test(last.operation) && original.status === 200 && ours.status === 400,
  },
  {
    name: 'texts that are more than others',
    kind: 'wrong',
    reason: 'only numbers are compared by size; the original forgets to look at that for datasets',
    isMet: ({ original, ours }) => original.status === 200 && /which it cannot be compared by/.test(ours.message ?? ''),
  },
  {
    name: 'tags without a key',
    kind: 'wrong',
    reason: 'the original refuses them everywhere but where a run is created',
    isMet: ({ last, original, ours }) =>
      last.operation === 'createRun' && original.status === 200 && /key of a tag must not be empty/.test(ours.message ?? ''),
  },
  {
    name: 'names of spaces',
    kind: 'wrong',
    reason: 'nobody can tell such an experiment from one without a name',
    isMet: ({ last, ours }) => /Experiment/.test(last.operation) && /named? " "/.test(ours.message ?? ''),
  },
  {
    name: 'sums of unknown words',
    kind: 'wrong',
    reason: 'the original takes a word or number that its lists do not have for the first of the list, or drops what was to come',
    isMet: ({ last, original, ours }) =>
      /^(aggregations.aggregation_type|view_type)$/.test(last.at ?? '') && original.status === 200 && ours.status < 500,
  },
  {
    name: 'sums of no kind',
    kind: 'wrong',
    reason: 'the original answers an empty list where it is told nothing to sum up',
    isMet: ({ original, ours }) => original.status < 500 && /aggregations must not be empty/.test(ours.message ?? ''),
  },
  {
    name: 'types of spans',
    kind: 'wrong',
    reason: 'the original shows a type that it translated from a foreign convention, and does not find or count the span by it',
    isMet: ({ last, original, ours }) =>
      original.status === 200 &&
      ours.status === 200 &&
      /span_type|span\.type/.test(JSON.stringify(last.call.body ?? last.call.send)),
  },
  {
    name: 'traces of no run',
    kind: 'wrong',
    reason: 'the original links traces to a run that nobody has, and finds them by it for ever',
    isMet: ({ last, original, ours }) => last.operation === 'linkTracesToRun' && original.status === 200 && ours.status === 404,
  },
  {
    name: 'which of two mistakes is named',
    kind: 'wrong',
    reason: 'of a value that cannot be and a thing that is not there, or there already, the two servers name one each',
    isMet: ({ last, original, ours }) => {
      const isForm =
        /^The ((tag|metric|param) key|key of the|stage|assessment_name|experiment_id|field (status|input|model_id)) /;
      if (ours.status === 400) return /_(DOES_NOT_EXIST|ALREADY_EXISTS)$/.test(code(original)) && isForm.test(ours.message ?? '');
      // what is damaged is not what names the thing that is not there
      return ours.status === 404 && original.status === 400 && last.damage !== undefined && !/(_id|name)$/.test(last.at ?? '');
    },
  },
  {
    name: 'less than no points',
    kind: 'wrong',
    reason: 'the original takes a negative number of points for all but so many of the last',
    isMet: ({ last, original, ours }) =>
      last.operation === 'getMetricHistoryBulk' &&
      /max_results=-/.test(last.call.send) &&
      original.status === 200 &&
      ours.status === 200,
  },
];

/** The exception a difference falls under. */
export function exceptionOf(answered: Answered): Exception | undefined {
  return exceptions.find((exception) => exception.isMet(answered));
}
