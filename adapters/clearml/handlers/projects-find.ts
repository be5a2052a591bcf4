import type { operations } from '../../../openapi/generated/clearml.ts';
import type { Handler } from '../../../src/http/door.ts';
import type { Condition } from '../../../src/model/find.ts';
import type { ProjectField, ProjectRecord } from '../../../src/model/project.ts';
import { findProjects } from '../../../src/tracking/project-tree.ts';
import { isAtEnd, type QueryBody, readFind, toScrollId } from '../filter/find.ts';
import { givenText } from '../filter/given.ts';
import { bucketCondition, listCondition } from '../filter/list.ts';
import { projectEntity, projectPaths } from '../filter/project-fields.ts';
import { readProjection } from '../filter/projection.ts';
import { toProjectDocument, withReferences } from '../map/project.ts';
import { readProjectExtras } from './project-extras.ts';

type Query = QueryBody & { id?: unknown; parent?: unknown; shallow_search?: boolean; search_hidden?: boolean };

const isHidden: Condition<ProjectField> = { field: { name: 'hidden' }, test: { is: 'one of', values: [true] } };
const isTop: Condition<ProjectField> = { field: { name: 'parent' }, test: { is: 'missing' } };

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);
}

/** Conditions of the flags all listings have, and the body without what they change. */
function readFlags({ parent, ...rest }: Query): { body: QueryBody; more: Condition<ProjectField>[] } {
  const more = rest.search_hidden || isGiven(rest.id) ? [] : [{ not: isHidden }];
  if (!isGiven(parent)) return { body: rest, more: rest.shallow_search ? [...more, isTop] : more };
  // what lies below a project is asked of all that is above
  return { body: rest.shallow_search ? { ...rest, parent } : { ...rest, path: parent }, more };
}

async function findPage(body: Query, more: readonly Condition<ProjectField>[], context: Parameters<typeof findProjects>[0]) {
  const flags = readFlags(body);
  const query = readFind(flags.body, projectEntity, [...flags.more, ...more]);
  const { projects, next } = isAtEnd(query) ? { projects: [], next: undefined } : await findProjects(context, query);
  return { projects, scroll: toScrollId(query, next) };
}

/** Projects that pass a query, with exactly the fields asked for. */
export const projectsGetAll: Handler<operations['projects.get_all']> = async ({ body }, context) => {
  const projection = readProjection(body, projectPaths);
  const { projects, scroll } = await findPage(body, [], context);
  const toDocument = (project: ProjectRecord) => {
    const { path, ...shown } = toProjectDocument(project, context.workspaceId);
    return projection.cut(projection.names('path') ? { ...shown, path } : shown);
  };
  return { projects: projects.map(toDocument), ...scroll };
};

/** Conditions that only this call has: what kind of children a project has, and who works in it. */
function readChildren(body: QueryBody): Condition<ProjectField>[] {
  const { children_tags, children_tags_filter, active_users, non_public, allow_public } = body;
  const more: Condition<ProjectField>[] = [];
  const type = givenText('children_type', body['children_type']);
  if (type !== undefined) {
    const isReport = type === 'report';
    const of = [type];
    const child = isReport ? { name: 'innerReport' as const } : { name: 'innerProject' as const, of };
    const label = isReport ? { name: 'innerReportLabel' as const } : { name: 'innerLabel' as const, of };
    more.push({ not: { field: child, test: { is: 'missing' } } });
    if (isGiven(children_tags)) more.push(listCondition('children_tags', children_tags, { field: label }));
    if (isGiven(children_tags_filter)) more.push(bucketCondition('children_tags_filter', children_tags_filter, { field: label }));
  }
  if (isGiven(active_users)) more.push(listCondition('active_users', active_users, { field: { name: 'innerUser' } }));
  if (non_public === true || allow_public === false) {
    more.push({ field: { name: 'isPublic' }, test: { is: 'one of', values: [false] } });
  }
  return more;
}

/** As {@link projectsGetAll}, with ids, with what documents refer to, and with counts of what the projects hold. */
export const projectsGetAllEx: Handler<operations['projects.get_all_ex']> = async ({ body }, context) => {
  const projection = readProjection(body, projectPaths, ['id']);
  const { projects, scroll } = await findPage(body, readChildren(body), context);
  const extras = await readProjectExtras(body, projects, context);
  const toDocument = (project: ProjectRecord) => {
    const { path, ...shown } = toProjectDocument(project, context.workspaceId);
    const document = withReferences(
      projection.names('path') ? { ...shown, path } : shown,
      project,
      projection,
      context.workspaceName,
    );
    return {
      ...projection.cut(document),
      ...(body.search_hidden && project.hidden && { hidden: true }),
      ...extras.get(project.projectId),
    };
  };
  return { projects: projects.map(toDocument), ...scroll };
};
