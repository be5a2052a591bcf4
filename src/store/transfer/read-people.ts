import { DEFAULT_WORKSPACE_ID } from '../../model/workspace.ts';
import { uuidOfId } from '../run-ids.ts';
import { neededBy, ofNoProject } from './read-choice.ts';
import { hexOf, jsonList, type KindTable, msOf } from './read-page.ts';

/** Name of a workspace; null for the default one. @param id an expression */
export function workspaceOf(id: string): string {
  return `(select nullif(w.name, 'default') from workspaces w where w.workspace_id = ${id} and w.workspace_id <> '${DEFAULT_WORKSPACE_ID}')`;
}

/** The id of what has a name in a workspace. @param alias of the table */
export function idInWorkspace(alias: string): string {
  return `coalesce(${workspaceOf(`${alias}.workspace_id`)} || '/', '') || ${alias}.name`;
}

export interface WorkspaceFacts {
  id: string;
  name: string;
  description: string | null;
  artifactRoot: string | null;
  traceArchivalLocation: string | null;
  traceArchivalRetention: string | null;
}

export const workspaces: KindTable & { columns: string } = {
  from: 'workspaces w',
  order: [{ expression: 'w.workspace_id', type: 'uuid' }],
  withIds: (ids, bindings) => `w.name = any(${bindings.bind(ids, 'text[]')})`,
  chosen: (choice, bindings) =>
    neededBy(choice, bindings, (ids) => `w.workspace_id in (select workspace_id from projects where project_id = any(${ids}))`),
  columns: `w.name as id, w.name, w.description, w.artifact_root as "artifactRoot",
    w.trace_archival_location as "traceArchivalLocation", w.trace_archival_retention as "traceArchivalRetention"`,
};

export interface UserFacts {
  id: string;
  name: string;
  displayName: string | null;
  givenName: string | null;
  familyName: string | null;
  email: string | null;
  avatar: string | null;
  isAdmin: boolean;
  createdMs: bigint;
  preferences: string | null;
}

export const users: KindTable & { columns: string } = {
  from: 'users u',
  order: [{ expression: 'u.user_id', type: 'uuid' }],
  withIds: (ids, bindings) => `u.user_id = any(${bindings.bind(ids.map(uuidOfId), 'uuid[]')})`,
  chosen: (choice, bindings) =>
    neededBy(
      choice,
      bindings,
      (ids) => `u.user_id in (
        select user_id from projects where project_id = any(${ids}) union select user_id from runs where project_id = any(${ids})
        union select changed_by from runs where project_id = any(${ids}) union select user_id from models where project_id = any(${ids})
        union select changed_by from models where project_id = any(${ids}))`,
    ),
  columns: `${hexOf('u.user_id')} as id, u.name, nullif(u.display_name, '') as "displayName", u.given_name as "givenName",
    u.family_name as "familyName", u.email, u.avatar, u.role = 'admin' as "isAdmin", ${msOf('u.created_at')} as "createdMs",
    nullif(u.preferences, '{}')::text as preferences`,
};

export interface RoleFacts {
  id: string;
  workspace: string | null;
  name: string | null;
  owner: string | null;
  description: string | null;
  members: string[];
  grants: { on: string; thing: string | null; pattern: string | null; permission: 'deny' | 'read' | 'use' | 'edit' | 'manage' }[];
}

export const roles: KindTable & { columns: string } = {
  from: 'roles r',
  order: [{ expression: 'r.role_id', type: 'int4' }],
  withIds: (ids, bindings) => `r.role_id::text = any(${bindings.bind(ids, 'text[]')})`,
  chosen: ofNoProject,
  columns: `r.role_id::text as id, ${workspaceOf('r.workspace_id')} as workspace,
    case when r.owner_id is null then r.name end as name, ${hexOf('r.owner_id')} as owner, r.description,
    array(select ${hexOf('m.user_id')} from role_members m where m.role_id = r.role_id order by m.user_id) as members,
    ${jsonList(
      {
        on: 'g.kind',
        thing: `coalesce(${hexOf('p.uuid')}, ${idInWorkspace('m')})`,
        pattern: `nullif(g.pattern, '')`,
        permission: 'g.permission',
      },
      `role_grants g left join projects p using (project_id) left join registered_models m using (registered_model_id)
        where g.role_id = r.role_id`,
    )} as grants`,
};

export interface WebhookFacts {
  id: string;
  workspace: string | null;
  name: string;
  description: string | null;
  url: string;
  events: string[];
  wasActive: boolean;
  createdMs: bigint;
  changedMs: bigint;
}

export const webhooks: KindTable & { columns: string } = {
  from: 'webhooks h',
  order: [{ expression: 'h.webhook_id', type: 'uuid' }],
  withIds: (ids, bindings) => `h.webhook_id = any(${bindings.bind(ids.map(uuidOfId), 'uuid[]')})`,
  chosen: ofNoProject,
  columns: `${hexOf('h.webhook_id')} as id, ${workspaceOf('h.workspace_id')} as workspace, h.name,
    nullif(h.description, '') as description, h.url, h.events, h.active as "wasActive", ${msOf('h.created_at')} as "createdMs",
    ${msOf('h.changed_at')} as "changedMs"`,
};
