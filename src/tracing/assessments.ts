import { type Context, nowMsOf } from '../context.ts';
import type { Assessment, AssessmentChange } from '../model/assessment.ts';
import { BridgeError, invalid, notFound, show } from '../model/errors.ts';
import * as store from '../store/assessments.ts';

function noAssessment(traceId: string, id: string): BridgeError {
  return new BridgeError('not_found', `The trace ${show(traceId)} has no assessment with id=${show(id)}.`, {
    resource: `assessment ${id}`,
  });
}

/**
 * Adds an assessment to a trace; the one it overrides is valid no more.
 * @throws not_found for the trace or the overridden assessment, already_exists for an id the trace has
 */
export async function createAssessment(context: Context, assessment: Assessment): Promise<Assessment> {
  const { traceId, overrides } = assessment;
  await context.db.transaction(async (db) => {
    if (!(await store.hasTrace(db, context.workspaceId, traceId))) throw notFound('trace', traceId);
    if (overrides !== null && !(await store.setAssessmentValid(db, traceId, overrides, false))) {
      throw noAssessment(traceId, overrides);
    }
    await store.insertAssessments(db, [assessment]);
  });
  return assessment;
}

/** An assessment of a trace. @throws not_found for the trace or the assessment */
export async function getAssessment(context: Context, traceId: string, id: string): Promise<Assessment> {
  const found = await store.findAssessment(context.db, { workspaceId: context.workspaceId, traceId, id });
  if (!found.hasTrace) throw notFound('trace', traceId);
  if (!found.assessment) throw noAssessment(traceId, id);
  return found.assessment;
}

/**
 * Changes an assessment; a change of nothing still says that it was changed now.
 * @throws not_found for the trace or the assessment, invalid for a value of another kind
 */
export async function updateAssessment(
  context: Context,
  traceId: string,
  id: string,
  change: AssessmentChange,
): Promise<Assessment> {
  return context.db.transaction(async (db) => {
    const found = await store.findAssessment(db, { workspaceId: context.workspaceId, traceId, id }, { locks: true });
    if (!found.hasTrace) throw notFound('trace', traceId);
    if (!found.assessment) throw noAssessment(traceId, id);
    const changed = applyChange(found.assessment, change, nowMsOf(context));
    await store.upsertAssessments(db, [changed]);
    return changed;
  });
}

function applyChange(before: Assessment, change: AssessmentChange, changedMs: bigint): Assessment {
  const { name = before.name, value = before, rationale = before.rationale, metadata = {} } = change;
  if (value.kind !== before.kind) {
    throw invalid(
      value.kind,
      `The assessment ${show(before.id)} is of kind ${before.kind} and cannot be given a value of kind ${value.kind}.`,
    );
  }
  return {
    ...before,
    name,
    value: value.value,
    error: value.error,
    rationale,
    metadata: { ...before.metadata, ...metadata },
    sourceRun: change.sourceRun ?? before.sourceRun,
    coversSession: change.coversSession || before.coversSession,
    changedMs,
  };
}

/** Deletes an assessment; what it overrode is valid again. Fine when there is no such trace or assessment. */
export async function deleteAssessment(context: Context, traceId: string, id: string): Promise<void> {
  await context.db.transaction(async (db) => {
    const overridden = await store.deleteAssessment(db, { workspaceId: context.workspaceId, traceId, id });
    if (overridden !== undefined) await store.setAssessmentValid(db, traceId, overridden, true);
  });
}
