import type { ConsoleLine, Plot } from '../model/event.ts';
import type { Database } from './database.ts';
import { int4Array, int8Array } from './pg-arrays.ts';

/** Adds lines to consoles; those of one moment stay in the order given. */
export async function insertConsoleLines(db: Database, rows: readonly { runId: number; line: ConsoleLine }[]): Promise<void> {
  if (rows.length === 0) return;
  await db.query({
    name: 'insert-console-lines',
    text: `insert into console_lines (run_id, timestamp_ms, level, worker, message)
      select run_id, timestamp_ms, level, worker, message
      from unnest($1::int4[], $2::int8[], $3::text[], $4::text[], $5::text[])
        with ordinality as t (run_id, timestamp_ms, level, worker, message, place)
      order by place`,
    values: [
      int4Array(rows.map(({ runId }) => runId)),
      int8Array(rows.map(({ line }) => line.timestampMs)),
      rows.map(({ line }) => line.level),
      rows.map(({ line }) => line.worker),
      rows.map(({ line }) => line.message),
    ],
  });
}

/** Writes plots, each to its place; of several at one place the last one stays. */
export async function upsertPlots(db: Database, rows: readonly { runId: number; plot: Plot }[]): Promise<void> {
  if (rows.length === 0) return;
  const last = new Map<string, { runId: number; plot: Plot }>();
  for (const row of rows) {
    const { kind, title, variant, iteration, fileKey } = row.plot;
    last.set(JSON.stringify([row.runId, kind, title, variant, iteration.toString(), fileKey]), row);
  }
  // sorted by place, so that all servers take the rows in one order
  const unique = [...last].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
  await db.query({
    name: 'upsert-plots',
    text: `insert into run_plots (run_id, kind, title, variant, iteration, file_key, timestamp_ms, url, body, extra)
      select * from unnest($1::int4[], $2::text[], $3::text[], $4::text[], $5::int8[], $6::text[], $7::int8[], $8::text[],
        $9::text[], $10::jsonb[])
      on conflict (run_id, kind, title, variant, iteration, file_key) do update set timestamp_ms = excluded.timestamp_ms,
        url = excluded.url, body = excluded.body, extra = excluded.extra`,
    values: [
      int4Array(unique.map(({ runId }) => runId)),
      unique.map(({ plot }) => plot.kind),
      unique.map(({ plot }) => plot.title),
      unique.map(({ plot }) => plot.variant),
      int8Array(unique.map(({ plot }) => plot.iteration)),
      unique.map(({ plot }) => plot.fileKey),
      int8Array(unique.map(({ plot }) => plot.timestampMs)),
      unique.map(({ plot }) => plot.url),
      unique.map(({ plot }) => plot.body),
      unique.map(({ plot }) => plot.extra),
    ],
  });
}
