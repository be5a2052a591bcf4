/**
 * Judgements about traces, made anew: they were never written before. Issues are the problems that some of them name. And the
 * indexes by which traces are searched.
 */
export const assessments = `
drop table assessments;

create table assessments (
  trace_id text collate "C" not null,
  assessment_id text collate "C" not null,
  kind text not null,
  name text collate "C" not null,
  value text collate "C" not null,
  measure double precision,
  is_number boolean not null,
  error jsonb,
  source text not null,
  source_id text,
  span_id text collate "C",
  rationale text,
  metadata jsonb not null,
  source_run text collate "C",
  covers_session boolean not null,
  overrides text collate "C",
  valid boolean not null,
  created_ms bigint not null,
  changed_ms bigint not null,
  constraint assessments_pkey primary key (trace_id, assessment_id),
  constraint assessments_kind_check check (kind in ('feedback', 'expectation', 'issue')),
  constraint assessments_trace_id_fkey foreign key (trace_id) references traces on delete cascade
);
create index assessments_name_idx on assessments (name, kind);
create index assessments_source_run_idx on assessments (source_run) where source_run is not null;

create table issues (
  issue_id text collate "C" not null,
  project_id integer not null,
  name text not null,
  description text not null,
  status text not null,
  severity smallint,
  root_causes text[] not null,
  categories text[] not null,
  source_run text collate "C",
  author text,
  created_ms bigint not null,
  changed_ms bigint not null,
  constraint issues_pkey primary key (issue_id),
  constraint issues_project_id_fkey foreign key (project_id) references projects on delete cascade
);
create index issues_project_idx on issues (project_id, created_ms);

create index traces_name_idx on traces (project_id, "left"(name, 256));
create index traces_session_idx on traces (project_id, "left"(session, 256)) where session is not null;
create index traces_client_request_idx on traces ("left"(client_request_id, 256)) where client_request_id is not null;
create index trace_entries_value_idx on trace_entries (kind, key, "left"(value, 256));
`;
