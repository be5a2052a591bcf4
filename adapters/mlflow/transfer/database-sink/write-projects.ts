import type { EntryItem, ProjectItem } from '../../../../src/bridge/item.ts';
import { lastByKey } from '../../../../src/model/run.ts';
import { type ExperimentFacts, toProjectItem } from '../items/project.ts';
import { SOURCE_TAG } from './experiments.ts';
import type { KindWriter } from './kind-writer.ts';
import { fitText } from './schema.ts';
import { type Targets, workspaceColumn } from './targets.ts';

const NOTE_TAG = 'mlflow.note.content';
const LONGEST_ROOT = 256;

/** Labels and tags as MLflow has both: tags, labels those without a value. */
export function joinLabels(labels: readonly string[], tags: readonly EntryItem[]): EntryItem[] {
  return [...labels.map((key) => ({ key, value: '' })), ...tags];
}

/** Entries as a table holds them: what is too long is cut, and of one key the last stays. */
export function fitEntries(table: string, entries: readonly EntryItem[], key = 'key', value = 'value'): EntryItem[] {
  return lastByKey(entries.map((entry) => ({ key: fitText(table, key, entry.key), value: fitText(table, value, entry.value) })));
}

/** What MLflow will say of a project. */
function factsOf(item: ProjectItem, targets: Targets): ExperimentFacts {
  const id = targets.experiment(item.id);
  const tags = [
    ...(item.description ? [{ key: NOTE_TAG, value: item.description }] : []),
    ...(item.experimentId === String(id) ? [] : [{ key: SOURCE_TAG, value: item.id }]),
    ...joinLabels(item.labels, item.tags),
  ];
  return {
    id: String(id),
    workspace: item.workspace ?? null,
    name: targets.experimentName(item, id),
    artifactRoot: targets.root(id, '', item.artifactRoot, LONGEST_ROOT),
    isDeleted: item.archived,
    createdMs: item.createdMs,
    changedMs: item.changedMs,
    tags: fitEntries('experiment_tags', tags),
  };
}

export const projects: KindWriter<'project'> = {
  kind: 'project',
  targetId: (item, targets) => String(targets.experiment(item.id)),
  rows(item, targets) {
    const facts = factsOf(item, targets);
    const id = BigInt(facts.id);
    return {
      experiments: [
        {
          experiment_id: id,
          name: facts.name,
          artifact_location: facts.artifactRoot,
          lifecycle_stage: facts.isDeleted ? 'deleted' : 'active',
          creation_time: facts.createdMs,
          last_update_time: facts.changedMs,
          workspace: workspaceColumn(facts.workspace),
        },
      ],
      experiment_tags: facts.tags.map(({ key, value }) => ({ key, value, experiment_id: id })),
    };
  },
  expected: (item, targets) => toProjectItem(factsOf(item, targets)),
  parts: [{ table: 'experiment_tags', columns: ['experiment_id'], of: (id) => [BigInt(id)] }],
  rest: ['datasets', 'experiments'].map((table) => ({ table, columns: ['experiment_id'], of: (id) => [BigInt(id)] })),
};

export const workspaces: KindWriter<'workspace'> = {
  kind: 'workspace',
  targetId: ({ name }) => name,
  rows: (item) => ({
    workspaces: [
      {
        name: item.name,
        description: item.description,
        default_artifact_root: item.artifactRoot,
        trace_archival_location: item.traceArchivalLocation,
        trace_archival_retention: item.traceArchivalRetention,
      },
    ],
  }),
  expected: (item) => ({ ...item, id: item.name }),
  parts: [],
  rest: [{ table: 'workspaces', columns: ['name'], of: (id) => [id] }],
};
