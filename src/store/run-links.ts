import { DATASET_CONTEXT_TAG, type Dataset, type DatasetSummary, type DatasetUse, type ModelLink } from '../model/dataset.ts';
import type { Entry, Run } from '../model/run.ts';
import type { Database } from './database.ts';

interface DatasetRow {
  run_id: number;
  name: string;
  digest: string;
  source_type: string;
  source: string;
  schema: string | null;
  profile: string | null;
  tags: Entry[];
}

/** Notes the datasets a run used. A dataset known by name and digest in the project is not stored again. */
export async function insertDatasetUses(db: Database, run: Run, uses: readonly DatasetUse[]): Promise<void> {
  if (uses.length === 0) return;
  const byName = new Map(uses.map((use) => [JSON.stringify([use.dataset.name, use.dataset.digest]), use]));
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

/** Datasets that several runs used, by run. */
export async function readDatasetUses(db: Database, runIds: readonly number[]): Promise<Map<number, DatasetUse[]>> {
  const uses = new Map<number, DatasetUse[]>();
  const { rows } = await db.query<DatasetRow>({
    name: 'datasets-of-runs',
    text: `select u.run_id, d.name, d.digest, d.source_type, d.source, d.schema, d.profile, u.tags
      from run_datasets u join datasets d using (dataset_id) where u.run_id = any($1) order by u.run_id, u.position`,
    values: [runIds],
  });
  for (const row of rows) {
    const list = uses.get(row.run_id) ?? [];
    const { name, digest, source, schema, profile } = row;
    list.push({ dataset: { name, digest, sourceType: row.source_type, source, schema, profile }, tags: row.tags });
    uses.set(row.run_id, list);
  }
  return uses;
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
      select $1, * from unnest($2::text[], $3::text[], $4::int8[]) on conflict (run_id, direction, model_id) do nothing`,
    values: [runId, links.map((link) => link.direction), links.map((link) => link.modelId), links.map((link) => link.step)],
  });
}

/** Models that several runs used or made, by run. */
export async function readModelLinks(db: Database, runIds: readonly number[]): Promise<Map<number, ModelLink[]>> {
  const links = new Map<number, ModelLink[]>();
  const { rows } = await db.query<{ run_id: number; direction: ModelLink['direction']; model_id: string; step: bigint }>({
    name: 'models-of-runs',
    text: 'select run_id, direction, model_id, step from run_models where run_id = any($1) order by run_id, position',
    values: [runIds],
  });
  for (const { run_id, direction, model_id, step } of rows) {
    const list = links.get(run_id) ?? [];
    list.push({ direction, modelId: model_id, step });
    links.set(run_id, list);
  }
  return links;
}
