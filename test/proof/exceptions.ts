import type { Difference } from '../conformance/mlflow/cases/case.ts';
import { crashOnType, dropsWrongType, storesUnnamedDataset } from '../conformance/mlflow/cases/differences.ts';
import { type Compared, shapeOf } from '../conformance/mlflow/compare.ts';
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
    isMet: ({ last, ours }) => last.damage === 'wrong type' && ours.status === 400 && code(ours) === 'INVALID_PARAMETER_VALUE',
  },
  {
    name: 'harmless crashes',
    kind: 'crash',
    reason: 'null and empty numbers mean absent in every other place, so they are read as absent where the original crashes',
    isMet: ({ original, ours, last }) => original.status >= 500 && ours.status === 200 && last.damage !== undefined,
  },
  {
    name: 'broken constraints',
    kind: 'wrong',
    reason: 'the original shows the SQL of a constraint that its database found broken, and may keep half of what was sent',
    isMet: ({ original, ours }) =>
      code(original) === 'BAD_REQUEST' && /\[SQL: /.test(original.message ?? '') && ours.status >= 400 && ours.status < 500,
  },
  {
    name: 'a run of no experiment',
    kind: 'wrong',
    reason: 'the original means the default experiment, then stores the empty id, which its database refuses',
    isMet: ({ last, original, ours }) =>
      last.operation === 'createRun' && code(original) === 'BAD_REQUEST' && ours.status === 200,
  },
  {
    name: 'tags given twice',
    kind: 'wrong',
    reason: 'the original takes the broken constraint of its tags for a taken name of the experiment',
    isMet: ({ last, original, ours }) =>
      last.operation === 'createExperiment' &&
      last.at === 'tags' &&
      code(original) === 'RESOURCE_ALREADY_EXISTS' &&
      ours.status === 200,
  },
  {
    name: 'datasets without a name',
    kind: storesUnnamedDataset.kind,
    reason: storesUnnamedDataset.reason,
    isMet: ({ last, original, ours }) => last.operation === 'logInputs' && original.status === 200 && ours.status === 400,
  },
  {
    name: 'less than no points',
    kind: 'wrong',
    reason: 'the original takes a negative number of points for all but so many of the last',
    isMet: ({ last, original, ours }) =>
      last.operation === 'getMetricHistoryBulk' && last.at === 'max_results' && original.status === 200 && ours.status === 200,
  },
];

/** The exception a difference falls under. */
export function exceptionOf(answered: Answered): Exception | undefined {
  return exceptions.find((exception) => exception.isMet(answered));
}

/** Both answers at a glance. */
export function glance({ original, ours }: Answered): string {
  return `${shapeOf(original).slice(0, 60)} | ${shapeOf(ours).slice(0, 60)}`;
}
