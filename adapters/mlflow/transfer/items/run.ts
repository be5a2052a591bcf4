import type { DatasetUse, EntryItem, RunItem } from '../../../../src/bridge/item.ts';
import { BridgeError, show } from '../../../../src/model/errors.ts';
import { writtenStatuses } from '../../map/run.ts';
import { splitTags } from '../../map/tags.ts';
import { splitLabels } from './entries.ts';

/** What MLflow says of a run. */
export interface RunFacts
  extends Pick<
    RunItem,
    'id' | 'project' | 'startedMs' | 'endedMs' | 'archivedMs' | 'authorId' | 'artifactRoot' | 'datasets' | 'models'
  > {
  /** Null or empty in old rows, which have only the tag. */
  name: string | null;
  /** MLflow's word. */
  status: string;
  isDeleted: boolean;
  params: readonly EntryItem[];
  tags: readonly EntryItem[];
}

const nothing = {
  type: null,
  statusReason: null,
  statusMessage: null,
  statusChangedMs: null,
  formerStatus: null,
  queue: null,
  user: null,
  changedBy: null,
  parent: null,
  note: null,
  author: null,
  repository: null,
  branch: null,
  commit: null,
  entryPoint: null,
  workingFolder: null,
  createdMs: null,
  changedMs: null,
  updatedMs: null,
  publishedMs: null,
  activeSeconds: null,
  lastIteration: null,
  lastWorker: null,
  lastWorkerReportMs: null,
  systemTags: [],
  isPublic: false,
  documents: [],
  artifacts: [],
  series: [],
} satisfies Partial<RunItem>;

function statusOf(word: string, id: string): string {
  const status = Object.entries(writtenStatuses).find(([written]) => written === word)?.[1];
  if (status) return status;
  throw new BridgeError('invalid', `The status ${show(word)} of the run ${show(id)} is none of MLflow's.`, { field: 'status' });
}

/** The item of a run: tags that are facts of the record become its fields. @throws invalid for an unknown status */
export function toRunItem(facts: RunFacts): RunItem {
  const { isDeleted, params, tags, name, status, ...given } = facts;
  const { patch, tags: rest } = splitTags(tags);
  const { name: nameOfTag, ...texts } = patch;
  return {
    ...nothing,
    ...given,
    ...texts,
    kind: 'run',
    name: name || nameOfTag || '',
    status: statusOf(status, facts.id),
    archived: isDeleted,
    params: params.map(({ key, value }) => ({ key, first: null, second: null, value, type: null, description: null })),
    ...splitLabels(rest),
  };
}

/** The tag of a dataset use that says what for. */
export const CONTEXT_TAG = 'mlflow.data.context';

/** A dataset use with the tag that says what for taken out of its tags. */
export function toDatasetUse(dataset: Omit<DatasetUse, 'context' | 'tags'>, tags: readonly EntryItem[]): DatasetUse {
  return {
    ...dataset,
    context: tags.find(({ key }) => key === CONTEXT_TAG)?.value ?? null,
    tags: tags.filter(({ key }) => key !== CONTEXT_TAG),
  };
}

/** Facts that columns of 1.x hold and tags since; the tags win. */
const formerColumns = {
  sourceName: 'mlflow.source.name',
  sourceType: 'mlflow.source.type',
  sourceVersion: 'mlflow.source.git.commit',
  entryPointName: 'mlflow.project.entryPoint',
} as const;

/** Tags with what only columns of old runs say. */
export function withFormerColumns(
  tags: readonly EntryItem[],
  columns: Partial<Record<keyof typeof formerColumns, string | null>>,
): EntryItem[] {
  const known = new Set(tags.map(({ key }) => key));
  const added = Object.entries(columns).flatMap(([column, value]) => {
    const key = formerColumns[column as keyof typeof formerColumns];
    return value && value !== 'UNKNOWN' && !known.has(key) ? [{ key, value }] : [];
  });
  return [...tags, ...added];
}
