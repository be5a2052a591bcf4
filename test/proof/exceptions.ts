import type { Difference } from '../conformance/mlflow/cases/case.ts';
import { crashOnType, dropsWrongType } from '../conformance/mlflow/cases/differences.ts';
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
];

/** The exception a difference falls under. */
export function exceptionOf(answered: Answered): Exception | undefined {
  return exceptions.find((exception) => exception.isMet(answered));
}

/** Both answers at a glance. */
export function glance({ original, ours }: Answered): string {
  return `${shapeOf(original).slice(0, 60)} | ${shapeOf(ours).slice(0, 60)}`;
}
