/** Traces of language model programs, kept per project. */
export const traces = `
create table traces (
  trace_id text collate "C" not null,
  project_id integer not null,
  started_ms bigint not null,
  duration_ms bigint,
  status text not null,
  client_request_id text collate "C",
  request_preview text,
  response_preview text,
  name text collate "C",
  session text collate "C",
  constraint traces_pkey primary key (trace_id),
  constraint traces_project_id_fkey foreign key (project_id) references projects
);
create index traces_newest_idx on traces (project_id, started_ms desc, trace_id);

create table trace_entries (
  trace_id text collate "C" not null,
  kind text not null,
  key text collate "C" not null,
  value text not null,
  constraint trace_entries_pkey primary key (trace_id, kind, key),
  constraint trace_entries_kind_check check (kind in ('tag', 'metadata'))
);

create table spans (
  trace_id text collate "C" not null,
  span_id text collate "C" not null,
  parent_span_id text collate "C",
  name text collate "C",
  type text,
  status text not null,
  started_ns numeric(20) not null,
  ended_ns numeric(20),
  content text not null,
  constraint spans_pkey primary key (trace_id, span_id)
);

create table assessments (
  trace_id text collate "C" not null,
  assessment_id text collate "C" not null,
  name text collate "C" not null,
  kind text not null,
  value text,
  error text,
  source_type text,
  source_id text,
  run text collate "C",
  span_id text,
  rationale text,
  overrides text,
  valid boolean not null default true,
  metadata jsonb,
  created_ms bigint not null,
  changed_ms bigint not null,
  constraint assessments_pkey primary key (trace_id, assessment_id)
);

create table trace_links (
  trace_id text collate "C" not null,
  kind text not null,
  target text collate "C" not null,
  constraint trace_links_pkey primary key (trace_id, kind, target)
);
create index trace_links_target_idx on trace_links (kind, target);
`;
