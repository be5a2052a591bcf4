/**
 * Projects and runs: small tables, reference tables on Citus.
 *
 * A run is known outside by its uuid and inside by a 4-byte number, because a uuid in every row and index entry of the hot
 * tables would take a point from 109 to 143 bytes. Times that clients give are whole milliseconds (bigint): MLflow takes any
 * 64-bit number there, which no timestamp type holds.
 */
export const projectsAndRuns = `
create table projects (
  project_id integer generated always as identity,
  uuid uuid not null,
  workspace_id uuid not null,
  -- the decimal id MLflow shows; null until the project is visible there
  experiment_id bigint,
  -- as MLflow writes it
  name text collate "C" not null,
  -- as ClearML writes it: parts trimmed, empty parts dropped
  path text collate "C" not null,
  parent_id integer,
  description text not null default '',
  artifact_root text not null,
  output_destination text,
  archived boolean not null default false,
  hidden boolean not null default false,
  system_tags text[] not null default '{}',
  user_id uuid,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  constraint projects_pkey primary key (project_id),
  constraint projects_uuid_key unique (uuid),
  constraint projects_experiment_id_key unique (experiment_id),
  constraint projects_name_key unique (workspace_id, name),
  constraint projects_path_key unique (workspace_id, path),
  constraint projects_workspace_id_fkey foreign key (workspace_id) references workspaces,
  constraint projects_parent_id_fkey foreign key (parent_id) references projects
);
create index projects_parent_id_idx on projects (parent_id);
create index projects_created_at_idx on projects (workspace_id, created_at desc, experiment_id);
create sequence experiment_ids as bigint minvalue 0 start 1;

create table project_tags (
  project_id integer not null,
  key text collate "C" not null,
  value text collate "C" not null,
  constraint project_tags_pkey primary key (project_id, key),
  constraint project_tags_project_id_fkey foreign key (project_id) references projects on delete cascade
);
create index project_tags_key_idx on project_tags (key, "left"(value, 256));

create table runs (
  run_id integer generated always as identity,
  uuid uuid not null,
  -- an imported id that is no uuid, shown instead of it
  external_id text collate "C",
  project_id integer not null,
  -- has no project for ClearML, is in the Default experiment for MLflow
  projectless boolean not null default false,
  -- who wrote it: mlflow, clearml, import:<source>
  origin text not null,
  name text collate "C" not null,
  type text not null default 'training',
  status text not null,
  status_reason text,
  status_message text,
  status_changed_at timestamptz not null,
  archived boolean not null default false,
  archived_at timestamptz,
  -- id of the parent run as text: it may name a run that is not here
  parent text collate "C",
  note text collate "C",
  -- who the client says it is, twice over: the tag and the field may differ
  author text collate "C",
  author_id text collate "C",
  -- who was authenticated
  user_id uuid,
  repository text collate "C",
  branch text collate "C",
  commit_id text collate "C",
  entry_point text collate "C",
  working_folder text,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  started_ms bigint,
  ended_ms bigint,
  published_at timestamptz,
  last_iteration bigint,
  last_worker text,
  last_worker_report_at timestamptz,
  active_seconds bigint,
  system_tags text[] not null default '{}',
  artifact_root text collate "C" not null,
  constraint runs_pkey primary key (run_id),
  constraint runs_uuid_key unique (uuid),
  constraint runs_external_id_key unique (external_id),
  constraint runs_project_id_fkey foreign key (project_id) references projects
);
create index runs_newest_idx on runs (project_id, started_ms desc nulls last, uuid);
create index runs_name_idx on runs (project_id, "left"(name, 256));
create index runs_status_idx on runs (project_id, status);
create index runs_ended_idx on runs (project_id, ended_ms);
create index runs_author_idx on runs (project_id, "left"(author_id, 256));
create index runs_parent_idx on runs ("left"(parent, 256)) where parent is not null;
create index runs_archived_idx on runs (archived_at) where archived;

-- runs deleted for good whose points and files are still to go
create table garbage (
  run_id integer not null,
  artifact_root text not null,
  constraint garbage_pkey primary key (run_id)
);

-- texts kept beside a run: configuration, container, runtime, requirements, uncommitted diff
create table run_documents (
  run_id integer not null,
  kind text not null,
  name text collate "C" not null,
  content text not null,
  type text,
  description text,
  constraint run_documents_pkey primary key (run_id, kind, name)
);

-- files a client reported by name, wherever their bytes are
create table run_artifacts (
  run_id integer not null,
  key text collate "C" not null,
  mode text not null,
  type text,
  uri text,
  sha256 text,
  size_bytes bigint,
  recorded_ms bigint,
  preview jsonb,
  constraint run_artifacts_pkey primary key (run_id, key, mode)
);
`;
