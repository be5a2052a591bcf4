import { PROMPT_TAG } from '../../../src/model/registry.ts';
import type { Clause } from './parse.ts';
import { resolveFiltered } from './registry-name.ts';
import { textTest } from './value.ts';

/** Comparisons that are left, and whether prompts are looked for. */
export interface PromptRule {
  clauses: Clause[];
  withPrompts: boolean;
}

/**
 * Takes out of a filter what it says about prompts. They are left out unless its first comparison of their tag asks for them;
 * where it does, the comparison stays, and finds nothing else.
 * @see MLflow 3.17.2, searches of its SQL registry
 */
export function partPrompts(clauses: Clause[], attributes: readonly string[]): PromptRule {
  const isOfPrompts = (clause: Clause) => {
    const name = resolveFiltered(clause.subject, attributes);
    return name.on === 'tag' && name.key === PROMPT_TAG;
  };
  const first = clauses.find(isOfPrompts);
  const test = first && textTest(first, 'filter');
  const value = test && 'value' in test ? test.value.toLowerCase() : undefined;
  const withPrompts = (test?.operator === '=' && value === 'true') || (test?.operator === '!=' && value === 'false');
  return { clauses: withPrompts ? clauses : clauses.filter((clause) => !isOfPrompts(clause)), withPrompts };
}
