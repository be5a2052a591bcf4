import type { UserField } from '../../../src/access/profiles.ts';
import type { Condition } from '../../../src/model/find.ts';
import type { Entity } from './fields.ts';
import type { KnownPaths } from './projection.ts';

/** What queries know of users. */
export const userEntity: Entity<UserField> = {
  fields: {
    id: { field: { name: 'id' }, form: 'list' },
    name: { field: { name: 'name' }, form: 'pattern' },
    given_name: { field: { name: 'givenName' } },
    family_name: { field: { name: 'familyName' } },
    avatar: { field: { name: 'avatar' } },
    role: { field: { name: 'role' } },
    created: { field: { name: 'createdAt' }, kind: 'date' },
  },
  texts: ['name', 'id'],
};

export const userPaths: KnownPaths = {
  id: true,
  name: true,
  given_name: true,
  family_name: true,
  avatar: true,
  company: ['id', 'name'],
  role: true,
  created: true,
  email: true,
  providers: true,
};

/** Users who have runs in one of these projects; with an empty list in any; without a list all. */
export function activeCondition(projects: readonly string[] | null | undefined): Condition<UserField>[] {
  if (!projects) return [];
  if (projects.length === 0) return [{ field: { name: 'isActive' }, test: { is: 'one of', values: [true] } }];
  return [{ field: { name: 'activeInProject' }, test: { is: 'one of', values: projects } }];
}
