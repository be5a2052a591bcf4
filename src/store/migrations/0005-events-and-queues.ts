/** What runs print and draw (hot, by run), and where they wait for a worker. */
export const eventsAndQueues = `
create table console_lines (
  run_id integer not null,
  timestamp_ms bigint not null,
  line_id bigint generated always as identity,
  level text not null,
  worker text,
  message text not null,
  constraint console_lines_pkey primary key (run_id, timestamp_ms, line_id)
);

-- plots, vectors and debug samples; a repeat at the same place replaces
create table run_plots (
  run_id integer not null,
  kind text not null,
  title text collate "C" not null,
  variant text collate "C" not null,
  iteration bigint not null,
  file_key text collate "C" not null default '',
  timestamp_ms bigint not null,
  url text,
  body text,
  extra jsonb,
  constraint run_plots_pkey primary key (run_id, kind, title, variant, iteration, file_key)
);

create table queues (
  queue_id uuid not null,
  workspace_id uuid not null,
  name text collate "C" not null,
  display_name text,
  system_tags text[] not null default '{}',
  labels text[] not null default '{}',
  metadata jsonb not null default '{}',
  user_id uuid,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  constraint queues_pkey primary key (queue_id),
  constraint queues_name_key unique (workspace_id, name),
  constraint queues_workspace_id_fkey foreign key (workspace_id) references workspaces
);

create table queue_entries (
  queue_id uuid not null,
  run_id integer not null,
  position double precision not null,
  added_at timestamptz not null,
  -- the status to go back to when it is taken out again
  former_status text,
  constraint queue_entries_pkey primary key (queue_id, run_id),
  constraint queue_entries_queue_id_fkey foreign key (queue_id) references queues on delete cascade
);
create index queue_entries_position_idx on queue_entries (queue_id, position);
create index queue_entries_run_id_idx on queue_entries (run_id);

create table workers (
  workspace_id uuid not null,
  worker text collate "C" not null,
  user_id uuid,
  address text,
  queues text[] not null default '{}',
  tags text[] not null default '{}',
  run_id integer,
  registered_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  report jsonb,
  constraint workers_pkey primary key (workspace_id, worker)
);
`;
