import type { Database } from './database.ts';

/** Where a span is kept, and how much its content takes. */
export interface SpanPlace {
  traceId: string;
  id: string;
  bytes: number;
}

/** The spans of some traces by trace: the roots first, then by the moment they began. Traces without spans are not there. */
export async function readSpanPlaces(db: Database, traceIds: readonly string[]): Promise<Map<string, SpanPlace[]>> {
  const { rows } = await db.query<{ trace_id: string; span_id: string; bytes: number }>({
    name: 'span-places',
    text: `select trace_id, span_id, octet_length(content) as bytes from spans where trace_id = any($1)
      order by trace_id, parent_span_id is not null, started_ns, span_id`,
    values: [traceIds],
  });
  const places = new Map<string, SpanPlace[]>();
  for (const { trace_id, span_id, bytes } of rows) {
    const place = { traceId: trace_id, id: span_id, bytes };
    const known = places.get(trace_id);
    if (known) known.push(place);
    else places.set(trace_id, [place]);
  }
  return places;
}

/** Contents of spans in the order given; of those that are gone meanwhile there is none. */
export async function readSpanContents(db: Database, places: readonly SpanPlace[]): Promise<string[]> {
  const { rows } = await db.query<{ content: string }>({
    name: 'span-contents',
    text: `select content from unnest($1::text[], $2::text[]) with ordinality as wanted (trace_id, span_id, place)
      join spans using (trace_id, span_id) order by place`,
    values: [places.map(({ traceId }) => traceId), places.map(({ id }) => id)],
  });
  return rows.map(({ content }) => content);
}
