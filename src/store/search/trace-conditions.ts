import type { AssessmentKind } from '../../model/assessment.ts';
import type { PatternTest, SpanTest, TraceCondition, TraceNumberField, TraceTextField } from '../../model/trace-query.ts';
import { COST_COLUMNS, TOKEN_COLUMNS } from '../traces.ts';
import type { Bindings } from './bindings.ts';
import { doubleCondition, wholeCondition } from './number-test.ts';
import { readPattern } from './pattern.ts';
import { textCondition } from './text-test.ts';

/** Columns of `traces t`. */
export const textColumns: Readonly<Record<TraceTextField, string>> = {
  id: 't.trace_id',
  clientRequestId: 't.client_request_id',
  name: 't.name',
  session: 't.session',
};
export const numberColumns: Readonly<Record<TraceNumberField, string>> = {
  startedMs: 't.started_ms',
  durationMs: 't.duration_ms',
  endedMs: '(t.started_ms + coalesce(t.duration_ms, 0))',
};

/** Fields with an index on their beginnings. */
const indexed: ReadonlySet<TraceTextField> = new Set(['name', 'session', 'clientRequestId']);

/** What a condition is written for. */
export interface TraceScope {
  bindings: Bindings;
  /** Expression of the projects searched, an array. */
  projects: string;
}

function patternCondition(expression: string, test: PatternTest, bindings: Bindings, isIndexed = false): string {
  if (test.operator !== 'rlike') return textCondition(expression, test, bindings, isIndexed);
  return `${expression} ~ ${bindings.bind(readPattern(test.value).expression, 'text')}`;
}

/** The word that stands for a status. */
export function statusWord(column: string, words: Readonly<Record<string, string>>, bindings: Bindings): string {
  const cases = Object.entries(words).map(([status, word]) => `when '${status}' then ${bindings.bind(word, 'text')}`);
  return `(case ${column} ${cases.join(' ')} end) collate "C"`;
}

/** A condition on a status by its word. Which statuses are equal to a word is told here: of those the planner knows how many there are. */
function statusCondition(
  column: string,
  { words, test }: { words: Readonly<Record<string, string>>; test: PatternTest },
  bindings: Bindings,
): string {
  const isIn = test.operator === '=' || test.operator === 'in';
  if (!isIn && test.operator !== '!=' && test.operator !== 'not in') {
    return patternCondition(statusWord(column, words, bindings), test, bindings);
  }
  const named = 'values' in test ? test.values : [test.value];
  const statuses = Object.keys(words).filter((status) => named.includes(words[status] ?? '') === isIn);
  return `${column} = any(${bindings.bind(statuses, 'text[]')})`;
}

/** A condition on `spans s`, in SQL. @throws invalid for a regular expression that cannot be searched for */
export function spanTestCondition(one: SpanTest, bindings: Bindings): string {
  return one.on === 'status' ? statusCondition('s.status', one, bindings) : patternCondition(`s.${one.on}`, one.test, bindings);
}

function spanCondition(tests: readonly SpanTest[], bindings: Bindings): string {
  const conditions = tests.map((one) => spanTestCondition(one, bindings));
  return `exists (select from spans s where s.trace_id = t.trace_id and ${conditions.join(' and ')})`;
}

/**
 * Some valid assessment of the trace passes, or one about the whole session of a trace that is searched. Whether any passes at all is
 * asked first, once: traces are not gone through in vain.
 */
function assessmentCondition(kind: AssessmentKind, name: string, passes: string[], { bindings, projects }: TraceScope): string {
  const assessed = [
    `a.kind = ${bindings.bind(kind, 'text')}`,
    `a.name = ${bindings.bind(name, 'text')}`,
    'a.valid',
    ...passes,
  ].join(' and ');
  return `(exists (select from assessments a where ${assessed})
    and (exists (select from assessments a where a.trace_id = t.trace_id and ${assessed})
      or t.session is not null and t.session in (select e.session from assessments a join traces e using (trace_id)
        where a.covers_session and e.session is not null and e.project_id = any(${projects}) and ${assessed})))`;
}

/** A condition on `traces t`, in SQL. @throws invalid for a regular expression that cannot be searched for */
export function traceCondition(condition: TraceCondition, scope: TraceScope): string {
  const { bindings } = scope;
  switch (condition.on) {
    case 'text':
      return patternCondition(textColumns[condition.field], condition.test, bindings, indexed.has(condition.field));
    case 'number':
      return wholeCondition(numberColumns[condition.field], condition.test, bindings);
    case 'status':
      return statusCondition('t.status', condition, bindings);
    case 'tag':
    case 'metadata': {
      const row = `select from trace_entries c where c.trace_id = t.trace_id and c.kind = '${condition.on}'
        and c.key = ${bindings.bind(condition.key, 'text')}`;
      if (condition.test.operator === 'is null') return `not exists (${row})`;
      return `exists (${row} and ${patternCondition('c.value', condition.test, bindings, true)})`;
    }
    case 'usage':
    case 'cost': {
      const columns = Object.values(condition.on === 'usage' ? TOKEN_COLUMNS : COST_COLUMNS).map((column) => `t.${column}`);
      return `num_nonnulls(${columns.join(', ')}) ${condition.known ? '>' : '='} 0`;
    }
    case 'run': {
      const run = bindings.bind(condition.run, 'text');
      // one set of ids instead of two conditions: Postgres begins with it (500 of 50,000 traces: 4 ms instead of 18)
      return `t.trace_id in (select l.trace_id from trace_links l where l.kind = 'run' and l.target = ${run}
        union select c.trace_id from trace_entries c where c.kind = 'metadata' and c.key = ${bindings.bind(condition.key, 'text')}
          and ${textCondition('c.value', { operator: '=', value: condition.run }, bindings, true)})`;
    }
    case 'prompt':
      return `exists (select from trace_links l where l.trace_id = t.trace_id and l.kind = 'prompt_version'
        and l.target = ${bindings.bind(condition.prompt, 'text')})`;
    case 'span':
      return spanCondition(condition.tests, bindings);
    case 'assessment': {
      const { kind, name, test } = condition;
      if (test.operator === 'is null') return `not ${assessmentCondition(kind, name, [], scope)}`;
      return assessmentCondition(kind, name, [patternCondition('a.value', test, bindings)], scope);
    }
    case 'measure': {
      const passes = ['a.is_number', doubleCondition('a.measure', condition.test, bindings)];
      return assessmentCondition(condition.kind, condition.name, passes, scope);
    }
    case 'issue':
      return `exists (select from assessments a where a.trace_id = t.trace_id and a.kind = 'issue'
        and a.name = ${bindings.bind(condition.issue, 'text')})`;
  }
}
