/**
 * What transfers move: every thing of a history as one flat, tool-neutral value. A source makes items of what it reads, a sink
 * writes items, the archive is items in files, and two readings of one thing are the same exactly when their items are.
 *
 * Whole numbers are bigint and doubles are number throughout, so that each can be told from its JSON. Null is "there is none";
 * what a source can never know is named in its `silentOn`. Lists have no order unless said otherwise. Times are ms since the
 * epoch unless the name says otherwise. References (`project`, `run`, `model`, ...) are ids as the source has them.
 */

/** Kinds of items, in the order in which they are written: what an item refers to stands before it, where that can be. */
export const itemKinds = [
  'workspace',
  'user',
  'project',
  'queue',
  'run',
  'model',
  'registered_model',
  'version',
  'trace',
  'evaluation_dataset',
  'evaluation_record',
  'scorer',
  'label_schema',
  'review_queue',
  'issue',
  'mcp_server',
  'webhook',
  'role',
] as const;
export type ItemKind = (typeof itemKinds)[number];

/** What every item has. */
interface Identified {
  /** Unique among the items of its kind, as the source has it; never empty. */
  id: string;
  /** Name of its workspace; null in the default one. Left out for what belongs to something that has one. */
  workspace?: string | null;
}

export interface WorkspaceItem extends Identified {
  kind: 'workspace';
  /** The same as the id. */
  name: string;
  description: string | null;
  artifactRoot: string | null;
  traceArchivalLocation: string | null;
  traceArchivalRetention: string | null;
}

/** Somebody who made things there. Nobody's login is moved: such a user cannot sign in until an admin says so. */
export interface UserItem extends Identified {
  kind: 'user';
  name: string;
  displayName: string | null;
  givenName: string | null;
  familyName: string | null;
  email: string | null;
  avatar: string | null;
  isAdmin: boolean | null;
  createdMs: bigint | null;
  /** Text of a JSON object. */
  preferences: string | null;
}

/** A key with a text, as ClearML knows more of it and MLflow less. */
export interface EntryItem {
  key: string;
  value: string;
  type?: string | null;
  description?: string | null;
  /** What ClearML calls it, where that is not the key; only our own record says. */
  name?: string | null;
}

export interface ProjectItem extends Identified {
  kind: 'project';
  /** Decimal id of MLflow; null where MLflow has not seen it. */
  experimentId: string | null;
  /** 32 lower hex of ClearML; null where the source has none. */
  uuid: string | null;
  /** As MLflow writes it. */
  name: string | null;
  /** As ClearML writes it. */
  path: string | null;
  description: string | null;
  /** Where the source has the files of its runs; a sink has a place of its own. */
  artifactRoot: string | null;
  outputDestination: string | null;
  archived: boolean;
  hidden: boolean;
  isPublic: boolean;
  systemTags: string[];
  labels: string[];
  tags: EntryItem[];
  user: string | null;
  createdMs: bigint | null;
  /** The project itself changed. */
  changedMs: bigint | null;
  /** Something in it changed. */
  updatedMs: bigint | null;
}

export interface QueueItem extends Identified {
  kind: 'queue';
  name: string;
  displayName: string | null;
  systemTags: string[];
  labels: string[];
  metadata: EntryItem[];
  /** The runs that wait, the first to be taken first. */
  entries: { run: string; addedMs: bigint | null; formerStatus: string | null }[];
  user: string | null;
  createdMs: bigint | null;
  changedMs: bigint | null;
}

/** A name as its writer had it: one key (MLflow) or two parts (ClearML); a source that knows both gives both. */
export interface NameItem {
  key: string | null;
  /** Section of a param, title of a series. */
  first: string | null;
  /** Name of a param, variant of a series. */
  second: string | null;
}

export interface ParamItem extends NameItem {
  value: string;
  type: string | null;
  description: string | null;
}

/** A text kept beside a run: `kind` is `configuration` (several, by name) or one of the documents of `run-record.ts`. */
export interface DocumentItem {
  kind: string;
  name: string;
  content: string;
  type: string | null;
  description: string | null;
}

/** A file that a client reported by name. Where its bytes come over too, `file` is the path of the `reported` file. */
export interface ReportedArtifact {
  key: string;
  mode: 'input' | 'output';
  type: string | null;
  /** As the source has it. */
  uri: string | null;
  file: string | null;
  sha256: string | null;
  sizeBytes: bigint | null;
  recordedMs: bigint | null;
  /** Text of a JSON object with `type_data` and `display_data`. */
  preview: string | null;
}

export interface RunModel {
  direction: 'input' | 'output';
  model: string;
  /** Empty for links MLflow made. */
  name: string;
  step: bigint | null;
  linkedMs: bigint | null;
}

export interface DatasetUse {
  name: string;
  digest: string;
  sourceType: string;
  source: string;
  schema: string | null;
  profile: string | null;
  /** What for; MLflow's input tag `mlflow.data.context`, which is not among the tags here. */
  context: string | null;
  tags: EntryItem[];
}

/**
 * What a source says of a series beyond its points. MLflow says nothing of the kind. ClearML's extremes may be those of points
 * that were replaced since, so they are not always those of the points.
 */
export interface SeriesFacts extends NameItem {
  isSingle: boolean;
  xAxisLabel: string | null;
  minValue: number | null;
  minStep: bigint | null;
  maxValue: number | null;
  maxStep: bigint | null;
}

export interface RunItem extends Identified {
  kind: 'run';
  project: string | null;
  name: string;
  /** `training`, `testing`, ...; null: not said. */
  type: string | null;
  /** One of the finer states of `run.ts`. */
  status: string;
  statusReason: string | null;
  statusMessage: string | null;
  statusChangedMs: bigint | null;
  formerStatus: string | null;
  queue: string | null;
  archived: boolean;
  archivedMs: bigint | null;
  /** Who the client said it is: MLflow's tag `mlflow.user`, and its column `user_id`. */
  author: string | null;
  authorId: string | null;
  /** Who was authenticated. */
  user: string | null;
  changedBy: string | null;
  parent: string | null;
  note: string | null;
  repository: string | null;
  branch: string | null;
  commit: string | null;
  entryPoint: string | null;
  workingFolder: string | null;
  createdMs: bigint | null;
  startedMs: bigint | null;
  endedMs: bigint | null;
  changedMs: bigint | null;
  updatedMs: bigint | null;
  publishedMs: bigint | null;
  activeSeconds: bigint | null;
  lastIteration: bigint | null;
  lastWorker: string | null;
  lastWorkerReportMs: bigint | null;
  systemTags: string[];
  isPublic: boolean;
  /** Where the source has its files. */
  artifactRoot: string | null;
  params: ParamItem[];
  /** Tags that are neither columns above nor labels; `mlflow.*` ones among them. Labels are MLflow tags with an empty value. */
  tags: EntryItem[];
  labels: string[];
  documents: DocumentItem[];
  artifacts: ReportedArtifact[];
  models: RunModel[];
  datasets: DatasetUse[];
  series: SeriesFacts[];
  /** Which door or import wrote it (`mlflow`, `clearml`, `import:<tool>`); only our own record says. */
  origin?: string | null;
}

/** A point of a run that was measured on a model. */
export interface ModelMetricItem {
  run: string;
  key: string;
  step: bigint;
  timestampMs: bigint;
  value: number;
  datasetName: string | null;
  datasetDigest: string | null;
}

export interface ModelItem extends Identified {
  kind: 'model';
  project: string | null;
  name: string;
  /** What kind of model it is (`sklearn`, ...). */
  type: string | null;
  /** Id of the run that made it. */
  run: string | null;
  status: 'unknown' | 'pending' | 'ready' | 'failed';
  statusMessage: string | null;
  archived: boolean;
  published: boolean;
  framework: string | null;
  /** Texts of JSON objects. */
  classes: string | null;
  design: string | null;
  uiCache: string | null;
  /** Where its one file is; `file` is the path of the `reported` file with its bytes. */
  uri: string | null;
  file: string | null;
  parent: string | null;
  note: string | null;
  systemTags: string[];
  labels: string[];
  isPublic: boolean;
  user: string | null;
  changedBy: string | null;
  createdMs: bigint | null;
  changedMs: bigint | null;
  updatedMs: bigint | null;
  lastIteration: bigint | null;
  artifactRoot: string | null;
  params: EntryItem[];
  /** MLflow's tags, ClearML's metadata. */
  tags: EntryItem[];
  metrics: ModelMetricItem[];
  series: SeriesFacts[];
  /** Stands for a version that no model was logged for: its files belong to somebody else. Only our own record says. */
  isOfVersion?: boolean;
}

export interface RegisteredModelItem extends Identified {
  kind: 'registered_model';
  /** The same as the id, but for sources with workspaces, whose ids are `workspace/name`. */
  name: string;
  description: string | null;
  isPrompt: boolean;
  tags: EntryItem[];
  aliases: { alias: string; version: bigint }[];
  /** The highest number that was given, deleted versions included; null: not known. */
  lastVersion: bigint | null;
  user: string | null;
  createdMs: bigint | null;
  changedMs: bigint | null;
  /** The name it was published under, where that is no name a registered model may have; only our own record says. */
  givenName?: string | null;
}

export interface VersionItem extends Identified {
  kind: 'version';
  /** Id of its registered model. The id of the version is that, a slash and the number. */
  registeredModel: string;
  version: bigint;
  model: string | null;
  run: string | null;
  runLink: string | null;
  source: string | null;
  storageLocation: string | null;
  stage: string;
  status: 'pending' | 'failed' | 'ready';
  statusMessage: string | null;
  description: string | null;
  tags: EntryItem[];
  /** As the source names them. */
  user: string | null;
  createdMs: bigint | null;
  changedMs: bigint | null;
}

export interface AssessmentItem {
  id: string;
  type: 'feedback' | 'expectation' | 'issue';
  name: string;
  /** JSON text. */
  value: string;
  /** Text of a JSON object `{code, message, stackTrace}`. */
  error: string | null;
  source: 'human' | 'judge' | 'code' | 'unknown';
  sourceId: string | null;
  span: string | null;
  rationale: string | null;
  metadata: EntryItem[];
  run: string | null;
  coversSession: boolean;
  overrides: string | null;
  valid: boolean;
  createdMs: bigint;
  changedMs: bigint;
}

/** A span in MLflow's JSON (`src/model/trace.ts`); what searches need is derived from it by who stores it. */
export interface SpanItem {
  /** 16 lower hex. */
  id: string;
  parent: string | null;
  name: string;
  startedNs: bigint;
  endedNs: bigint | null;
  status: 'unset' | 'ok' | 'error';
  content: string;
}

export interface TraceItem extends Identified {
  kind: 'trace';
  project: string;
  name: string | null;
  session: string | null;
  startedMs: bigint;
  durationMs: bigint | null;
  status: 'unspecified' | 'ok' | 'error' | 'in_progress';
  clientRequestId: string | null;
  requestPreview: string | null;
  responsePreview: string | null;
  finalized: boolean;
  /** False: its spans, if there are any, lie in the file `traces.json`. */
  hasSpans: boolean;
  expectedSpans: bigint | null;
  usage: { kind: string; tokens: bigint }[];
  cost: { kind: string; dollars: number }[];
  artifactRoot: string | null;
  tags: EntryItem[];
  metadata: EntryItem[];
  /** What it is linked with: `run` and a run id, `prompt_version` and `name/number`. */
  links: { kind: 'run' | 'prompt_version'; target: string }[];
  assessments: AssessmentItem[];
  spans: SpanItem[];
}

export interface EvaluationDatasetItem extends Identified {
  kind: 'evaluation_dataset';
  name: string;
  projects: string[];
  tags: { key: string; value: string | null }[];
  digest: string | null;
  /** JSON text, as the source has it. */
  schema: string | null;
  createdBy: string | null;
  changedBy: string | null;
  createdMs: bigint | null;
  changedMs: bigint | null;
}

/** JSON texts are compared by their meaning. */
export interface EvaluationRecordItem extends Identified {
  kind: 'evaluation_record';
  dataset: string;
  inputs: string;
  outputs: string | null;
  expectations: string | null;
  tags: string | null;
  sourceType: string | null;
  sourceId: string | null;
  sourceData: string | null;
  createdBy: string | null;
  changedBy: string | null;
  createdMs: bigint | null;
  changedMs: bigint | null;
}

export interface ScorerItem extends Identified {
  kind: 'scorer';
  project: string;
  name: string;
  versions: { version: bigint; definition: string; createdMs: bigint | null }[];
  online: { id: string; sampleRate: number; filter: string | null } | null;
}

export interface LabelSchemaItem extends Identified {
  kind: 'label_schema';
  project: string;
  name: string;
  type: 'feedback' | 'expectation';
  instruction: string | null;
  hasComment: boolean;
  /** Text of a JSON object: the `LabelInput` of `src/model/label-schema.ts`. */
  input: string;
  isDefault: boolean;
  createdMs: bigint | null;
  changedMs: bigint | null;
}

export interface ReviewQueueItem extends Identified {
  kind: 'review_queue';
  project: string;
  name: string;
  type: 'user' | 'custom';
  owner: string | null;
  users: string[];
  labelSchemas: string[];
  entries: {
    trace: string;
    status: string;
    completedBy: string | null;
    completedMs: bigint | null;
    createdMs: bigint | null;
    changedMs: bigint | null;
  }[];
  createdMs: bigint | null;
  changedMs: bigint | null;
}

export interface IssueItem extends Identified {
  kind: 'issue';
  project: string;
  name: string;
  description: string;
  status: string;
  severity: string | null;
  rootCauses: string[];
  categories: string[];
  run: string | null;
  author: string | null;
  createdMs: bigint | null;
  changedMs: bigint | null;
}

/** A server of the MCP registry with everything below it: the id is its name. */
export interface McpServerItem extends Identified {
  kind: 'mcp_server';
  name: string;
  displayName: string | null;
  description: string | null;
  /** JSON texts, here and below. */
  icons: string | null;
  createdBy: string | null;
  changedBy: string | null;
  createdMs: bigint;
  changedMs: bigint;
  tags: EntryItem[];
  aliases: { alias: string; version: string }[];
  versions: {
    version: string;
    serverJson: string;
    status: string;
    tools: string | null;
    source: string | null;
    connectOptions: string | null;
    tags: EntryItem[];
    createdBy: string | null;
    changedBy: string | null;
    createdMs: bigint;
    changedMs: bigint;
  }[];
  endpoints: {
    id: string;
    version: string | null;
    alias: string | null;
    url: string;
    transport: string;
    createdBy: string | null;
    changedBy: string | null;
    createdMs: bigint;
    changedMs: bigint;
  }[];
}

/** Without the secret it signs with, which no interface shows: a sink keeps it switched off. */
export interface WebhookItem extends Identified {
  kind: 'webhook';
  name: string;
  description: string | null;
  url: string;
  events: string[];
  wasActive: boolean;
  createdMs: bigint | null;
  changedMs: bigint | null;
}

/** Rights: of a role with its members, or of one user (`owner`), as MLflow's basic-auth app keeps them. */
export interface RoleItem extends Identified {
  kind: 'role';
  name: string | null;
  owner: string | null;
  description: string | null;
  members: string[];
  grants: {
    /** What it is given on: `project`, `registered_model`, ... with the thing, or a pattern of names. */
    on: string;
    thing: string | null;
    pattern: string | null;
    permission: 'deny' | 'read' | 'use' | 'edit' | 'manage';
  }[];
}

export type Item =
  | WorkspaceItem
  | UserItem
  | ProjectItem
  | QueueItem
  | RunItem
  | ModelItem
  | RegisteredModelItem
  | VersionItem
  | TraceItem
  | EvaluationDatasetItem
  | EvaluationRecordItem
  | ScorerItem
  | LabelSchemaItem
  | ReviewQueueItem
  | IssueItem
  | McpServerItem
  | WebhookItem
  | RoleItem;

/** The item of a kind. */
export type ItemOf<Kind extends ItemKind> = Extract<Item, { kind: Kind }>;

/** Kinds of items that have points, console lines, plots or files of their own. */
export type OwnerKind = 'run' | 'model' | 'trace';

/** Whose points, lines, plots and files these are. */
export interface Owner {
  kind: OwnerKind;
  /** As the side has it that is asked. */
  id: string;
}

/** Points of one series of one owner as columns of equal length. A series may come in several pieces, in any order. */
export interface SeriesPoints {
  owner: Owner;
  name: NameItem;
  /** ClearML's value that belongs to no step; its step is then 0 for MLflow and -2^31 for ClearML, here always -2^31. */
  isSingle: boolean;
  steps: bigint[];
  timestampsMs: bigint[];
  values: number[];
}

export interface ConsoleLines {
  owner: Owner;
  lines: { timestampMs: bigint; level: string; worker: string | null; message: string }[];
}

export interface PlotItem {
  owner: Owner;
  type: 'plot' | 'vector' | 'image';
  title: string;
  variant: string;
  iteration: bigint;
  fileKey: string;
  timestampMs: bigint;
  /** Of a picture, as the source has it; `file` is the path of the `reported` file with its bytes. */
  url: string | null;
  file: string | null;
  /** JSON text. */
  body: string | null;
  /** Text of a JSON object. */
  extra: string | null;
}

/** A file of an owner. */
export interface FileFacts {
  owner: Owner;
  /** `artifacts`: below the owner's artifact root. `reported`: where a ClearML client put it on the files server. */
  place: 'artifacts' | 'reported';
  /** Parts joined by `/`, never `.` or `..` or empty; unquoted. Of a reported file the path of its URL below the files server. */
  path: string;
  /** Null where only reading it would tell. */
  sizeBytes: bigint | null;
}
