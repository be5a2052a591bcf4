import { PROPERTIES_SECTION } from '../../../src/model/names.ts';
import type { PartSelection, RunPart, WantedParts } from '../../../src/model/run-record.ts';
import type { KnownPaths, Projection } from '../filter/projection.ts';

/** What is in a task's `execution` beside the queue and the artifacts, which are no part of the stored document. */
const executionFields = [
  'test_split',
  'parameters',
  'model_desc',
  'model_labels',
  'framework',
  'dataviews',
  'docker_cmd',
  'model',
] as const;
const modelFields = ['id', 'name', 'model', 'updated'] as const;

/** Fields of task documents that a projection may name; under references also those of what they lead to. */
export const taskPaths: KnownPaths = {
  id: true,
  name: true,
  user: ['id', 'name'],
  company: ['id', 'name'],
  company_origin: true,
  type: true,
  status: true,
  status_reason: true,
  status_message: true,
  status_changed: true,
  comment: true,
  report: true,
  report_assets: true,
  created: true,
  started: true,
  completed: true,
  published: true,
  active_duration: true,
  duration: true,
  parent: true,
  project: true,
  output: ['destination', 'error', 'result', 'model'],
  execution: [...executionFields, 'queue', 'artifacts'],
  tags: true,
  system_tags: true,
  script: ['binary', 'repository', 'tag', 'branch', 'version_num', 'entry_point', 'working_dir', 'requirements', 'diff'],
  last_worker: true,
  last_worker_report: true,
  last_update: true,
  last_change: true,
  last_changed_by: true,
  last_iteration: true,
  last_metrics: true,
  unique_metrics: true,
  metric_stats: true,
  enqueue_status: true,
  hyperparams: true,
  configuration: true,
  runtime: true,
  models: ['input', 'output', ...modelFields],
  container: true,
};

/** Parts that fields of the document are made from. */
const partsOfFields: readonly (readonly [path: string, parts: readonly RunPart[]])[] = [
  ['configuration', ['configuration']],
  ['tags', ['labels']],
  ['last_metrics', ['series']],
  ['metric_stats', ['series']],
  ['models', ['models']],
  ['execution.artifacts', ['artifacts']],
  ...executionFields.map((field) => [`execution.${field}`, ['documents']] as const),
  ...['script', 'output', 'container', 'runtime', 'report', 'report_assets'].map((field) => [field, ['documents']] as const),
];

/** Sections of hyperparameters asked for by name, with the name of a param; undefined when all are wanted. */
function sectionsOf(projection: Projection): { section: string; name: string | undefined }[] | undefined {
  return projection.below('hyperparams')?.map(([section = '', name]) => ({ section, name }));
}

function hyperParts(projection: Projection): RunPart[] {
  if (!projection.wants('hyperparams')) return [];
  const sections = sectionsOf(projection);
  if (!sections) return ['params', 'properties'];
  const isProperties = ({ section }: { section: string }) => section === PROPERTIES_SECTION;
  return [
    ...(sections.every(isProperties) ? [] : ['params' as const]),
    ...(sections.some(isProperties) ? ['properties' as const] : []),
  ];
}

/** Single params and series, where no others are asked for. */
function selectionOf(projection: Projection): PartSelection {
  const only: PartSelection = {};
  const params = sectionsOf(projection)?.filter(({ section }) => section !== PROPERTIES_SECTION);
  if (params?.every(({ name }) => name !== undefined)) {
    only.params = params.map(({ section, name = '' }) => ({ first: section, second: name }));
  }
  const metrics =
    projection.wants('metric_stats') || projection.names('unique_metrics') ? undefined : projection.below('last_metrics');
  if (metrics?.every(([, variant]) => variant !== undefined)) {
    only.series = metrics.map(([titleMd5 = '', variantMd5 = '']) => ({ titleMd5, variantMd5 }));
  }
  return only;
}

/**
 * Parts of a run that must be read for the fields wanted.
 * @param isLegacy params and configuration are shown in `execution` too
 */
export function partsFor(projection: Projection, isLegacy = false): WantedParts {
  const parts = new Set(partsOfFields.flatMap(([path, wanted]) => (projection.wants(path) ? wanted : [])));
  for (const part of hyperParts(projection)) parts.add(part);
  if (projection.names('unique_metrics')) parts.add('series');
  const showsLegacy = isLegacy && projection.wants('execution.parameters');
  if (showsLegacy) parts.add('params').add('configuration');
  return { parts: [...parts], only: showsLegacy ? {} : selectionOf(projection) };
}
