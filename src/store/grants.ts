import type { Given, Permission } from '../model/permission.ts';
import { ownRoleName } from '../model/role.ts';
import type { Database } from './database.ts';

/** Of which things a user's grants are wanted; without it, of all. */
export interface Wanted {
  projectIds: readonly number[];
  registeredModelIds: readonly number[];
}

const COLUMNS = `g.kind, g.project_id as "projectId", g.registered_model_id as "registeredModelId", g.pattern, g.permission`;
const OF_USER = `role_members m join roles r using (role_id) join role_grants g using (role_id)
  where m.user_id = $1 and r.workspace_id = $2`;

/** What a user is given in a workspace: on these things, and on all things of a kind. */
export async function readGrants(db: Database, userId: string, workspaceId: string, wanted?: Wanted): Promise<Given[]> {
  const { rows } = await db.query<Given>(
    wanted === undefined
      ? { name: 'grants', text: `select ${COLUMNS} from ${OF_USER}`, values: [userId, workspaceId] }
      : {
          name: 'grants on',
          text: `select ${COLUMNS} from ${OF_USER} and (g.project_id is null and g.registered_model_id is null
            or g.project_id = any($3) or g.registered_model_id = any($4))`,
          values: [userId, workspaceId, wanted.projectIds, wanted.registeredModelIds],
        },
  );
  return rows;
}

/** The role a user has for themselves in a workspace, made when it is not there. @returns its id */
export async function ensureOwnRole(db: Database, userId: string, workspaceId: string): Promise<number> {
  const { rows: users } = await db.query<{ number: number }>({
    name: 'user-number',
    text: 'select number from users where user_id = $1',
    values: [userId],
  });
  // two requests of one user may both be the first
  const { rows } = await db.query<{ role_id: number }>({
    name: 'own-role',
    text: `insert into roles (workspace_id, name, owner_id) values ($1, $2, $3)
      on conflict (owner_id, workspace_id) do update set name = excluded.name returning role_id`,
    values: [workspaceId, ownRoleName(users[0]?.number ?? 0), userId],
  });
  const roleId = rows[0]?.role_id ?? 0;
  await db.query({
    name: 'own-role-member',
    text: 'insert into role_members (user_id, role_id) values ($1, $2) on conflict (user_id, role_id) do nothing',
    values: [userId, roleId],
  });
  return roleId;
}

/** Gives something through a role. @returns the id of the grant; undefined when the role gives something on it already */
export async function insertGrant(db: Database, roleId: number, given: Given): Promise<number | undefined> {
  const { rows } = await db.query<{ grant_id: number }>({
    name: 'insert-grant',
    text: `insert into role_grants (role_id, kind, project_id, registered_model_id, pattern, permission)
      values ($1, $2, $3, $4, $5, $6) on conflict on constraint role_grants_key do nothing returning grant_id`,
    values: [roleId, given.kind, given.projectId, given.registeredModelId, given.pattern, given.permission],
  });
  return rows[0]?.grant_id;
}

/** Takes away what a user alone is given on something. @returns whether there was something */
export async function deleteOwnGrant(
  db: Database,
  userId: string,
  workspaceId: string,
  on: Omit<Given, 'permission'>,
): Promise<boolean> {
  const { rowCount } = await db.query({
    text: `delete from role_grants g using roles r
      where r.role_id = g.role_id and r.owner_id = $1 and r.workspace_id = $2 and g.kind = $3 and g.pattern = $4
        and g.project_id is not distinct from $5 and g.registered_model_id is not distinct from $6`,
    values: [userId, workspaceId, on.kind, on.pattern, on.projectId, on.registeredModelId],
  });
  return rowCount > 0;
}

/** Changes what a user alone is given on something. @returns whether there was something */
export async function updateOwnGrant(db: Database, userId: string, workspaceId: string, given: Given): Promise<boolean> {
  const { rowCount } = await db.query({
    text: `update role_grants g set permission = $7 from roles r
      where r.role_id = g.role_id and r.owner_id = $1 and r.workspace_id = $2 and g.kind = $3 and g.pattern = $4
        and g.project_id is not distinct from $5 and g.registered_model_id is not distinct from $6`,
    values: [userId, workspaceId, given.kind, given.pattern, given.projectId, given.registeredModelId, given.permission],
  });
  return rowCount > 0;
}

/** What a user alone is given on something; undefined for nothing. */
export async function findOwnGrant(
  db: Database,
  userId: string,
  workspaceId: string,
  on: Omit<Given, 'permission'>,
): Promise<Permission | undefined> {
  const { rows } = await db.query<{ permission: Permission }>({
    text: `select g.permission from role_grants g join roles r using (role_id)
      where r.owner_id = $1 and r.workspace_id = $2 and g.kind = $3 and g.pattern = $4
        and g.project_id is not distinct from $5 and g.registered_model_id is not distinct from $6`,
    values: [userId, workspaceId, on.kind, on.pattern, on.projectId, on.registeredModelId],
  });
  return rows[0]?.permission;
}

/** Whoever made something manages it. */
export interface Maker {
  workspaceId: string;
  userId: string;
}

/** Lets the maker of a project manage it, with the projects above it that were made for it. */
export async function giveProjectToMaker(db: Database, { workspaceId, userId }: Maker, projectId: number): Promise<void> {
  const roleId = await ensureOwnRole(db, userId, workspaceId);
  await db.query({
    name: 'give-project',
    text: `insert into role_grants (role_id, kind, project_id, permission)
      select $1, 'project', a.project_id, 'manage' from projects p
        join projects a on a.project_id = p.project_id or a.workspace_id = p.workspace_id and starts_with(p.path, a.path || '/')
          and a.created_at = p.created_at and a.user_id = $3
      where p.project_id = $2 on conflict on constraint role_grants_key do nothing`,
    values: [roleId, projectId, userId],
  });
}

/** Lets the maker of a registered model or prompt manage it. */
export async function giveRegisteredModelToMaker(
  db: Database,
  { workspaceId, userId }: Maker,
  { registeredModelId, isPrompt }: { registeredModelId: number; isPrompt: boolean },
): Promise<void> {
  const roleId = await ensureOwnRole(db, userId, workspaceId);
  const kind = isPrompt ? 'prompt' : 'registered_model';
  await insertGrant(db, roleId, { kind, projectId: null, registeredModelId, pattern: '', permission: 'manage' });
}

/** Lets the maker of an MCP server manage it. */
export async function giveMcpServerToMaker(db: Database, { workspaceId, userId }: Maker, name: string): Promise<void> {
  const roleId = await ensureOwnRole(db, userId, workspaceId);
  await insertGrant(db, roleId, {
    kind: 'mcp_server',
    projectId: null,
    registeredModelId: null,
    pattern: name,
    permission: 'manage',
  });
}

/** Takes away from everybody what they are given on an MCP server, so that the next one of its name begins without. */
export async function takeMcpServerFromAll(db: Database, workspaceId: string, name: string): Promise<void> {
  await db.query({
    text: `delete from role_grants g using roles r
      where r.role_id = g.role_id and r.workspace_id = $1 and g.kind = 'mcp_server' and g.pattern = $2`,
    values: [workspaceId, name],
  });
}
