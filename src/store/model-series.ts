import type { FoundModel, ModelRecord } from '../model/model-record.ts';
import { seriesNaming } from '../model/names.ts';
import type { SeriesItem } from '../model/run-record.ts';
import type { Database } from './database.ts';
import type { KeyIds } from './keys.ts';
import { idOfUuid, uuidOfId } from './run-ids.ts';
import { readRunParts } from './run-parts.ts';

/** Models with their series: what they reported themselves, and what runs measured on them under other names. */
export async function withSeries(db: Database, keys: KeyIds, models: readonly ModelRecord[]): Promise<FoundModel[]> {
  const logIds = models.flatMap(({ logId }) => logId ?? []);
  const parts = await readRunParts(db, keys, logIds, ['series']);
  const measured = await readMeasured(
    db,
    models.map(({ id }) => id),
  );
  return models.map((model) => {
    const own = (model.logId !== null && parts.get(model.logId)?.series) || [];
    const names = new Set(own.map(nameOf));
    return { model, series: [...own, ...(measured.get(model.id) ?? []).filter((item) => !names.has(nameOf(item)))] };
  });
}

function nameOf({ title, variant }: SeriesItem): string {
  return JSON.stringify([title, variant]);
}

interface MeasuredRow {
  model_id: string;
  key: string;
  count: bigint;
  last: [step: string, timestampMs: string, value: number | string];
  first: [step: string, timestampMs: string, value: number | string];
  min_value: number;
  min_step: bigint;
  max_value: number;
  max_step: bigint;
  total: number;
}

/** Points that runs logged for models, as series, by model. The latest is the one with the greatest step, then time, then value. */
async function readMeasured(db: Database, ids: readonly string[]): Promise<Map<string, SeriesItem[]>> {
  const series = new Map<string, SeriesItem[]>();
  if (ids.length === 0) return series;
  const whole = 'json_build_array(step::text, timestamp_ms::text, value)';
  const { rows } = await db.query<MeasuredRow>({
    name: 'measured-on-models',
    text: `select model_id, k.key, count(*) as count,
        (array_agg(${whole} order by step desc, timestamp_ms desc, value desc))[1] as last,
        (array_agg(${whole} order by step, timestamp_ms, value))[1] as first,
        min(value) as min_value, (array_agg(step order by value, step))[1] as min_step,
        max(value) as max_value, (array_agg(step order by value desc, step))[1] as max_step, sum(value) as total
      from model_metrics join keys k using (key_id) where model_id = any($1) group by model_id, k.key order by model_id, k.key`,
    values: [ids.map(uuidOfId)],
  });
  for (const row of rows) {
    const id = idOfUuid(row.model_id, null);
    series.set(id, [...(series.get(id) ?? []), toSeries(row)]);
  }
  return series;
}

function toSeries({ key, last, first, ...row }: MeasuredRow): SeriesItem {
  const { first: title, second: variant } = seriesNaming.partsOf(key);
  return {
    key,
    title,
    variant,
    isSingle: false,
    count: row.count,
    lastStep: BigInt(last[0]),
    lastTimestampMs: BigInt(last[1]),
    lastValue: Number(last[2]),
    minValue: row.min_value,
    minStep: row.min_step,
    maxValue: row.max_value,
    maxStep: row.max_step,
    firstValue: Number(first[2]),
    firstStep: BigInt(first[0]),
    total: row.total,
    xAxisLabel: null,
  };
}
