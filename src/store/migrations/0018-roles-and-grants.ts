/**
 * What users may do with single things. Everything is given through roles: what is given to one user alone, through a role of their
 * own. A project and a registered model are referred to by their rows, so that a grant follows a renaming and ends with the thing;
 * `pattern` names what has no row here, and `*` all things of a kind.
 */
export const rolesAndGrants = `
alter table users add column number integer generated always as identity;
alter table users add constraint users_number_key unique (number);

create table roles (
  role_id integer generated always as identity constraint roles_pkey primary key,
  workspace_id uuid not null constraint roles_workspace_id_fkey references workspaces (workspace_id) on delete cascade,
  name text collate "C" not null,
  description text,
  owner_id uuid constraint roles_owner_id_fkey references users (user_id) on delete cascade,
  constraint roles_name_key unique (workspace_id, name),
  constraint roles_owner_key unique (owner_id, workspace_id)
);

create table role_members (
  member_id integer generated always as identity constraint role_members_pkey primary key,
  user_id uuid not null constraint role_members_user_id_fkey references users (user_id) on delete cascade,
  role_id integer not null constraint role_members_role_id_fkey references roles (role_id) on delete cascade,
  constraint role_members_user_key unique (user_id, role_id)
);
create index role_members_role_id_idx on role_members (role_id);

create table role_grants (
  grant_id integer generated always as identity constraint role_grants_pkey primary key,
  role_id integer not null constraint role_grants_role_id_fkey references roles (role_id) on delete cascade,
  project_id integer constraint role_grants_project_id_fkey references projects (project_id) on delete cascade,
  registered_model_id integer
    constraint role_grants_registered_model_id_fkey references registered_models (registered_model_id) on delete cascade,
  kind text not null,
  pattern text collate "C" not null default '',
  permission text not null,
  constraint role_grants_permission_check check (permission in ('deny', 'read', 'use', 'edit', 'manage')),
  constraint role_grants_key unique nulls not distinct (role_id, project_id, registered_model_id, kind, pattern)
);
create index role_grants_project_id_idx on role_grants (project_id) where project_id is not null;
create index role_grants_registered_model_id_idx on role_grants (registered_model_id) where registered_model_id is not null;

-- whose files lie below an address
create index projects_artifact_root_idx on projects using hash (artifact_root);
`;
