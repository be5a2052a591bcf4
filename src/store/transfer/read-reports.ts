import type { PlotKind } from '../../model/event.ts';
import type { Database } from '../database.ts';
import { PLOT_COLUMNS, type PlotRow } from '../plots.ts';
import { type FactOwner, readReporters } from './read-owners.ts';
import { scan } from './read-page.ts';

export interface LineFacts {
  timestampMs: bigint;
  level: string;
  worker: string | null;
  message: string;
}

const LINES_AT_ONCE = 500;
/** A plot may have some megabytes. */
const PLOTS_AT_ONCE = 20;

/** Console lines of owners, as they were reported; those of one owner follow each other. */
export async function* scanLines<Owner extends FactOwner>(
  db: Database,
  owners: readonly Owner[],
): AsyncGenerator<{ owner: Owner; lines: LineFacts[] }[]> {
  const reporters = await readReporters(db, owners);
  const text = `select run_id, timestamp_ms as "timestampMs", level, worker, message from console_lines
    where run_id = any($1) order by run_id, line_id`;
  const statement = { text, values: [[...reporters.keys()]] };
  for await (const rows of scan<LineFacts & { run_id: number }>(db, statement, LINES_AT_ONCE)) {
    const byOwner = Map.groupBy(rows, ({ run_id }) => run_id);
    yield [...byOwner].map(([runId, of]) => ({
      owner: reporters.get(runId) as Owner,
      lines: of.map(({ run_id: _, ...line }) => line),
    }));
  }
}

export interface PlotFacts<Owner> {
  owner: Owner;
  type: PlotKind;
  title: string;
  variant: string;
  iteration: bigint;
  fileKey: string;
  timestampMs: bigint;
  url: string | null;
  body: string | null;
  extra: string | null;
}

/** Plots of owners. */
export async function* scanPlots<Owner extends FactOwner>(
  db: Database,
  owners: readonly Owner[],
): AsyncGenerator<PlotFacts<Owner>[]> {
  const reporters = await readReporters(db, owners);
  const text = `select ${PLOT_COLUMNS} from run_plots p where p.run_id = any($1)
    order by p.run_id, p.kind, p.title, p.variant, p.iteration, p.file_key`;
  for await (const rows of scan<PlotRow>(db, { text, values: [[...reporters.keys()]] }, PLOTS_AT_ONCE)) {
    yield rows.map((row) => ({
      owner: reporters.get(row.run_id) as Owner,
      type: row.kind,
      title: row.title,
      variant: row.variant,
      iteration: row.iteration,
      fileKey: row.file_key,
      timestampMs: row.timestamp_ms,
      url: row.url,
      body: row.body,
      extra: row.extra,
    }));
  }
}
