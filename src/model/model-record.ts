import type { Model } from './logged-model.ts';
import type { MetadataItem } from './queue.ts';
import type { RegisteredAs } from './registry.ts';
import type { Entry } from './run.ts';
import { type RowChange, shownTagName, type TagItem } from './run-change.ts';
import type { SeriesItem } from './run-record.ts';

/** A model with every fact of its own, as a reader that knows all of them sees it. */
export interface ModelRecord extends Model {
  /** Number of its project inside the database. */
  projectId: number;
  /** 32 lower hex; null when a client made it without a project. */
  projectUuid: string | null;
  projectPath: string | null;
  /** Released for use: it reports nothing any more. */
  published: boolean;
  /** Where its file is, as stored; null for one whose files lie below its artifact root. */
  uri: string | null;
  /** 32 lower hex of the model it was made from. */
  parent: string | null;
  uiCache: Record<string, unknown> | null;
  systemTags: string[];
  isPublic: boolean;
  userId: string | null;
  changedBy: string | null;
  /** Its contents changed: not its name, tags or project alone. */
  updatedAt: Date;
  lastIteration: bigint | null;
  /** Number its own reports stand under; null before the first. */
  logId: number | null;
  tags: TagItem[];
  params: Entry[];
  /** Versions of the registry that it is, the latest first. */
  versions: RegisteredAs[];
}

/** A model with its series, as far as they were asked for. */
export interface FoundModel {
  model: ModelRecord;
  series: SeriesItem[];
}

/** The tag that holds what is said about a model in free text. */
const NOTE_TAG = 'mlflow.note.content';

/** Free text about a model. */
export function noteOf({ tags }: Pick<ModelRecord, 'tags'>): string | null {
  return tags.find(({ key }) => key === NOTE_TAG)?.value ?? null;
}

/** Labels of a model, sorted. */
export function labelsOf({ tags }: Pick<ModelRecord, 'tags'>): string[] {
  return tags
    .filter((tag) => tag.isLabel)
    .flatMap((tag) => shownTagName(tag) ?? [])
    .sort();
}

/** Metadata that say what a model is registered as; nobody writes them. */
export const registryKeys = { name: 'mlflow_name', version: 'mlflow_version', stage: 'mlflow_stage', aliases: 'mlflow_aliases' };

/** One version has plain keys, the next `:2` behind them, and so on. */
function registryItems({ name, version, stage, aliases }: RegisteredAs, at: number): MetadataItem[] {
  const suffix = at === 0 ? '' : `:${at + 1}`;
  return [
    { key: registryKeys.name + suffix, type: 'str', value: name },
    { key: registryKeys.version + suffix, type: 'int', value: version.toString() },
    { key: registryKeys.stage + suffix, type: 'str', value: stage },
    ...(aliases.length === 0 ? [] : [{ key: registryKeys.aliases + suffix, type: 'str', value: aliases.join(', ') }]),
  ];
}

/** Tags of a model that hold something, and what it is registered as. */
export function metadataOf({ tags, versions }: Pick<ModelRecord, 'tags' | 'versions'>): MetadataItem[] {
  const items = versions.flatMap(registryItems);
  const derived = new Set(items.map(({ key }) => key));
  return [...items, ...ownMetadata(tags).filter(({ key }) => !derived.has(key))];
}

function ownMetadata(tags: readonly TagItem[]): MetadataItem[] {
  return tags
    .filter((tag) => !tag.isLabel)
    .flatMap((tag) => {
      const key = shownTagName(tag);
      return key === undefined ? [] : [{ key, type: tag.type, value: tag.value }];
    });
}

/** What to change so that a model has a note, or none. */
export function planNote(note: string | null): RowChange<TagItem, string> {
  if (note === null) return { remove: [NOTE_TAG], write: [] };
  const tag = { key: NOTE_TAG, name: null, isLabel: false, value: note, type: null, description: null };
  return { remove: [], write: [tag] };
}

/** Fields of a model that are set as they are given. */
export type ModelFields = Partial<
  Pick<
    ModelRecord,
    | 'name'
    | 'sourceRun'
    | 'framework'
    | 'status'
    | 'archived'
    | 'published'
    | 'uri'
    | 'parent'
    | 'classes'
    | 'design'
    | 'uiCache'
    | 'systemTags'
    | 'isPublic'
  >
>;

/** What a request wants of a model; what is left out stays. */
export interface ModelWishes extends ModelFields {
  /** 32 lower hex of its project; null: none. */
  project?: string | null;
  note?: string;
  labels?: readonly string[];
  metadata?: readonly MetadataItem[];
  /** Whether the metadata replace what is there. */
  replacesMetadata?: boolean;
  /** Keys of metadata that go. */
  removedMetadata?: readonly string[];
  /** An iteration of the run that made it, which is then at least there. */
  iteration?: bigint;
}

/** Fields that queries may name. `metadata`: key and part; `series`: md5 of title, md5 of variant, item. */
export type ModelFindField =
  | 'id'
  | 'name'
  | 'note'
  | 'user'
  | 'project'
  | 'projectTree'
  | 'projectName'
  | 'sourceRun'
  | 'parent'
  | 'framework'
  | 'uri'
  | 'labels'
  | 'systemTags'
  | 'archived'
  | 'published'
  | 'isPublic'
  | 'created'
  | 'updated'
  | 'changed'
  | 'lastIteration'
  | 'metadata'
  | 'series';
