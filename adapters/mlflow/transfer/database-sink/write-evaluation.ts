import type { EvaluationDatasetItem, EvaluationRecordItem, ScorerItem } from '../../../../src/bridge/item.ts';
import { BridgeError } from '../../../../src/model/errors.ts';
import { hashOfInputs } from '../../map/evaluation-record.ts';
import { isJsonObject, parsePythonJson, writePythonJson } from '../../wire/python-json.ts';
import { type KindWriter, ownedBy } from './kind-writer.ts';
import { fitText } from './schema.ts';
import { derivedId, type Targets, workspaceColumn } from './targets.ts';

function expectedDataset(item: EvaluationDatasetItem, targets: Targets): EvaluationDatasetItem {
  return {
    ...item,
    workspace: item.workspace ?? null,
    name: fitText('evaluation_datasets', 'name', item.name),
    projects: item.projects.filter((project) => targets.has('project', project)).map((id) => String(targets.experiment(id))),
    tags: item.tags.map(({ key, value }) => ({
      key: fitText('evaluation_dataset_tags', 'key', key),
      value: value === null ? null : fitText('evaluation_dataset_tags', 'value', value),
    })),
  };
}

/** JSON as MLflow spells it; a text that is none stays as it is. */
function spelled(json: string): string {
  try {
    return writePythonJson(parsePythonJson(json));
  } catch {
    return json;
  }
}

export const evaluationDatasets: KindWriter<'evaluation_dataset'> = {
  kind: 'evaluation_dataset',
  targetId: ({ id }) => id,
  rows(item, targets) {
    const { id, name, workspace, projects, tags } = expectedDataset(item, targets);
    return {
      evaluation_datasets: [
        {
          dataset_id: id,
          name,
          schema: item.schema === null ? null : spelled(item.schema),
          digest: item.digest,
          created_time: item.createdMs,
          last_update_time: item.changedMs,
          created_by: item.createdBy,
          last_updated_by: item.changedBy,
          workspace: workspaceColumn(workspace),
        },
      ],
      evaluation_dataset_tags: tags.map(({ key, value }) => ({ dataset_id: id, key, value })),
      entity_associations: projects.map((project) => ({
        association_id: `a-${derivedId('link', id, project)}`,
        source_type: 'evaluation_dataset',
        source_id: id,
        destination_type: 'experiment',
        destination_id: project,
        created_time: item.createdMs,
      })),
    };
  },
  expected: expectedDataset,
  parts: [
    ...ownedBy('dataset_id', 'evaluation_dataset_tags'),
    { table: 'entity_associations', columns: ['source_type', 'source_id'], of: (id) => ['evaluation_dataset', id] },
  ],
  rest: ownedBy('dataset_id', 'evaluation_dataset_records', 'evaluation_datasets'),
};

/** The field in which MLflow wraps outputs, which may be any JSON, to an object. */
const WRAPPED = 'mlflow_wrapped';

function hashOfText(inputs: string): string {
  const value = parsePythonJson(inputs);
  if (!isJsonObject(value)) throw new BridgeError('invalid', 'Its inputs are no JSON object.', { field: 'inputs' });
  return hashOfInputs(value).toString('hex');
}

function sourceOf({ sourceType, sourceData }: EvaluationRecordItem): string | null {
  return sourceType === null ? null : `{"source_type": ${JSON.stringify(sourceType)}, "source_data": ${sourceData ?? '{}'}}`;
}

export const evaluationRecords: KindWriter<'evaluation_record'> = {
  kind: 'evaluation_record',
  targetId: ({ id }) => id,
  rows: (item, targets) => ({
    evaluation_dataset_records: [
      {
        dataset_record_id: item.id,
        dataset_id: targets.idOf('evaluation_dataset', item.dataset),
        inputs: item.inputs,
        outputs: item.outputs === null ? null : `{"${WRAPPED}": ${item.outputs}}`,
        expectations: item.expectations,
        tags: item.tags,
        source: sourceOf(item),
        source_id: item.sourceId,
        source_type: item.sourceType,
        created_time: item.createdMs,
        last_update_time: item.changedMs,
        created_by: item.createdBy,
        last_updated_by: item.changedBy,
        input_hash: hashOfText(item.inputs),
      },
    ],
  }),
  expected: (item, targets) => ({ ...item, dataset: targets.idOf('evaluation_dataset', item.dataset) }),
  parts: [],
  rest: ownedBy('dataset_record_id', 'evaluation_dataset_records'),
};

function expectedScorer(item: ScorerItem, targets: Targets): ScorerItem {
  return {
    ...item,
    id: targets.idOf('scorer', item.id),
    project: String(targets.experiment(item.project)),
    name: fitText('scorers', 'scorer_name', item.name),
  };
}

export const scorers: KindWriter<'scorer'> = {
  kind: 'scorer',
  targetId: (item, targets) => targets.idOf('scorer', item.id),
  rows(item, targets) {
    const { id, project, name, versions, online } = expectedScorer(item, targets);
    const experiment = BigInt(project);
    return {
      scorers: [{ experiment_id: experiment, scorer_name: name, scorer_id: id }],
      scorer_versions: versions.map(({ version, definition, createdMs }) => ({
        scorer_id: id,
        scorer_version: version,
        serialized_scorer: definition,
        creation_time: createdMs,
      })),
      online_scoring_configs:
        online === null
          ? []
          : [
              {
                online_scoring_config_id: online.id,
                scorer_id: id,
                sample_rate: online.sampleRate,
                experiment_id: experiment,
                filter_string: online.filter,
              },
            ],
    };
  },
  expected: expectedScorer,
  parts: ownedBy('scorer_id', 'scorer_versions', 'online_scoring_configs'),
  rest: ownedBy('scorer_id', 'scorers'),
};
