/** Traces as they are written and searched; nothing was kept in the tables of 0006 yet, so they are made anew. */
export const tracesAndSpans = `
drop table traces, trace_entries, spans, trace_links;

create table traces (
  trace_id text collate "C" not null,
  project_id integer not null,
  started_ms bigint not null,
  duration_ms bigint,
  ended_ms bigint generated always as (started_ms + duration_ms) stored,
  status text not null,
  client_request_id text collate "C",
  request_preview text,
  response_preview text,
  name text collate "C",
  session text collate "C",
  input_tokens bigint,
  output_tokens bigint,
  total_tokens bigint,
  cache_read_tokens bigint,
  cache_creation_tokens bigint,
  cache_creation_long_tokens bigint,
  input_cost double precision,
  output_cost double precision,
  total_cost double precision,
  finalized boolean not null default false,
  has_spans boolean not null default false,
  expected_spans integer,
  artifact_root text collate "C",
  constraint traces_pkey primary key (trace_id),
  constraint traces_project_id_fkey foreign key (project_id) references projects,
  constraint traces_status_check check (status in ('unspecified', 'ok', 'error', 'in_progress'))
);
create index traces_newest_idx on traces (project_id, started_ms desc, trace_id);

create table trace_entries (
  trace_id text collate "C" not null,
  kind text collate "C" not null,
  key text collate "C" not null,
  value text collate "C" not null,
  constraint trace_entries_pkey primary key (trace_id, kind, key),
  constraint trace_entries_kind_check check (kind in ('tag', 'metadata'))
);

create table spans (
  trace_id text collate "C" not null,
  span_id text collate "C" not null,
  parent_span_id text collate "C",
  name text collate "C" not null,
  type text collate "C",
  status text not null,
  started_ns bigint not null,
  ended_ns bigint,
  duration_ns bigint generated always as (ended_ns - started_ns) stored,
  content text not null,
  model text collate "C",
  provider text collate "C",
  usage jsonb,
  has_cost boolean not null default false,
  input_cost double precision,
  output_cost double precision,
  total_cost double precision,
  constraint spans_pkey primary key (trace_id, span_id),
  constraint spans_status_check check (status in ('unset', 'ok', 'error'))
);

create table trace_links (
  trace_id text collate "C" not null,
  kind text collate "C" not null,
  target text collate "C" not null,
  constraint trace_links_pkey primary key (trace_id, kind, target),
  constraint trace_links_kind_check check (kind in ('run', 'prompt_version'))
);
create index trace_links_target_idx on trace_links (kind, target);
`;
