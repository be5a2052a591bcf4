import type { TextTest } from '../../../src/model/query.ts';
import { type RunStatus, runStatuses } from '../../../src/model/run.ts';
import { toStatus } from '../map/run.ts';

/** MLflow's name for a state, as far as the state alone tells: an unknown one is taken for running. */
function nameOf(status: RunStatus): string {
  return toStatus({ status, startedMs: 0n, endedMs: null });
}

/** The states in the order of MLflow's names, those of one name together. */
export const statusGroups: readonly (readonly RunStatus[])[] = [...new Set(runStatuses.map(nameOf))]
  .sort()
  .map((name) => runStatuses.filter((status) => nameOf(status) === name));

/** LIKE as Postgres has it: `%`, `_`, and a backslash that takes the meaning of what follows. */
function likeExpression(pattern: string, flags: string): RegExp {
  // wildcards in a row are one: otherwise there would be ever more ways to share the text out among them
  const source = pattern.replace(/\\([^])|%+|([^])/gu, (_all, escaped?: string, plain?: string) => {
    if (escaped === undefined && plain === undefined) return '[^]*';
    if (plain === '_') return '[^]';
    return (escaped ?? plain ?? '').replace(/[\\^$.*+?()[\]{}|]/u, '\\$&');
  });
  return new RegExp(`^${source}$`, `u${flags}`);
}

/** Tests a text here, as the database would. */
export function passes(name: string, test: TextTest): boolean {
  switch (test.operator) {
    case '=':
      return name === test.value;
    case '!=':
      return name !== test.value;
    case 'like':
      return likeExpression(test.value, '').test(name);
    case 'ilike':
      return likeExpression(test.value, 'i').test(name);
    case 'in':
      return test.values.includes(name);
    case 'not in':
      return !test.values.includes(name);
    case 'is null':
      return false;
    case 'is not null':
      return true;
  }
}

/** The states whose MLflow name passes a test; names are compared as they are, so `finished` is none. */
export function statusesPassing(test: TextTest): RunStatus[] {
  return runStatuses.filter((status) => passes(nameOf(status), test));
}
