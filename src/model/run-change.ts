import { areSameParts, nameOfParts, type Parts, paramNaming, type StoredName, type TakenNames } from './names.ts';
import type { ArtifactItem, DocumentItem, ParamItem, RunDocumentKind, RunModelItem, RunRecord } from './run-record.ts';

/** Fields of a run that are set as they are given. */
export type RunFields = Partial<
  Pick<
    RunRecord,
    | 'name'
    | 'type'
    | 'status'
    | 'statusReason'
    | 'statusMessage'
    | 'formerStatus'
    | 'queueId'
    | 'parent'
    | 'note'
    | 'repository'
    | 'branch'
    | 'commit'
    | 'entryPoint'
    | 'workingFolder'
    | 'startedMs'
    | 'endedMs'
    | 'publishedAt'
    | 'lastIteration'
    | 'lastWorker'
    | 'lastWorkerReportAt'
    | 'activeSeconds'
    | 'archived'
    | 'systemTags'
    | 'isPublic'
  >
>;

/** The project a run is in. */
export interface RunProject {
  projectId: number;
  /** It is in that project for MLflow alone. */
  isProjectless: boolean;
}

/** Rows to be written and the names of rows that go first. */
export interface RowChange<Write, Name> {
  remove: readonly Name[];
  write: readonly Write[];
}

/** A param as it is to be stored. */
export interface ParamWrite extends StoredName {
  value: string;
  type: string | null;
  description: string | null;
}

/** A tag as it is stored: a label, or a property. */
export interface TagItem {
  key: string;
  /** What ClearML calls it, when that is not the key. */
  name: string | null;
  isLabel: boolean;
  value: string;
  type: string | null;
  description: string | null;
}

/** Everything one request changes of one run. Parts left out stay as they are. */
export interface RunChange {
  set?: RunFields;
  /** Moves the run, with what is indexed by project. */
  project?: RunProject;
  params?: RowChange<ParamWrite, string>;
  tags?: RowChange<TagItem, string>;
  configuration?: RowChange<DocumentItem, string>;
  /** Null removes a document. */
  documents?: Partial<Record<RunDocumentKind, string | null>>;
  artifacts?: RowChange<ArtifactItem, Pick<ArtifactItem, 'key' | 'mode'>>;
  models?: RowChange<RunModelItem, Pick<RunModelItem, 'direction' | 'name'>>;
}

/** A param as a client wants it. */
export interface ParamWish extends Parts {
  value: string;
  type?: string | null;
  description?: string | null;
}

/** How far a list of wishes replaces what is there: not at all, in the sections it names, or everywhere. */
export type Replaced = 'none' | 'section' | 'all';

function partsText({ first, second }: Parts): string {
  return JSON.stringify([first, second]);
}

/**
 * What to change so that a run has the params wished for. Params that are there keep their key; new ones get one that no
 * other row has.
 */
export function planParams(
  there: readonly ParamItem[],
  wishes: readonly ParamWish[],
  replaced: Replaced,
): RowChange<ParamWrite, string> {
  const wanted = new Map(wishes.map((wish) => [partsText(wish), wish]));
  const sections = new Set(wishes.map((wish) => wish.first));
  const goes = (item: ParamItem) =>
    !wanted.has(partsText(item)) && (replaced === 'all' || (replaced === 'section' && sections.has(item.first)));
  const stays = there.filter((item) => !goes(item));
  const known = new Map(stays.map((item) => [partsText(item), item]));
  const keys = new Set(stays.map((item) => item.key));
  const taken: TakenNames = { hasKey: (key) => keys.has(key), hasParts: (parts) => known.has(partsText(parts)) };
  const write = [...wanted.values()].flatMap((wish): ParamWrite[] => {
    const { value, type = null, description = null } = wish;
    const item = known.get(partsText(wish));
    if (item) {
      if (item.value === value && item.type === type && item.description === description) return [];
      const parts = areSameParts(paramNaming.partsOf(item.key), item) ? null : { first: item.first, second: item.second };
      return [{ key: item.key, parts, value, type, description }];
    }
    const name = nameOfParts(paramNaming, { first: wish.first, second: wish.second }, taken);
    keys.add(name.key);
    return [{ ...name, value, type, description }];
  });
  return { remove: there.filter(goes).map((item) => item.key), write };
}

/** Params to be removed: of a whole section, or one. */
export function planRemoval(there: readonly ParamItem[], targets: readonly { section: string; name?: string }[]): string[] {
  const isTarget = (item: ParamItem) =>
    targets.some(({ section, name }) => item.first === section && (name === undefined || item.second === name));
  return there.filter(isTarget).map((item) => item.key);
}

/** Tags that speak to MLflow itself; they are neither labels nor properties. */
const RESERVED = 'mlflow.';

/** What ClearML calls a tag; undefined for one that it does not see. */
export function shownTagName({ key, name }: Pick<TagItem, 'key' | 'name'>): string | undefined {
  return name ?? (key.startsWith(RESERVED) ? undefined : key);
}

/** Labels and properties a run is to have; a list that is left out stays. */
export interface TagWishes {
  labels?: readonly string[];
  properties?: readonly Omit<ParamWish, 'first'>[];
  /** Whether the properties replace all others. */
  replaced?: boolean;
}

/** What to change so that a run has these labels and properties. MLflow's own tags are never touched. */
export function planTags(there: readonly TagItem[], wishes: TagWishes): RowChange<TagItem, string> {
  const labels = wishes.labels && new Set(wishes.labels);
  const properties = wishes.properties && new Map(wishes.properties.map((wish) => [wish.second, wish]));
  const goes = (row: TagItem) => {
    const name = shownTagName(row);
    if (name === undefined) return false;
    return row.isLabel
      ? labels !== undefined && !labels.has(name)
      : wishes.replaced === true && properties !== undefined && !properties.has(name);
  };
  const stays = there.filter((row) => !goes(row));
  const keys = new Set(stays.map((row) => row.key));
  const find = (isLabel: boolean, name: string) => stays.find((row) => row.isLabel === isLabel && shownTagName(row) === name);
  const keyOf = (name: string): Pick<TagItem, 'key' | 'name'> => {
    let key = name;
    for (let count = 2; keys.has(key) || (key === name && name.startsWith(RESERVED)); count += 1) key = `${name}:${count}`;
    keys.add(key);
    return { key, name: key === name ? null : name };
  };
  const write: TagItem[] = [];
  for (const label of labels ?? []) {
    if (!find(true, label)) write.push({ ...keyOf(label), isLabel: true, value: '', type: null, description: null });
  }
  for (const { second, value, type = null, description = null } of properties?.values() ?? []) {
    const row = find(false, second);
    if (row?.value === value && row.type === type && row.description === description) continue;
    write.push({ ...(row ? { key: row.key, name: row.name } : keyOf(second)), isLabel: false, value, type, description });
  }
  return { remove: there.filter(goes).map((row) => row.key), write };
}
