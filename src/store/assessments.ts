import type { Assessment } from '../model/assessment.ts';
import type { Database } from './database.ts';

/** Assessments of some traces, by trace. */
export async function readAssessments(_db: Database, _traceIds: readonly string[]): Promise<Map<string, Assessment[]>> {
  return new Map();
}
