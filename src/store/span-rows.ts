import { BridgeError, show } from '../model/errors.ts';
import type { Cost, Span, TokenKind, TokenUsage, TraceSpans } from '../model/trace.ts';
import { sumCost, sumUsage } from '../model/trace-sums.ts';
import type { Database } from './database.ts';
import { int4Array, int8Array, textArray } from './pg-arrays.ts';
import { COST_COLUMNS, TOKEN_COLUMNS } from './traces.ts';

/** Spans of a trace, and the project that it is in or shall be in. */
export interface SpanWrite extends TraceSpans {
  projectId: number;
}

/** How writing a trace's row went. */
interface WrittenTrace {
  trace_id: string;
  /** Made now; all its spans are in this write. */
  inserted: boolean;
  /** Its maker said how many tokens, and what cost, the whole has. */
  keeps_usage: boolean;
  keeps_cost: boolean;
}

const SUMS = [...Object.values(TOKEN_COLUMNS), ...Object.values(COST_COLUMNS)] as const;
const NS_PER_MS = 1_000_000n;

function sumColumns(sums: readonly { usage: TokenUsage | undefined; cost: Cost | undefined }[]): unknown[] {
  return [
    ...(Object.keys(TOKEN_COLUMNS) as TokenKind[]).map((kind) => sums.map(({ usage }) => usage?.[kind]?.toString() ?? null)),
    ...(['input', 'output', 'total'] as const).map((kind) => sums.map(({ cost }) => cost?.[kind] ?? null)),
  ];
}

/** Where a span is, in Postgres' order of keys: all writers then take the rows in one order. */
function compareSpans(a: Span, b: Span): number {
  return a.traceId < b.traceId || (a.traceId === b.traceId && a.id < b.id) ? -1 : 1;
}

/** First and last moment of some spans; null when none of them has ended. */
function boundsOf(spans: readonly Span[]): { startedMs: bigint; endedMs: bigint | null } {
  let [started, ended] = [spans[0]?.startedNs ?? 0n, 0n];
  for (const { startedNs, endedNs } of spans) {
    if (startedNs < started) started = startedNs;
    if (endedNs !== null && endedNs > ended) ended = endedNs;
  }
  return { startedMs: started / NS_PER_MS, endedMs: ended === 0n ? null : ended / NS_PER_MS };
}

/**
 * Adds traces, or widens those that are there by what their new spans say; what its maker said of a whole trace stays.
 * @returns one row per trace, but for those that are in another workspace than their project
 */
async function upsertTraces(db: Database, writes: readonly SpanWrite[]): Promise<WrittenTrace[]> {
  const bounds = writes.map(({ spans }) => boundsOf(spans));
  const sums = writes.map(({ spans }) => ({ usage: sumUsage(spans), cost: sumCost(spans) }));
  const { rows } = await db.query<WrittenTrace>({
    name: 'upsert-traces-of-spans',
    text: `insert into traces as t (trace_id, project_id, started_ms, duration_ms, status, request_preview, response_preview, name,
        session, ${SUMS.join(', ')}, has_spans)
      select trace_id, project_id, started_ms, ended_ms - started_ms, coalesce(status, 'in_progress'), request_preview,
        response_preview, name, session, ${SUMS.join(', ')}, true
      from unnest($1::text[], $2::int4[], $3::int8[], $4::int8[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[],
        $10::int8[], $11::int8[], $12::int8[], $13::int8[], $14::int8[], $15::int8[], $16::float8[], $17::float8[], $18::float8[])
        as s (trace_id, project_id, started_ms, ended_ms, status, request_preview, response_preview, name, session,
        ${SUMS.join(', ')})
      order by trace_id
      on conflict (trace_id) do update set
        started_ms = case when t.finalized then t.started_ms else least(t.started_ms, excluded.started_ms) end,
        duration_ms = case when t.finalized or excluded.duration_ms is null then t.duration_ms
          else greatest(t.started_ms + t.duration_ms, excluded.started_ms + excluded.duration_ms)
            - least(t.started_ms, excluded.started_ms) end,
        status = case when t.status in ('in_progress', 'unspecified') and excluded.status <> 'in_progress' then excluded.status
          else t.status end,
        request_preview = coalesce(t.request_preview, excluded.request_preview),
        response_preview = coalesce(t.response_preview, excluded.response_preview),
        name = coalesce(excluded.name, t.name), session = coalesce(t.session, excluded.session), has_spans = true
      where (select workspace_id from projects p where p.project_id = t.project_id)
        = (select workspace_id from projects p where p.project_id = excluded.project_id)
      returning trace_id, xmax = 0 as inserted,
        finalized and coalesce(${Object.values(TOKEN_COLUMNS).join(', ')}) is not null as keeps_usage,
        finalized and coalesce(input_cost, output_cost, total_cost) is not null as keeps_cost`,
    values: [
      textArray(writes.map(({ traceId }) => traceId)),
      int4Array(writes.map(({ projectId }) => projectId)),
      int8Array(bounds.map(({ startedMs }) => startedMs)),
      bounds.map(({ endedMs }) => endedMs?.toString() ?? null),
      textArray(writes.map(({ status }) => status)),
      textArray(writes.map(({ requestPreview }) => requestPreview)),
      textArray(writes.map(({ responsePreview }) => responsePreview)),
      textArray(writes.map(({ name }) => name)),
      textArray(writes.map(({ session }) => session)),
      ...sumColumns(sums),
    ],
  });
  return rows;
}

/** Tokens as they are kept with a span: JSON, in which texts keep all digits. */
function usageJson(usage: TokenUsage): string {
  return JSON.stringify(usage, (_kind, value: unknown) => (typeof value === 'bigint' ? value.toString() : value));
}

function toUsage(kept: Readonly<Record<string, string>>): TokenUsage {
  return Object.fromEntries(Object.entries(kept).map(([kind, count]) => [kind, BigInt(count)]));
}

/** Adds spans; one that is there is replaced. */
async function upsertSpans(db: Database, spans: readonly Span[]): Promise<void> {
  await db.query({
    name: 'upsert-spans',
    text: `insert into spans (trace_id, span_id, parent_span_id, name, type, status, started_ns, ended_ns, content, model, provider,
        usage, has_cost, input_cost, output_cost, total_cost)
      select trace_id, span_id, parent_span_id, name, type, status, started_ns, ended_ns, content, model, provider, usage::jsonb,
        has_cost, input_cost, output_cost, total_cost
      from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::int8[], $8::int8[], $9::text[],
        $10::text[], $11::text[], $12::text[], $13::bool[], $14::float8[], $15::float8[], $16::float8[])
        as s (trace_id, span_id, parent_span_id, name, type, status, started_ns, ended_ns, content, model, provider, usage,
        has_cost, input_cost, output_cost, total_cost)
      on conflict (trace_id, span_id) do update set parent_span_id = excluded.parent_span_id, name = excluded.name,
        type = excluded.type, status = excluded.status, started_ns = excluded.started_ns, ended_ns = excluded.ended_ns,
        content = excluded.content, model = excluded.model, provider = excluded.provider, usage = excluded.usage,
        has_cost = excluded.has_cost, input_cost = excluded.input_cost, output_cost = excluded.output_cost,
        total_cost = excluded.total_cost`,
    values: [
      textArray(spans.map(({ traceId }) => traceId)),
      textArray(spans.map(({ id }) => id)),
      textArray(spans.map(({ parentId }) => parentId)),
      textArray(spans.map(({ name }) => name)),
      textArray(spans.map(({ type }) => type)),
      textArray(spans.map(({ status }) => status)),
      int8Array(spans.map(({ startedNs }) => startedNs)),
      spans.map(({ endedNs }) => endedNs?.toString() ?? null),
      textArray(spans.map(({ content }) => content)),
      textArray(spans.map(({ model }) => model)),
      textArray(spans.map(({ provider }) => provider)),
      textArray(spans.map(({ usage }) => (usage === null ? null : usageJson(usage)))),
      spans.map(({ cost }) => cost !== null),
      ...(['input', 'output', 'total'] as const).map((kind) => spans.map(({ cost }) => cost?.[kind] ?? null)),
    ],
  });
}

/** Says what spans say of their traces: tags in any case, metadata only where there is none yet. */
async function writeEntries(db: Database, writes: readonly SpanWrite[]): Promise<void> {
  const rows = writes.flatMap(({ traceId, tags, metadata }) => [
    ...metadata.map((entry) => ({ traceId, kind: 'metadata', ...entry })),
    ...tags.map((entry) => ({ traceId, kind: 'tag', ...entry })),
  ]);
  if (rows.length === 0) return;
  await db.query({
    name: 'entries-of-spans',
    text: `insert into trace_entries as e (trace_id, kind, key, value)
      select * from unnest($1::text[], $2::text[], $3::text[], $4::text[]) as s (trace_id, kind, key, value)
      order by trace_id, kind, key collate "C"
      on conflict (trace_id, kind, key) do update set value = excluded.value where e.kind = 'tag' and e.value <> excluded.value`,
    values: [
      textArray(rows.map(({ traceId }) => traceId)),
      textArray(rows.map(({ kind }) => kind)),
      textArray(rows.map(({ key }) => key)),
      textArray(rows.map(({ value }) => value)),
    ],
  });
}

interface SummedRow {
  trace_id: string;
  span_id: string;
  parent_span_id: string | null;
  usage: Record<string, string> | null;
  has_cost: boolean;
  input_cost: number | null;
  output_cost: number | null;
  total_cost: number | null;
}

/**
 * Reckons the sums of traces anew from all their spans: a span that reports for those below it may come after them. Reads a few
 * bytes of each span, contents are not touched.
 */
async function sumAgain(db: Database, ids: readonly string[], kept: ReadonlyMap<string, WrittenTrace>): Promise<void> {
  if (ids.length === 0) return;
  const { rows } = await db.query<SummedRow>({
    name: 'spans-to-sum',
    text: `select trace_id, span_id, parent_span_id, usage, has_cost, input_cost, output_cost, total_cost from spans
      where trace_id = any($1)`,
    values: [ids],
  });
  const byTrace = Map.groupBy(rows, (row) => row.trace_id);
  const sums = ids.map((id) => {
    const spans = (byTrace.get(id) ?? []).map((row) => ({
      id: row.span_id,
      parentId: row.parent_span_id,
      usage: row.usage && toUsage(row.usage),
      cost: row.has_cost ? { input: row.input_cost ?? 0, output: row.output_cost ?? 0, total: row.total_cost ?? 0 } : null,
    }));
    const trace = kept.get(id);
    return { usage: trace?.keeps_usage ? undefined : sumUsage(spans), cost: trace?.keeps_cost ? undefined : sumCost(spans) };
  });
  await db.query({
    name: 'sum-traces',
    text: `update traces t set ${SUMS.map((column) => `${column} = coalesce(s.${column}, t.${column})`).join(', ')}
      from unnest($1::text[], $2::int8[], $3::int8[], $4::int8[], $5::int8[], $6::int8[], $7::int8[], $8::float8[], $9::float8[],
        $10::float8[]) as s (trace_id, ${SUMS.join(', ')})
      where t.trace_id = s.trace_id`,
    values: [ids, ...sumColumns(sums)],
  });
}

/**
 * Writes spans and what they say of their traces, in one transaction.
 * @param writes one per trace, each span once
 * @throws already_exists for a trace that is in another workspace than its project here
 */
export async function writeSpans(db: Database, writes: readonly SpanWrite[]): Promise<void> {
  await db.transaction(async (transaction) => {
    const written = new Map((await upsertTraces(transaction, writes)).map((row) => [row.trace_id, row]));
    const missing = writes.find(({ traceId }) => !written.has(traceId));
    if (missing) throw traceElsewhere(missing.traceId);
    await upsertSpans(transaction, writes.flatMap(({ spans }) => spans).toSorted(compareSpans));
    await writeEntries(transaction, writes);
    const grown = writes.filter(
      ({ traceId, spans }) => !written.get(traceId)?.inserted && spans.some(({ usage, cost }) => usage !== null || cost !== null),
    );
    await sumAgain(
      transaction,
      grown.map(({ traceId }) => traceId),
      written,
    );
  });
}

/** What a trace is answered with whose id is taken where the caller cannot see it. */
export function traceElsewhere(id: string): BridgeError {
  return new BridgeError('already_exists', `A trace with id=${show(id)} exists in another workspace.`, {
    resource: `trace ${id}`,
  });
}
