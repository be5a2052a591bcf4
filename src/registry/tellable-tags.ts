import { PROMPT_TAG, PROMPT_TEXT_TAG } from '../model/registry.ts';
import type { Entry } from '../model/run.ts';

/** Tags by which prompts are kept, which no person gave. */
const inner: ReadonlySet<string> = new Set([PROMPT_TAG, PROMPT_TEXT_TAG, '_mlflow_prompt_type']);

/** Tags as webhooks are told of them: those that people gave, by key. */
export function tellableTags(tags: readonly Entry[]): Record<string, string> {
  return Object.fromEntries(tags.filter(({ key }) => !inner.has(key)).map(({ key, value }) => [key, value]));
}
