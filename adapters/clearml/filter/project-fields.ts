import type { ProjectField } from '../../../src/model/project.ts';
import type { Entity } from './fields.ts';
import type { KnownPaths } from './projection.ts';

/** What queries know of projects. */
export const projectEntity: Entity<ProjectField> = {
  fields: {
    id: { field: { name: 'id' }, form: 'list' },
    name: { field: { name: 'path' }, form: 'pattern' },
    basename: { field: { name: 'basename' }, form: 'pattern' },
    description: { field: { name: 'description' }, form: 'pattern' },
    tags: { field: { name: 'label' }, form: 'list' },
    system_tags: { field: { name: 'systemTag' }, form: 'list', marks: { archived: 'archived', hidden: 'hidden' } },
    parent: { field: { name: 'parent' }, form: 'list' },
    path: { field: { name: 'ancestor' }, form: 'list' },
    user: { field: { name: 'user' } },
    created: { field: { name: 'createdAt' }, kind: 'date' },
    last_update: { field: { name: 'updatedAt' }, form: 'range', kind: 'date' },
    default_output_destination: { field: { name: 'outputDestination' } },
  },
  texts: ['id', 'path', 'description'],
};

/** Fields a request may ask of a project's document. */
export const projectPaths: KnownPaths = {
  id: true,
  name: true,
  basename: true,
  description: true,
  user: true,
  company: true,
  created: true,
  tags: true,
  system_tags: true,
  default_output_destination: true,
  last_update: true,
  featured: true,
  parent: true,
  path: true,
  logo_url: true,
  logo_blob: true,
  company_origin: true,
};
