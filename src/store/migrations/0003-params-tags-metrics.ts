/**
 * What runs log: the hot tables. Every primary key begins with the run, so on Citus all of them are distributed by run_id and
 * nothing refers to another run. Key texts stand once, in the dictionary \`keys\`, which makes a point 60 bytes and its index
 * entry 28 plus fill; project_id is repeated so that one index serves "runs of this project with this key, by value".
 *
 * Where a name has two forms (MLflow's key; ClearML's section and name or title and variant), the ClearML form is null as
 * long as it is the one derived from the key.
 */
export const paramsTagsMetrics = `
create table keys (
  key_id integer generated always as identity,
  key text collate "C" not null,
  constraint keys_pkey primary key (key_id),
  constraint keys_key_key unique (key)
);

create table params (
  run_id integer not null,
  key_id integer not null,
  project_id integer not null,
  value text collate "C" not null,
  section text collate "C",
  name text collate "C",
  type text,
  description text,
  constraint params_pkey primary key (run_id, key_id)
);
create unique index params_name_key on params (run_id, section, name) where section is not null;
create index params_value_idx on params (project_id, key_id, "left"(value, 256), run_id);
-- values belong to keys: without this the planner takes 'optimizer = adam' for twenty times rarer than it is, and a search for
-- 100 of 20,000 runs took 20 ms instead of 9
create statistics params_value_stats (mcv, dependencies) on project_id, key_id, ("left"(value, 256)) from params;

create table tags (
  run_id integer not null,
  key_id integer not null,
  project_id integer not null,
  value text collate "C" not null,
  -- a label has no value; its text in ClearML is name, or the key
  is_label boolean not null default false,
  name text collate "C",
  constraint tags_pkey primary key (run_id, key_id)
);
create index tags_value_idx on tags (project_id, key_id, "left"(value, 256), run_id);
create statistics tags_value_stats (mcv, dependencies) on project_id, key_id, ("left"(value, 256)) from tags;

create table series (
  run_id integer not null,
  key_id integer not null,
  project_id integer not null,
  -- distinct points stored
  count bigint not null,
  last_step bigint not null,
  last_timestamp_ms bigint not null,
  last_value double precision not null,
  min_value double precision not null,
  min_step bigint not null,
  max_value double precision not null,
  max_step bigint not null,
  first_value double precision not null,
  first_step bigint not null,
  first_timestamp_ms bigint not null,
  -- order by step and order by time agree, so one index serves both
  in_order boolean not null,
  -- distance between the steps when all are equal; 0 when they are not, null with one point
  stride bigint,
  -- some step has more than one point
  has_further boolean not null default false,
  single boolean not null default false,
  title text collate "C",
  variant text collate "C",
  x_axis_label text,
  constraint series_pkey primary key (run_id, key_id)
) with (fillfactor = 80);
create index series_value_idx on series (project_id, key_id, last_value, run_id);

-- the first point logged at a step; an index entry of 24 bytes is what Postgres packs densely when series grow side by side
create table points (
  run_id integer not null,
  key_id integer not null,
  step bigint not null,
  timestamp_ms bigint not null,
  value double precision not null,
  constraint points_pkey primary key (run_id, key_id, step)
);

-- the other points of a step, which MLflow keeps as long as time or value differ
create table further_points (
  run_id integer not null,
  key_id integer not null,
  step bigint not null,
  timestamp_ms bigint not null,
  value double precision not null,
  constraint further_points_pkey primary key (run_id, key_id, step, timestamp_ms, value)
);
`;
