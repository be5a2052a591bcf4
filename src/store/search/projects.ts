import type { Project } from '../../model/project.ts';
import type { ProjectCondition, ProjectOrder, ProjectQuery } from '../../model/query.ts';
import type { Database } from '../database.ts';
import { PROJECT_COLUMNS, type ProjectRow, readProjectTags, toProject } from '../projects.ts';
import { Bindings } from './bindings.ts';
import { afterPlace, type Place, placeOf, type SortKey, sortList } from './keyset.ts';
import { refuseManyTerms } from './limits.ts';
import { wholeCondition } from './number-test.ts';
import { cutPage, readPageToken } from './page-token.ts';
import { projectsInReach, type ReadScope } from './scope.ts';
import { textCondition } from './text-test.ts';

/** A timestamp as whole milliseconds, which is what clients see and send. */
const milliseconds = (column: string) => `(extract(epoch from ${column}) * 1000)::int8`;

const sortKeys: Readonly<Record<ProjectOrder['field'], SortKey>> = {
  name: { expression: 'p.name', type: 'text' },
  experimentId: { expression: 'p.experiment_id', type: 'int8' },
  createdMs: { expression: milliseconds('p.created_at'), type: 'int8' },
  changedMs: { expression: milliseconds('p.changed_at'), type: 'int8' },
};

const views = { active: ['not p.archived'], archived: ['p.archived'], all: [] } as const;

function projectCondition(condition: ProjectCondition, bindings: Bindings): string {
  switch (condition.on) {
    case 'name':
      return textCondition('p.name', condition.test, bindings);
    case 'number':
      return wholeCondition(sortKeys[condition.field].expression, condition.test, bindings);
    case 'experimentId':
      return `p.experiment_id ${condition.negated ? '<> all' : '= any'}(${bindings.bind(condition.ids, 'numeric[]')})`;
    case 'tag': {
      const row = `select from project_tags c where c.project_id = p.project_id and c.key = ${bindings.bind(condition.key, 'text')}`;
      if (condition.test.operator === 'is null') return `not exists (${row})`;
      return `exists (${row} and ${textCondition('c.value', condition.test, bindings, true)})`;
    }
  }
}

/**
 * One page of the projects that MLflow shows, in two statements.
 * @returns the projects with their tags, and the place to go on from when there are more
 * @throws invalid for a place that is none of this order, and for more than 100 conditions and sort keys
 */
export async function searchProjects(
  db: Database,
  scope: ReadScope,
  query: ProjectQuery,
): Promise<{ projects: Project[]; next?: string }> {
  refuseManyTerms(query);
  const bindings = new Bindings();
  const keys = query.order.map(({ field, descending }): SortKey => ({ ...sortKeys[field], descending }));
  const start = query.after === undefined ? undefined : readPageToken(query.after, query.order, [keys]);
  const conditions = [
    ...projectsInReach(bindings, 'p', scope),
    'p.experiment_id is not null',
    ...views[query.view],
    ...query.conditions.map((condition) => projectCondition(condition, bindings)),
    ...(start ? [afterPlace(keys, start.place, bindings)] : []),
  ];
  const { rows } = await db.query<ProjectRow & { place: Place }>({
    text: `select ${PROJECT_COLUMNS}, ${placeOf(keys)} as place from projects p
      where ${conditions.join(' and ')} order by ${sortList(keys)} limit ${bindings.bind(query.limit + 1, 'int8')}`,
    values: bindings.values,
  });
  const { page, ...more } = cutPage(rows, query.limit, query.order);
  const tags = await readProjectTags(
    db,
    page.map((row) => row.project_id),
  );
  return { projects: page.map((row) => toProject(row, tags.get(row.project_id) ?? [])), ...more };
}
