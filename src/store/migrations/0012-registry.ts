/**
 * What the registry needs beside its tables: which models only stand for a version, names that had to be changed to be legal,
 * and indexes for its searches.
 */
export const registry = `
alter table models
  -- made for a version that no model was logged for: its files belong to somebody else
  add column is_of_version boolean not null default false;

alter table registered_models
  -- the name it was published under, where that is no name a registered model may have
  add column given_name text collate "C";
create unique index registered_models_given_name_idx on registered_models (workspace_id, md5(given_name));
create index registered_models_models_idx on registered_models (workspace_id, name) where not is_prompt;
create index registered_models_changed_at_idx on registered_models (workspace_id, changed_at desc, name);

alter table registered_model_tags alter column value type text collate "C";
create index registered_model_tags_key_idx on registered_model_tags (key, "left"(value, 256));

create index model_versions_stage_idx on model_versions (registered_model_id, stage, version) where deleted_at is null;
create index model_versions_changed_at_idx on model_versions (changed_at desc, registered_model_id, version)
  where deleted_at is null;

alter table model_version_tags alter column value type text collate "C";
create index model_version_tags_key_idx on model_version_tags (key, "left"(value, 256));
create index model_version_tags_prompt_idx on model_version_tags (registered_model_id)
  where key = 'mlflow.prompt.is_prompt' and value = 'true';
`;
