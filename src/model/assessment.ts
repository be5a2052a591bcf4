export type AssessmentKind = 'feedback' | 'expectation' | 'issue';

/** Who assessed; a record may leave it open. */
export type AssessmentSource = 'human' | 'judge' | 'code' | 'unknown';

/** Why a feedback has no proper value. */
export interface AssessmentError {
  code: string;
  message: string | null;
  stackTrace: string | null;
}

/** A judgement about a trace or one of its spans. */
export interface Assessment {
  /** Unique within the trace; a new one is `a-` and 32 lower hex. */
  id: string;
  traceId: string;
  kind: AssessmentKind;
  /** What is judged; for an issue its id. */
  name: string;
  /** The value as JSON, spelled as Python's writer spells it: searches compare this text. */
  value: string;
  /** Only feedback has one. */
  error: AssessmentError | null;
  source: AssessmentSource;
  sourceId: string | null;
  /** The span that is judged; null when it is the trace. */
  spanId: string | null;
  rationale: string | null;
  metadata: Readonly<Record<string, string>>;
  /** The run that made it; when that is deleted, it goes too. */
  sourceRun: string | null;
  /** It is about the whole session of its trace. */
  coversSession: boolean;
  /** The assessment that this one stands for from now on. */
  overrides: string | null;
  /** False once another one overrides it. */
  valid: boolean;
  createdMs: bigint;
  changedMs: bigint;
}

/** What of an assessment is changed; what is not there stays. */
export interface AssessmentChange {
  name?: string;
  /** Only fits an assessment of the same kind. */
  value?: { kind: AssessmentKind; value: string; error: AssessmentError | null };
  rationale?: string;
  /** Added to what is there. */
  metadata?: Readonly<Record<string, string>>;
  /** What the added metadata says; null and false change nothing. */
  sourceRun?: string | null;
  coversSession?: boolean;
}

/** What an assessment counts as where assessments are summed up. */
export interface AssessmentMeasure {
  /** Truth values, and "yes" and "no" in any case, are 1 and 0; null for all else that is no number. */
  measure: number | null;
  isNumber: boolean;
}

/** @param value JSON */
export function measureOf(value: string): AssessmentMeasure {
  const parsed: unknown = JSON.parse(value);
  if (typeof parsed === 'number') return { measure: Number.isFinite(parsed) ? parsed : null, isNumber: Number.isFinite(parsed) };
  const answer = typeof parsed === 'string' ? parsed.trim().toLowerCase() : parsed;
  if (answer === true || answer === 'yes') return { measure: 1, isNumber: false };
  return { measure: answer === false || answer === 'no' ? 0 : null, isNumber: false };
}
