import type { EntryItem, ModelItem, ProjectItem, QueueItem, UserItem } from '../../../../src/bridge/item.ts';
import { systemTagFields } from '../../map/task-change.ts';
import { type Fields, idIn, isPublic, jsonOf, momentIn, objectIn, objectsIn, textIn, textsIn, wholeIn } from './fields.ts';
import { seriesOf } from './series.ts';
import type { FilePathOf } from './task.ts';

/** How the address of a file ends that is still to be uploaded. */
const UPLOADING = '/uploading_file';
/** Where trackbridge shows files of models that lie in a folder: an address it makes, not one that somebody reported. */
const DERIVED = /\/~models\/[^/]+\.zip$/;

export function toUserItem(user: Fields): UserItem {
  const role = textIn(user, 'role');
  return {
    kind: 'user',
    id: idIn(user),
    name: textIn(user, 'name') ?? idIn(user),
    displayName: null,
    givenName: textIn(user, 'given_name'),
    familyName: textIn(user, 'family_name'),
    email: textIn(user, 'email'),
    avatar: textIn(user, 'avatar'),
    isAdmin: role === null ? null : role === 'admin',
    createdMs: momentIn(user, 'created'),
    preferences: null,
  };
}

export function toProjectItem(project: Fields): ProjectItem {
  const { archived = false, systemTags = [] } = systemTagFields(textsIn(project, 'system_tags'));
  const id = idIn(project);
  return {
    kind: 'project',
    id,
    workspace: null,
    experimentId: null,
    uuid: id,
    name: null,
    path: textIn(project, 'name') ?? '',
    description: textIn(project, 'description') || null,
    artifactRoot: null,
    outputDestination: textIn(project, 'default_output_destination') || null,
    archived,
    hidden: systemTags.includes('hidden'),
    isPublic: isPublic(project),
    systemTags: systemTags.filter((tag) => tag !== 'hidden'),
    labels: textsIn(project, 'tags'),
    tags: [],
    user: textIn(project, 'user') || null,
    createdMs: momentIn(project, 'created'),
    changedMs: null,
    updatedMs: momentIn(project, 'last_update'),
  };
}

/** Metadata, which is a map or, before 2.17, a list. */
function toEntries(document: Fields): EntryItem[] {
  const value = document['metadata'];
  const isList = Array.isArray(value);
  return Object.entries(objectIn({ metadata: isList ? { ...value } : (value ?? null) }, 'metadata')).map(([key, item]) => {
    const entry = item as Fields;
    return {
      key: textIn(entry, 'key') ?? (isList ? '' : key),
      value: textIn(entry, 'value') ?? '',
      type: textIn(entry, 'type'),
    };
  });
}

/** @param formerStatusOf status that a task had before it waited */
export function toQueueItem(queue: Fields, formerStatusOf: (task: string) => string | null): QueueItem {
  return {
    kind: 'queue',
    id: idIn(queue),
    workspace: null,
    name: textIn(queue, 'name') ?? '',
    displayName: textIn(queue, 'display_name'),
    systemTags: textsIn(queue, 'system_tags'),
    labels: textsIn(queue, 'tags'),
    metadata: toEntries(queue),
    entries: objectsIn(queue, 'entries').map((entry) => {
      const run = idIn(entry, 'task');
      return { run, addedMs: momentIn(entry, 'added'), formerStatus: formerStatusOf(run) };
    }),
    user: textIn(queue, 'user') || null,
    createdMs: momentIn(queue, 'created'),
    changedMs: momentIn(queue, 'last_update'),
  };
}

/** A model as an item. @param model the document, `ui_cache` included where it is known */
export function toModelItem(model: Fields, pathOf: FilePathOf): ModelItem {
  const { archived = false, systemTags = [] } = systemTagFields(textsIn(model, 'system_tags'));
  const shown = textIn(model, 'uri');
  const isDerived = shown !== null && DERIVED.test(shown);
  const uri = isDerived ? null : shown;
  const project = textIn(model, 'project') || null;
  return {
    kind: 'model',
    id: idIn(model),
    ...(project ? {} : { workspace: null }),
    project,
    name: textIn(model, 'name') ?? '',
    type: null,
    run: textIn(model, 'task') || null,
    status: uri?.endsWith(UPLOADING) ? 'pending' : 'ready',
    statusMessage: null,
    archived,
    published: model['ready'] === true,
    framework: textIn(model, 'framework'),
    classes: jsonOf(objectIn(model, 'labels')),
    design: jsonOf(objectIn(model, 'design')),
    uiCache: jsonOf(objectIn(model, 'ui_cache')),
    uri,
    file: uri === null ? null : pathOf(uri),
    parent: textIn(model, 'parent') || null,
    note: textIn(model, 'comment'),
    systemTags: systemTags.filter((tag) => !(isDerived && tag === 'package')),
    labels: textsIn(model, 'tags'),
    isPublic: isPublic(model),
    user: textIn(model, 'user') || null,
    changedBy: textIn(model, 'last_changed_by') || null,
    createdMs: momentIn(model, 'created'),
    changedMs: momentIn(model, 'last_change'),
    updatedMs: momentIn(model, 'last_update'),
    lastIteration: wholeIn(model, 'last_iteration'),
    artifactRoot: null,
    params: [],
    tags: toEntries(model),
    metrics: [],
    series: seriesOf(objectIn(model, 'last_metrics')),
  };
}
