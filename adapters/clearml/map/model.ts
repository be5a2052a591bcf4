import { show } from '../../../src/model/errors.ts';
import { type FoundModel, labelsOf, type ModelWishes, metadataOf, noteOf } from '../../../src/model/model-record.ts';
import { storedUrlOfModel } from '../../../src/model/stored-file.ts';
import { ApiError, wrongField } from '../errors.ts';
import { companyIdOf } from './company.ts';
import { toDateText } from './date.ts';
import { toShownUrl, toStoredUrl } from './file-url.ts';
import { toLastMetrics } from './last-metrics.ts';
import { checkTags } from './limits.ts';
import { toMetadata, toMetadataDocument, toMetadataOfMap, type WireItem } from './metadata.ts';
import { present } from './objects.ts';
import { toInt64 } from './whole.ts';

type Document = Record<string, unknown>;

/** Shortest name, in characters, once spaces at its ends are taken off. */
const MIN_NAME = 3;
/** How the address of a file ends that is still to be uploaded. */
const UPLOADING = '/uploading_file';

/** Fields of a request that say something of a model; null is as good as left out. */
export interface ModelFields {
  uri?: string | null;
  name?: string | null;
  comment?: string | null;
  tags?: readonly string[] | null;
  system_tags?: readonly string[] | null;
  framework?: string | null;
  design?: Record<string, unknown> | null;
  labels?: Record<string, number> | null;
  ready?: boolean | null;
  public?: boolean | null;
  project?: string | null;
  parent?: string | null;
  task?: string | null;
  iteration?: number | null;
  ui_cache?: Record<string, unknown> | null;
  metadata?: unknown;
}

/** @throws ApiError 400/800 for a name that is too short */
export function checkModelName(name: string): string {
  if ([...name.trim()].length >= MIN_NAME) return name;
  throw new ApiError(400, 800, `the field 'name' must have at least ${MIN_NAME} characters, not ${show(name)}`);
}

/** The id of a model that another was made from. @throws ApiError 400/12 for a text of another form */
function toParent(parent: string): string {
  if (/^[0-9a-f]{32}$/.test(parent)) return parent;
  throw wrongField('parent', `${show(parent)} is no id of a model.`);
}

/** Classes with a number each. @throws ApiError 400/12 when two have the same */
function toClasses(labels: Record<string, number>): Record<string, number> {
  const numbers = Object.values(labels);
  if (new Set(numbers).size === numbers.length) return labels;
  throw wrongField('labels', 'Two classes have the same number.');
}

/** Metadata as a list or as a map. @throws ApiError 400/12 */
function toItems(metadata: unknown): ModelWishes['metadata'] {
  if (metadata === undefined || metadata === null) return undefined;
  if (Array.isArray(metadata)) return toMetadata(metadata as WireItem[]);
  if (typeof metadata !== 'object') throw wrongField('metadata', `It must be a list or a map, not ${show(metadata)}.`);
  return toMetadataOfMap(metadata as Record<string, WireItem>);
}

/**
 * What a request wants of a model. One whose file is uploaded is complete for the other door, whether it is released or not.
 * @throws ApiError 400/12, 400/800
 */
export function toModelWishes(fields: ModelFields, baseUrl: string): ModelWishes {
  const { uri, name, system_tags, labels, ready, metadata } = fields;
  checkTags(fields.tags ?? undefined);
  checkTags(system_tags ?? undefined);
  return {
    ...(uri == null
      ? {}
      : { uri: toStoredUrl(uri, baseUrl), status: uri.endsWith(UPLOADING) ? 'pending' : 'ready', uiCache: {} }),
    ...(name == null ? {} : { name: checkModelName(name) }),
    note: fields.comment ?? undefined,
    labels: fields.tags ?? undefined,
    ...(system_tags == null
      ? {}
      : {
          archived: system_tags.includes('archived'),
          systemTags: [...new Set(system_tags)].filter((tag) => tag !== 'archived'),
        }),
    framework: fields.framework ?? undefined,
    design: fields.design ?? undefined,
    classes: labels == null ? undefined : toClasses(labels),
    published: ready ?? undefined,
    isPublic: fields.public ?? undefined,
    project: fields.project || undefined,
    parent: fields.parent ? toParent(fields.parent) : undefined,
    sourceRun: fields.task || undefined,
    iteration: fields.iteration == null ? undefined : toInt64('iteration', fields.iteration),
    ...(fields.ui_cache == null ? {} : { uiCache: fields.ui_cache }),
    metadata: toItems(metadata),
  };
}

/** The mark by which the SDK knows that a model's file is an archive of its files, which it unpacks. */
const PACKAGE_TAG = 'package';

/** All system tags of a model, sorted. One whose files lie in a folder is downloaded as an archive of them. */
function systemTagsOf({ systemTags, archived, uri }: FoundModel['model']): string[] {
  return [...new Set([...systemTags, ...(archived ? ['archived'] : []), ...(uri === null ? [PACKAGE_TAG] : [])])].sort();
}

/** What a model is built like. What the other door has for it, params, reads as a configuration. */
function toDesign({ design, params }: FoundModel['model']): Document {
  if (design !== null || params.length === 0) return design ?? {};
  return { design: JSON.stringify(Object.fromEntries(params.map(({ key, value }) => [key, value])), null, 2) };
}

/** Where a caller gets a model's file; files that lie in a folder come as one archive. */
export function toModelUrl({ id, uri }: FoundModel['model'], baseUrl: string): string {
  return toShownUrl(uri ?? storedUrlOfModel(id), baseUrl);
}

/** A model's document with ids of other things as texts. */
export function toModelDocument(
  { model, series }: FoundModel,
  { workspaceId, baseUrl, version }: { workspaceId: string; baseUrl: string; version: string | undefined },
): Document {
  return present({
    id: model.id,
    company: model.isPublic ? '' : companyIdOf(workspaceId),
    user: model.userId,
    name: model.name,
    project: model.projectUuid,
    created: toDateText(model.createdAt),
    task: model.sourceRun,
    comment: noteOf(model),
    tags: labelsOf(model),
    system_tags: systemTagsOf(model),
    uri: toModelUrl(model, baseUrl),
    framework: model.framework,
    design: toDesign(model),
    labels: model.classes ?? {},
    ready: model.published,
    parent: model.parent,
    last_update: toDateText(model.updatedAt),
    last_change: toDateText(model.changedAt),
    last_changed_by: model.changedBy,
    metadata: toMetadataDocument(metadataOf(model), version),
    last_iteration: Number(model.lastIteration ?? 0n),
    last_metrics: toLastMetrics(series),
  });
}

/** Fields a document has only when they are asked for by name. */
export function toHiddenModelFields({ model, series }: FoundModel): Document {
  return {
    ui_cache: model.uiCache ?? {},
    unique_metrics: series.map(({ title, variant }) => `${title}/${variant}`),
  };
}
