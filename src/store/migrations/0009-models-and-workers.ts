/** Facts of models that MLflow has no word for; what workers, queues and serving containers report; settings of object stores. */
export const modelsAndWorkers = `
alter table models
  -- has no project for ClearML, is in the Default experiment for MLflow
  add column projectless boolean not null default false,
  -- what the original's web pages keep there
  add column ui_cache jsonb;

-- a tag with a value is metadata for ClearML; name: what it is called there, when that is not the key
alter table model_tags
  add column name text collate "C",
  add column type text;

alter table workers
  add column system_tags text[] not null default '{}',
  add column timeout_seconds integer not null default 600,
  -- when it said last how it fares; null: only that it is there
  add column reported_at timestamptz,
  -- the queue its run came from
  add column queue text;

-- kept for some weeks; report holds numbers, or a list of them, by metric
create table worker_reports (
  workspace_id uuid not null,
  worker text collate "C" not null,
  reported_at timestamptz not null,
  is_active boolean not null,
  report jsonb,
  constraint worker_reports_pkey primary key (workspace_id, worker, reported_at)
);
create index worker_reports_reported_at_idx on worker_reports (workspace_id, reported_at);

create table queue_samples (
  queue_id uuid not null,
  sampled_at timestamptz not null,
  length integer not null,
  waiting_seconds double precision not null,
  constraint queue_samples_pkey primary key (queue_id, sampled_at),
  constraint queue_samples_queue_id_fkey foreign key (queue_id) references queues on delete cascade
);

create table serving_containers (
  workspace_id uuid not null,
  container text collate "C" not null,
  user_id uuid,
  address text,
  registered_at timestamptz not null,
  -- null: it is loading
  reported_at timestamptz,
  seen_at timestamptz not null,
  timeout_seconds integer not null,
  expires_at timestamptz not null,
  url text collate "C",
  -- what it serves, as it says
  description jsonb not null,
  report jsonb,
  constraint serving_containers_pkey primary key (workspace_id, container)
);
create index serving_containers_url_idx on serving_containers (workspace_id, "left"(url, 256));

create table serving_reports (
  workspace_id uuid not null,
  url text collate "C" not null,
  container text collate "C" not null,
  reported_at timestamptz not null,
  report jsonb not null,
  constraint serving_reports_pkey primary key (workspace_id, url, container, reported_at)
);

create table storage_settings (
  workspace_id uuid not null,
  settings jsonb not null,
  changed_at timestamptz not null,
  constraint storage_settings_pkey primary key (workspace_id)
);
`;
