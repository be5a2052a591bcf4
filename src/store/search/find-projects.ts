import type { Condition, Find } from '../../model/find.ts';
import type { ProjectField, ProjectRecord } from '../../model/project.ts';
import type { Database } from '../database.ts';
import { LABEL, RECORD_COLUMNS, RECORD_TABLES, type RecordRow, toRecords } from '../project-records.ts';
import { countFound, type Findable, find } from './find.ts';
import { type FieldTable, hexOf } from './find-fields.ts';

/** SQL of "is this project or lies below it"; the bounds let the index on paths serve. */
export function isWithinSql(inner: string, outer: string): string {
  return `${inner}.workspace_id = ${outer}.workspace_id and ${inner}.path >= ${outer}.path and ${inner}.path < ${outer}.path || '0'
    and starts_with(${inner}.path || '/', ${outer}.path || '/')`;
}

const INNER = `projects i where ${isWithinSql('i', 'p')}`;
const REPORTS = `runs r join projects i using (project_id) where ${isWithinSql('i', 'p')} and r.type = 'report' and not r.archived`;
const ALL_SYSTEM_TAGS = `p.system_tags || case when p.archived then '{archived}'::text[] else '{}' end
  || case when p.hidden then '{hidden}'::text[] else '{}' end`;

const fields: FieldTable<ProjectField> = {
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
  innerProject: ([tag = ''], bindings) => ({
    type: 'rows',
    rows: `${INNER} and ${bindings.bind(tag, 'text')} = any(i.system_tags)`,
    value: hexOf('i.uuid'),
  }),
  innerLabel: ([tag = ''], bindings) => ({
    type: 'rows',
    rows: `projects i join project_tags t using (project_id) where ${isWithinSql('i', 'p')} and t.is_label
      and ${bindings.bind(tag, 'text')} = any(i.system_tags)`,
    value: LABEL,
  }),
  innerReport: { type: 'rows', rows: REPORTS, value: hexOf('r.uuid') },
  innerReportLabel: {
    type: 'rows',
    rows: `runs r join projects i using (project_id) join tags t using (run_id) join keys k using (key_id)
      where ${isWithinSql('i', 'p')} and r.type = 'report' and not r.archived and t.is_label`,
    value: 'coalesce(t.name, k.key)',
  },
  innerUser: {
    type: 'rows',
    rows: `projects i, lateral (select i.user_id union all select user_id from runs where project_id = i.project_id
      union all select user_id from models where project_id = i.project_id) o where ${isWithinSql('i', 'p')}`,
    value: hexOf('o.user_id'),
  },
};

function findable(workspaceId: string): Findable<ProjectField> {
  return {
    fields,
    columns: RECORD_COLUMNS,
    from: RECORD_TABLES,
    scope: (bindings) => [`p.workspace_id = ${bindings.bind(workspaceId, 'uuid')}`],
    last: [{ expression: 'p.project_id', type: 'int4' }],
  };
}

/** One page of projects, visible to MLflow or not. @throws invalid like {@link find} */
export async function findProjects(
  db: Database,
  workspaceId: string,
  query: Find<ProjectField>,
): Promise<{ projects: ProjectRecord[]; next?: string }> {
  const { rows, next } = await find<RecordRow, ProjectField>(db, findable(workspaceId), query);
  return { projects: await toRecords(db, workspaceId, rows), next };
}

/** How many projects pass a condition. @param most where counting stops */
export function countProjects(db: Database, workspaceId: string, where: Condition<ProjectField>, most?: number): Promise<number> {
  return countFound(db, findable(workspaceId), where, most);
}
