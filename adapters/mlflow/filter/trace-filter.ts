import { invalid, show } from '../../../src/model/errors.ts';
import type { SpanTest, TraceCondition } from '../../../src/model/trace-query.ts';
import { traceStatusWords } from '../map/trace.ts';
import { writePythonJson } from '../wire/python-json.ts';
import { unknownName, unquote } from './name.ts';
import { type Clause, parseFilter } from './parse.ts';
import { resolveTraceName, SOURCE_RUN } from './trace-name.ts';
import { contentTest, spanTest } from './trace-span.ts';
import { numberTest, patternTest } from './value.ts';

/** Times may be given as texts. */
function unquoteNumber(clause: Clause): Clause {
  const text = 'value' in clause && clause.value.kind === 'string' ? unquote(clause.value.text) : undefined;
  if (text === undefined || !/^-?\d+(\.\d+)?$/.test(text)) return clause;
  return { ...clause, value: { kind: text.includes('.') ? 'decimal' : 'integer', text } };
}

function promptCondition(clause: Clause): TraceCondition {
  const test = patternTest(clause, {});
  if (test.operator !== '=') throw invalid('filter', `The filter compares a prompt by ${clause.operator}; only = can be used.`);
  if (test.value.split('/').length !== 2) {
    throw invalid('filter', `The filter names the prompt ${show(test.value)}, which is not of the form name/version.`);
  }
  return { on: 'prompt', prompt: test.value };
}

/** Feedback and expectations: texts are compared with the value's JSON, by = and != also with the text that it means. */
function assessmentCondition(kind: 'feedback' | 'expectation', name: string, clause: Clause): TraceCondition {
  if (/^[<>]=?$/.test(clause.operator)) return { on: 'measure', kind, name, test: numberTest(clause, 'filter', 'double') };
  const test = patternTest(clause, { nulls: true });
  if (test.operator !== '=' && test.operator !== '!=') return { on: 'assessment', kind, name, test };
  const values = [test.value, writePythonJson(test.value)];
  return { on: 'assessment', kind, name, test: { operator: test.operator === '=' ? 'in' : 'not in', values } };
}

function issueCondition(key: string, clause: Clause): TraceCondition {
  if (key !== 'id') throw unknownName('filter', 'issue field', key, ['id']);
  const test = patternTest(clause, {});
  if (test.operator !== '=') throw invalid('filter', `The filter compares an issue by ${clause.operator}; only = can be used.`);
  return { on: 'issue', issue: test.value };
}

/** Tokens and costs are numbers of their own; whether they are known is all that can be asked of their metadata. */
function knownCondition(on: 'usage' | 'cost', { operator }: Clause): TraceCondition {
  if (operator === 'IS NULL' || operator === 'IS NOT NULL') return { on, known: operator === 'IS NOT NULL' };
  throw invalid('filter', `The filter compares the ${on} of traces by ${operator}; only IS NULL and IS NOT NULL can be used.`);
}

/** One comparison; those of spans are still to be gathered. @throws invalid for anything MLflow refuses */
export function traceComparison(clause: Clause): TraceCondition | SpanTest[] {
  const name = resolveTraceName(clause.subject, 'filter');
  switch (name.on) {
    case 'text':
      return { on: 'text', field: name.field, test: patternTest(clause, { lists: !name.isEntry, nulls: name.isEntry }) };
    case 'number':
      return { on: 'number', field: name.field, test: numberTest(unquoteNumber(clause), 'filter', 'exact') };
    case 'status':
      return { on: 'status', words: traceStatusWords, test: patternTest(clause, { lists: true }) };
    case 'run': {
      const test = patternTest(clause, { nulls: true });
      if (test.operator === '=') return { on: 'run', run: test.value, key: SOURCE_RUN };
      return { on: 'metadata', key: SOURCE_RUN, test };
    }
    case 'tag':
    case 'metadata':
      return { on: name.on, key: name.key, test: patternTest(clause, { nulls: true }) };
    case 'usage':
    case 'cost':
      return knownCondition(name.on, clause);
    case 'prompt':
      return promptCondition(clause);
    case 'content':
      return [contentTest(clause)];
    case 'span':
      return [spanTest(name.key, clause)];
    case 'feedback':
    case 'expectation':
      return assessmentCondition(name.on, name.key, clause);
    case 'issue':
      return issueCondition(name.key, clause);
    case 'experiment':
      throw unknownName('filter', 'attribute', 'experiment_id', []);
  }
}

/**
 * Reads the filter of a trace search, in MLflow's language. The empty text has no conditions; all comparisons of spans are one
 * condition, since one span must pass them all.
 * @throws invalid for anything MLflow refuses
 */
export function parseTraceFilter(text: string): TraceCondition[] {
  const spans: SpanTest[] = [];
  const conditions: TraceCondition[] = [];
  for (const one of parseFilter(text).map(traceComparison)) {
    if (Array.isArray(one)) spans.push(...one);
    else conditions.push(one);
  }
  return spans.length > 0 ? [...conditions, { on: 'span', tests: spans }] : conditions;
}
