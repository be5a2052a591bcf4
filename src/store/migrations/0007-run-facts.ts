/** Facts of runs, projects and models that ClearML's door writes and MLflow has no word for, and the second forms of names. */
export const runFacts = `
alter table projects
  -- when something in it changed last; null: changed_at
  add column updated_at timestamptz,
  add column is_public boolean not null default false;
alter table project_tags add column is_label boolean not null default false;
update project_tags set is_label = true where value = '';

alter table runs
  -- when its contents changed last, as opposed to its name, tags or project; null: changed_at
  add column updated_at timestamptz,
  add column changed_by uuid,
  add column is_public boolean not null default false,
  -- the status to go back to when it leaves its queue
  add column former_status text,
  -- the queue it waits in, or was taken from
  add column queue_id uuid;
create index runs_queue_id_idx on runs (queue_id) where queue_id is not null;

-- what a property is, as a client says it
alter table tags
  add column type text,
  add column description text;
create unique index tags_name_key on tags (run_id, is_label, name) where name is not null;

-- sum of the points' values, for their mean; null: not known
alter table series add column total double precision;
create unique index series_title_key on series (run_id, title, variant) where title is not null;

-- a run may know one model under several names; empty: MLflow's links have none
update run_models set name = '' where name is null;
alter table run_models
  add column linked_at timestamptz,
  alter column name set default '',
  alter column name set not null,
  drop constraint run_models_pkey,
  add constraint run_models_pkey primary key (run_id, direction, model_id, name);

alter table models
  -- the number its own events stand under in the hot tables; given with the first one, from the numbers of runs
  add column log_id integer,
  add column updated_at timestamptz,
  add column changed_by uuid,
  add column is_public boolean not null default false,
  add column last_iteration bigint,
  add constraint models_log_id_key unique (log_id);
create index models_name_idx on models (workspace_id, "left"(name, 256));
`;
