import type { TextTest } from '../../../src/model/query.ts';
import { type RunStatus, runStatuses } from '../../../src/model/run.ts';

/** MLflow's name for every state, as far as the state alone tells. */
const names: Readonly<Record<RunStatus, string>> = {
  created: 'SCHEDULED',
  queued: 'SCHEDULED',
  in_progress: 'RUNNING',
  unknown: 'RUNNING',
  completed: 'FINISHED',
  closed: 'FINISHED',
  publishing: 'FINISHED',
  published: 'FINISHED',
  failed: 'FAILED',
  stopped: 'KILLED',
};

/** The states in the order of MLflow's names, those of one name together. */
export const statusGroups: readonly (readonly RunStatus[])[] = [...new Set(Object.values(names))]
  .sort()
  .map((name) => runStatuses.filter((status) => names[status] === name));

/** LIKE as Postgres has it: `%`, `_`, and a backslash that takes the meaning of what follows. */
function likeExpression(pattern: string, flags: string): RegExp {
  const source = pattern.replace(/\\([^])|([^])/gu, (_all, escaped?: string, plain?: string) => {
    if (plain === '%') return '[^]*';
    if (plain === '_') return '[^]';
    return (escaped ?? plain ?? '').replace(/[\\^$.*+?()[\]{}|]/u, '\\$&');
  });
  return new RegExp(`^${source}$`, `u${flags}`);
}

function passes(name: string, test: TextTest): boolean {
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
  return runStatuses.filter((status) => passes(names[status], test));
}
