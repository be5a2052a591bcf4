import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parseExperimentFilter } from '../../../adapters/mlflow/filter/experiment-filter.ts';
import { parseExperimentOrder } from '../../../adapters/mlflow/filter/experiment-order.ts';
import { parseRunFilter } from '../../../adapters/mlflow/filter/run-filter.ts';
import { parseRunOrder } from '../../../adapters/mlflow/filter/run-order.ts';
import { BridgeError } from '../../../src/model/errors.ts';
import type { NumberTest, ProjectCondition, ProjectOrder, RunCondition, RunOrder, TextTest } from '../../../src/model/query.ts';
import type { RunStatus } from '../../../src/model/run.ts';
import { type CorpusCase, corpus } from './filter-corpus.ts';

/** What MLflow 3.17.2 made of a case, recorded by filter-record.ts. */
type Recorded = CorpusCase & { verdict: unknown };

/** The recording may come from a file of other cases too. */
const file = process.env['FILTER_VERDICTS'] ?? `${import.meta.dirname}/../../fixtures/mlflow-filters.jsonl`;
const recording = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Recorded);

const fieldNames: Readonly<Record<string, readonly [string, string]>> = {
  runId: ['attribute', 'run_id'],
  name: ['attribute', 'run_name'],
  authorId: ['attribute', 'user_id'],
  artifactRoot: ['attribute', 'artifact_uri'],
  startedMs: ['attribute', 'start_time'],
  endedMs: ['attribute', 'end_time'],
  parent: ['tag', 'mlflow.parentRunId'],
  note: ['tag', 'mlflow.note.content'],
  author: ['tag', 'mlflow.user'],
  entryPoint: ['tag', 'mlflow.source.name'],
  repository: ['tag', 'mlflow.source.git.repoURL'],
  branch: ['tag', 'mlflow.source.git.branch'],
  commit: ['tag', 'mlflow.source.git.commit'],
  experimentId: ['attribute', 'experiment_id'],
  createdMs: ['attribute', 'creation_time'],
  changedMs: ['attribute', 'last_update_time'],
};
const kinds = { param: 'parameter', tag: 'tag', metric: 'metric' } as const;
const statuses: Readonly<Record<string, string>> = {
  created: 'SCHEDULED',
  in_progress: 'RUNNING',
  completed: 'FINISHED',
  failed: 'FAILED',
  stopped: 'KILLED',
};

/** The five states an MLflow client can write, by MLflow's names. */
function statusNames(states: readonly RunStatus[]): string[] {
  return states.flatMap((state) => statuses[state] ?? []).sort();
}

function textParts(test: TextTest): unknown[] {
  const operator = test.operator.toUpperCase();
  if ('values' in test) return [operator, test.values];
  return [operator, 'value' in test ? test.value : null];
}

function numberParts({ operator, value }: NumberTest): unknown[] {
  return [operator, value];
}

function describeRun(condition: RunCondition): unknown[] {
  switch (condition.on) {
    case 'text':
      return [...(fieldNames[condition.field] ?? []), ...textParts(condition.test)];
    case 'number':
      return [...(fieldNames[condition.field] ?? []), ...numberParts(condition.test)];
    case 'status':
      return ['attribute', 'status', 'IN', statusNames(condition.statuses)];
    case 'metric':
      return ['metric', condition.key, ...numberParts(condition.test)];
    case 'dataset':
      return ['dataset', condition.field, ...textParts(condition.test)];
    default:
      return [kinds[condition.on], condition.key, ...textParts(condition.test)];
  }
}

function describeExperiment(condition: ProjectCondition): unknown[] {
  switch (condition.on) {
    case 'name':
      return ['attribute', 'name', ...textParts(condition.test)];
    case 'number':
      return [...(fieldNames[condition.field] ?? []), ...numberParts(condition.test)];
    case 'experimentId':
      return ['attribute', 'experiment_id', condition.negated ? 'NOT IN' : 'IN', condition.ids.map(String)];
    case 'tag':
      return ['tag', condition.key, ...textParts(condition.test)];
  }
}

function describeRunOrder(order: RunOrder): unknown[] {
  if (order.on === 'field') return [...(fieldNames[order.field] ?? []), !order.descending];
  if (order.on === 'status') return ['attribute', 'status', !order.descending];
  return [kinds[order.on], order.key, !order.descending];
}

function describeExperimentOrder({ field, descending }: ProjectOrder): string {
  const name = field === 'name' ? 'name' : fieldNames[field]?.[1];
  return `${name} ${descending ? 'DESC' : 'ASC'}`;
}

function ours({ language, input }: CorpusCase): unknown {
  try {
    switch (language) {
      case 'run filter':
        return parseRunFilter(String(input)).map(describeRun);
      case 'experiment filter':
        return parseExperimentFilter(String(input)).map(describeExperiment);
      case 'run order':
        return parseRunOrder([...input]).map(describeRunOrder);
      case 'experiment order':
        return parseExperimentOrder([...input]).map(describeExperimentOrder);
    }
  } catch (error) {
    if (error instanceof BridgeError && error.code === 'invalid') return 'refused';
    throw error;
  }
}

/** Python's numbers in the recording: integers as bigint, doubles as number. */
function readNumbers(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(readNumbers);
  if (typeof value !== 'object' || value === null) return value;
  if ('int' in value) return BigInt(String(value.int));
  if ('float' in value) return Number(String(value.float).replace('inf', 'Infinity'));
  return value;
}

/** The recorded meaning; in an order of experiments, a field that comes again has no effect. */
function expectedOf({ language, verdict }: Recorded): unknown {
  if (language !== 'experiment order' || !Array.isArray(verdict)) return readNumbers(verdict);
  const field = (order: unknown) => String(order).split(' ')[0];
  return verdict.filter((order, at) => verdict.findIndex((other) => field(other) === field(order)) === at);
}

function isEqual(left: unknown, right: unknown): boolean {
  try {
    assert.deepEqual(left, right);
    return true;
  } catch {
    return false;
  }
}

/** The clauses of a recorded meaning. */
function clausesOf({ verdict }: Recorded): unknown[][] {
  return Array.isArray(verdict) ? verdict : [];
}

/** Spellings of attributes that the original translates in keys of metrics, params and tags as well. */
const translated = new Set(['start_time', 'run_name']);

/** Where the meaning differs, and why. Everywhere else it is the same, or a refusal on both sides. */
const differences: Readonly<Record<string, (one: Recorded, verdict: unknown) => boolean>> = {
  'the original answers 500, we 400': (one, verdict) => one.verdict === 'crashed' && verdict === 'refused',
  'the original takes a key that nothing can have: empty, or with other characters than keys allow': (one, verdict) =>
    verdict === 'refused' && clausesOf(one).some(([, key]) => !/^[/\p{L}\p{N}_.\- :]+$/u.test(String(key))),
  'the original takes a word behind a name as the end of its key: metrics.a desc > 1, tags.a b IS NULL': (one, verdict) =>
    verdict === 'refused' && clausesOf(one).some(([, key]) => /\S\s+\S/.test(String(key))),
  'the original reads metrics.created as metrics.start_time, and params.`run name` as params.run_name': (one, verdict) =>
    verdict !== 'refused' && clausesOf(one).some(([kind, key]) => kind !== 'attribute' && translated.has(String(key))),
  'the original takes digits of any script as a number': (one, verdict) =>
    verdict === 'refused' && /[^\P{Nd}0-9]/u.test(String(one.input)),
  'the original refuses parameter.5a but not param.5a': (one, verdict) =>
    verdict !== 'refused' && one.verdict === 'refused' && /\bparameters?\.\d/.test(String(one.input)),
  'the original takes a list after an operator that is not IN': (one, verdict) =>
    verdict === 'refused' &&
    clausesOf(one).some(([, , operator, value]) => Array.isArray(value) && !/IN$/.test(String(operator))),
  'the original reads lists with the whole syntax of Python: nesting, prefixes, comments, triple quotes': (one, verdict) =>
    verdict === 'refused' &&
    clausesOf(one).some(([, , operator]) => /IN$/.test(String(operator))) &&
    /\(\s*\(|#|r'|'{3}/.test(String(one.input)),
};

test('every filter and order means what it means to MLflow 3.17.2', () => {
  const unexplained: unknown[] = [];
  const seen = new Set<string>();
  for (const one of recording) {
    const verdict = ours(one);
    if (isEqual(verdict, expectedOf(one))) continue;
    const reason = Object.keys(differences).find((name) => differences[name]?.(one, verdict));
    if (reason) seen.add(reason);
    else unexplained.push({ ...one, ours: verdict });
  }
  assert.deepEqual(unexplained, []);
  assert.deepEqual([...seen].sort(), Object.keys(differences).sort(), 'a difference is listed that is none any more');
});

test('the recording is of the corpus as it is now', { skip: file.endsWith('filters.jsonl') ? false : 'other cases' }, () => {
  assert.deepEqual(
    recording.map(({ language, input }) => ({ language, input })),
    corpus(),
  );
});
