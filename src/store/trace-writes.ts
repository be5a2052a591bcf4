import type { Entry } from '../model/run.ts';
import type { TraceDraft, TraceEnd, TraceFacts } from '../model/trace.ts';
import type { Database } from './database.ts';

/** Entries of a trace as three columns, in the order of their keys: concurrent writers then take the rows in one order. */
function entryColumns({ tags, metadata }: TraceFacts): [kinds: string[], keys: string[], values: string[]] {
  const rows = [
    ...tags.map((entry) => ({ kind: 'tag', ...entry })),
    ...metadata.map((entry) => ({ kind: 'metadata', ...entry })),
  ].sort((a, b) => (a.kind + a.key < b.kind + b.key ? -1 : 1));
  return [rows.map(({ kind }) => kind), rows.map(({ key }) => key), rows.map(({ value }) => value)];
}

/** Values of the columns that {@link FACT_COLUMNS} names. */
function factValues({ name, session, usage, cost, expectedSpans }: TraceFacts): unknown[] {
  return [
    name,
    session,
    usage?.input,
    usage?.output,
    usage?.total,
    usage?.cacheRead,
    usage?.cacheCreation,
    usage?.cacheCreationLong,
    cost?.input,
    cost?.output,
    cost?.total,
    expectedSpans,
  ].map((value) => value ?? null);
}

const FACT_COLUMNS = [
  'name',
  'session',
  'input_tokens',
  'output_tokens',
  'total_tokens',
  'cache_read_tokens',
  'cache_creation_tokens',
  'cache_creation_long_tokens',
  'input_cost',
  'output_cost',
  'total_cost',
  'expected_spans',
] as const;
const LAST_FACTS = FACT_COLUMNS.map((column) => `${column} = coalesce(excluded.${column}, t.${column})`).join(', ');

/** Writes entries of the trace that the part `t` of a statement wrote, $1 to $3 being {@link entryColumns}. */
const WRITE_ENTRIES = `insert into trace_entries (trace_id, kind, key, value)
  select t.trace_id, e.kind, e.key, e.value from t, unnest($1::text[], $2::text[], $3::text[]) as e (kind, key, value)
  on conflict (trace_id, kind, key) do update set value = excluded.value`;

/** How an attempt to write a trace went. */
export type TraceWritten = 'written' | 'no project' | 'archived' | 'elsewhere';

/**
 * Adds a trace, or adds what is said of it to one that is there; its assessments are not touched.
 * @returns why nothing was written: no such project, an archived one, or the trace is in another workspace
 */
export async function upsertTrace(db: Database, workspaceId: string, draft: TraceDraft): Promise<TraceWritten> {
  const { rows } = await db.query<{ archived: boolean; written: string | null }>({
    name: 'upsert-trace',
    text: `with p as (
        select project_id, archived from projects where workspace_id = $4 and experiment_id = $5
      ), t as (
        insert into traces as t (trace_id, project_id, started_ms, duration_ms, status, client_request_id, request_preview,
          response_preview, finalized, ${FACT_COLUMNS.join(', ')})
        select $6, project_id, $7, $8, $9, $10, $11, $12, $13, ${FACT_COLUMNS.map((_, at) => `$${at + 14}`).join(', ')}
        from p where not archived
        on conflict (trace_id) do update set project_id = excluded.project_id, started_ms = excluded.started_ms,
          duration_ms = excluded.duration_ms, status = excluded.status, client_request_id = excluded.client_request_id,
          request_preview = coalesce(excluded.request_preview, t.request_preview),
          response_preview = coalesce(excluded.response_preview, t.response_preview),
          finalized = excluded.finalized or t.finalized, ${LAST_FACTS}
        where t.project_id in (select project_id from projects where workspace_id = $4)
        returning trace_id
      ), e as (${WRITE_ENTRIES})
      select archived, (select trace_id from t) as written from p`,
    values: [
      ...entryColumns(draft.facts),
      workspaceId,
      draft.experimentId,
      draft.id,
      draft.startedMs,
      draft.durationMs,
      draft.status,
      draft.clientRequestId,
      draft.requestPreview,
      draft.responsePreview,
      draft.finalized,
      ...factValues(draft.facts),
    ],
  });
  const row = rows[0];
  if (!row) return 'no project';
  if (row.archived) return 'archived';
  return row.written === null ? 'elsewhere' : 'written';
}

/** Ends a trace and adds what is said of it. @returns false when it is not there */
export async function endTrace(db: Database, workspaceId: string, { id, endedMs, status, facts }: TraceEnd): Promise<boolean> {
  const { rowCount } = await db.query({
    name: 'end-trace',
    text: `with t as (
        update traces t set duration_ms = $6::bigint - t.started_ms, status = $7,
          ${FACT_COLUMNS.map((column, at) => `${column} = coalesce($${at + 8}, t.${column})`).join(', ')}
        from projects p where p.project_id = t.project_id and p.workspace_id = $4 and t.trace_id = $5
        returning t.trace_id
      ), e as (${WRITE_ENTRIES})
      select from t`,
    values: [...entryColumns(facts), workspaceId, id, endedMs, status, ...factValues(facts)],
  });
  return rowCount > 0;
}

/** Sets a tag of a trace. @returns false when the trace is not there */
export async function setTraceTag(db: Database, workspaceId: string, id: string, { key, value }: Entry): Promise<boolean> {
  const { rowCount } = await db.query({
    name: 'set-trace-tag',
    text: `insert into trace_entries (trace_id, kind, key, value)
      select t.trace_id, 'tag', $3, $4 from traces t join projects p using (project_id)
      where p.workspace_id = $1 and t.trace_id = $2
      on conflict (trace_id, kind, key) do update set value = excluded.value`,
    values: [workspaceId, id, key, value],
  });
  return rowCount > 0;
}

/** Removes a tag of a trace. @returns false when the trace or the tag is not there */
export async function deleteTraceTag(db: Database, workspaceId: string, id: string, key: string): Promise<boolean> {
  const { rowCount } = await db.query({
    text: `delete from trace_entries e using traces t join projects p using (project_id)
      where e.trace_id = t.trace_id and p.workspace_id = $1 and t.trace_id = $2 and e.kind = 'tag' and e.key = $3`,
    values: [workspaceId, id, key],
  });
  return rowCount > 0;
}

/** Names a trace, or takes its name away. @returns false when the trace is not there or has no name to take away */
export async function renameTrace(db: Database, workspaceId: string, id: string, name: string | null): Promise<boolean> {
  const { rowCount } = await db.query({
    text: `update traces t set name = $3 from projects p where p.project_id = t.project_id and p.workspace_id = $1
      and t.trace_id = $2 and ($3::text is not null or t.name is not null)`,
    values: [workspaceId, id, name],
  });
  return rowCount > 0;
}

/** What a trace may be linked to. */
export type TraceLinkKind = 'run' | 'prompt_version';

/** Links some traces of the workspace to a thing each; what is linked already, and traces that are not there, change nothing. */
export async function linkTraces(
  db: Database,
  workspaceId: string,
  kind: TraceLinkKind,
  links: readonly { traceId: string; target: string }[],
): Promise<void> {
  if (links.length === 0) return;
  const sorted = links.toSorted((a, b) => (a.traceId + a.target < b.traceId + b.target ? -1 : 1));
  await db.query({
    name: 'link-traces',
    text: `insert into trace_links (trace_id, kind, target)
      select t.trace_id, $2, l.target from unnest($3::text[], $4::text[]) as l (trace_id, target)
      join traces t using (trace_id) join projects p using (project_id) where p.workspace_id = $1
      on conflict (trace_id, kind, target) do nothing`,
    values: [workspaceId, kind, sorted.map(({ traceId }) => traceId), sorted.map(({ target }) => target)],
  });
}
