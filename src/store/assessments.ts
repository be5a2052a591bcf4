import {
  type Assessment,
  type AssessmentError,
  type AssessmentKind,
  type AssessmentSource,
  measureOf,
} from '../model/assessment.ts';
import type { Database } from './database.ts';

/** A row of {@link ASSESSMENT_COLUMNS}; its moments are texts, so that JSON keeps their digits. */
export interface AssessmentRow {
  trace_id: string;
  assessment_id: string;
  kind: AssessmentKind;
  name: string;
  value: string;
  error: AssessmentError | null;
  source: AssessmentSource;
  source_id: string | null;
  span_id: string | null;
  rationale: string | null;
  metadata: Record<string, string>;
  source_run: string | null;
  covers_session: boolean;
  overrides: string | null;
  valid: boolean;
  created_ms: string;
  changed_ms: string;
}

/** Columns of {@link toAssessment}, for statements on `assessments a`. */
const ASSESSMENT_COLUMNS = `a.trace_id, a.assessment_id, a.kind, a.name, a.value, a.error, a.source, a.source_id, a.span_id, a.rationale,
  a.metadata, a.source_run, a.covers_session, a.overrides, a.valid, a.created_ms::text, a.changed_ms::text`;

/** The assessments of one trace as a JSON list of {@link AssessmentRow}, oldest first; null for none. @param traceId an expression */
export function assessmentsJson(traceId: string): string {
  return `(select json_agg(a) from (select ${ASSESSMENT_COLUMNS} from assessments a where a.trace_id = ${traceId}
    order by a.created_ms, a.assessment_id) a)`;
}

/** One that was read. */
export function toAssessment(row: AssessmentRow): Assessment {
  return {
    id: row.assessment_id,
    traceId: row.trace_id,
    kind: row.kind,
    name: row.name,
    value: row.value,
    error: row.error,
    source: row.source,
    sourceId: row.source_id,
    spanId: row.span_id,
    rationale: row.rationale,
    metadata: row.metadata,
    sourceRun: row.source_run,
    coversSession: row.covers_session,
    overrides: row.overrides,
    valid: row.valid,
    createdMs: BigInt(row.created_ms),
    changedMs: BigInt(row.changed_ms),
  };
}

/** Which assessment is meant. Its trace counts only in the workspace. */
export interface AssessmentPlace {
  workspaceId: string;
  traceId: string;
  id: string;
}

/** An assessment, and whether the workspace has its trace. */
export async function findAssessment(
  db: Database,
  { workspaceId, traceId, id }: AssessmentPlace,
  options: { locks?: boolean } = {},
): Promise<{ hasTrace: boolean; assessment?: Assessment }> {
  const { rows } = await db.query<AssessmentRow>({
    text: `select ${ASSESSMENT_COLUMNS} from assessments a join traces t using (trace_id) join projects p using (project_id)
      where a.trace_id = $1 and a.assessment_id = $2 and p.workspace_id = $3${options.locks ? ' for update of a' : ''}`,
    values: [traceId, id, workspaceId],
  });
  if (rows[0]) return { hasTrace: true, assessment: toAssessment(rows[0]) };
  return { hasTrace: await hasTrace(db, workspaceId, traceId) };
}

/** Whether a workspace has a trace; inside a transaction it stays there until the end. */
export async function hasTrace(db: Database, workspaceId: string, traceId: string): Promise<boolean> {
  const { rows } = await db.query({
    text: `select 1 from traces t join projects p using (project_id)
      where t.trace_id = $1 and p.workspace_id = $2 for key share of t`,
    values: [traceId, workspaceId],
  });
  return rows.length > 0;
}

function toRow(assessment: Assessment) {
  const { measure, isNumber } = measureOf(assessment.value);
  return {
    trace_id: assessment.traceId,
    assessment_id: assessment.id,
    kind: assessment.kind,
    name: assessment.name,
    value: assessment.value,
    measure,
    is_number: isNumber,
    error: assessment.error,
    source: assessment.source,
    source_id: assessment.sourceId,
    span_id: assessment.spanId,
    rationale: assessment.rationale,
    metadata: assessment.metadata,
    source_run: assessment.sourceRun,
    covers_session: assessment.coversSession,
    overrides: assessment.overrides,
    valid: assessment.valid,
    created_ms: String(assessment.createdMs),
    changed_ms: String(assessment.changedMs),
  };
}

const NAMES = `trace_id, assessment_id, kind, name, value, measure, is_number, error, source, source_id, span_id, rationale, metadata,
  source_run, covers_session, overrides, valid, created_ms, changed_ms`;

/** The rows of a JSON list; its texts may hold anything but U+0000. */
const GIVEN = 'jsonb_populate_recordset(null::assessments, $1::jsonb)';

/** Adds assessments of traces there are. @throws already_exists for an id that one of its trace has */
export async function insertAssessments(db: Database, assessments: readonly Assessment[]): Promise<void> {
  if (assessments.length === 0) return;
  await db.query({
    text: `insert into assessments (${NAMES}) select ${NAMES} from ${GIVEN}`,
    values: [JSON.stringify(assessments.map(toRow))],
  });
}

/** Adds assessments, or puts them in place of those with their ids. */
export async function upsertAssessments(db: Database, assessments: readonly Assessment[]): Promise<void> {
  if (assessments.length === 0) return;
  const columns = NAMES.split(',').map((name) => name.trim());
  await db.query({
    text: `insert into assessments (${NAMES}) select ${NAMES} from ${GIVEN}
      on conflict (trace_id, assessment_id) do update set ${columns.map((name) => `${name} = excluded.${name}`).join(', ')}`,
    values: [JSON.stringify(assessments.map(toRow))],
  });
}

/** Says whether an assessment is overridden. @returns whether there is one of that id */
export async function setAssessmentValid(db: Database, traceId: string, id: string, valid: boolean): Promise<boolean> {
  const { rowCount } = await db.query({
    text: 'update assessments set valid = $3 where trace_id = $1 and assessment_id = $2',
    values: [traceId, id, valid],
  });
  return rowCount > 0;
}

/** Deletes an assessment. @returns what it overrode; undefined when it overrode nothing or there is none of that id */
export async function deleteAssessment(db: Database, { workspaceId, traceId, id }: AssessmentPlace): Promise<string | undefined> {
  const { rows } = await db.query<{ overrides: string | null }>({
    text: `delete from assessments a using traces t, projects p
      where a.trace_id = $1 and a.assessment_id = $2
        and t.trace_id = a.trace_id and p.project_id = t.project_id and p.workspace_id = $3
      returning a.overrides`,
    values: [traceId, id, workspaceId],
  });
  return rows[0]?.overrides ?? undefined;
}

/** Deletes the assessments of a workspace's traces that this run made. */
export async function deleteAssessmentsOfRun(db: Database, workspaceId: string, runId: string): Promise<void> {
  await db.query({
    text: `delete from assessments a using traces t, projects p
      where a.source_run = $1 and t.trace_id = a.trace_id and p.project_id = t.project_id and p.workspace_id = $2`,
    values: [runId, workspaceId],
  });
}

/** Deletes the assessments of a workspace's traces that runs of this project made. */
export async function deleteAssessmentsOfProject(db: Database, workspaceId: string, projectId: number): Promise<void> {
  await db.query({
    text: `delete from assessments a using traces t, projects p
      where a.source_run in (select coalesce(r.external_id, replace(r.uuid::text, '-', '')) from runs r where r.project_id = $1)
        and t.trace_id = a.trace_id and p.project_id = t.project_id and p.workspace_id = $2`,
    values: [projectId, workspaceId],
  });
}
