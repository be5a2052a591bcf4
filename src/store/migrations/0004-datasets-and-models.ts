/** Datasets that runs used, models that runs made or used, and the registry of named versions. */
export const datasetsAndModels = `
create table datasets (
  dataset_id integer generated always as identity,
  project_id integer not null,
  name text collate "C" not null,
  digest text collate "C" not null,
  source_type text not null,
  source text not null,
  schema text,
  profile text,
  constraint datasets_pkey primary key (dataset_id),
  constraint datasets_name_key unique (project_id, name, digest),
  constraint datasets_project_id_fkey foreign key (project_id) references projects
);

create table run_datasets (
  run_id integer not null,
  dataset_id integer not null,
  -- the input tag mlflow.data.context, by which searches ask
  context text collate "C",
  tags jsonb not null default '[]',
  position integer generated always as identity,
  constraint run_datasets_pkey primary key (run_id, dataset_id)
);
create index run_datasets_dataset_id_idx on run_datasets (dataset_id);

create table models (
  model_id uuid not null,
  workspace_id uuid not null,
  project_id integer not null,
  -- id of the run that made it, as text: it may name a run that is not here
  source_run text collate "C",
  name text collate "C" not null,
  type text,
  framework text,
  status text not null,
  status_message text,
  archived boolean not null default false,
  published boolean not null default false,
  uri text,
  artifact_root text not null,
  note text,
  parent uuid,
  labels jsonb,
  design jsonb,
  metadata jsonb,
  system_tags text[] not null default '{}',
  user_id uuid,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  constraint models_pkey primary key (model_id),
  constraint models_project_id_fkey foreign key (project_id) references projects
);
create index models_project_id_idx on models (project_id, created_at desc, model_id);
create index models_source_run_idx on models (source_run);

create table model_params (
  model_id uuid not null,
  key text collate "C" not null,
  value text not null,
  position integer generated always as identity,
  constraint model_params_pkey primary key (model_id, key),
  constraint model_params_model_id_fkey foreign key (model_id) references models on delete cascade
);

create table model_tags (
  model_id uuid not null,
  key text collate "C" not null,
  value text not null,
  is_label boolean not null default false,
  constraint model_tags_pkey primary key (model_id, key),
  constraint model_tags_model_id_fkey foreign key (model_id) references models on delete cascade
);

create table model_metrics (
  model_id uuid not null,
  run_id integer not null,
  key_id integer not null,
  step bigint not null,
  timestamp_ms bigint not null,
  value double precision not null,
  dataset_name text,
  dataset_digest text,
  constraint model_metrics_pkey primary key (model_id, key_id, timestamp_ms, step, run_id)
);
create index model_metrics_run_id_idx on model_metrics (run_id);

create table run_models (
  run_id integer not null,
  direction text not null,
  -- 32 hex for a model that is here; a client may name any other
  model_id text collate "C" not null,
  step bigint not null default 0,
  name text,
  position integer generated always as identity,
  constraint run_models_pkey primary key (run_id, direction, model_id),
  constraint run_models_direction_check check (direction in ('input', 'output'))
);
create index run_models_model_id_idx on run_models (model_id);

create table registered_models (
  registered_model_id integer generated always as identity,
  workspace_id uuid not null,
  name text collate "C" not null,
  description text,
  -- highest number ever given; numbers are not given twice
  last_version integer not null default 0,
  is_prompt boolean not null default false,
  user_id uuid,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  constraint registered_models_pkey primary key (registered_model_id),
  constraint registered_models_name_key unique (workspace_id, name),
  constraint registered_models_workspace_id_fkey foreign key (workspace_id) references workspaces
);

create table registered_model_tags (
  registered_model_id integer not null,
  key text collate "C" not null,
  value text not null,
  constraint registered_model_tags_pkey primary key (registered_model_id, key),
  constraint registered_model_tags_registered_model_id_fkey foreign key (registered_model_id)
    references registered_models on delete cascade
);

create table model_versions (
  registered_model_id integer not null,
  version integer not null,
  model_id uuid,
  run text collate "C",
  run_link text,
  source text,
  storage_location text,
  stage text not null default 'None',
  status text not null,
  status_message text,
  description text,
  deleted_at timestamptz,
  user_id uuid,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  constraint model_versions_pkey primary key (registered_model_id, version),
  constraint model_versions_registered_model_id_fkey foreign key (registered_model_id)
    references registered_models on delete cascade
);
create index model_versions_run_idx on model_versions (run);
create index model_versions_model_id_idx on model_versions (model_id);

create table model_version_tags (
  registered_model_id integer not null,
  version integer not null,
  key text collate "C" not null,
  value text not null,
  constraint model_version_tags_pkey primary key (registered_model_id, version, key),
  constraint model_version_tags_version_fkey foreign key (registered_model_id, version)
    references model_versions on delete cascade
);

create table registered_model_aliases (
  registered_model_id integer not null,
  alias text collate "C" not null,
  version integer not null,
  constraint registered_model_aliases_pkey primary key (registered_model_id, alias),
  constraint registered_model_aliases_registered_model_id_fkey foreign key (registered_model_id)
    references registered_models on delete cascade
);
`;
