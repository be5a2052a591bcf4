import type { operations } from '../../../openapi/generated/mlflow.ts';
import { nowMsOf } from '../../../src/context.ts';
import type { Handler } from '../../../src/http/door.ts';
import * as tracing from '../../../src/tracing/assessments.ts';
import { fromAssessment, toAssessment, toAssessmentChange } from '../map/assessment.ts';

/** The trace is the one of the path, whatever the assessment says. */
export const createAssessment: Handler<operations['createAssessment']> = async ({ path, body }, context) => {
  const made = { id: `a-${context.newId()}`, ms: nowMsOf(context) };
  const assessment = toAssessment(body.assessment ?? {}, path.trace_id, made);
  return { assessment: fromAssessment(await tracing.createAssessment(context, assessment)) };
};

export const getAssessment: Handler<operations['getAssessment']> = async ({ path }, context) => ({
  assessment: fromAssessment(await tracing.getAssessment(context, path.trace_id, path.assessment_id)),
});

export const updateAssessment: Handler<operations['updateAssessment']> = async ({ path, body }, context) => {
  const change = toAssessmentChange(body.assessment ?? {}, body.update_mask ?? '');
  return { assessment: fromAssessment(await tracing.updateAssessment(context, path.trace_id, path.assessment_id, change)) };
};

export const deleteAssessment: Handler<operations['deleteAssessment']> = async ({ path }, context) => {
  await tracing.deleteAssessment(context, path.trace_id, path.assessment_id);
  return {};
};
