import { invalid } from '../../../src/model/errors.ts';

const MAX_PAGE = 50_000;

/** The page of a list of label schemas, review queues or their items. @throws invalid for a size below 1 or above 50,000 */
export function checkPage(
  { max_results, page_token }: { max_results?: number; page_token?: string },
  byDefault: number,
): { limit: number; after: string | undefined } {
  const limit = max_results ?? byDefault;
  if (limit >= 1 && limit <= MAX_PAGE) return { limit, after: page_token || undefined };
  throw invalid('max_results', `The field max_results must be between 1 and ${MAX_PAGE}, not ${limit}.`);
}
