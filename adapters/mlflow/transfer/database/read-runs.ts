import type { DatasetUse, RunModel } from '../../../../src/bridge/item.ts';
import { toDatasetUse, toRunItem, withFormerColumns } from '../items/run.ts';
import { ofExperiments, ofLifecycle, ofStates, ofTime } from './chosen.ts';
import type { KindReader } from './kind.ts';
import { toEntries } from './read-projects.ts';
import { type Cell, nameOf, type Row, textOf, truthOf, wholeOf } from './row.ts';
import { compares, groupBy, isIn, type Tables } from './tables.ts';

/** What runs read: datasets with what for. */
async function readDatasets(tables: Tables, runs: readonly Cell[]): Promise<(run: Cell | undefined) => DatasetUse[]> {
  const uses = await tables.rows({
    table: 'inputs',
    columns: ['input_uuid', 'source_id', 'destination_id'],
    where: [isIn('destination_id', runs), compares('destination_type', '=', 'RUN'), compares('source_type', '=', 'DATASET')],
  });
  const ids = [...new Set(uses.map((row) => row['source_id'] ?? null))];
  const columns = [
    'dataset_uuid',
    'name',
    'digest',
    'dataset_source_type',
    'dataset_source',
    'dataset_schema',
    'dataset_profile',
  ];
  const datasets = groupBy(await tables.rows({ table: 'datasets', columns, where: [isIn('dataset_uuid', ids)] }), 'dataset_uuid');
  const inputs = uses.map((row) => row['input_uuid'] ?? null);
  const tags = groupBy(
    await tables.rows({
      table: 'input_tags',
      columns: ['input_uuid', 'name', 'value'],
      where: [isIn('input_uuid', inputs)],
    }),
    'input_uuid',
  );
  const byRun = groupBy(uses, 'destination_id');
  return (run) =>
    byRun(run).map((use) => {
      const [dataset] = datasets(use['source_id']);
      if (!dataset) throw new Error(`The dataset ${textOf(use, 'source_id')} that it used is not there.`);
      return toDatasetUse(
        {
          name: textOf(dataset, 'name') ?? '',
          digest: textOf(dataset, 'digest') ?? '',
          sourceType: textOf(dataset, 'dataset_source_type') ?? '',
          source: textOf(dataset, 'dataset_source') ?? '',
          schema: textOf(dataset, 'dataset_schema'),
          profile: textOf(dataset, 'dataset_profile'),
        },
        toEntries(tags(use['input_uuid']), 'name'),
      );
    });
}

/** Models that runs used and made. */
async function readModels(tables: Tables, runs: readonly Cell[]): Promise<(run: Cell | undefined) => RunModel[]> {
  const links = groupBy(
    await tables.rows({
      table: 'inputs',
      columns: ['source_type', 'source_id', 'destination_id', 'step'],
      where: [isIn('source_id', runs), isIn('source_type', ['RUN_INPUT', 'RUN_OUTPUT'])],
    }),
    'source_id',
  );
  return (run) =>
    links(run).map((link) => {
      const isOutput = link['source_type'] === 'RUN_OUTPUT';
      return {
        direction: isOutput ? 'output' : 'input',
        model: nameOf(link, 'destination_id'),
        name: '',
        step: isOutput ? (wholeOf(link, 'step') ?? 0n) : null,
        linkedMs: null,
      };
    });
}

function entriesOf(tables: Tables, table: 'params' | 'tags', runs: readonly Cell[]): Promise<Row[]> {
  return tables.rows({ table, columns: ['key', 'value', 'run_uuid'], where: [isIn('run_uuid', runs)] });
}

export const runs: KindReader<'run'> = {
  kind: 'run',
  table: 'runs',
  columns: [
    'name',
    'source_type',
    'source_name',
    'source_version',
    'entry_point_name',
    'user_id',
    'status',
    'start_time',
    'end_time',
    'deleted_time',
    'lifecycle_stage',
    'artifact_uri',
    'experiment_id',
  ],
  keys: ['run_uuid'],
  chosen: (chosen) => [...ofExperiments(chosen), ...ofLifecycle(chosen), ...ofTime(chosen, 'start_time'), ...ofStates(chosen)],
  withIds: (ids) => [isIn('run_uuid', ids)],
  idOf: (row) => nameOf(row, 'run_uuid'),
  async prepare(tables, rows) {
    const ids = rows.map((row) => row['run_uuid'] ?? null);
    const params = groupBy(await entriesOf(tables, 'params', ids), 'run_uuid');
    const tags = groupBy(await entriesOf(tables, 'tags', ids), 'run_uuid');
    const datasets = await readDatasets(tables, ids);
    const models = await readModels(tables, ids);
    return (row) => {
      const id = nameOf(row, 'run_uuid');
      return toRunItem({
        id,
        project: textOf(row, 'experiment_id'),
        name: textOf(row, 'name'),
        status: textOf(row, 'status') ?? '',
        startedMs: wholeOf(row, 'start_time'),
        // the original takes an end at 0 for none
        endedMs: wholeOf(row, 'end_time') || null,
        isDeleted: row['lifecycle_stage'] === 'deleted',
        archivedMs: wholeOf(row, 'deleted_time'),
        authorId: textOf(row, 'user_id'),
        artifactRoot: textOf(row, 'artifact_uri'),
        params: toEntries(params(id)),
        tags: withFormerColumns(toEntries(tags(id)), {
          sourceName: textOf(row, 'source_name'),
          sourceType: textOf(row, 'source_type'),
          sourceVersion: textOf(row, 'source_version'),
          entryPointName: textOf(row, 'entry_point_name'),
        }),
        datasets: datasets(id),
        models: models(id),
      });
    };
  },
};

/** Whether a value is marked as none; databases before 1.1 have no mark, and null instead. */
export function isNaNPoint(row: Row, value: string): boolean {
  return truthOf(row, 'is_nan') || row[value] === null || row[value] === undefined;
}
