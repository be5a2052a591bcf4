import { invalid } from '../../../src/model/errors.ts';

const maxDepth = 50;

/** One value and where it goes. */
export interface PreferenceChange {
  path: string[];
  value: unknown;
}

/**
 * Every value of a tree of preferences with its path; dots in a name mean the same as levels. Lists and empty objects are values.
 * @throws invalid for an empty name and for a tree deeper than 50 levels
 */
export function toPreferenceChanges(tree: Readonly<Record<string, unknown>>, above: readonly string[] = []): PreferenceChange[] {
  return Object.entries(tree).flatMap(([name, value]) => {
    const path = [...above, ...name.split('.')];
    if (path.length > maxDepth) throw invalid('preferences', `The preferences are more than ${maxDepth} levels deep.`);
    if (path.includes(''))
      throw invalid('preferences', `The preferences have an empty name in ${JSON.stringify(path.join('.'))}.`);
    return isBranch(value) ? toPreferenceChanges(value, path) : [{ path, value }];
  });
}

function isBranch(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0;
}
