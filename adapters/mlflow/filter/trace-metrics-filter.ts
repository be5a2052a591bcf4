import type { AssessmentKind } from '../../../src/model/assessment.ts';
import { invalid, show } from '../../../src/model/errors.ts';
import type { MetricFilter, MetricView } from '../../../src/model/trace-metrics.ts';
import { trimBackticks, unknownName } from './name.ts';
import { type Clause, parseFilter } from './parse.ts';
import { traceComparison } from './trace-filter.ts';
import { spanTest } from './trace-span.ts';
import { patternTest } from './value.ts';

const FIELD = 'filters';
const assessmentKinds: readonly AssessmentKind[] = ['feedback', 'expectation', 'issue'];

/** What can be named of each kind of thing, and whether a key goes with it. */
const entities: Readonly<Record<string, Readonly<Record<string, boolean>>>> = {
  trace: { status: false, tag: true, metadata: true },
  span: { name: false, status: false, type: false },
  assessment: { name: false, type: false },
};
/** The view in which a kind of thing can be told apart. Traces can be in all of them. */
const views: Readonly<Record<string, MetricView>> = { span: 'spans', assessment: 'assessments' };

interface MetricName {
  kind: string;
  entity: string;
  /** As it was written. */
  key?: string;
}

/** Parts a name at its first two dots. @throws invalid for a name there is not */
function readName(raw: string): MetricName {
  const [, kindText = '', entity = '', key] = /^([^.]*)\.([^.]*)(?:\.([^]*))?$/.exec(raw) ?? [];
  const kind = trimBackticks(kindText);
  const known = Object.hasOwn(entities, kind) ? entities[kind] : undefined;
  if (!known) throw unknownName(FIELD, 'kind of thing', kind, Object.keys(entities));
  const needsKey = Object.hasOwn(known, entity) ? known[entity] : undefined;
  if (needsKey === undefined) throw unknownName(FIELD, `field of a ${kind}`, entity, Object.keys(known));
  if (needsKey !== (key !== undefined)) {
    throw invalid(FIELD, `The filters name ${show(raw)}; a ${entity} ${needsKey ? 'needs a key' : 'has no key'}.`);
  }
  return key === undefined ? { kind, entity } : { kind, entity, key };
}

function traceFilter({ entity, key }: MetricName, clause: Clause): MetricFilter {
  const condition = traceComparison({ ...clause, subject: key === undefined ? entity : `${entity}.${key}` });
  if (Array.isArray(condition)) throw invalid(FIELD, `The filters name ${show(clause.subject)}, which is no field of a trace.`);
  return { on: 'trace', condition };
}

function assessmentFilter({ entity }: MetricName, clause: Clause): MetricFilter {
  const test = patternTest(clause, {});
  const value = 'value' in test ? test.value : '';
  if (entity === 'name') return { on: 'assessment', name: value };
  return { on: 'assessmentKind', kind: assessmentKinds.find((kind) => kind === value) };
}

/**
 * Reads one of the filters of a question: a single comparison by `=`.
 * @throws invalid for anything else, and for a thing that the view does not show
 */
export function parseMetricFilter(text: string, view: MetricView): MetricFilter {
  const [clause, ...more] = parseFilter(text, FIELD);
  if (!clause || more.length > 0) throw invalid(FIELD, `Each of the filters must be one comparison; ${show(text)} is not.`);
  const name = readName(clause.subject);
  if (clause.operator !== '=') throw invalid(FIELD, `The filters compare by ${clause.operator}; only = can be used.`);
  if (name.kind === 'trace') return traceFilter(name, clause);
  if (views[name.kind] !== view)
    throw invalid(FIELD, `The filters name a ${name.kind}, which only the view of ${views[name.kind]} has.`);
  return name.kind === 'span' ? { on: 'span', test: spanTest(name.entity, clause) } : assessmentFilter(name, clause);
}
