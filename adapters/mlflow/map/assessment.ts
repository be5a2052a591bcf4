import type { components } from '../../../openapi/generated/mlflow.ts';
import type {
  Assessment,
  AssessmentChange,
  AssessmentError,
  AssessmentKind,
  AssessmentSource,
} from '../../../src/model/assessment.ts';
import { invalid, show } from '../../../src/model/errors.ts';
import { JsonText } from '../wire/json.ts';
import { parseSpelledJson, writePythonDoubles, writePythonFloat, writePythonJson } from '../wire/python-json.ts';
import { snakeCase } from '../wire/snake-case.ts';
import { checkLength } from './limits.ts';
import { fromMilliseconds, toMilliseconds } from './timestamp.ts';

type Wire = components['schemas'];

/** Metadata by which the original knows the run an assessment was made in, and that it is about a session. */
const SOURCE_RUN = 'mlflow.assessment.sourceRunId';
const SESSION = 'mlflow.trace.session';
/** The one form in which the original writes values that are lists or objects. */
const JSON_FORMAT = 'JSON_FORMAT';
/** Lengths of the original's columns. @see MLflow 3.17.2, table assessments */
const MAX_ID = 50;
const MAX_NAME = 250;
/** Longest stack trace that is handed out; of a longer one the end. */
const MAX_STACK_TRACE = 10_000;
const CUT_MARK = '[Stack trace is truncated]\n...\n';
/** How deep a value may be nested; protobuf's readers take no more. */
const MAX_DEPTH = 100;

const sources: Readonly<Record<AssessmentSource, Wire['assessmentsAssessmentSourceSourceType']>> = {
  unknown: 'SOURCE_TYPE_UNSPECIFIED',
  human: 'HUMAN',
  judge: 'LLM_JUDGE',
  code: 'CODE',
};

/** What each word for who assessed means. */
export const writtenSources: Readonly<Record<Wire['assessmentsAssessmentSourceSourceType'], AssessmentSource>> = {
  SOURCE_TYPE_UNSPECIFIED: 'unknown',
  HUMAN: 'human',
  LLM_JUDGE: 'judge',
  CODE: 'code',
};

function isDeeper(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return depth === 0 || Object.values(value).some((item) => isDeeper(item, depth - 1));
}

/** Any JSON value as it is kept: its numbers are doubles, as they are in protobuf's values. */
function toValue(value: unknown, field: string): string {
  if (isDeeper(value, MAX_DEPTH)) throw invalid(field, `The ${field} is nested more than ${MAX_DEPTH} deep.`);
  return writePythonDoubles(value ?? null);
}

function toError(error: Wire['assessmentsAssessmentError'] | undefined): AssessmentError | null {
  if (!error) return null;
  return { code: error.error_code ?? '', message: error.error_message || null, stackTrace: error.stack_trace || null };
}

function toSerialized({ serialization_format: format = '', value = '' }: Wire['assessmentsExpectationSerializedValue']): string {
  if (format !== JSON_FORMAT) {
    throw invalid(
      'serialization_format',
      `The serialization_format of an expectation must be ${JSON_FORMAT}, not ${show(format)}.`,
    );
  }
  try {
    const parsed = parseSpelledJson(value);
    if (!isDeeper(parsed, MAX_DEPTH)) return writePythonJson(parsed);
  } catch (error) {
    throw invalid('serialized_value', `The serialized_value ${show(value)} is not valid JSON.`, error);
  }
  throw invalid('serialized_value', `The serialized_value is nested more than ${MAX_DEPTH} deep.`);
}

function toExpectation({ value, serialized_value }: Wire['assessmentsExpectation']): string {
  const text = serialized_value ? toSerialized(serialized_value) : toValue(value, 'expectation');
  if (text === 'null') throw invalid('expectation', 'The value of an expectation must not be null.');
  return text;
}

type Given = Wire['assessmentsAssessment'];
type Judged = Pick<Assessment, 'kind' | 'value' | 'error'>;

function toFeedback(feedback: Wire['assessmentsFeedback'] = {}): Judged {
  return { kind: 'feedback', value: toValue(feedback.value, 'feedback'), error: toError(feedback.error) };
}

/** The original keeps the last of several values. */
function toJudged(given: Given): Judged {
  if (given.issue) return { kind: 'issue', value: writePythonJson({ issue_name: given.issue.issue_name ?? '' }), error: null };
  if (given.feedback) return toFeedback(given.feedback);
  if (given.expectation) return { kind: 'expectation', value: toExpectation(given.expectation), error: null };
  throw invalid('assessment', 'The assessment must have a feedback, an expectation or an issue.');
}

/** What metadata says about the assessment itself. */
export function factsOf(metadata: Readonly<Record<string, string>>): Pick<Assessment, 'sourceRun' | 'coversSession'> {
  return { sourceRun: metadata[SOURCE_RUN] ?? null, coversSession: Object.hasOwn(metadata, SESSION) };
}

/**
 * An assessment that a client sends, with what the server adds where the client leaves it out.
 * @throws invalid for one without a value or with one that cannot be kept
 */
export function toAssessment(given: Given, traceId: string, made: { id: string; ms: bigint }): Assessment {
  const metadata = given.metadata ?? {};
  return {
    id: checkLength('assessment_id', given.assessment_id || made.id, MAX_ID),
    traceId,
    ...toJudged(given),
    name: checkLength('assessment_name', given.assessment_name ?? '', MAX_NAME),
    source: writtenSources[given.source?.source_type ?? 'SOURCE_TYPE_UNSPECIFIED'],
    sourceId: given.source?.source_id || null,
    spanId: given.span_id || null,
    rationale: given.rationale || null,
    metadata,
    ...factsOf(metadata),
    overrides: given.overrides || null,
    valid: true,
    createdMs: given.create_time ? toMilliseconds(given.create_time, 'create_time') : made.ms,
    changedMs: given.last_update_time ? toMilliseconds(given.last_update_time, 'last_update_time') : made.ms,
  };
}

function toChangedValue(kind: AssessmentKind, given: Given): AssessmentChange['value'] {
  if (kind === 'feedback') return toFeedback(given.feedback);
  return { kind: 'expectation', value: toExpectation(given.expectation ?? {}), error: null };
}

/**
 * What a client wants changed.
 * @param mask paths joined by commas, in snake_case or lowerCamelCase; unknown ones count for nothing, as in the original
 * @throws invalid when both a feedback and an expectation are named, or `valid`, which only follows from overriding
 */
export function toAssessmentChange(given: Given, mask: string): AssessmentChange {
  const paths = new Set(mask.split(',').map((path) => snakeCase(path.trim())));
  if (paths.has('valid')) throw invalid('update_mask', 'The field valid cannot be changed; override the assessment instead.');
  if (paths.has('feedback') && paths.has('expectation')) {
    throw invalid('update_mask', 'Only one of feedback and expectation can be changed.');
  }
  const kind = paths.has('feedback') ? 'feedback' : paths.has('expectation') ? 'expectation' : undefined;
  const metadata = paths.has('metadata') ? (given.metadata ?? {}) : undefined;
  return {
    ...(paths.has('assessment_name') ? { name: checkLength('assessment_name', given.assessment_name ?? '', MAX_NAME) } : {}),
    ...(kind ? { value: toChangedValue(kind, given) } : {}),
    ...(paths.has('rationale') ? { rationale: given.rationale ?? '' } : {}),
    ...(metadata ? { metadata, ...factsOf(metadata) } : {}),
  };
}

function cutStackTrace(text: string): string {
  return text.length > MAX_STACK_TRACE ? CUT_MARK + text.slice(CUT_MARK.length - MAX_STACK_TRACE) : text;
}

function fromError(error: AssessmentError | null): Wire['assessmentsAssessmentError'] | undefined {
  if (!error) return undefined;
  const { code, message, stackTrace } = error;
  return {
    error_code: code,
    error_message: message ?? undefined,
    stack_trace: stackTrace === null ? undefined : cutStackTrace(stackTrace),
  };
}

/** Lists and objects go out as the JSON they are kept as, all else as a value whose numbers are doubles. */
function fromExpectation(value: string): Wire['assessmentsExpectation'] {
  const parsed: unknown = JSON.parse(value);
  if (typeof parsed === 'object') return { serialized_value: { serialization_format: JSON_FORMAT, value } };
  return { value: typeof parsed === 'number' ? new JsonText(writePythonFloat(parsed)) : parsed };
}

/** An assessment in the form of the wire. */
export function fromAssessment(assessment: Assessment): Wire['assessmentsAssessment'] {
  const { kind, value, metadata } = assessment;
  return {
    assessment_id: assessment.id,
    assessment_name: assessment.name,
    trace_id: assessment.traceId,
    span_id: assessment.spanId ?? undefined,
    source: { source_type: sources[assessment.source], source_id: assessment.sourceId ?? undefined },
    create_time: fromMilliseconds(assessment.createdMs),
    last_update_time: fromMilliseconds(assessment.changedMs),
    feedback: kind === 'feedback' ? { value: new JsonText(value), error: fromError(assessment.error) } : undefined,
    expectation: kind === 'expectation' ? fromExpectation(value) : undefined,
    issue:
      kind === 'issue' ? { issue_name: String((JSON.parse(value) as { issue_name?: unknown }).issue_name ?? '') } : undefined,
    rationale: assessment.rationale ?? undefined,
    metadata: Object.keys(metadata).length > 0 ? metadata : undefined,
    overrides: assessment.overrides ?? undefined,
    valid: assessment.valid,
  };
}
