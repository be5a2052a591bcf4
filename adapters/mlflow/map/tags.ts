import type { Entry, Run, RunText } from '../../../src/model/run.ts';

/** Tags that are columns of the record, because the other tool knows them under names of its own. */
const columns: Readonly<Record<string, RunText>> = {
  'mlflow.parentRunId': 'parent',
  'mlflow.note.content': 'note',
  'mlflow.user': 'author',
  'mlflow.source.name': 'entryPoint',
  'mlflow.source.git.repoURL': 'repository',
  'mlflow.source.git.branch': 'branch',
  'mlflow.source.git.commit': 'commit',
};

/** The tag that mirrors the run's name, both ways. */
export const RUN_NAME_TAG = 'mlflow.runName';

/** The column a tag stands for, if it does. */
export function columnOfTag(key: string): RunText | undefined {
  return Object.hasOwn(columns, key) ? columns[key] : undefined;
}

/** What tags say of a run itself: its name and the texts that are columns. */
export type TagPatch = Partial<Record<RunText | 'name', string>>;

/** Tags as MLflow sends them, parted into columns and real tags; the last one of a key wins. */
export function splitTags(tags: readonly Entry[]): { patch: TagPatch; tags: Entry[] } {
  const patch: TagPatch = {};
  const rest = new Map<string, string>();
  for (const { key, value } of tags) {
    const column = columnOfTag(key);
    if (column) patch[column] = value;
    else rest.set(key, value);
    if (key === RUN_NAME_TAG && value !== '') patch.name = value;
  }
  return { patch, tags: [...rest].map(([key, value]) => ({ key, value })) };
}

/** All tags of a run as MLflow shows them, columns included. */
export function joinTags(run: Pick<Run, RunText>, tags: readonly Entry[]): Entry[] {
  const all = [...tags];
  for (const [key, column] of Object.entries(columns)) {
    const value = run[column];
    if (value !== null) all.push({ key, value });
  }
  return all;
}
