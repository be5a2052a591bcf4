import type { ParamWish } from '../../../src/model/run-change.ts';
import type { DocumentItem } from '../../../src/model/run-record.ts';

/** How old clients' params and configuration are marked, so that those clients find them again. */
const LEGACY_TYPE = 'legacy';
const TF_PREFIX = 'TF_DEFINE/';
const CONFIGURATION_NAME = 'design';

/**
 * Params as clients before API 2.9 sent them: one map inside of `execution`.
 * @see ClearML server 2.3.0, `execution.parameters`
 */
export function legacyParams(parameters: Record<string, unknown> | undefined): ParamWish[] {
  return Object.entries(parameters ?? {}).map(([key, value]) => {
    const isTensorFlow = key.startsWith(TF_PREFIX);
    return {
      first: isTensorFlow ? 'TF_DEFINE' : 'Args',
      second: isTensorFlow ? key.slice(TF_PREFIX.length) : key,
      value: typeof value === 'string' ? value : JSON.stringify(value ?? ''),
      type: LEGACY_TYPE,
    };
  });
}

/** Configuration as the same clients sent it. */
export function legacyConfiguration(description: Record<string, unknown> | undefined): DocumentItem[] {
  return Object.entries(description ?? {}).map(([name, value]) => ({
    name: name || CONFIGURATION_NAME,
    content: typeof value === 'string' ? value : JSON.stringify(value ?? ''),
    type: LEGACY_TYPE,
    description: null,
  }));
}
