import type { Condition, Find } from '../../model/find.ts';
import type { ProjectField, ProjectRecord } from '../../model/project.ts';
import type { Database } from '../database.ts';
import { LABEL, RECORD_COLUMNS, RECORD_TABLES, type RecordRow, toRecords } from '../project-records.ts';
import type { Bindings } from './bindings.ts';
import { countFound, type Findable, find } from './find.ts';
import { type FieldTable, hexOf } from './find-fields.ts';
import { inScope, projectsInReach, type ReadScope } from './scope.ts';

/** SQL of "is this project or lies below it"; the bounds let the index on paths serve. */
export function isWithinSql(inner: string, outer: string): string {
  return `${inner}.workspace_id = ${outer}.workspace_id and ${inner}.path >= ${outer}.path and ${inner}.path < ${outer}.path || '0'
    and starts_with(${inner}.path || '/', ${outer}.path || '/')`;
}

const ALL_SYSTEM_TAGS = `p.system_tags || case when p.archived then '{archived}'::text[] else '{}' end
  || case when p.hidden then '{hidden}'::text[] else '{}' end`;

const ownFields = {
  id: { type: 'id', uuid: 'p.uuid', always: true },
  parent: { type: 'id', uuid: 'u.uuid' },
  ancestor: {
    type: 'rows',
    rows: `projects a where a.workspace_id = p.workspace_id and starts_with(p.path, a.path || '/')`,
    value: hexOf('a.uuid'),
  },
  path: { type: 'text', value: 'p.path', always: true },
  basename: { type: 'text', value: `substring(p.path from '[^/]*$')`, always: true },
  description: { type: 'text', value: 'p.description' },
  outputDestination: { type: 'text', value: 'p.output_destination' },
  user: { type: 'id', uuid: 'p.user_id' },
  label: { type: 'rows', rows: 'project_tags t where t.project_id = p.project_id and t.is_label', value: LABEL },
  systemTag: { type: 'rows', rows: `unnest(${ALL_SYSTEM_TAGS}) t (tag) where true`, value: 't.tag' },
  archived: { type: 'bool', value: 'p.archived', always: true },
  hidden: { type: 'bool', value: 'p.hidden', always: true },
  isPublic: { type: 'bool', value: 'p.is_public', always: true },
  createdAt: { type: 'timestamptz', value: 'p.created_at', always: true },
  updatedAt: { type: 'timestamptz', value: 'coalesce(p.updated_at, p.changed_at)', always: true },
} as const satisfies Partial<FieldTable<ProjectField>>;

/** Fields over `projects p left join projects u`; those about what lies below see only what may be read. */
function fieldsOf({ reach }: ReadScope): FieldTable<ProjectField> {
  const inner = (bindings: Bindings) => {
    const inReach = inScope(bindings, 'i.project_id', reach.projects);
    return `${isWithinSql('i', 'p')}${inReach === undefined ? '' : ` and ${inReach}`}`;
  };
  const reports = (bindings: Bindings, joins = '') =>
    `runs r join projects i using (project_id) ${joins} where ${inner(bindings)} and r.type = 'report' and not r.archived`;
  return {
    ...ownFields,
    innerProject: ([tag = ''], bindings) => ({
      type: 'rows',
      rows: `projects i where ${inner(bindings)} and ${bindings.bind(tag, 'text')} = any(i.system_tags)`,
      value: hexOf('i.uuid'),
    }),
    innerLabel: ([tag = ''], bindings) => ({
      type: 'rows',
      rows: `projects i join project_tags t using (project_id) where ${inner(bindings)} and t.is_label
        and ${bindings.bind(tag, 'text')} = any(i.system_tags)`,
      value: LABEL,
    }),
    innerReport: (_of, bindings) => ({ type: 'rows', rows: reports(bindings), value: hexOf('r.uuid') }),
    innerReportLabel: (_of, bindings) => ({
      type: 'rows',
      rows: `${reports(bindings, 'join tags t using (run_id) join keys k using (key_id)')} and t.is_label`,
      value: 'coalesce(t.name, k.key)',
    }),
    innerUser: (_of, bindings) => ({
      type: 'rows',
      rows: `projects i, lateral (select i.user_id union all select user_id from runs where project_id = i.project_id
        union all select user_id from models where project_id = i.project_id) o where ${inner(bindings)}`,
      value: hexOf('o.user_id'),
    }),
  };
}

function findable(scope: ReadScope): Findable<ProjectField> {
  return {
    fields: fieldsOf(scope),
    columns: RECORD_COLUMNS,
    from: RECORD_TABLES,
    scope: (bindings) => projectsInReach(bindings, 'p', scope),
    last: [{ expression: 'p.project_id', type: 'int4' }],
  };
}

/** One page of projects, visible to MLflow or not. @throws invalid like {@link find} */
export async function findProjects(
  db: Database,
  scope: ReadScope,
  query: Find<ProjectField>,
): Promise<{ projects: ProjectRecord[]; next?: string }> {
  const { rows, next } = await find<RecordRow, ProjectField>(db, findable(scope), query);
  return { projects: await toRecords(db, scope.workspaceId, rows), next };
}

/** How many projects pass a condition. @param most where counting stops */
export function countProjects(db: Database, scope: ReadScope, where: Condition<ProjectField>, most?: number): Promise<number> {
  return countFound(db, findable(scope), where, most);
}
