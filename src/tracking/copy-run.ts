import type { Context } from '../context.ts';
import { notFound } from '../model/errors.ts';
import { PROPERTIES_SECTION } from '../model/names.ts';
import { toProjectPath } from '../model/project.ts';
import { lastByKey } from '../model/run.ts';
import { type ParamWish, planParams, planTags, type RunChange, shownTagName, type TagItem } from '../model/run-change.ts';
import type { DocumentItem, RunModelItem, RunParts, RunRecord } from '../model/run-record.ts';
import { readRunRecord } from '../store/run-records.ts';
import { readTagItems } from '../store/run-rows.ts';
import { makeRunIn } from './make-run.ts';
import { findOrCreateProject, findProjectByPath } from './project-tree.ts';
import { DEVELOPMENT_TAG } from './status-fields.ts';

/** What a copy gets instead of what the original has. */
export interface CopyWishes {
  name?: string;
  note?: string;
  labels?: readonly string[];
  systemTags?: readonly string[];
  parent?: string;
  /** 32 lower hex. */
  project?: string;
  /** Path of a project, made when it is missing; used when no id is given. */
  projectPath?: string;
  params?: readonly ParamWish[];
  properties?: readonly ParamWish[];
  configuration?: readonly DocumentItem[];
  /** A JSON object. */
  container?: string;
  inputModels?: readonly RunModelItem[];
  /** Changes of the execution, over the original's. */
  override?: RunChange;
}

/** A copied run. */
export interface RunCopy {
  id: string;
  /** The project that was made for it. */
  newProject?: { id: string; path: string };
}

/** Documents that go into a copy; what a worker wrote (runtime, output results, report) does not. */
const copiedDocuments = ['script', 'container', 'execution'] as const;

/**
 * Copies what is needed to repeat a run: its code, container, configuration, params and input models. What it logged stays
 * behind. An MLflow run is copied alike.
 * @throws not_found
 */
export async function copyRun(context: Context, id: string, wishes: CopyWishes): Promise<RunCopy> {
  const found = await readRunRecord(context.db, context, id, ['params', 'configuration', 'models', 'documents', 'artifacts']);
  if (!found) throw notFound('run', id);
  const { run, parts } = found;
  const tags = await readTagItems(context.db, run.runId);
  const labels = wishes.labels ?? tags.filter((tag) => tag.isLabel).flatMap((tag) => shownTagName(tag) ?? []);
  const { project, newProject } = await placeOf(context, run, wishes);
  const params = planParams([], wishes.params ?? (parts.params ?? []).map((item) => ({ ...item })), 'all');
  const properties = wishes.properties ?? tags.filter((tag) => !tag.isLabel).flatMap(toPropertyWish);
  const change: RunChange = {
    set: {
      note: wishes.note ?? run.note,
      parent: wishes.parent ?? run.parent ?? run.id,
      repository: run.repository,
      branch: run.branch,
      commit: run.commit,
      entryPoint: run.entryPoint,
      workingFolder: run.workingFolder,
      systemTags: wishes.systemTags ? [...wishes.systemTags].sort() : run.systemTags.filter((tag) => tag !== DEVELOPMENT_TAG),
    },
    params,
    tags: planTags([], { labels, properties }),
    configuration: { remove: [], write: wishes.configuration ?? parts.configuration ?? [] },
    documents: copyDocuments(parts, wishes),
    artifacts: { remove: [], write: (parts.artifacts ?? []).filter((item) => item.mode === 'input') },
    models: {
      remove: [],
      write: wishes.inputModels ?? (parts.models ?? []).filter((item) => item.direction === 'input'),
    },
  };
  const merged = mergeOverride(change, wishes.override);
  const keys = [...labels, ...(merged.params?.write ?? []).map((item) => item.key), ...properties.map(({ second }) => second)];
  await context.keys.idsOf(keys);
  const copy = await context.db.transaction((db) =>
    makeRunIn(context, db, {
      name: wishes.name ?? `Clone Of ${run.name}`,
      type: run.type,
      origin: 'clearml',
      project,
      change: merged,
      keys,
    }),
  );
  return { id: copy, newProject };
}

function toPropertyWish(tag: TagItem): ParamWish[] {
  const name = shownTagName(tag);
  return name === undefined
    ? []
    : [{ first: PROPERTIES_SECTION, second: name, value: tag.value, type: tag.type, description: tag.description }];
}

async function placeOf(
  context: Context,
  run: RunRecord,
  { project, projectPath }: CopyWishes,
): Promise<{ project: string | undefined; newProject?: RunCopy['newProject'] }> {
  if (project !== undefined) return { project };
  if (projectPath === undefined) return { project: run.projectUuid ?? undefined };
  const path = toProjectPath(projectPath);
  const there = await findProjectByPath(context, path);
  const { id } = there ?? (await findOrCreateProject(context, path));
  return { project: id, newProject: there ? undefined : { id, path } };
}

function copyDocuments({ documents = {} }: RunParts, { container }: CopyWishes): RunChange['documents'] {
  const copied: RunChange['documents'] = {};
  for (const kind of copiedDocuments) copied[kind] = documents[kind];
  // of the output only the place it goes to
  const destination = documents.output && (JSON.parse(documents.output) as { destination?: string }).destination;
  if (destination) copied.output = JSON.stringify({ destination });
  if (container !== undefined) copied.container = container;
  return copied;
}

function mergeOverride(change: RunChange, override: RunChange | undefined): RunChange {
  if (!override) return change;
  const execution = { ...readObject(change.documents?.execution), ...readObject(override.documents?.execution) };
  return {
    ...change,
    set: { ...change.set, queueId: override.set?.queueId },
    documents: { ...change.documents, execution: JSON.stringify(execution) },
    artifacts: override.artifacts ?? change.artifacts,
    params: override.params ? { remove: [], write: mergeParams(change, override) } : change.params,
  };
}

function mergeParams(change: RunChange, override: RunChange): NonNullable<RunChange['params']>['write'] {
  const all = [...(change.params?.write ?? []), ...(override.params?.write ?? [])];
  return lastByKey(all);
}

function readObject(text: string | null | undefined): Record<string, unknown> {
  return text ? (JSON.parse(text) as Record<string, unknown>) : {};
}
