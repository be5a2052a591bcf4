/**
 * The tables of an MLflow database at head {@link HEAD}, as facts from which both dialects are written (`ddl.ts`).
 *
 * A column is a name and a type: `v36` is a text of at most 36 characters, `!` means that it must be there, `=x` is its default,
 * ` = ...` what a generated column is made of. Constraints and indexes are SQL that both dialects read. A table stands behind
 * those it refers to.
 * @see a database that `mlflow server` 3.17.2 made; a test compares them
 */
export interface TableFacts {
  name: string;
  columns: string;
  constraints: readonly string[];
  indexes: readonly string[];
}

/** The revision that MLflow 3.17.2 reads without migrating. */
export const HEAD = 'dc11669786a5';

export const tableFacts: readonly TableFacts[] = [
  {
    name: 'alembic_version',
    columns: `version_num v32!`,
    constraints: ['constraint alembic_version_pkc primary key (version_num)'],
    indexes: [],
  },
  {
    name: 'budget_policies',
    columns: `budget_policy_id v36!, budget_unit v32!, budget_amount float!, duration_unit v32!, duration_value int!,
      target_scope v32!, budget_action v32!, created_by v255, created_at bigint!, last_updated_by v255,
      last_updated_at bigint!, workspace v63!=default, target_value v255`,
    constraints: ['constraint budget_policies_pk primary key (budget_policy_id)'],
    indexes: ['idx_budget_policies_target_value (target_value)', 'idx_budget_policies_workspace (workspace)'],
  },
  {
    name: 'entity_associations',
    columns: `association_id v36!, source_type v36!, source_id v36!, destination_type v36!, destination_id v36!, created_time bigint`,
    constraints: ['constraint entity_associations_pk primary key (source_type, source_id, destination_type, destination_id)'],
    indexes: [
      'index_entity_associations_association_id (association_id)',
      'index_entity_associations_reverse_lookup (destination_type, destination_id, source_type, source_id)',
    ],
  },
  {
    name: 'evaluation_datasets',
    columns: `dataset_id v36!, name v255!, schema text, profile text, digest v64, created_time bigint, last_update_time bigint,
      created_by v255, last_updated_by v255, workspace v63!=default`,
    constraints: ['constraint evaluation_datasets_pk primary key (dataset_id)'],
    indexes: [
      'idx_evaluation_datasets_workspace (workspace)',
      'index_evaluation_datasets_created_time (created_time)',
      'index_evaluation_datasets_name (name)',
    ],
  },
  {
    name: 'evaluation_dataset_records',
    columns: `dataset_record_id v36!, dataset_id v36!, inputs json!, expectations json, tags json, source json, source_id v36,
      source_type v255, created_time bigint, last_update_time bigint, created_by v255, last_updated_by v255, input_hash v64!,
      outputs json`,
    constraints: [
      'constraint evaluation_dataset_records_pk primary key (dataset_record_id)',
      'constraint unique_dataset_input unique (dataset_id, input_hash)',
      'constraint fk_evaluation_dataset_records_dataset_id foreign key (dataset_id) references evaluation_datasets (dataset_id) on delete cascade',
    ],
    indexes: ['index_evaluation_dataset_records_dataset_id (dataset_id)'],
  },
  {
    name: 'evaluation_dataset_tags',
    columns: `dataset_id v36!, key v255!, value v5000`,
    constraints: [
      'constraint evaluation_dataset_tags_pk primary key (dataset_id, key)',
      'constraint fk_evaluation_dataset_tags_dataset_id foreign key (dataset_id) references evaluation_datasets (dataset_id) on delete cascade',
    ],
    indexes: ['index_evaluation_dataset_tags_dataset_id (dataset_id)'],
  },
  {
    name: 'experiments',
    columns: `experiment_id int!, name v256!, artifact_location v256, lifecycle_stage v32, creation_time bigint,
      last_update_time bigint, workspace v63!=default`,
    constraints: [
      'constraint experiment_pk primary key (experiment_id)',
      'constraint uq_experiments_workspace_name unique (workspace, name)',
      "constraint experiments_lifecycle_stage check (lifecycle_stage in ('active', 'deleted'))",
    ],
    indexes: ['idx_experiments_workspace (workspace)', 'idx_experiments_workspace_creation_time (workspace, creation_time)'],
  },
  {
    name: 'datasets',
    columns: `dataset_uuid v36!, experiment_id int!, name v500!, digest v36!, dataset_source_type v36!, dataset_source text!,
      dataset_schema text, dataset_profile text`,
    constraints: [
      'constraint dataset_pk primary key (experiment_id, name, digest)',
      'constraint fk_datasets_experiment_id_experiments foreign key (experiment_id) references experiments (experiment_id) on delete cascade',
    ],
    indexes: [
      'index_datasets_dataset_uuid (dataset_uuid)',
      'index_datasets_experiment_id_dataset_source_type (experiment_id, dataset_source_type)',
    ],
  },
  {
    name: 'endpoints',
    columns: `endpoint_id v36!, name v255, created_by v255, created_at bigint!, last_updated_by v255, last_updated_at bigint!,
      routing_strategy v64, fallback_config_json text, experiment_id int, usage_tracking bool!=0, workspace v63!=default`,
    constraints: [
      'constraint endpoints_pk primary key (endpoint_id)',
      'constraint uq_endpoints_workspace_name unique (workspace, name)',
      'constraint fk_endpoints_experiment_id foreign key (experiment_id) references experiments (experiment_id) on delete set null',
    ],
    indexes: ['idx_endpoints_workspace (workspace)'],
  },
  {
    name: 'endpoint_bindings',
    columns: `endpoint_id v36!, resource_type v50!, resource_id v255!, created_at bigint!, created_by v255, last_updated_at bigint!,
      last_updated_by v255, display_name v255`,
    constraints: [
      'constraint endpoint_bindings_pk primary key (endpoint_id, resource_type, resource_id)',
      'constraint fk_endpoint_bindings_endpoint_id foreign key (endpoint_id) references endpoints (endpoint_id) on delete cascade',
    ],
    indexes: [],
  },
  {
    name: 'endpoint_tags',
    columns: `key v250!, value v5000, endpoint_id v36!`,
    constraints: [
      'constraint endpoint_tag_pk primary key (key, endpoint_id)',
      'constraint fk_endpoint_tags_endpoint_id foreign key (endpoint_id) references endpoints (endpoint_id) on delete cascade',
    ],
    indexes: ['index_endpoint_tags_endpoint_id (endpoint_id)'],
  },
  {
    name: 'experiment_tags',
    columns: `key v250!, value text, experiment_id int!`,
    constraints: [
      'constraint experiment_tag_pk primary key (key, experiment_id)',
      'foreign key (experiment_id) references experiments (experiment_id)',
    ],
    indexes: [],
  },
  {
    name: 'input_tags',
    columns: `input_uuid v36!, name v255!, value v500!`,
    constraints: ['constraint input_tags_pk primary key (input_uuid, name)'],
    indexes: [],
  },
  {
    name: 'inputs',
    columns: `input_uuid v36!, source_type v36!, source_id v36!, destination_type v36!, destination_id v36!, step bigint!=0`,
    constraints: ['constraint inputs_pk primary key (source_type, source_id, destination_type, destination_id)'],
    indexes: [
      'index_inputs_destination_type_destination_id_source_type (destination_type, destination_id, source_type)',
      'index_inputs_input_uuid (input_uuid)',
    ],
  },
  {
    name: 'jobs',
    columns: `id v36!, creation_time bigint!, job_name v500!, params text!, timeout float, status int!, result text, retry_count int!,
      last_update_time bigint!, workspace v63!=default, status_details json, creator v255, executor_backend v255,
      lease_expires_at bigint, status_message text, progress json, progress_updated_at bigint, token_hash v64,
      scoped_permissions json, next_attempt_at bigint`,
    constraints: ['constraint jobs_pk primary key (id)'],
    indexes: [
      'index_jobs_name_status_creation_time (job_name, workspace, status, creation_time)',
      'index_jobs_status_lease_expires_at (status, lease_expires_at)',
    ],
  },
  {
    name: 'job_locks',
    columns: `lock_key v255!, job_id v36!, acquired_at bigint!`,
    constraints: [
      'constraint job_locks_pk primary key (lock_key)',
      'constraint fk_job_locks_job_id foreign key (job_id) references jobs (id) on delete cascade',
    ],
    indexes: ['index_job_locks_job_id (job_id)'],
  },
  {
    name: 'label_schemas',
    columns: `schema_id v36!, experiment_id int!, name v250!, type v16!, instruction text, enable_comment bool!=0, input_type v32!,
      input_config text!, created_by v255, created_time bigint!, last_update_time bigint!, is_default bool!=0`,
    constraints: [
      'constraint label_schemas_pk primary key (schema_id)',
      'constraint uq_label_schemas_exp_name unique (experiment_id, name)',
      'constraint fk_label_schemas_experiment_id foreign key (experiment_id) references experiments (experiment_id) on delete cascade',
    ],
    indexes: ['index_label_schemas_experiment_id (experiment_id)'],
  },
  {
    name: 'logged_models',
    columns: `model_id v36!, experiment_id int!, name v500!, artifact_location v1000!, creation_timestamp_ms bigint!,
      last_updated_timestamp_ms bigint!, status int!, lifecycle_stage v32, model_type v500, source_run_id v32,
      status_message v1000`,
    constraints: [
      'constraint logged_models_pk primary key (model_id)',
      "constraint logged_models_lifecycle_stage_check check (lifecycle_stage in ('active', 'deleted'))",
      'constraint fk_logged_models_experiment_id foreign key (experiment_id) references experiments (experiment_id) on delete cascade',
    ],
    indexes: [],
  },
  {
    name: 'logged_model_params',
    columns: `model_id v36!, experiment_id int!, param_key v255!, param_value text!`,
    constraints: [
      'constraint logged_model_params_pk primary key (model_id, param_key)',
      'constraint fk_logged_model_params_experiment_id foreign key (experiment_id) references experiments (experiment_id)',
      'constraint fk_logged_model_params_model_id foreign key (model_id) references logged_models (model_id) on delete cascade',
    ],
    indexes: [],
  },
  {
    name: 'logged_model_tags',
    columns: `model_id v36!, experiment_id int!, tag_key v255!, tag_value text!`,
    constraints: [
      'constraint logged_model_tags_pk primary key (model_id, tag_key)',
      'constraint fk_logged_model_tags_experiment_id foreign key (experiment_id) references experiments (experiment_id)',
      'constraint fk_logged_model_tags_model_id foreign key (model_id) references logged_models (model_id) on delete cascade',
    ],
    indexes: [],
  },
  {
    name: 'mcp_servers',
    columns: `workspace v63!=default, name v256!, display_name v256, description text, icons json, created_by v256,
      last_updated_by v256, created_at bigint!, last_updated_at bigint!`,
    constraints: ['constraint mcp_servers_pk primary key (workspace, name)'],
    indexes: [],
  },
  {
    name: 'mcp_access_endpoints',
    columns: `id v36!, workspace v63!=default, server_name v256!, server_version v128, server_alias v256, url v2048!,
      transport_type v32!=streamable-http, created_by v256, last_updated_by v256, created_at bigint!, last_updated_at bigint!`,
    constraints: [
      'constraint mcp_access_endpoints_pk primary key (id)',
      'constraint mcp_access_endpoints_server_fkey foreign key (workspace, server_name) references mcp_servers (workspace, name) on delete cascade on update cascade',
    ],
    indexes: [
      'ix_mcp_access_endpoints_alias (workspace, server_name, server_alias)',
      'ix_mcp_access_endpoints_server_name (workspace, server_name)',
      'ix_mcp_access_endpoints_version (workspace, server_name, server_version)',
    ],
  },
  {
    name: 'mcp_server_aliases',
    columns: `workspace v63!=default, name v256!, alias v256!, version v128!`,
    constraints: [
      'constraint mcp_server_aliases_pk primary key (workspace, name, alias)',
      'constraint mcp_server_aliases_server_fkey foreign key (workspace, name) references mcp_servers (workspace, name) on delete cascade on update cascade',
    ],
    indexes: [],
  },
  {
    name: 'mcp_server_tags',
    columns: `workspace v63!=default, name v256!, key v250!, value v5000`,
    constraints: [
      'constraint mcp_server_tags_pk primary key (workspace, name, key)',
      'constraint mcp_server_tags_server_fkey foreign key (workspace, name) references mcp_servers (workspace, name) on delete cascade on update cascade',
    ],
    indexes: [],
  },
  {
    name: 'mcp_server_versions',
    columns: `workspace v63!=default, name v256!, version v128!, version_major int!, version_minor int!, version_patch int!,
      version_prerelease_sort_key v512!, server_json json!, status v20!=draft, tools json, source v512, connect_options json,
      created_by v256, last_updated_by v256, created_at bigint!, last_updated_at bigint!`,
    constraints: [
      'constraint mcp_server_versions_pk primary key (workspace, name, version)',
      'constraint mcp_server_versions_server_fkey foreign key (workspace, name) references mcp_servers (workspace, name) on delete cascade on update cascade',
    ],
    indexes: [
      'idx_mcp_server_versions_latest (workspace, name, status, version_major desc, version_minor desc, version_patch desc)',
    ],
  },
  {
    name: 'mcp_server_version_tags',
    columns: `workspace v63!=default, name v256!, version v128!, key v250!, value v5000`,
    constraints: [
      'constraint mcp_server_version_tags_pk primary key (workspace, name, version, key)',
      'constraint mcp_server_version_tags_version_fkey foreign key (workspace, name, version) references mcp_server_versions (workspace, name, version) on delete cascade on update cascade',
    ],
    indexes: [],
  },
  {
    name: 'registered_models',
    columns: `name v256!, creation_time bigint, last_updated_time bigint, description v5000, workspace v63!=default`,
    constraints: ['constraint registered_model_pk primary key (workspace, name)'],
    indexes: ['idx_registered_models_workspace (workspace)'],
  },
  {
    name: 'model_versions',
    columns: `name v256!, version int!, creation_time bigint, last_updated_time bigint, description v5000, user_id v256,
      current_stage v20, source v500, run_id v32, status v20, status_message v500, run_link v500, storage_location v500,
      workspace v63!=default`,
    constraints: [
      'constraint model_version_pk primary key (workspace, name, version)',
      'constraint fk_model_versions_registered_models foreign key (workspace, name) references registered_models (workspace, name) on update cascade',
    ],
    indexes: [],
  },
  {
    name: 'model_version_tags',
    columns: `key v250!, value text, name v256!, version int!, workspace v63!=default`,
    constraints: [
      'constraint model_version_tag_pk primary key (workspace, key, name, version)',
      'constraint fk_model_version_tags_model_versions foreign key (workspace, name, version) references model_versions (workspace, name, version) on update cascade',
    ],
    indexes: ['idx_model_version_tags_workspace_name_version (workspace, name, version)'],
  },
  {
    name: 'registered_model_aliases',
    columns: `alias v256!, version int!, name v256!, workspace v63!=default`,
    constraints: [
      'constraint registered_model_alias_pk primary key (workspace, name, alias)',
      'constraint fk_registered_model_aliases_registered_models foreign key (workspace, name) references registered_models (workspace, name) on delete cascade on update cascade',
    ],
    indexes: [],
  },
  {
    name: 'registered_model_tags',
    columns: `key v250!, value v5000, name v256!, workspace v63!=default`,
    constraints: [
      'constraint registered_model_tag_pk primary key (workspace, key, name)',
      'constraint fk_registered_model_tags_registered_models foreign key (workspace, name) references registered_models (workspace, name) on update cascade',
    ],
    indexes: ['idx_registered_model_tags_workspace_name (workspace, name)'],
  },
  {
    name: 'review_queues',
    columns: `queue_id v36!, experiment_id int!, name v250!, queue_type v16!, created_by v255, creation_time_ms bigint!,
      last_update_time_ms bigint!, name_key v250!`,
    constraints: [
      'constraint review_queues_pk primary key (queue_id)',
      'constraint uq_review_queues_experiment_name_key unique (experiment_id, name_key)',
      'constraint fk_review_queues_experiment_id foreign key (experiment_id) references experiments (experiment_id) on delete cascade',
    ],
    indexes: ['index_review_queues_experiment_id (experiment_id)'],
  },
  {
    name: 'review_queue_items',
    columns: `queue_id v36!, item_type v16!, item_id v50!, status v16!, completed_by v250, completed_time_ms bigint,
      creation_time_ms bigint!, last_update_time_ms bigint!`,
    constraints: [
      'constraint review_queue_items_pk primary key (queue_id, item_id)',
      'constraint fk_review_queue_items_queue_id foreign key (queue_id) references review_queues (queue_id) on delete cascade',
    ],
    indexes: ['index_review_queue_items_item_id (item_id)', 'index_review_queue_items_queue_id_status (queue_id, status)'],
  },
  {
    name: 'review_queue_label_schemas',
    columns: `queue_id v36!, schema_id v36!`,
    constraints: [
      'constraint review_queue_label_schemas_pk primary key (queue_id, schema_id)',
      'constraint fk_review_queue_label_schemas_queue_id foreign key (queue_id) references review_queues (queue_id) on delete cascade',
    ],
    indexes: ['index_review_queue_label_schemas_schema_id (schema_id)'],
  },
  {
    name: 'review_queue_users',
    columns: `queue_id v36!, user_id v250!`,
    constraints: [
      'constraint review_queue_users_pk primary key (queue_id, user_id)',
      'constraint fk_review_queue_users_queue_id foreign key (queue_id) references review_queues (queue_id) on delete cascade',
    ],
    indexes: ['index_review_queue_users_user_id (user_id)'],
  },
  {
    name: 'runs',
    columns: `run_uuid v32!, name v250, source_type v20, source_name v500, entry_point_name v50, user_id v256, status v9,
      start_time bigint, end_time bigint, source_version v50, lifecycle_stage v20, artifact_uri v200, experiment_id int,
      deleted_time bigint`,
    constraints: [
      'constraint run_pk primary key (run_uuid)',
      "constraint runs_lifecycle_stage check (lifecycle_stage in ('active', 'deleted'))",
      "constraint source_type check (source_type in ('NOTEBOOK', 'JOB', 'LOCAL', 'UNKNOWN', 'PROJECT'))",
      "check (status in ('SCHEDULED', 'FAILED', 'FINISHED', 'RUNNING', 'KILLED'))",
      'foreign key (experiment_id) references experiments (experiment_id)',
    ],
    indexes: [],
  },
  {
    name: 'issues',
    columns: `issue_id v36!, experiment_id int!, name v250!, description text!, status v50!, severity v50, root_causes text,
      source_run_id v32, categories text, created_timestamp bigint!, last_updated_timestamp bigint!, created_by v255`,
    constraints: [
      'constraint issues_pk primary key (issue_id)',
      'constraint fk_issues_experiment_id foreign key (experiment_id) references experiments (experiment_id) on delete cascade',
      'constraint fk_issues_source_run_id foreign key (source_run_id) references runs (run_uuid) on delete set null',
    ],
    indexes: [
      'index_issues_experiment_id (experiment_id)',
      'index_issues_source_run_id (source_run_id)',
      'index_issues_status (status)',
    ],
  },
  {
    name: 'latest_metrics',
    columns: `key v250!, value float!, timestamp bigint, step bigint!, is_nan bool!, run_uuid v32!`,
    constraints: ['constraint latest_metric_pk primary key (key, run_uuid)', 'foreign key (run_uuid) references runs (run_uuid)'],
    indexes: ['index_latest_metrics_run_uuid (run_uuid)'],
  },
  {
    name: 'logged_model_metrics',
    columns: `model_id v36!, metric_name v500!, metric_timestamp_ms bigint!, metric_step bigint!, metric_value float,
      experiment_id int!, run_id v32!, dataset_uuid v36, dataset_name v500, dataset_digest v36`,
    constraints: [
      'constraint logged_model_metrics_pk primary key (model_id, metric_name, metric_timestamp_ms, metric_step, run_id)',
      'constraint fk_logged_model_metrics_experiment_id foreign key (experiment_id) references experiments (experiment_id)',
      'constraint fk_logged_model_metrics_model_id foreign key (model_id) references logged_models (model_id) on delete cascade',
      'constraint fk_logged_model_metrics_run_id foreign key (run_id) references runs (run_uuid) on delete cascade',
    ],
    indexes: ['index_logged_model_metrics_model_id (model_id)'],
  },
  {
    name: 'metrics',
    columns: `key v250!, value float!, timestamp bigint!, run_uuid v32!, step bigint!=0, is_nan bool!=0`,
    constraints: [
      'constraint metric_pk primary key (key, timestamp, step, run_uuid, value, is_nan)',
      'foreign key (run_uuid) references runs (run_uuid)',
    ],
    indexes: ['index_metrics_run_uuid (run_uuid)', 'index_metrics_run_uuid_key_step (run_uuid, "key", step)'],
  },
  {
    name: 'params',
    columns: `key v250!, value v8000!, run_uuid v32!`,
    constraints: ['constraint param_pk primary key (key, run_uuid)', 'foreign key (run_uuid) references runs (run_uuid)'],
    indexes: ['index_params_run_uuid (run_uuid)'],
  },
  {
    name: 'scheduler_leases',
    columns: `lease_key v255!, acquired_at bigint!, ttl_seconds int!`,
    constraints: ['constraint scheduler_leases_pk primary key (lease_key)'],
    indexes: [],
  },
  {
    name: 'scorers',
    columns: `experiment_id int!, scorer_name v256!, scorer_id v36!`,
    constraints: [
      'constraint scorer_pk primary key (scorer_id)',
      'constraint fk_scorers_experiment_id foreign key (experiment_id) references experiments (experiment_id) on delete cascade',
    ],
    indexes: ['unique index_scorers_experiment_id_scorer_name (experiment_id, scorer_name)'],
  },
  {
    name: 'online_scoring_configs',
    columns: `online_scoring_config_id v36!, scorer_id v36!, sample_rate float!, experiment_id int!, filter_string text`,
    constraints: [
      'constraint online_scoring_config_pk primary key (online_scoring_config_id)',
      'constraint fk_online_scoring_configs_scorer_id foreign key (scorer_id) references scorers (scorer_id) on delete cascade',
      'constraint fk_online_scoring_configs_experiment_id foreign key (experiment_id) references experiments (experiment_id)',
    ],
    indexes: [],
  },
  {
    name: 'scorer_versions',
    columns: `scorer_id v36!, scorer_version int!, serialized_scorer text!, creation_time bigint`,
    constraints: [
      'constraint scorer_version_pk primary key (scorer_id, scorer_version)',
      'constraint fk_scorer_versions_scorer_id foreign key (scorer_id) references scorers (scorer_id) on delete cascade',
    ],
    indexes: ['index_scorer_versions_scorer_id (scorer_id)'],
  },
  {
    name: 'guardrails',
    columns: `guardrail_id v36!, name v255!, scorer_id v36!, scorer_version int!, stage v32!, action v32!, action_endpoint_id v36,
      created_by v255, created_at bigint!, last_updated_by v255, last_updated_at bigint!, workspace v63!=default`,
    constraints: [
      'constraint guardrails_pk primary key (guardrail_id)',
      'constraint fk_guardrails_scorer_version foreign key (scorer_id, scorer_version) references scorer_versions (scorer_id, scorer_version)',
      'constraint fk_guardrails_action_endpoint_id foreign key (action_endpoint_id) references endpoints (endpoint_id) on delete set null',
    ],
    indexes: ['idx_guardrails_scorer (scorer_id, scorer_version)', 'idx_guardrails_workspace (workspace)'],
  },
  {
    name: 'guardrail_configs',
    columns: `endpoint_id v36!, guardrail_id v36!, execution_order int, created_by v255, created_at bigint!, workspace v63!=default`,
    constraints: [
      'constraint guardrail_configs_pk primary key (endpoint_id, guardrail_id)',
      'constraint fk_guardrail_configs_endpoint_id foreign key (endpoint_id) references endpoints (endpoint_id) on delete cascade',
      'constraint fk_guardrail_configs_guardrail_id foreign key (guardrail_id) references guardrails (guardrail_id) on delete cascade',
    ],
    indexes: ['idx_guardrail_configs_endpoint_id (endpoint_id)', 'idx_guardrail_configs_guardrail_id (guardrail_id)'],
  },
  {
    name: 'secrets',
    columns: `secret_id v36!, secret_name v255!, encrypted_value blob!, wrapped_dek blob!, kek_version int!, masked_value v500!,
      provider v64, auth_config text, description text, created_by v255, created_at bigint!, last_updated_by v255,
      last_updated_at bigint!, workspace v63!=default`,
    constraints: [
      'constraint secrets_pk primary key (secret_id)',
      'constraint uq_secrets_workspace_secret_name unique (workspace, secret_name)',
    ],
    indexes: ['idx_secrets_workspace (workspace)'],
  },
  {
    name: 'model_definitions',
    columns: `model_definition_id v36!, name v255!, secret_id v36, provider v64!, model_name v256!, created_by v255,
      created_at bigint!, last_updated_by v255, last_updated_at bigint!, workspace v63!=default`,
    constraints: [
      'constraint model_definitions_pk primary key (model_definition_id)',
      'constraint uq_model_definitions_workspace_name unique (workspace, name)',
      'constraint fk_model_definitions_secret_id foreign key (secret_id) references secrets (secret_id) on delete set null',
    ],
    indexes: [
      'idx_model_definitions_workspace (workspace)',
      'index_model_definitions_provider (provider)',
      'index_model_definitions_secret_id (secret_id)',
    ],
  },
  {
    name: 'endpoint_model_mappings',
    columns: `mapping_id v36!, endpoint_id v36!, model_definition_id v36!, weight float!, created_by v255, created_at bigint!,
      linkage_type v64!=PRIMARY, fallback_order int`,
    constraints: [
      'constraint endpoint_model_mappings_pk primary key (mapping_id)',
      'constraint fk_endpoint_model_mappings_endpoint_id foreign key (endpoint_id) references endpoints (endpoint_id) on delete cascade',
      'constraint fk_endpoint_model_mappings_model_definition_id foreign key (model_definition_id) references model_definitions (model_definition_id)',
    ],
    indexes: [
      'index_endpoint_model_mappings_endpoint_id (endpoint_id)',
      'index_endpoint_model_mappings_model_definition_id (model_definition_id)',
      'unique unique_endpoint_model_linkage_mapping (endpoint_id, model_definition_id, linkage_type)',
    ],
  },
  {
    name: 'sql_assessment_daily_rollups',
    columns: `id int!, experiment_id int!, rollup_day date!, metric_name v250!, grouping_set v50!, sample_count bigint!,
      sum_value float, min_value float, max_value float`,
    constraints: ['constraint sql_assessment_daily_rollups_pk primary key (id)'],
    indexes: ['idx_assessment_rollups_lookup (experiment_id, rollup_day, metric_name, grouping_set)'],
  },
  {
    name: 'sql_span_cost_daily_rollups',
    columns: `id int!, experiment_id int!, rollup_day date!, metric_name v250!, grouping_set v50!, model_name v500,
      model_provider v500, sample_count bigint!, sum_value float, min_value float, max_value float`,
    constraints: ['constraint sql_span_cost_daily_rollups_pk primary key (id)'],
    indexes: ['idx_span_cost_rollups_lookup (experiment_id, rollup_day, metric_name, grouping_set, model_name, model_provider)'],
  },
  {
    name: 'sql_trace_metric_daily_rollups',
    columns: `id int!, experiment_id int!, rollup_day date!, metric_name v250!, grouping_set v50!, trace_status v50,
      sample_count bigint!, sum_value float, min_value float, max_value float, p50_value float, p90_value float,
      p99_value float`,
    constraints: ['constraint sql_trace_metric_daily_rollups_pk primary key (id)'],
    indexes: ['idx_trace_rollups_lookup (experiment_id, rollup_day, metric_name, grouping_set, trace_status)'],
  },
  {
    name: 'sql_trace_rollup_rebuild_queue',
    columns: `experiment_id int!, rollup_day date!, rollup_family v50!`,
    constraints: ['constraint sql_trace_rollup_rebuild_queue_pk primary key (experiment_id, rollup_day, rollup_family)'],
    indexes: [],
  },
  {
    name: 'tags',
    columns: `key v250!, value v8000, run_uuid v32!`,
    constraints: ['constraint tag_pk primary key (key, run_uuid)', 'foreign key (run_uuid) references runs (run_uuid)'],
    indexes: ['index_tags_run_uuid (run_uuid)'],
  },
  {
    name: 'trace_info',
    columns: `request_id v50!, experiment_id int!, timestamp_ms bigint!, execution_time_ms bigint, status v50!, client_request_id v50,
      request_preview v1000, response_preview v1000, db_payload_generation int!=0, trace_name v4096, session_id v250,
      input_tokens bigint, output_tokens bigint, total_tokens bigint, cache_read_input_tokens bigint,
      cache_creation_input_tokens bigint, cache_creation_input_tokens_above_1hr bigint, input_cost float, output_cost float,
      total_cost float`,
    constraints: [
      'constraint trace_info_pk primary key (request_id)',
      'constraint fk_trace_info_experiment_id foreign key (experiment_id) references experiments (experiment_id) on delete cascade',
    ],
    indexes: [
      'index_trace_info_experiment_id_session_id (experiment_id, session_id)',
      'index_trace_info_experiment_id_timestamp_ms (experiment_id, timestamp_ms)',
      'index_trace_info_timestamp_ms_request_id (timestamp_ms, request_id)',
    ],
  },
  {
    name: 'assessments',
    columns: `assessment_id v50!, trace_id v50!, name v250!, assessment_type v20!, value text!, error text, created_timestamp bigint!,
      last_updated_timestamp bigint!, source_type v50!, source_id v250, run_id v32, span_id v50, rationale text, overrides v50,
      valid bool!, assessment_metadata text, experiment_id int, trace_timestamp_ms bigint, aggregate_value float,
      is_numeric_value bool!=0`,
    constraints: [
      'constraint assessments_pk primary key (assessment_id)',
      'constraint fk_assessments_trace_id foreign key (trace_id) references trace_info (request_id) on delete cascade',
    ],
    indexes: [
      'idx_assessments_exp_name_valid (experiment_id, name, valid)',
      'idx_assessments_exp_trace_ts (experiment_id, trace_timestamp_ms)',
      'idx_assessments_exp_trace_ts_name (experiment_id, trace_timestamp_ms, name)',
      'index_assessments_assessment_type (assessment_type)',
      'index_assessments_last_updated_timestamp (last_updated_timestamp)',
      'index_assessments_run_id_created_timestamp (run_id, created_timestamp)',
      'index_assessments_trace_id_created_timestamp (trace_id, created_timestamp)',
    ],
  },
  {
    name: 'spans',
    columns: `trace_id v50!, experiment_id int!, span_id v50!, parent_span_id v50, name text, type v500, status v50!,
      start_time_unix_nano bigint!, end_time_unix_nano bigint, duration_ns bigint = end_time_unix_nano - start_time_unix_nano,
      content text!, input_cost float, output_cost float, total_cost float, model_name v500, model_provider v500`,
    constraints: [
      'constraint spans_pk primary key (trace_id, span_id)',
      'constraint fk_spans_experiment_id foreign key (experiment_id) references experiments (experiment_id)',
      'constraint fk_spans_trace_id foreign key (trace_id) references trace_info (request_id) on delete cascade',
    ],
    indexes: [
      'idx_spans_cost_exp_time_cover (experiment_id, start_time_unix_nano)',
      'idx_spans_cost_trace_time_cover (trace_id, start_time_unix_nano)',
      'index_spans_experiment_id_duration (experiment_id, duration_ns)',
      'index_spans_experiment_id_start_time (experiment_id, start_time_unix_nano)',
      'index_spans_experiment_id_status_type (experiment_id, status, type)',
      'index_spans_experiment_id_type_status (experiment_id, type, status)',
    ],
  },
  {
    name: 'span_metrics',
    columns: `trace_id v50!, span_id v50!, key v250!, value float`,
    constraints: [
      'constraint span_metrics_pk primary key (trace_id, span_id, key)',
      'constraint fk_span_metrics_span foreign key (trace_id, span_id) references spans (trace_id, span_id) on delete cascade',
    ],
    indexes: ['index_span_metrics_trace_id_span_id (trace_id, span_id)'],
  },
  {
    name: 'trace_metrics',
    columns: `request_id v50!, key v250!, value float`,
    constraints: [
      'constraint trace_metrics_pk primary key (request_id, key)',
      'constraint fk_trace_metrics_request_id foreign key (request_id) references trace_info (request_id) on delete cascade',
    ],
    indexes: ['index_trace_metrics_request_id (request_id)'],
  },
  {
    name: 'trace_request_metadata',
    columns: `key v250!, value v8000, request_id v50!`,
    constraints: [
      'constraint trace_request_metadata_pk primary key (key, request_id)',
      'constraint fk_trace_request_metadata_request_id foreign key (request_id) references trace_info (request_id) on delete cascade',
    ],
    indexes: ['index_trace_request_metadata_request_id (request_id)'],
  },
  {
    name: 'trace_tags',
    columns: `key v250!, value v8000, request_id v50!`,
    constraints: [
      'constraint trace_tag_pk primary key (key, request_id)',
      'constraint fk_trace_tags_request_id foreign key (request_id) references trace_info (request_id) on delete cascade',
    ],
    indexes: ['index_trace_tags_request_id (request_id)'],
  },
  {
    name: 'webhooks',
    columns: `webhook_id v256!, name v256!, description v1000, url v500!, status v20!=ACTIVE, secret v1000, creation_timestamp bigint,
      last_updated_timestamp bigint, deleted_timestamp bigint, workspace v63!=default`,
    constraints: ['constraint webhook_pk primary key (webhook_id)'],
    indexes: ['idx_webhooks_name (name)', 'idx_webhooks_status (status)', 'idx_webhooks_workspace (workspace)'],
  },
  {
    name: 'webhook_events',
    columns: `webhook_id v256!, entity v50!, action v50!`,
    constraints: [
      'constraint webhook_event_pk primary key (webhook_id, entity, action)',
      'foreign key (webhook_id) references webhooks (webhook_id) on delete cascade',
    ],
    indexes: [
      'idx_webhook_events_action (action)',
      'idx_webhook_events_entity (entity)',
      'idx_webhook_events_entity_action (entity, action)',
    ],
  },
  {
    name: 'workspaces',
    columns: `name v63!, description text, default_artifact_root text, trace_archival_location text, trace_archival_retention v32`,
    constraints: ['constraint workspaces_pk primary key (name)'],
    indexes: [],
  },
];
