import { show } from '../../../src/model/errors.ts';
import { ApiError } from '../errors.ts';

/** Shortest name, in characters, once spaces at its ends are taken off. */
const MIN_NAME = 3;
/** Tags that begin so are operators of searches. */
const OPERATOR_PREFIX = '__$';

/** Longest name, in UTF-16 units. */
const MAX_NAME = 10_000;

/** @throws ApiError 400/800 for a name that is too short or too long */
export function checkTaskName(name: string | undefined): void {
  if (name === undefined) return;
  if (name.length > MAX_NAME) {
    throw new ApiError(400, 800, `the field 'name' has ${name.length} characters; at most ${MAX_NAME} are taken`);
  }
  if ([...name.trim()].length >= MIN_NAME) return;
  throw new ApiError(400, 800, `the field 'name' must have at least ${MIN_NAME} characters, not ${show(name)}`);
}

/** @throws ApiError 400/12 for a tag that searches would take for an operator */
export function checkTags(tags: readonly string[] | undefined): void {
  const operator = tags?.find((tag) => tag.startsWith(OPERATOR_PREFIX));
  if (operator === undefined) return;
  throw new ApiError(400, 12, `the tag ${show(operator)} begins with ${OPERATOR_PREFIX}, which searches keep for themselves`);
}
