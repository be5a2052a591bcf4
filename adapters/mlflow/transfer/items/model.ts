import type { EntryItem, ModelItem } from '../../../../src/bridge/item.ts';
import { splitLabels } from './entries.ts';

/** What MLflow says of a logged model. */
export interface LoggedModelFacts
  extends Pick<
    ModelItem,
    | 'id'
    | 'project'
    | 'name'
    | 'type'
    | 'run'
    | 'status'
    | 'statusMessage'
    | 'createdMs'
    | 'changedMs'
    | 'artifactRoot'
    | 'metrics'
  > {
  isDeleted: boolean;
  params: EntryItem[];
  tags: readonly EntryItem[];
}

const nothing = {
  published: false,
  framework: null,
  classes: null,
  design: null,
  uiCache: null,
  uri: null,
  file: null,
  parent: null,
  systemTags: [],
  isPublic: false,
  user: null,
  changedBy: null,
  updatedMs: null,
  lastIteration: null,
  series: [],
} satisfies Partial<ModelItem>;

/** The tag that holds what people say of a model. */
export const NOTE_TAG = 'mlflow.note.content';

/** The item of a logged model. */
export function toModelItem({ isDeleted, tags, ...facts }: LoggedModelFacts): ModelItem {
  return {
    ...nothing,
    ...facts,
    kind: 'model',
    archived: isDeleted,
    note: tags.find(({ key }) => key === NOTE_TAG)?.value ?? null,
    ...splitLabels(tags.filter(({ key }) => key !== NOTE_TAG)),
  };
}

/** How MLflow numbers the states of a logged model, in its database and its files. */
export const modelStatusOfNumber: Readonly<Record<string, ModelItem['status']>> = {
  0: 'unknown',
  1: 'pending',
  2: 'ready',
  3: 'failed',
};
