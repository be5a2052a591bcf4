import { isJsonObject, parsePythonJson, writePythonJson } from '../../wire/python-json.ts';
import { toWorkspace } from '../items/registry.ts';
import { type Chosen, ofExperiments } from './chosen.ts';
import type { KindReader } from './kind.ts';
import { doubleOf, nameOf, numberOf, type Row, textOf, wholeOf } from './row.ts';
import { type Condition, compares, groupBy, isIn } from './tables.ts';

const datasetLinks: readonly Condition[] = [
  compares('source_type', '=', 'evaluation_dataset'),
  compares('destination_type', '=', 'experiment'),
];

/** Datasets that are linked with a chosen experiment. @param column what names the dataset */
function ofLinked({ selection, experiments }: Chosen, column: string): Condition[] {
  if (!selection.projects) return [];
  const wanted = isIn('destination_id', (experiments ?? []).map(String));
  const where = [...datasetLinks, wanted];
  return [
    {
      sql: `"${column}" in (select source_id from entity_associations where ${where.map(({ sql }) => sql).join(' and ')})`,
      values: where.flatMap(({ values }) => values),
    },
  ];
}

export const evaluationDatasets: KindReader<'evaluation_dataset'> = {
  kind: 'evaluation_dataset',
  table: 'evaluation_datasets',
  columns: ['name', 'schema', 'digest', 'created_time', 'last_update_time', 'created_by', 'last_updated_by', 'workspace'],
  keys: ['dataset_id'],
  chosen: (chosen) => ofLinked(chosen, 'dataset_id'),
  withIds: (ids) => [isIn('dataset_id', ids)],
  idOf: (row) => nameOf(row, 'dataset_id'),
  async prepare(tables, rows) {
    const ids = rows.map((row) => row['dataset_id'] ?? null);
    const columns = ['dataset_id', 'key', 'value'];
    const where = [isIn('dataset_id', ids)];
    const tags = groupBy(await tables.rows({ table: 'evaluation_dataset_tags', columns, where }), 'dataset_id');
    const links = groupBy(
      await tables.rows({
        table: 'entity_associations',
        columns: ['source_id', 'destination_id'],
        where: [...datasetLinks, isIn('source_id', ids)],
      }),
      'source_id',
    );
    return (row) => {
      const id = nameOf(row, 'dataset_id');
      return {
        kind: 'evaluation_dataset',
        id,
        workspace: toWorkspace(textOf(row, 'workspace') ?? 'default'),
        name: textOf(row, 'name') ?? '',
        projects: links(id).map((link) => nameOf(link, 'destination_id')),
        tags: tags(id).map((tag) => ({ key: nameOf(tag, 'key'), value: textOf(tag, 'value') })),
        digest: textOf(row, 'digest'),
        schema: textOf(row, 'schema'),
        createdBy: textOf(row, 'created_by'),
        changedBy: textOf(row, 'last_updated_by'),
        createdMs: wholeOf(row, 'created_time'),
        changedMs: wholeOf(row, 'last_update_time'),
      };
    };
  },
};

/** Under this name the original keeps outputs, which may be any JSON, in a column of objects. */
const WRAPPED = 'mlflow_wrapped';

/** A column of JSON; the word null is none. */
function jsonOf(row: Row, column: string): string | null {
  const text = textOf(row, column);
  return text === null || text.trim() === 'null' ? null : text;
}

/** One field of a column that holds a JSON object. @throws SyntaxError */
function fieldOf(row: Row, column: string, name: string): string | null {
  const text = jsonOf(row, column);
  const value = text === null ? null : parsePythonJson(text);
  const field = isJsonObject(value) ? value[name] : undefined;
  return field === undefined || field === null ? null : writePythonJson(field);
}

export const evaluationRecords: KindReader<'evaluation_record'> = {
  kind: 'evaluation_record',
  table: 'evaluation_dataset_records',
  columns: [
    'dataset_id',
    'inputs',
    'outputs',
    'expectations',
    'tags',
    'source',
    'source_id',
    'source_type',
    'created_time',
    'last_update_time',
    'created_by',
    'last_updated_by',
  ],
  keys: ['dataset_record_id'],
  chosen: (chosen) => ofLinked(chosen, 'dataset_id'),
  withIds: (ids) => [isIn('dataset_record_id', ids)],
  idOf: (row) => nameOf(row, 'dataset_record_id'),
  prepare: async () => (row) => ({
    kind: 'evaluation_record',
    id: nameOf(row, 'dataset_record_id'),
    dataset: nameOf(row, 'dataset_id'),
    inputs: textOf(row, 'inputs') ?? '{}',
    outputs: fieldOf(row, 'outputs', WRAPPED),
    expectations: jsonOf(row, 'expectations'),
    tags: jsonOf(row, 'tags'),
    sourceType: textOf(row, 'source_type'),
    sourceId: textOf(row, 'source_id'),
    sourceData: fieldOf(row, 'source', 'source_data'),
    createdBy: textOf(row, 'created_by'),
    changedBy: textOf(row, 'last_updated_by'),
    createdMs: wholeOf(row, 'created_time'),
    changedMs: wholeOf(row, 'last_update_time'),
  }),
};

export const scorers: KindReader<'scorer'> = {
  kind: 'scorer',
  table: 'scorers',
  columns: ['experiment_id', 'scorer_name'],
  keys: ['scorer_id'],
  chosen: ofExperiments,
  withIds: (ids) => [isIn('scorer_id', ids)],
  idOf: (row) => nameOf(row, 'scorer_id'),
  async prepare(tables, rows) {
    const where = [
      isIn(
        'scorer_id',
        rows.map((row) => row['scorer_id'] ?? null),
      ),
    ];
    const versions = groupBy(
      await tables.rows({
        table: 'scorer_versions',
        columns: ['scorer_id', 'scorer_version', 'serialized_scorer', 'creation_time'],
        where,
      }),
      'scorer_id',
    );
    const configs = groupBy(
      await tables.rows({
        table: 'online_scoring_configs',
        columns: ['scorer_id', 'online_scoring_config_id', 'sample_rate', 'filter_string'],
        where,
      }),
      'scorer_id',
    );
    return (row) => {
      const id = nameOf(row, 'scorer_id');
      const [online] = configs(id);
      return {
        kind: 'scorer',
        id,
        project: nameOf(row, 'experiment_id'),
        name: nameOf(row, 'scorer_name'),
        versions: versions(id).map((version) => ({
          version: numberOf(version, 'scorer_version'),
          definition: textOf(version, 'serialized_scorer') ?? '',
          createdMs: wholeOf(version, 'creation_time'),
        })),
        online: online
          ? {
              id: nameOf(online, 'online_scoring_config_id'),
              sampleRate: doubleOf(online, 'sample_rate') ?? 0,
              filter: textOf(online, 'filter_string'),
            }
          : null,
      };
    };
  },
};
