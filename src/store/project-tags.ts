import type { Condition } from '../model/find.ts';
import type { Database } from './database.ts';
import { LABEL } from './project-records.ts';
import { Bindings } from './search/bindings.ts';
import { conditionSql, refuseLargeQueries } from './search/find-conditions.ts';
import type { FieldTable } from './search/find-fields.ts';
import { projectsInReach, type ReadScope } from './search/scope.ts';

/** What has labels and system tags. */
export type Tagged = 'runs' | 'models' | 'projects';
export type TagField = 'label' | 'systemTag' | 'archived' | 'hidden';

/** Where the things of a kind stand (`e` by its id, `p` its project), and their labels (`l`). */
const tables: Readonly<Record<Tagged, { from: string; id: string; hidden: string; labels: string; label: string }>> = {
  runs: {
    from: 'runs e join projects p using (project_id)',
    id: 'e.run_id',
    hidden: 'false',
    labels: `tags l join keys k using (key_id) where l.is_label and (l.name is not null or k.key not like 'mlflow.%') and l.run_id`,
    label: 'coalesce(l.name, k.key)',
  },
  models: {
    from: 'models e join projects p using (project_id)',
    id: 'e.model_id',
    hidden: 'false',
    labels: `model_tags l where l.is_label and (l.name is not null or l.key not like 'mlflow.%') and l.model_id`,
    label: 'coalesce(l.name, l.key)',
  },
  projects: {
    from: 'projects e join projects p using (project_id)',
    id: 'e.project_id',
    hidden: 'e.hidden',
    labels: 'project_tags l where l.is_label and l.project_id',
    label: LABEL.replaceAll('t.', 'l.'),
  },
};

function fieldsOf(kind: Tagged): FieldTable<TagField> {
  const { id, hidden, labels, label } = tables[kind];
  return {
    label: { type: 'rows', rows: `${labels} = ${id}`, value: label },
    systemTag: { type: 'rows', rows: 'unnest(e.system_tags) s (tag) where true', value: 's.tag' },
    archived: { type: 'bool', value: 'e.archived', always: true },
    hidden: { type: 'bool', value: hidden, always: true },
  };
}

/**
 * Labels and system tags that things of a kind have, sorted, in one statement.
 * @param projectIds things in these projects alone; undefined: in all of the workspace
 * @throws invalid for a condition that cannot be searched for
 */
export async function listTags(
  db: Database,
  kind: Tagged,
  { projectIds, ...scope }: ReadScope & { projectIds?: readonly number[] },
  where: Condition<TagField>,
): Promise<{ labels: string[]; systemTags: string[] }> {
  refuseLargeQueries({ where, order: [] });
  const { from, id, hidden, labels, label } = tables[kind];
  const bindings = new Bindings();
  const conditions = [
    ...projectsInReach(bindings, 'p', scope),
    ...(projectIds ? [`p.project_id = any(${bindings.bind(projectIds, 'int4[]')})`] : []),
    conditionSql(fieldsOf(kind), where, bindings),
  ];
  const { rows } = await db.query<{ is_system: boolean; tag: string }>({
    text: `with e as materialized (
        select ${id} as id, e.system_tags, e.archived, ${hidden} as hidden from ${from} where ${conditions.join(' and ')}
      )
      select false as is_system, ${label} as tag from ${labels} in (select id from e)
      union select true, unnest(system_tags) from e
      union select true, 'archived' from e where archived
      union select true, 'hidden' from e where hidden
      order by 2`,
    values: bindings.values,
  });
  const of = (isSystem: boolean) => rows.filter((row) => row.is_system === isSystem).map((row) => row.tag);
  return { labels: of(false), systemTags: of(true) };
}
