import { show } from '../../../src/model/errors.ts';
import { basenameOf, type ProjectPatch, type ProjectRecord, parentPathOf, toProjectPath } from '../../../src/model/project.ts';
import { ApiError } from '../errors.ts';
import type { Projection } from '../filter/projection.ts';
import { companyIdOf, companyNameOf } from './company.ts';
import { toDateText } from './date.ts';

const MIN_NAME = 3;
/** Most parts of a project's name. */
export const MAX_DEPTH = 10;

/** The path a client names a project by. @throws ApiError for one that is empty, too short or too deep */
export function toPath(name: string): string {
  const path = toProjectPath(name);
  if (path === '') throw new ApiError(400, 407, `Invalid project name: ${show(name)}`);
  if (basenameOf(path).length < MIN_NAME) {
    throw new ApiError(400, 800, `The last part of the project name ${show(name)} has fewer than ${MIN_NAME} characters.`);
  }
  const depth = path.split('/').length;
  if (depth > MAX_DEPTH) {
    throw new ApiError(400, 409, `The project name ${show(path)} has ${depth} parts; ${MAX_DEPTH} are allowed.`);
  }
  return path;
}

/** Fields of a request that say something of a project. */
export interface ProjectFields {
  description?: string | null;
  tags?: readonly string[] | null;
  system_tags?: readonly string[] | null;
  default_output_destination?: string | null;
}

/** What a request says of a project. Two of the system tags are facts of their own in the record. */
export function toProjectPatch(fields: ProjectFields): ProjectPatch {
  const systemTags = fields.system_tags;
  return {
    description: fields.description ?? undefined,
    outputDestination: fields.default_output_destination ?? undefined,
    labels: fields.tags ?? undefined,
    ...(systemTags && {
      archived: systemTags.includes('archived'),
      hidden: systemTags.includes('hidden'),
      systemTags: systemTags.filter((tag) => tag !== 'archived' && tag !== 'hidden'),
    }),
  };
}

/** All system tags of a project, sorted. */
export function systemTagsOf({ systemTags, archived, hidden }: ProjectRecord): string[] {
  return [...systemTags, ...(archived ? ['archived'] : []), ...(hidden ? ['hidden'] : [])].sort();
}

/** Every field of a project's document; those without a value are left out. */
export function toProjectDocument(project: ProjectRecord, workspaceId: string): Record<string, unknown> {
  return {
    id: project.id,
    company: project.isPublic ? '' : companyIdOf(workspaceId),
    ...(project.userId !== null && { user: project.userId }),
    name: project.path,
    basename: basenameOf(project.path),
    description: project.description,
    created: toDateText(project.createdAt),
    tags: project.labels,
    system_tags: systemTagsOf(project),
    ...(project.outputDestination !== null && { default_output_destination: project.outputDestination }),
    last_update: toDateText(project.updatedAt),
    featured: 9999,
    ...(project.parent !== null && { parent: project.parent }),
    path: project.ancestors,
  };
}

/** A document in which what it refers to stands as `{id}`, with the name where that was asked for. */
export function withReferences(
  document: Record<string, unknown>,
  project: ProjectRecord,
  projection: Pick<Projection, 'names'>,
  workspaceName: string,
): Record<string, unknown> {
  const names = {
    user: project.userName,
    company: project.isPublic ? null : companyNameOf(workspaceName),
    parent: parentPathOf(project.path),
  };
  const references = Object.entries(names).flatMap(([field, name]) => {
    if (document[field] === undefined) return [];
    const id = document[field];
    return [[field, projection.names(`${field}.name`) && name !== null ? { id, name } : { id }]];
  });
  return { ...document, ...Object.fromEntries(references) };
}
