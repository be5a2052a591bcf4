import type { DatasetUse, RunItem } from '../../../../src/bridge/item.ts';
import { paramNaming } from '../../../../src/model/names.ts';
import { lastByKey, type RunStatus, runStatuses } from '../../../../src/model/run.ts';
import { toStatus } from '../../map/run.ts';
import { joinTags, RUN_NAME_TAG } from '../../map/tags.ts';
import { CONTEXT_TAG, type RunFacts, toRunItem } from '../items/run.ts';
import { type ItemRows, type KindWriter, type NewRow, ownedBy } from './kind-writer.ts';
import { keyOfName } from './names.ts';
import { fitText } from './schema.ts';
import { derivedId, type Targets } from './targets.ts';
import { fitEntries, joinLabels } from './write-projects.ts';

const LONGEST_ROOT = 200;

/** A dataset use as the tables hold it. */
function fitUse(use: DatasetUse): DatasetUse {
  const texts = { schema: 'dataset_schema', profile: 'dataset_profile' } as const;
  const optional = (field: keyof typeof texts) => {
    const text = use[field];
    return text === null ? null : fitText('datasets', texts[field], text);
  };
  return {
    name: fitText('datasets', 'name', use.name),
    digest: fitText('datasets', 'digest', use.digest),
    sourceType: fitText('datasets', 'dataset_source_type', use.sourceType),
    source: fitText('datasets', 'dataset_source', use.source),
    schema: optional('schema'),
    profile: optional('profile'),
    context: use.context === null ? null : fitText('input_tags', 'value', use.context),
    tags: fitEntries('input_tags', use.tags, 'name'),
  };
}

/** The word MLflow has for the status of a run. */
function wordOf({ status, startedMs, endedMs }: RunItem): string {
  const known = (runStatuses as readonly string[]).includes(status) ? (status as RunStatus) : 'unknown';
  return toStatus({ status: known, startedMs, endedMs });
}

/** What MLflow will say of a run. */
function factsOf(item: RunItem, targets: Targets): RunFacts {
  const experiment = targets.experiment(item.project);
  const id = targets.idOf('run', item.id);
  const name = fitText('runs', 'name', item.name);
  const columns = { ...item, parent: targets.referTo('run', item.parent) };
  const named = name === '' || item.tags.some(({ key }) => key === RUN_NAME_TAG) ? [] : [{ key: RUN_NAME_TAG, value: name }];
  const params = item.params.map((param) => ({ key: keyOfName(paramNaming, param), value: param.value }));
  const links = item.models.map(({ direction, model, step }) => {
    const isOutput = direction === 'output';
    return { direction, model: targets.idOf('model', model), name: '', step: isOutput ? (step ?? 0n) : null, linkedMs: null };
  });
  return {
    id,
    project: String(experiment),
    name,
    status: wordOf(item),
    startedMs: item.startedMs,
    endedMs: item.endedMs || null,
    archivedMs: item.archivedMs,
    isDeleted: item.archived,
    authorId: item.authorId === null ? null : fitText('runs', 'user_id', item.authorId),
    artifactRoot: targets.root(experiment, `/${id}/artifacts`, item.artifactRoot, LONGEST_ROOT),
    params: fitEntries('params', params),
    tags: fitEntries('tags', joinTags(columns, [...named, ...joinLabels(item.labels, item.tags)])),
    datasets: lastByKey(item.datasets.map((use) => ({ key: `${use.name} ${use.digest}`, use: fitUse(use) }))).map(
      ({ use }) => use,
    ),
    models: lastByKey(links.map((link) => ({ key: `${link.direction} ${link.model}`, link }))).map(({ link }) => link),
  };
}

function datasetRows(run: string, experiment: bigint, uses: readonly DatasetUse[]): ItemRows {
  const rows = uses.map((use) => {
    const dataset = derivedId('dataset', String(experiment), use.name, use.digest);
    const input = derivedId('input', run, dataset);
    const context = use.context === null ? [] : [{ key: CONTEXT_TAG, value: use.context }];
    return {
      dataset: {
        dataset_uuid: dataset,
        experiment_id: experiment,
        name: use.name,
        digest: use.digest,
        dataset_source_type: use.sourceType,
        dataset_source: use.source,
        dataset_schema: use.schema,
        dataset_profile: use.profile,
      },
      input: inputRow(input, ['DATASET', dataset], ['RUN', run], 0n),
      tags: [...context, ...use.tags].map(({ key, value }) => ({ input_uuid: input, name: key, value })),
    };
  });
  return {
    datasets: rows.map(({ dataset }) => dataset),
    inputs: rows.map(({ input }) => input),
    input_tags: rows.flatMap(({ tags }) => tags),
  };
}

function inputRow(id: string, source: readonly [string, string], destination: readonly [string, string], step: bigint): NewRow {
  return {
    input_uuid: id,
    source_type: source[0],
    source_id: source[1],
    destination_type: destination[0],
    destination_id: destination[1],
    step,
  };
}

export const runs: KindWriter<'run'> = {
  kind: 'run',
  targetId: (item, targets) => targets.idOf('run', item.id),
  rows(item, targets) {
    const facts = factsOf(item, targets);
    const experiment = BigInt(facts.project ?? 0);
    const { inputs = [], ...datasets } = datasetRows(facts.id, experiment, facts.datasets);
    const links = facts.models.map(({ direction, model, step }) => {
      const word = direction === 'output' ? 'OUTPUT' : 'INPUT';
      const id = derivedId('link', word, facts.id, model);
      return inputRow(id, [`RUN_${word}`, facts.id], [`MODEL_${word}`, model], step ?? 0n);
    });
    return {
      runs: [
        {
          run_uuid: facts.id,
          name: facts.name,
          source_type: 'UNKNOWN',
          source_name: '',
          entry_point_name: '',
          source_version: '',
          user_id: facts.authorId,
          status: facts.status,
          start_time: facts.startedMs,
          end_time: facts.endedMs,
          deleted_time: facts.archivedMs,
          lifecycle_stage: facts.isDeleted ? 'deleted' : 'active',
          artifact_uri: facts.artifactRoot,
          experiment_id: experiment,
        },
      ],
      params: facts.params.map(({ key, value }) => ({ key, value, run_uuid: facts.id })),
      tags: facts.tags.map(({ key, value }) => ({ key, value, run_uuid: facts.id })),
      inputs: [...inputs, ...links],
      ...datasets,
    };
  },
  expected: (item, targets) => toRunItem(factsOf(item, targets)),
  parts: [
    ...ownedBy('run_uuid', 'params', 'tags'),
    { table: 'inputs', columns: ['destination_type', 'destination_id'], of: (id) => ['RUN', id] },
    { table: 'inputs', columns: ['source_type', 'source_id'], of: (id) => ['RUN_INPUT', id] },
    { table: 'inputs', columns: ['source_type', 'source_id'], of: (id) => ['RUN_OUTPUT', id] },
  ],
  rest: [
    ...ownedBy('run_uuid', 'metrics', 'latest_metrics'),
    { table: 'logged_model_metrics', columns: ['run_id'], of: (id) => [id] },
    ...ownedBy('run_uuid', 'runs'),
  ],
};
