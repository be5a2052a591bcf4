/** Workspaces, users and what they log in with. The default workspace has ClearML's stock company id. */
export const workspacesAndUsers = `
create table workspaces (
  workspace_id uuid not null,
  name text collate "C" not null,
  description text not null default '',
  created_at timestamptz not null default now(),
  constraint workspaces_pkey primary key (workspace_id),
  constraint workspaces_name_key unique (name)
);
insert into workspaces (workspace_id, name) values ('d1bd92a3-b039-400c-bafc-60a7a5b1e52b', 'default');

create table users (
  user_id uuid not null,
  name text collate "C" not null,
  display_name text not null default '',
  email text,
  role text not null default 'user',
  -- null: cannot log in by password, as authors that an import brought along
  password_hash text,
  preferences jsonb not null default '{}',
  created_at timestamptz not null default now(),
  disabled_at timestamptz,
  constraint users_pkey primary key (user_id),
  constraint users_name_key unique (name),
  constraint users_role_check check (role in ('admin', 'user'))
);

create table credentials (
  access_key text collate "C" not null,
  user_id uuid not null,
  workspace_id uuid not null,
  kind text not null,
  secret_hash text not null,
  label text not null default '',
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  revoked_at timestamptz,
  last_used_at timestamptz,
  last_used_from text,
  constraint credentials_pkey primary key (access_key),
  constraint credentials_user_id_fkey foreign key (user_id) references users on delete cascade,
  constraint credentials_workspace_id_fkey foreign key (workspace_id) references workspaces,
  constraint credentials_kind_check check (kind in ('key_pair', 'token'))
);
create index credentials_user_id_idx on credentials (user_id);

-- facts of the installation, such as its signing secret
create table settings (
  key text collate "C" not null,
  value text not null,
  constraint settings_pkey primary key (key)
);
`;
