/** The registry of MCP servers: servers, their versions, aliases, tags, and the endpoints at which versions are reached. */
export const mcpServers = `
create table mcp_servers (
  server_id integer not null generated always as identity,
  workspace_id uuid not null,
  name text collate "C" not null,
  display_name text collate "C",
  description text,
  -- documents are JSON as it came, the order of fields included: they are texts
  icons text,
  created_by text collate "C",
  changed_by text collate "C",
  created_ms bigint not null,
  changed_ms bigint not null,
  constraint mcp_servers_pkey primary key (server_id),
  constraint mcp_servers_name_key unique (workspace_id, name),
  constraint mcp_servers_workspace_id_fkey foreign key (workspace_id) references workspaces
);

create table mcp_server_versions (
  server_id integer not null,
  version text collate "C" not null,
  major integer not null,
  minor integer not null,
  patch integer not null,
  -- orders pre-releases of one number, the release itself last
  prerelease_key text collate "C" not null,
  server_json text not null,
  status text collate "C" not null,
  tools text,
  connect_options text,
  source text,
  created_by text collate "C",
  changed_by text collate "C",
  created_ms bigint not null,
  changed_ms bigint not null,
  constraint mcp_server_versions_pkey primary key (server_id, version),
  constraint mcp_server_versions_server_id_fkey foreign key (server_id) references mcp_servers on delete cascade,
  constraint mcp_server_versions_status_check check (status in ('draft', 'active', 'deprecated', 'deleted'))
);
-- the first row of a server is its latest version: active ones before others, then by number
create index mcp_server_versions_latest_idx on mcp_server_versions
  (server_id, (status = 'active') desc, major desc, minor desc, patch desc, prerelease_key desc, created_ms desc, version desc)
  where status <> 'deleted';

create table mcp_server_aliases (
  server_id integer not null,
  alias text collate "C" not null,
  version text collate "C" not null,
  constraint mcp_server_aliases_pkey primary key (server_id, alias),
  constraint mcp_server_aliases_version_fkey foreign key (server_id, version) references mcp_server_versions on delete cascade
);
create index mcp_server_aliases_version_idx on mcp_server_aliases (server_id, version);

create table mcp_server_tags (
  server_id integer not null,
  key text collate "C" not null,
  value text collate "C" not null,
  constraint mcp_server_tags_pkey primary key (server_id, key),
  constraint mcp_server_tags_server_id_fkey foreign key (server_id) references mcp_servers on delete cascade
);

create table mcp_server_version_tags (
  server_id integer not null,
  version text collate "C" not null,
  key text collate "C" not null,
  value text collate "C" not null,
  constraint mcp_server_version_tags_pkey primary key (server_id, version, key),
  constraint mcp_server_version_tags_version_fkey foreign key (server_id, version)
    references mcp_server_versions on delete cascade
);

-- an endpoint leads to a version or to an alias, which may be 'latest', that nobody sets
create table mcp_endpoints (
  endpoint_id text collate "C" not null,
  server_id integer not null,
  version text collate "C",
  alias text collate "C",
  url text not null,
  transport text collate "C" not null,
  created_by text collate "C",
  changed_by text collate "C",
  created_ms bigint not null,
  changed_ms bigint not null,
  constraint mcp_endpoints_pkey primary key (endpoint_id),
  constraint mcp_endpoints_server_id_fkey foreign key (server_id) references mcp_servers on delete cascade,
  constraint mcp_endpoints_target_check check ((version is null) <> (alias is null))
);
create index mcp_endpoints_server_idx on mcp_endpoints (server_id, endpoint_id);
`;
