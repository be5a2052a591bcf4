import type { RunFindField } from '../../../src/tracking/run-records.ts';
import { unescapeName } from './escaped-name.ts';
import type { Entity, QueryField } from './fields.ts';

type Field = QueryField<RunFindField>;

const list = (name: RunFindField): Field => ({ field: { name }, form: 'list' });
const pattern = (name: RunFindField): Field => ({ field: { name }, form: 'pattern' });
const range = (name: RunFindField, kind: 'number' | 'date'): Field => ({ field: { name }, form: 'range', kind });
const dates = (name: RunFindField): Field => ({ field: { name }, form: 'dates', kind: 'date' });
const plain = (name: RunFindField): Field => ({ field: { name } });
const moment = (name: RunFindField): Field => ({ field: { name }, kind: 'date' });

const fields: Readonly<Record<string, Field>> = {
  id: list('id'),
  name: pattern('name'),
  comment: pattern('note'),
  report: pattern('report'),
  user: list('user'),
  tags: list('labels'),
  system_tags: { ...list('systemTags'), marks: { archived: 'archived' } },
  type: list('type'),
  status: list('status'),
  project: list('project'),
  parent: list('parent'),
  'execution.queue': list('queue'),
  'models.input.model': list('inputModel'),
  'models.output.model': list('outputModel'),
  created: range('created', 'date'),
  started: range('started', 'date'),
  active_duration: range('activeSeconds', 'number'),
  last_iteration: range('lastIteration', 'number'),
  status_changed: dates('statusChanged'),
  last_update: dates('updated'),
  last_change: dates('changed'),
  completed: moment('ended'),
  published: moment('published'),
  last_worker_report: moment('lastWorkerReport'),
  status_reason: plain('statusReason'),
  status_message: plain('statusMessage'),
  last_worker: plain('lastWorker'),
  'project.name': plain('projectName'),
  'script.repository': plain('repository'),
  'script.branch': plain('branch'),
  'script.version_num': plain('commit'),
  'script.entry_point': plain('entryPoint'),
  'script.working_dir': plain('workingFolder'),
  'execution.artifacts': plain('artifact'),
};

const itemFields: ReadonlySet<string> = new Set(['value', 'type', 'description', 'section', 'name']);

/** Splits `section.name.item`; the item may be left out. */
function splitItem(path: string): { names: string[]; item: string } {
  const parts = path.split('.');
  const last = parts.at(-1) ?? '';
  const hasItem = parts.length > 1 && itemFields.has(last);
  return { names: hasItem ? parts.slice(0, -1) : parts, item: hasItem ? last : 'value' };
}

function paramField(path: string): Field | undefined {
  const { names, item } = splitItem(path);
  const [section = '', ...rest] = names;
  const name = unescapeName(rest.join('.'));
  if (name === '') return undefined;
  const of = section.toLowerCase() === 'properties' ? [name, item] : [unescapeName(section), name, item];
  return { field: { name: of.length === 2 ? 'property' : 'param', of }, form: 'list', numeric: true };
}

function seriesField(path: string): Field | undefined {
  const [title = '', variant, item = 'value'] = path.split('.');
  return variant === undefined
    ? undefined
    : { field: { name: 'series', of: [title, variant, item] }, form: 'range', kind: 'number' };
}

function dynamic(path: string): Field | undefined {
  const dot = path.indexOf('.');
  const [root, rest] = [path.slice(0, Math.max(dot, 0)), path.slice(dot + 1)];
  switch (root) {
    case 'hyperparams':
      return paramField(rest);
    case 'last_metrics':
      return seriesField(rest);
    case 'runtime':
      return { field: { name: 'runtime', of: [unescapeName(rest)] }, form: 'equal', numeric: true };
    case 'configuration':
      return { field: { name: 'configuration', of: [unescapeName(splitItem(rest).names.join('.'))] } };
    case 'execution':
      // before 2.9 hyperparameters stood here
      return rest.startsWith('parameters.') ? paramField(`Args.${rest.slice('parameters.'.length)}`) : undefined;
    default:
      return undefined;
  }
}

const texts: readonly RunFindField[] = ['id', 'name', 'note', 'report'];

/** Tasks as queries see them. */
export const taskEntity: Entity<RunFindField> = { fields, dynamic, texts };

/** The same where a project stands for all below it too. */
export const taskTreeEntity: Entity<RunFindField> = {
  fields: { ...fields, project: list('projectTree') },
  dynamic,
  texts,
};
