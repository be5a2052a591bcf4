import { DATASET_CONTEXT_TAG, type Dataset, type DatasetSummary, type DatasetUse, type ModelLink } from '../model/dataset.ts';
import type { Run } from '../model/run.ts';
import type { Database } from './database.ts';

/** Notes the datasets a run used. A dataset known by name and digest in the project is not stored again. */
export async function insertDatasetUses(db: Database, run: Run, uses: readonly DatasetUse[]): Promise<void> {
  if (uses.length === 0) return;
  // one named twice counts as it is named first
  const byName = new Map(uses.toReversed().map((use) => [JSON.stringify([use.dataset.name, use.dataset.digest]), use]));
  const sorted = [...byName.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, use]) => use);
  const column = <K extends keyof Dataset>(field: K) => sorted.map((use) => use.dataset[field]);
  await db.transaction(async (transaction) => {
    await transaction.query({
      text: `insert into datasets (project_id, name, digest, source_type, source, schema, profile)
        select $1, * from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
        on conflict (project_id, name, digest) do nothing`,
      values: [
        run.projectId,
        column('name'),
        column('digest'),
        column('sourceType'),
        column('source'),
        column('schema'),
        column('profile'),
      ],
    });
    await transaction.query({
      text: `insert into run_datasets (run_id, dataset_id, context, tags)
        select $1, d.dataset_id, u.context, u.tags
        from unnest($3::text[], $4::text[], $5::text[], $6::jsonb[]) with ordinality as u (name, digest, context, tags, position)
        join datasets d on d.project_id = $2 and d.name = u.name and d.digest = u.digest
        order by u.position
        on conflict (run_id, dataset_id) do nothing`,
      values: [
        run.runId,
        run.projectId,
        column('name'),
        column('digest'),
        sorted.map((use) => use.tags.find((tag) => tag.key === DATASET_CONTEXT_TAG)?.value ?? null),
        sorted.map((use) => JSON.stringify(use.tags)),
      ],
    });
  });
}

/** Distinct datasets and contexts of some projects, at most `limit`. */
export async function listDatasetSummaries(
  db: Database,
  workspaceId: string,
  experimentIds: readonly bigint[],
  limit: number,
): Promise<DatasetSummary[]> {
  const { rows } = await db.query<{ experiment_id: bigint; name: string; digest: string; context: string | null }>({
    text: `select distinct p.experiment_id, d.name, d.digest, u.context
      from projects p join datasets d using (project_id) join run_datasets u using (dataset_id)
      where p.workspace_id = $1 and p.experiment_id = any($2::int8[])
      order by p.experiment_id, d.name, d.digest, u.context limit $3`,
    values: [workspaceId, experimentIds, limit],
  });
  return rows.map(({ experiment_id, name, digest, context }) => ({ experimentId: experiment_id, name, digest, context }));
}

/** Notes models a run used or made; a link that is there already stays. */
export async function insertModelLinks(db: Database, runId: number, links: readonly ModelLink[]): Promise<void> {
  if (links.length === 0) return;
  await db.query({
    text: `insert into run_models (run_id, direction, model_id, step)
      select $1, * from unnest($2::text[], $3::text[], $4::int8[]) on conflict (run_id, direction, model_id, name) do nothing`,
    values: [runId, links.map((link) => link.direction), links.map((link) => link.modelId), links.map((link) => link.step)],
  });
}

/** What one run is linked with, in the order it was noted. */
export interface RunLinks {
  datasets: DatasetUse[];
  models: ModelLink[];
}

interface LinkRow {
  run_id: number;
  dataset: DatasetUse | null;
  model: (Omit<ModelLink, 'step'> & { step: string }) | null;
}

/** Datasets and models of several runs in one statement, by run; runs without any are left out. */
export async function readRunLinks(db: Database, runIds: readonly number[]): Promise<Map<number, RunLinks>> {
  const links = new Map<number, RunLinks>();
  const { rows } = await db.query<LinkRow>({
    name: 'links-of-runs',
    text: `select u.run_id, u.position, json_build_object('tags', u.tags, 'dataset', json_build_object('name', d.name,
          'digest', d.digest, 'sourceType', d.source_type, 'source', d.source, 'schema', d.schema, 'profile', d.profile
        )) as dataset, null::json as model
      from run_datasets u join datasets d using (dataset_id) where u.run_id = any($1)
      union all
      select run_id, position, null, json_build_object('direction', direction, 'modelId', model_id, 'step', step::text)
      from run_models where run_id = any($1)
      order by run_id, position`,
    values: [runIds],
  });
  for (const { run_id, dataset, model } of rows) {
    const of = links.get(run_id) ?? { datasets: [], models: [] };
    if (dataset) of.datasets.push(dataset);
    // a model may be linked under several names
    if (model && !of.models.some((one) => one.direction === model.direction && one.modelId === model.modelId)) {
      of.models.push({ ...model, step: BigInt(model.step) });
    }
    links.set(run_id, of);
  }
  return links;
}
