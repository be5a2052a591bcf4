import type { RoleItem, UserItem } from '../../../../src/bridge/item.ts';
import { BridgeError } from '../../../../src/model/errors.ts';
import { ALL } from '../../../../src/model/permission.ts';
import { toGrantKind, toPermission } from '../../map/access.ts';
import { toWorkspace } from '../items/registry.ts';
import { ofNone } from './chosen.ts';
import type { KindReader } from './kind.ts';
import { nameOf, type Row, textOf, truthOf } from './row.ts';
import { groupBy, isIn, never, type Tables } from './tables.ts';

/** Users of the basic-auth app; their passwords are not read. */
export const users: KindReader<'user'> = {
  kind: 'user',
  table: 'users',
  columns: ['is_admin'],
  keys: ['username'],
  chosen: ofNone,
  withIds: (ids) => [isIn('username', ids)],
  idOf: (row) => nameOf(row, 'username'),
  prepare:
    async () =>
    (row): UserItem => ({
      kind: 'user',
      id: nameOf(row, 'username'),
      name: nameOf(row, 'username'),
      displayName: null,
      givenName: null,
      familyName: null,
      email: null,
      avatar: null,
      isAdmin: truthOf(row, 'is_admin'),
      createdMs: null,
      preferences: null,
    }),
};

type Grant = RoleItem['grants'][number];

/** @throws BridgeError for words that are none of MLflow's */
function toGrant(type: string, thing: string, permission: string): Grant {
  const given = toPermission(permission);
  return {
    on: toGrantKind(type),
    thing: thing === ALL ? null : thing,
    pattern: thing === ALL ? ALL : null,
    // nothing given on one thing takes away what the server gives on all
    permission: given === 'none' ? 'deny' : given,
  };
}

/** The role that each user has for what is given to them alone. */
const OWN_ROLE = /^__user_(\d+)__$/;

async function namesOf(tables: Tables): Promise<(number: unknown) => string> {
  const rows = await tables.rows({ table: 'users', columns: ['id', 'username'] });
  const names = new Map(rows.map((row) => [String(row['id']), nameOf(row, 'username')]));
  return (number) => {
    const name = names.get(String(number));
    if (name !== undefined) return name;
    throw new BridgeError('not_found', `There is no user with the number ${String(number)}.`);
  };
}

/** Roles of releases that have them. */
export const roles: KindReader<'role'> = {
  kind: 'role',
  table: 'roles',
  columns: ['name', 'workspace', 'description'],
  keys: ['id'],
  chosen: ofNone,
  withIds: (ids) => [isIn('id', ids.filter((id) => /^\d{1,18}$/.test(id)).map(BigInt))],
  idOf: (row) => nameOf(row, 'id'),
  async prepare(tables, rows) {
    const where = [
      isIn(
        'role_id',
        rows.map((row) => row['id'] ?? null),
      ),
    ];
    const columns = ['role_id', 'resource_type', 'resource_pattern', 'permission'];
    const grants = groupBy(await tables.rows({ table: 'role_permissions', columns, where }), 'role_id');
    const members = groupBy(
      await tables.rows({ table: 'user_role_assignments', columns: ['role_id', 'user_id'], where }),
      'role_id',
    );
    const userName = await namesOf(tables);
    return (row) => {
      const name = nameOf(row, 'name');
      const owner = OWN_ROLE.exec(name)?.[1];
      return {
        kind: 'role',
        id: nameOf(row, 'id'),
        workspace: toWorkspace(textOf(row, 'workspace')),
        name: owner === undefined ? name : null,
        owner: owner === undefined ? null : userName(owner),
        description: textOf(row, 'description') || null,
        members: owner === undefined ? members(row['id']).map((member) => userName(member['user_id'])) : [],
        grants: grants(row['id']).map((grant) =>
          toGrant(nameOf(grant, 'resource_type'), nameOf(grant, 'resource_pattern'), nameOf(grant, 'permission')),
        ),
      };
    };
  },
};

/** Where releases without roles keep what is given to a user: the table, what it is given on, and the columns that name that. */
const formerTables: readonly [table: string, type: string, ...columns: string[]][] = [
  ['experiment_permissions', 'experiment', 'experiment_id'],
  ['registered_model_permissions', 'registered_model', 'name'],
  ['scorer_permissions', 'scorer', 'experiment_id', 'scorer_name'],
  ['gateway_secret_permissions', 'gateway_secret', 'secret_id'],
  ['gateway_endpoint_permissions', 'gateway_endpoint', 'endpoint_id'],
  ['gateway_model_definition_permissions', 'gateway_model_definition', 'model_definition_id'],
];

/** What is given to users by releases without roles, as one role for each of them. */
export const formerRoles: KindReader<'role'> = {
  kind: 'role',
  table: 'users',
  columns: ['id'],
  keys: ['username'],
  chosen: ({ selection }) => (selection.projects ? [never] : []),
  withIds: (ids) => [isIn('username', ids)],
  idOf: (row) => nameOf(row, 'username'),
  async prepare(tables, rows) {
    const where = [
      isIn(
        'user_id',
        rows.map((row) => row['id'] ?? null),
      ),
    ];
    const found = await Promise.all(
      formerTables.map(async ([table, type, ...columns]) => {
        const given = await tables.rows({ table, columns: ['user_id', 'permission', ...columns], where });
        return given.map((row: Row) => ({
          user: String(row['user_id']),
          grant: () => toGrant(type, columns.map((column) => nameOf(row, column)).join('/'), nameOf(row, 'permission')),
        }));
      }),
    );
    const grants = Map.groupBy(found.flat(), ({ user }) => user);
    return (row) => {
      const given = grants.get(String(row['id']));
      const owner = nameOf(row, 'username');
      return (
        given && {
          kind: 'role',
          id: owner,
          workspace: null,
          name: null,
          owner,
          description: null,
          members: [],
          grants: given.map(({ grant }) => grant()),
        }
      );
    };
  },
};
