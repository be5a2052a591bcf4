import type { Assessment } from '../model/assessment.ts';
import type { IdScope } from '../model/reach.ts';
import type { Entry } from '../model/run.ts';
import type { CostKind, TokenKind, Trace, TraceStatus, WholeTrace } from '../model/trace.ts';
import { readAssessments } from './assessments.ts';
import type { Database } from './database.ts';
import { Bindings } from './search/bindings.ts';
import { inScope } from './search/scope.ts';

/** The column of each kind of tokens, of traces. */
export const TOKEN_COLUMNS: Readonly<Record<TokenKind, string>> = {
  input: 'input_tokens',
  output: 'output_tokens',
  total: 'total_tokens',
  cacheRead: 'cache_read_tokens',
  cacheCreation: 'cache_creation_tokens',
  cacheCreationLong: 'cache_creation_long_tokens',
};

/** The column of each part of the cost, of traces and of spans. */
export const COST_COLUMNS: Readonly<Record<CostKind, string>> = {
  input: 'input_cost',
  output: 'output_cost',
  total: 'total_cost',
};

/** A row of {@link TRACE_COLUMNS}. */
export interface TraceRow {
  trace_id: string;
  project_id: number;
  experiment_id: bigint;
  started_ms: bigint;
  duration_ms: bigint | null;
  status: TraceStatus;
  client_request_id: string | null;
  request_preview: string | null;
  response_preview: string | null;
  name: string | null;
  session: string | null;
  input_tokens: bigint | null;
  output_tokens: bigint | null;
  total_tokens: bigint | null;
  cache_read_tokens: bigint | null;
  cache_creation_tokens: bigint | null;
  cache_creation_long_tokens: bigint | null;
  input_cost: number | null;
  output_cost: number | null;
  total_cost: number | null;
  finalized: boolean;
  has_spans: boolean;
  expected_spans: number | null;
  artifact_root: string;
}

/** Address below which a trace's files lie, for statements on `traces t` and `projects p`. */
export const TRACE_ROOT = `coalesce(t.artifact_root, p.artifact_root || '/traces/' || t.trace_id || '/artifacts')`;

/** Columns of {@link toTrace}, for statements on `traces t join projects p using (project_id)`. */
export const TRACE_COLUMNS = `t.trace_id, t.project_id, p.experiment_id, t.started_ms, t.duration_ms, t.status, t.client_request_id,
  t.request_preview, t.response_preview, t.name, t.session, ${Object.values(TOKEN_COLUMNS)
    .map((column) => `t.${column}`)
    .join(', ')}, t.input_cost, t.output_cost, t.total_cost, t.finalized, t.has_spans, t.expected_spans,
  ${TRACE_ROOT} as artifact_root`;

/** The fields that are there, by their kind. */
function present<Kind extends string, Value>(fields: Readonly<Record<Kind, Value | null>>): Partial<Record<Kind, Value>> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as Partial<Record<Kind, Value>>;
}

/** A trace without what was said about it. */
export function toTrace(row: TraceRow): Trace {
  return {
    id: row.trace_id,
    projectId: row.project_id,
    experimentId: row.experiment_id,
    startedMs: row.started_ms,
    durationMs: row.duration_ms,
    status: row.status,
    clientRequestId: row.client_request_id,
    requestPreview: row.request_preview,
    responsePreview: row.response_preview,
    name: row.name,
    session: row.session,
    usage: present<TokenKind, bigint>({
      input: row.input_tokens,
      output: row.output_tokens,
      total: row.total_tokens,
      cacheRead: row.cache_read_tokens,
      cacheCreation: row.cache_creation_tokens,
      cacheCreationLong: row.cache_creation_long_tokens,
    }),
    cost: present<CostKind, number>({ input: row.input_cost, output: row.output_cost, total: row.total_cost }),
    finalized: row.finalized,
    hasSpans: row.has_spans,
    expectedSpans: row.expected_spans,
    artifactRoot: row.artifact_root,
  };
}

/** What was said about a trace. */
export type TraceData = Omit<WholeTrace, 'trace'>;

/** Tags, metadata and assessments of some traces in two statements, by trace; entries in the order of their keys. */
export async function readTraceData(db: Database, ids: readonly string[]): Promise<Map<string, TraceData>> {
  const data = new Map<string, TraceData>(ids.map((id) => [id, { tags: [], metadata: [], assessments: [] }]));
  if (ids.length === 0) return data;
  const [entries, assessments] = await Promise.all([
    db.query<Entry & { trace_id: string; kind: 'tag' | 'metadata' }>({
      name: 'trace-entries',
      text: 'select trace_id, kind, key, value from trace_entries where trace_id = any($1) order by trace_id, kind, key',
      values: [ids],
    }),
    readAssessments(db, ids),
  ]);
  for (const { trace_id, kind, key, value } of entries.rows) {
    const { tags, metadata } = data.get(trace_id) as TraceData;
    (kind === 'tag' ? tags : metadata).push({ key, value });
  }
  for (const [id, list] of assessments) (data.get(id) as TraceData).assessments.push(...(list as Assessment[]));
  return data;
}

/** Some traces with all that was said about them, in the order given. */
export async function withTraceData(db: Database, traces: readonly Trace[]): Promise<WholeTrace[]> {
  const data = await readTraceData(
    db,
    traces.map(({ id }) => id),
  );
  return traces.map((trace) => ({ trace, ...(data.get(trace.id) as TraceData) }));
}

/** Which traces are looked for. */
export interface TraceSelection {
  workspaceId: string;
  ids: readonly string[];
  /** Only those of these experiments. */
  experimentIds?: readonly bigint[];
  /** Only those of projects in it. */
  scope?: IdScope;
}

/** Those of the traces that there are, without what was said about them, in the order of the ids given. */
export async function findTraces(
  db: Database,
  { workspaceId, ids, experimentIds, scope = 'all' }: TraceSelection,
): Promise<Trace[]> {
  const bindings = new Bindings();
  const conditions = [
    `t.trace_id = any(${bindings.bind(ids, 'text[]')})`,
    `p.workspace_id = ${bindings.bind(workspaceId, 'uuid')}`,
    experimentIds && `p.experiment_id = any(${bindings.bind(experimentIds, 'int8[]')})`,
    inScope(bindings, 'p.project_id', scope),
  ].filter((condition) => condition !== undefined);
  const { rows } = await db.query<TraceRow>({
    text: `select ${TRACE_COLUMNS} from traces t join projects p using (project_id) where ${conditions.join(' and ')}`,
    values: bindings.values,
  });
  const found = new Map(rows.map((row) => [row.trace_id, row]));
  return [...new Set(ids)].flatMap((id) => {
    const row = found.get(id);
    return row ? [toTrace(row)] : [];
  });
}

/** Those of the traces that there are, whole, in the order of the ids given. */
export async function readTraces(db: Database, selection: TraceSelection): Promise<WholeTrace[]> {
  return withTraceData(db, await findTraces(db, selection));
}
