import type { Plot, PlotKind } from '../model/event.ts';
import type { CurveSelection } from './curves.ts';
import type { Database } from './database.ts';

/** A plot as it is stored, with the run or model it belongs to. */
export interface StoredPlot extends Plot {
  runId: number;
}

/** A place among the plots of one kind of a run: by iteration, then by name. */
export type PlotPlace = Pick<Plot, 'iteration' | 'title' | 'variant' | 'fileKey'>;

export interface PlotRow {
  run_id: number;
  kind: PlotKind;
  title: string;
  variant: string;
  iteration: bigint;
  file_key: string;
  timestamp_ms: bigint;
  url: string | null;
  body: string | null;
  extra: string | null;
}

/** Columns of {@link toPlot}. What is stored as JSON is passed on as text: no number of it is rounded. */
export const PLOT_COLUMNS =
  'p.run_id, p.kind, p.title, p.variant, p.iteration, p.file_key, p.timestamp_ms, p.url, p.body, p.extra::text as extra';

export function toPlot(row: PlotRow): StoredPlot {
  return {
    runId: row.run_id,
    kind: row.kind,
    title: row.title,
    variant: row.variant,
    iteration: row.iteration,
    fileKey: row.file_key,
    timestampMs: row.timestamp_ms,
    url: row.url,
    body: row.body,
    extra: row.extra ?? '{}',
  };
}

/** Columns of a selection: a title and a variant, or any variant, a line. */
export function selectionColumns(selection: readonly CurveSelection[] = []): [titles: string[], variants: (string | null)[]] {
  const pairs = selection.flatMap(({ title, variants }): [string, string | null][] =>
    variants?.length ? variants.map((variant) => [title, variant]) : [[title, null]],
  );
  return [pairs.map(([title]) => title), pairs.map(([, variant]) => variant)];
}

/** "The plot `p` is selected"; an empty selection takes all. @param titles, variants parameters of {@link selectionColumns} */
export function isSelectedPlot(titles: string, variants: string): string {
  return `(cardinality(${titles}::text[]) = 0 or exists (
    select from unnest(${titles}::text[], ${variants}::text[]) as s (title, variant)
    where s.title = p.title and (s.variant is null or s.variant = p.variant)))`;
}

/**
 * The newest plots of each title and variant, by name and newest first.
 * @param iterations how many iterations back
 * @param limit most plots
 */
export async function readNewestPlots(
  db: Database,
  runIds: readonly number[],
  {
    kind,
    iterations,
    selection,
    limit,
    offset = 0,
  }: { kind: PlotKind; iterations: number; selection?: readonly CurveSelection[]; limit: number; offset?: number },
): Promise<StoredPlot[]> {
  const { rows } = await db.query<PlotRow>({
    text: `select ${PLOT_COLUMNS} from (
        select run_id, kind, title, variant, iteration, file_key,
          dense_rank() over (partition by run_id, title, variant order by iteration desc) as age
        from run_plots p where run_id = any($1) and kind = $2 and ${isSelectedPlot('$3', '$4')}
      ) as aged join run_plots p using (run_id, kind, title, variant, iteration, file_key)
      where age <= $5 order by p.title, p.variant, p.run_id, p.iteration desc, p.file_key limit $6 offset $7`,
    values: [runIds, kind, ...selectionColumns(selection), iterations, limit, offset],
  });
  return rows.map(toPlot);
}

/** Plots of one kind of one run or model, by iteration. */
export async function readPlotPage(
  db: Database,
  runId: number,
  kind: PlotKind,
  {
    limit,
    isDescending = false,
    after,
    selection,
  }: { limit: number; isDescending?: boolean; after?: PlotPlace | undefined; selection?: readonly CurveSelection[] },
): Promise<StoredPlot[]> {
  const [direction, beyond] = isDescending ? ['desc', '<'] : ['asc', '>'];
  const order = ['p.iteration', 'p.title', 'p.variant', 'p.file_key'];
  const { rows } = await db.query<PlotRow>({
    text: `select ${PLOT_COLUMNS} from run_plots p where run_id = $1 and kind = $2 and ${isSelectedPlot('$3', '$4')}
      ${after ? `and (${order.join(', ')}) ${beyond} ($6::int8, $7, $8, $9)` : ''}
      order by ${order.map((column) => `${column} ${direction}`).join(', ')} limit $5`,
    values: [
      ...[runId, kind, ...selectionColumns(selection), limit],
      ...(after ? [after.iteration, after.title, after.variant, after.fileKey] : []),
    ],
  });
  return rows.map(toPlot);
}

/** How many plots of a kind a run or model has. */
export async function countPlots(
  db: Database,
  runId: number,
  kind: PlotKind,
  selection?: readonly CurveSelection[],
): Promise<number> {
  const { rows } = await db.query<{ total: number }>({
    text: `select count(*)::int4 as total from run_plots p where run_id = $1 and kind = $2 and ${isSelectedPlot('$3', '$4')}`,
    values: [runId, kind, ...selectionColumns(selection)],
  });
  return rows[0]?.total ?? 0;
}

/** A name under which plots stand. */
export interface PlotName {
  runId: number;
  kind: PlotKind;
  title: string;
  variant: string;
}

/** Names of all plots of some kinds, by name. */
export async function readPlotNames(db: Database, runIds: readonly number[], kinds: readonly PlotKind[]): Promise<PlotName[]> {
  const { rows } = await db.query<Pick<PlotRow, 'run_id' | 'kind' | 'title' | 'variant'>>({
    name: 'plot-names',
    text: `select distinct run_id, kind, title, variant from run_plots where run_id = any($1) and kind = any($2)
      order by title, variant, run_id, kind`,
    values: [runIds, kinds],
  });
  return rows.map(({ run_id: runId, kind, title, variant }) => ({ runId, kind, title, variant }));
}

/** Which runs have console lines. */
export async function runsWithConsole(db: Database, runIds: readonly number[]): Promise<Set<number>> {
  const { rows } = await db.query<{ run_id: number }>({
    name: 'runs-with-console',
    text: 'select run_id from unnest($1::int4[]) as w (run_id) where exists (select from console_lines c where c.run_id = w.run_id)',
    values: [runIds],
  });
  return new Set(rows.map((row) => row.run_id));
}
