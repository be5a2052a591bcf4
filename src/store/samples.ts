import type { PlotKind } from '../model/event.ts';
import type { CurveSelection } from './curves.ts';
import type { Database } from './database.ts';
import {
  isSelectedPlot,
  PLOT_COLUMNS,
  type PlotPlace,
  type PlotRow,
  type StoredPlot,
  selectionColumns,
  toPlot,
} from './plots.ts';

/**
 * Plots `p` that can still be seen. Clients write pictures over older ones of the same series: from the newest overwritten one
 * back, none of them shows what was meant.
 */
function visible(kind: PlotKind, condition: string): string {
  const places = `select p.run_id, p.kind, p.title, p.variant, p.iteration, p.file_key, p.url from run_plots p
    where p.kind = '${kind}' and ${condition}`;
  if (kind !== 'image') return places;
  return `select * from (
      select *, max(iteration) filter (where is_overwritten) over (partition by run_id, title, variant) as lost
      from (
        select *, max(iteration) over (partition by run_id, title, variant, url) > iteration as is_overwritten
        from (${places}) as places
      ) as marked
    ) as judged where lost is null or iteration > lost`;
}

/** Which iterations of a run are asked for. */
export interface SampleRequest {
  runId: number;
  selection: readonly CurveSelection[];
  /** Iterations below this one, or above that one; the newest of all without either. */
  below?: bigint | undefined;
  above?: bigint | undefined;
}

/**
 * Plots of some iterations of one run or model: the nearest to a bound, or the newest.
 * @param iterations how many
 * @returns newest iteration first
 */
export async function readSamples(
  db: Database,
  kind: PlotKind,
  { runId, selection, below, above }: SampleRequest,
  iterations: number,
): Promise<StoredPlot[]> {
  const bound = above === undefined ? below : above;
  const direction = above === undefined ? 'desc' : 'asc';
  const condition = bound === undefined ? '' : `where iteration ${above === undefined ? '<' : '>'} $5`;
  const { rows } = await db.query<PlotRow>({
    text: `with seen as (${visible(kind, `p.run_id = $1 and ${isSelectedPlot('$2', '$3')}`)}),
      chosen as (select distinct iteration from seen ${condition} order by iteration ${direction} limit $4)
      select ${PLOT_COLUMNS} from seen join chosen using (iteration)
        join run_plots p using (run_id, kind, title, variant, iteration, file_key)
      order by p.iteration desc, p.title, p.variant, p.file_key`,
    values: [runId, ...selectionColumns(selection), iterations, ...(bound === undefined ? [] : [bound])],
  });
  return rows.map(toPlot);
}

/** Where one plot, or the plots of one title, stand. */
export type SamplePlace = Pick<PlotPlace, 'title' | 'variant' | 'iteration'>;

/** Plots at a place, all variants unless one is named, and the iterations there are under that name. */
export interface Sample {
  plots: StoredPlot[];
  minIteration: bigint | null;
  maxIteration: bigint | null;
}

/** @param iteration the newest one without it */
export async function readSample(
  db: Database,
  kind: PlotKind,
  { runId, title, variant, iteration }: { runId: number; title: string; variant?: string; iteration?: bigint | undefined },
): Promise<Sample> {
  const selection = [{ title, variants: variant === undefined ? [] : [variant] }];
  const { rows } = await db.query<PlotRow & { low: bigint; high: bigint }>({
    text: `with seen as (${visible(kind, `p.run_id = $1 and ${isSelectedPlot('$2', '$3')}`)}),
      range as (select min(iteration) as low, max(iteration) as high from seen)
      select low, high, ${PLOT_COLUMNS} from range left join (
        seen join run_plots p using (run_id, kind, title, variant, iteration, file_key)
      ) on p.iteration = coalesce($4, range.high)
      order by p.title, p.variant, p.file_key`,
    values: [runId, ...selectionColumns(selection), iteration ?? null],
  });
  const plots = rows.filter((row) => row.run_id !== null).map(toPlot);
  return { plots, minIteration: rows[0]?.low ?? null, maxIteration: rows[0]?.high ?? null };
}

/** How to go on from a place. */
export interface SampleStep {
  isEarlier: boolean;
  /** Among which plots: those of the same title, those of the same title and variant, or all. */
  among: 'title' | 'variant' | 'all';
  /** To another iteration, not to another name at this one. */
  isOtherIteration: boolean;
}

/** The place before or after one, by iteration, title and variant. */
export async function nextSamplePlace(
  db: Database,
  kind: PlotKind,
  runId: number,
  { title, variant, iteration }: SamplePlace,
  { isEarlier, among, isOtherIteration }: SampleStep,
): Promise<SamplePlace | undefined> {
  const [direction, beyond] = isEarlier ? ['desc', '<'] : ['asc', '>'];
  const variants = among === 'variant' ? [variant] : [];
  const selection = among === 'all' ? [] : [{ title, variants }];
  const condition = isOtherIteration
    ? `iteration ${beyond} $4 and $5::text is not null and $6::text is not null`
    : `(iteration, title, variant) ${beyond} ($4, $5, $6)`;
  const { rows } = await db.query<SamplePlace>({
    text: `select iteration, title, variant from (${visible(kind, `p.run_id = $1 and ${isSelectedPlot('$2', '$3')}`)}) as seen
      where ${condition} order by iteration ${direction}, title ${direction}, variant ${direction} limit 1`,
    values: [runId, ...selectionColumns(selection), iteration, title, variant],
  });
  return rows[0];
}
