import type { GrantKind, Permission } from '../model/permission.ts';
import type { Role, RoleGrant, RoleMember } from '../model/role.ts';
import type { Database } from './database.ts';

/** A role with the workspace it is of, and whose own it is. */
export interface StoredRole extends Role {
  workspaceId: string;
}

/** Which roles are wanted; without anything, all. */
export interface RoleFilter {
  id?: number;
  /** Names of workspaces. */
  workspaces?: readonly string[];
  /** Of these users, by id. */
  userIds?: readonly string[];
}

interface Row {
  role_id: number;
  workspace_id: string;
  workspace: string;
  name: string;
  description: string | null;
  grants: { id: number; kind: GrantKind; pattern: string; permission: Permission }[];
  user_ids: string[];
}

/** What a grant is given on as people name it. */
const PATTERN = `case when g.kind = 'scorer' and g.project_id is not null then p.experiment_id || '/' || g.pattern
  else coalesce(p.experiment_id::text, m.name, g.pattern) end`;

const TEXT = `select r.role_id, r.workspace_id, w.name as workspace, r.name, r.description,
    coalesce((select jsonb_agg(jsonb_build_object('id', g.grant_id, 'kind', g.kind, 'pattern', ${PATTERN}, 'permission', g.permission)
        order by g.grant_id)
      from role_grants g left join projects p using (project_id) left join registered_models m using (registered_model_id)
      where g.role_id = r.role_id), '[]') as grants,
    array(select replace(u.user_id::text, '-', '') from role_members u
      where u.role_id = r.role_id and u.user_id = any($3)) as user_ids
  from roles r join workspaces w using (workspace_id)
  where ($1::integer is null or r.role_id = $1) and ($2::text[] is null or w.name = any($2))
    and ($3::uuid[] is null or exists (select from role_members u where u.role_id = r.role_id and u.user_id = any($3)))
  order by r.role_id`;

function toRole({ role_id, workspace_id, workspace, name, description, grants }: Row): StoredRole {
  const all = grants.map((grant): RoleGrant => ({ ...grant, roleId: role_id }));
  return { id: role_id, workspaceId: workspace_id, workspace, name, description, grants: all };
}

async function readRoles(db: Database, { id, workspaces, userIds }: RoleFilter): Promise<Row[]> {
  const { rows } = await db.query<Row>({ name: 'roles', text: TEXT, values: [id ?? null, workspaces ?? null, userIds ?? null] });
  return rows;
}

/** Roles with what they give, by id, in one statement. */
export async function listRoles(db: Database, filter: RoleFilter): Promise<StoredRole[]> {
  return (await readRoles(db, filter)).map(toRole);
}

/** Roles of several users, by the users' ids. */
export async function listRolesByUser(db: Database, userIds: readonly string[]): Promise<Map<string, StoredRole[]>> {
  const roles = new Map<string, StoredRole[]>(userIds.map((id) => [id, []]));
  for (const row of await readRoles(db, { userIds })) for (const id of row.user_ids) roles.get(id)?.push(toRole(row));
  return roles;
}

/** @returns undefined when there is none */
export async function findRole(db: Database, id: number): Promise<StoredRole | undefined> {
  const [role] = await listRoles(db, { id });
  return role;
}

/** @returns the id @throws already_exists when the workspace has one of this name */
export async function insertRole(
  db: Database,
  draft: { workspaceId: string; name: string; description: string | null },
): Promise<number> {
  const { rows } = await db.query<{ role_id: number }>({
    text: 'insert into roles (workspace_id, name, description) values ($1, $2, $3) returning role_id',
    values: [draft.workspaceId, draft.name, draft.description],
  });
  return rows[0]?.role_id ?? 0;
}

/** Changes what is given. @throws already_exists when the workspace has another one of this name */
export async function updateRole(db: Database, id: number, change: { name?: string; description?: string }): Promise<void> {
  await db.query({
    text: 'update roles set name = coalesce($2, name), description = coalesce($3, description) where role_id = $1',
    values: [id, change.name ?? null, change.description ?? null],
  });
}

/** Deletes a role with all it gives and all who have it. */
export async function deleteRole(db: Database, id: number): Promise<void> {
  await db.query({ text: 'delete from roles where role_id = $1', values: [id] });
}

/** The role a grant is of; undefined when there is no such grant. */
export async function findRoleOfGrant(db: Database, grantId: number): Promise<StoredRole | undefined> {
  const { rows } = await db.query<{ role_id: number }>({
    text: 'select role_id from role_grants where grant_id = $1',
    values: [grantId],
  });
  return rows[0] && findRole(db, rows[0].role_id);
}

/** Changes what a grant gives. */
export async function updateGrant(db: Database, grantId: number, permission: Permission): Promise<void> {
  await db.query({ text: 'update role_grants set permission = $2 where grant_id = $1', values: [grantId, permission] });
}

/** Takes away what a grant gives. */
export async function deleteGrant(db: Database, grantId: number): Promise<void> {
  await db.query({ text: 'delete from role_grants where grant_id = $1', values: [grantId] });
}

const MEMBER = `m.member_id as id, (select number from users u where u.user_id = m.user_id) as "userNumber", m.role_id as "roleId"`;

/** Gives a user a role. @returns undefined when the user has it */
export async function insertMember(db: Database, userId: string, roleId: number): Promise<RoleMember | undefined> {
  const { rows } = await db.query<RoleMember>({
    text: `insert into role_members as m (user_id, role_id) values ($1, $2) on conflict (user_id, role_id) do nothing
      returning ${MEMBER}`,
    values: [userId, roleId],
  });
  return rows[0];
}

/** Takes a role from a user. @returns whether the user had it */
export async function deleteMember(db: Database, userId: string, roleId: number): Promise<boolean> {
  const { rowCount } = await db.query({
    text: 'delete from role_members where user_id = $1 and role_id = $2',
    values: [userId, roleId],
  });
  return rowCount > 0;
}

/** Who has a role, in the order they got it. */
export async function listMembers(db: Database, roleId: number): Promise<RoleMember[]> {
  const { rows } = await db.query<RoleMember>({
    text: `select ${MEMBER} from role_members m where m.role_id = $1 order by m.member_id`,
    values: [roleId],
  });
  return rows;
}
