import { invalid } from '../../../src/model/errors.ts';

/**
 * The page of a list that a client asks for.
 * @param sizes its size where none is asked for, and at most
 * @throws invalid for a size below 1 or above the most
 */
export function toPage(
  { max_results, page_token }: { max_results?: number | bigint; page_token?: string },
  sizes: { usual: number; most: number },
): { limit: number; after: string | undefined } {
  const limit = Number(max_results ?? sizes.usual);
  if (limit >= 1 && limit <= sizes.most) return { limit, after: page_token || undefined };
  throw invalid('max_results', `The field max_results must be between 1 and ${sizes.most}, not ${limit}.`);
}
