import { invalid, show } from '../model/errors.ts';
import type { ModelPoint } from '../model/run.ts';
import type { Database } from './database.ts';
import { uuidOfId } from './run-ids.ts';

/** A point of a run that belongs to a model as well. */
export interface ModelPointRow {
  runId: number;
  keyId: number;
  point: ModelPoint;
}

/** The uuid of a model id as clients write it, `m-` and 32 hex. */
export function uuidOfModel(modelId: string): string {
  return uuidOfId(modelId.startsWith('m-') ? modelId.slice(2) : modelId);
}

/**
 * Adds points to models; a point at the same time and step of the same run replaces the older one.
 * @throws invalid when a point names a model that is not there
 */
export async function writeModelPoints(db: Database, rows: readonly ModelPointRow[]): Promise<void> {
  if (rows.length === 0) return;
  const last = new Map<string, ModelPointRow>();
  for (const row of rows) {
    last.set(`${row.point.modelId} ${row.keyId} ${row.point.timestampMs} ${row.point.step} ${row.runId}`, row);
  }
  const unique = [...last.values()];
  await demandModels(db, new Set(unique.map((row) => row.point.modelId)));
  await db.query({
    text: `insert into model_metrics (model_id, run_id, key_id, step, timestamp_ms, value, dataset_name, dataset_digest)
      select * from unnest($1::uuid[], $2::int4[], $3::int4[], $4::int8[], $5::int8[], $6::float8[], $7::text[], $8::text[])
      on conflict (model_id, key_id, timestamp_ms, step, run_id) do update set value = excluded.value,
        dataset_name = excluded.dataset_name, dataset_digest = excluded.dataset_digest`,
    values: [
      unique.map((row) => uuidOfModel(row.point.modelId)),
      unique.map((row) => row.runId),
      unique.map((row) => row.keyId),
      unique.map((row) => row.point.step),
      unique.map((row) => row.point.timestampMs),
      unique.map((row) => row.point.value),
      unique.map((row) => row.point.datasetName ?? null),
      unique.map((row) => row.point.datasetDigest ?? null),
    ],
  });
}

/** Holds the models until the points are committed, so that none is deleted for good meanwhile. */
async function demandModels(db: Database, modelIds: ReadonlySet<string>): Promise<void> {
  const { rows } = await db.query<{ model_id: string }>({
    name: 'models-of-points',
    text: 'select model_id from models where model_id = any($1) order by model_id for key share',
    values: [[...modelIds].map(uuidOfModel)],
  });
  const there = new Set(rows.map((row) => row.model_id));
  for (const id of modelIds) {
    if (!there.has(uuidOfModel(id))) throw invalid('model_id', `The model_id ${show(id)} of a metric names no model.`);
  }
}
