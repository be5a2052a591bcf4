/** Kinds of judgement on a trace. */
export const assessmentKinds = ['feedback', 'expectation', 'issue'] as const;
export type AssessmentKind = (typeof assessmentKinds)[number];

/** A judgement on a trace or one of its spans. */
export interface Assessment {
  traceId: string;
  /** `a-` and 32 lower hex. */
  id: string;
  name: string;
  kind: AssessmentKind;
  /** JSON text; null when there is only an error. */
  value: string | null;
}
