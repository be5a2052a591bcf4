/** Evaluation: datasets with their records, scorers with their versions, label schemas, review queues with their items. */
export const evaluation = `
create table evaluation_datasets (
  dataset_id text collate "C" not null,
  workspace_id uuid not null,
  name text collate "C" not null,
  digest text not null,
  -- [name, type] by part; null until records were written
  schema jsonb,
  -- null until there was a record
  record_count integer,
  created_by text collate "C",
  changed_by text collate "C",
  created_ms bigint not null,
  changed_ms bigint not null,
  constraint evaluation_datasets_pkey primary key (dataset_id),
  constraint evaluation_datasets_workspace_id_fkey foreign key (workspace_id) references workspaces
);
create index evaluation_datasets_newest_idx on evaluation_datasets (workspace_id, created_ms desc, dataset_id desc);
create index evaluation_datasets_name_idx on evaluation_datasets (workspace_id, name);

create table evaluation_dataset_tags (
  dataset_id text collate "C" not null,
  key text collate "C" not null,
  value text collate "C",
  constraint evaluation_dataset_tags_pkey primary key (dataset_id, key),
  constraint evaluation_dataset_tags_dataset_id_fkey foreign key (dataset_id) references evaluation_datasets on delete cascade
);

create table evaluation_dataset_projects (
  project_id integer not null,
  dataset_id text collate "C" not null,
  constraint evaluation_dataset_projects_pkey primary key (project_id, dataset_id),
  constraint evaluation_dataset_projects_project_id_fkey foreign key (project_id) references projects on delete cascade,
  constraint evaluation_dataset_projects_dataset_id_fkey foreign key (dataset_id) references evaluation_datasets on delete cascade
);
create index evaluation_dataset_projects_dataset_idx on evaluation_dataset_projects (dataset_id);

-- values are JSON as it came, which may hold NaN: they are texts; of expectations and tags, [name, text] each
create table evaluation_records (
  dataset_id text collate "C" not null,
  position bigint not null generated always as identity,
  record_id text collate "C" not null,
  input_hash bytea not null,
  inputs text not null,
  outputs text,
  expectations jsonb,
  tags jsonb not null,
  source_type text,
  source_id text,
  source_data text,
  created_by text,
  changed_by text,
  created_ms bigint not null,
  changed_ms bigint not null,
  constraint evaluation_records_pkey primary key (dataset_id, position),
  constraint evaluation_records_record_id_key unique (record_id),
  constraint evaluation_records_input_hash_key unique (dataset_id, input_hash),
  constraint evaluation_records_dataset_id_fkey foreign key (dataset_id) references evaluation_datasets on delete cascade
);

create table scorers (
  scorer_id text collate "C" not null,
  project_id integer not null,
  name text collate "C" not null,
  constraint scorers_pkey primary key (scorer_id),
  constraint scorers_name_key unique (project_id, name),
  constraint scorers_project_id_fkey foreign key (project_id) references projects on delete cascade
);

create table scorer_versions (
  scorer_id text collate "C" not null,
  version integer not null,
  definition text not null,
  created_ms bigint not null,
  constraint scorer_versions_pkey primary key (scorer_id, version),
  constraint scorer_versions_scorer_id_fkey foreign key (scorer_id) references scorers on delete cascade
);

create table online_scoring (
  scorer_id text collate "C" not null,
  config_id text collate "C" not null,
  sample_rate double precision not null,
  filter text,
  constraint online_scoring_pkey primary key (scorer_id),
  constraint online_scoring_scorer_id_fkey foreign key (scorer_id) references scorers on delete cascade
);

create table label_schemas (
  schema_id text collate "C" not null,
  project_id integer not null,
  name text collate "C" not null,
  kind text not null,
  instruction text,
  has_comment boolean not null,
  input_type text not null,
  -- of a pass_fail input
  positive_label text,
  negative_label text,
  -- of a categorical one
  options text[],
  is_multiple boolean,
  -- of a numeric one
  min_value double precision,
  max_value double precision,
  -- of a text
  max_length bigint,
  is_default boolean not null default false,
  created_ms bigint not null,
  changed_ms bigint not null,
  constraint label_schemas_pkey primary key (schema_id),
  constraint label_schemas_name_key unique (project_id, name),
  constraint label_schemas_project_id_fkey foreign key (project_id) references projects on delete cascade,
  constraint label_schemas_kind_check check (kind in ('feedback', 'expectation')),
  constraint label_schemas_input_type_check check (input_type in ('pass_fail', 'categorical', 'numeric', 'text'))
);
create unique index label_schemas_default_key on label_schemas (project_id) where is_default;
create index label_schemas_newest_idx on label_schemas (project_id, created_ms desc, schema_id);

create table review_queues (
  queue_id text collate "C" not null,
  project_id integer not null,
  name text collate "C" not null,
  -- the name in lower case, as the program folds it
  name_key text collate "C" not null,
  kind text not null,
  owner text collate "C",
  users text[] collate "C" not null,
  schema_ids text[] collate "C" not null,
  created_ms bigint not null,
  changed_ms bigint not null,
  constraint review_queues_pkey primary key (queue_id),
  constraint review_queues_name_key unique (project_id, name_key),
  constraint review_queues_project_id_fkey foreign key (project_id) references projects on delete cascade,
  constraint review_queues_kind_check check (kind in ('user', 'custom'))
);
create index review_queues_newest_idx on review_queues (project_id, created_ms desc, queue_id);

create table review_items (
  queue_id text collate "C" not null,
  trace_id text collate "C" not null,
  status text not null,
  completed_by text,
  completed_ms bigint,
  created_ms bigint not null,
  changed_ms bigint not null,
  constraint review_items_pkey primary key (queue_id, trace_id),
  constraint review_items_queue_id_fkey foreign key (queue_id) references review_queues on delete cascade,
  -- an item whose trace is gone could not be reviewed
  constraint review_items_trace_id_fkey foreign key (trace_id) references traces on delete cascade,
  constraint review_items_status_check check (status in ('pending', 'complete', 'declined'))
);
create index review_items_trace_id_idx on review_items (trace_id);
create index review_items_newest_idx on review_items (queue_id, created_ms desc, trace_id);
`;
