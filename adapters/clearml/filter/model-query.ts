import type { ModelFindField } from '../../../src/registry/model-records.ts';
import { toStoredUrl } from '../map/file-url.ts';
import type { Entity, QueryField } from './fields.ts';
import type { KnownPaths } from './projection.ts';

type Field = QueryField<ModelFindField>;

const list = (name: ModelFindField): Field => ({ field: { name }, form: 'list' });
const pattern = (name: ModelFindField): Field => ({ field: { name }, form: 'pattern' });
const dates = (name: ModelFindField): Field => ({ field: { name }, form: 'dates', kind: 'date' });

const fields: Readonly<Record<string, Field>> = {
  id: list('id'),
  name: pattern('name'),
  comment: pattern('note'),
  user: list('user'),
  project: list('project'),
  task: list('sourceRun'),
  parent: list('parent'),
  framework: list('framework'),
  tags: list('labels'),
  system_tags: { ...list('systemTags'), marks: { archived: 'archived' } },
  ready: { field: { name: 'published' }, form: 'equal', kind: 'boolean' },
  created: { field: { name: 'created' }, form: 'range', kind: 'date' },
  last_iteration: { field: { name: 'lastIteration' }, form: 'range', kind: 'number' },
  last_update: dates('updated'),
  last_change: dates('changed'),
  'project.name': { field: { name: 'projectName' } },
};

/** `metadata.<key>.value` and `last_metrics.<title>.<variant>.value`. */
function dynamic(path: string): Field | undefined {
  const [, key, part = 'value'] = /^metadata\.(.+?)(?:\.(key|type|value))?$/.exec(path) ?? [];
  if (key !== undefined) return { field: { name: 'metadata', of: [key, part] }, form: 'list', numeric: true };
  const [root, title = '', variant, item = 'value'] = path.split('.');
  if (root !== 'last_metrics' || variant === undefined) return undefined;
  return { field: { name: 'series', of: [title, variant, item] }, form: 'range', kind: 'number' };
}

/**
 * Models as queries see them.
 * @param options.baseUrl under which addresses of files are given
 * @param options.withTree a project stands for all below it too
 */
export function modelEntity({ baseUrl, withTree }: { baseUrl: string; withTree: boolean }): Entity<ModelFindField> {
  const uri: Field = { ...list('uri'), toValue: (url) => toStoredUrl(url, baseUrl) };
  return {
    fields: { ...fields, uri, ...(withTree ? { project: list('projectTree') } : {}) },
    dynamic,
    texts: ['id', 'name', 'note'],
  };
}

const named = ['id', 'name'] as const;

export const modelPaths: KnownPaths = {
  id: true,
  name: true,
  company: named,
  user: named,
  project: named,
  task: ['id', 'name', 'project'],
  parent: ['id', 'name', 'project'],
  created: true,
  last_update: true,
  last_change: true,
  last_changed_by: true,
  comment: true,
  tags: true,
  system_tags: true,
  uri: true,
  framework: true,
  design: true,
  labels: true,
  ready: true,
  ui_cache: true,
  metadata: true,
  last_iteration: true,
  last_metrics: true,
  unique_metrics: true,
  stats: ['labels_count'],
};
