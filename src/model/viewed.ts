import type { RunPart } from './run-record.ts';

/** What of the record people see through a tool, in our words. A door says for each how its tool shows it. */
export const viewedThings = {
  workspace: 'workspace',
  project: 'project',
  archivedProject: 'archived project',
  run: 'run',
  status: 'status',
  archivedRun: 'archived run',
  parent: 'parent',
  note: 'note',
  author: 'author',
  code: 'code',
  params: 'param',
  series: 'series and points',
  singleValue: 'a value without a step',
  infinity: 'infinity, NaN',
  labels: 'label',
  properties: 'property',
  ownTags: 'tags that MLflow keeps for itself (`mlflow.*`)',
  configuration: 'configuration',
  documents: 'container, runtime, packages, uncommitted diff, report',
  artifacts: 'artifact',
  console: 'console',
  plots: 'plot, debug sample',
  models: 'model',
  versions: 'registered model, version, stage, alias',
  prompts: 'prompt',
  traces: 'trace, span, assessment, evaluation dataset, scorer, review queue',
  datasets: 'dataset use',
  queue: 'queue, worker',
  user: 'user, key pair',
} as const satisfies Record<RunPart, string> & Record<string, string>;

/** Something of the record that a tool shows, or does not. */
export type ViewedThing = keyof typeof viewedThings;

/** How one tool shows each thing, as a line of text for people. */
export type ToolView = Readonly<Record<ViewedThing, string>>;
