import { isDeepStrictEqual } from 'node:util';
import type { Compared } from '../conformance/mlflow/compare.ts';
import type { Answered } from './sequence.ts';

/** What makes two differences the same one: the operation, and where the answers part. */
export function signatureOf({ last, original, ours }: Answered): string {
  return `${last.operation}: ${parting(original, ours)}`;
}

function parting(original: Compared, ours: Compared): string {
  const [left, right] = [summary(original), summary(ours)];
  if (left !== right) return `${left} | ${right}`;
  if (original.type !== ours.type) return `type ${original.type} | ${ours.type}`;
  if (!isDeepStrictEqual(original.headers, ours.headers)) return 'headers';
  return `body${firstDifference(original.body, ours.body)}`;
}

function summary({ status, body }: Compared): string {
  return typeof body === 'object' && body !== null && 'error_code' in body ? `${status} ${body.error_code}` : String(status);
}

/** Path of the first place where two JSON values differ; positions in lists are left out. */
function firstDifference(left: unknown, right: unknown): string {
  if (isDeepStrictEqual(left, right)) return '';
  if (Array.isArray(left) && Array.isArray(right)) {
    if (left.length !== right.length) return '[length]';
    const index = left.findIndex((item, at) => !isDeepStrictEqual(item, right[at]));
    return `[]${firstDifference(left[index], right[index])}`;
  }
  if (!isRecord(left) || !isRecord(right)) return '';
  const key = [...new Set([...Object.keys(left), ...Object.keys(right)])].find(
    (name) => !isDeepStrictEqual(left[name], right[name]),
  );
  return key === undefined ? '' : `.${key}${firstDifference(left[key], right[key])}`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
