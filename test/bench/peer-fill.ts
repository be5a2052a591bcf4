/** What loads fill our server with through its API, as SQL for the tables of `mlflow server` (revision dc11669786a5). */
import { startMs } from './data.ts';
import type { Plan } from './plan.ts';
import { TEAMS, VERSIONS } from './registry-loads.ts';

const model = `'model-' || lpad(n::text, 6, '0')`;

/** Registered models, their tags and versions. */
export function modelStatements({ models }: Plan): string[] {
  const numbers = `generate_series(0, ${models - 1}) as n`;
  return [
    `insert into registered_models (name, creation_time, last_updated_time, description, workspace)
     select ${model}, ${startMs} + n, ${startMs} + n, 'bench', 'default' from ${numbers}`,
    `insert into registered_model_tags (key, value, name, workspace)
     select 'team', 't' || n % ${TEAMS}, ${model}, 'default' from ${numbers}
     union all select 'framework', 'sklearn', ${model}, 'default' from ${numbers}`,
    `insert into model_versions (name, version, creation_time, last_updated_time, current_stage, source, storage_location, status, workspace)
     select ${model}, v, ${startMs} + n, ${startMs} + n, 'None', 's3://models/' || n, 's3://models/' || n, 'READY', 'default'
     from ${numbers}, generate_series(1, ${VERSIONS}) as v`,
  ];
}

const trace = `'tr-' || md5('trace' || n)`;
const content = `json_build_object('name', 'answer', 'status', json_build_object('code', 'STATUS_CODE_OK'),
  'attributes', json_build_object('mlflow.spanInputs', repeat('What does the bench ask? ', 10)))::text`;

/** Traces with their tags, metadata and two spans each. */
export function traceStatements({ traces }: Plan, experimentId: string): string[] {
  const numbers = `generate_series(0, ${traces - 1}) as n`;
  const tag = (key: string, value: string) => `select '${key}', ${value}, ${trace} from ${numbers}`;
  const startNs = `(${startMs} + n * 10)::bigint * 1000000`;
  return [
    `insert into trace_info (request_id, experiment_id, timestamp_ms, execution_time_ms, status, request_preview, response_preview,
       db_payload_generation, trace_name, session_id)
     select ${trace}, ${experimentId}, ${startMs} + n * 10, 100 + (n::bigint * 7919) % 5000,
       case when n % 7 = 0 then 'ERROR' else 'OK' end, repeat('What does the bench ask? ', 10), repeat('It asks for spans. ', 12),
       0, 'answer', 'session' || n % 1000 from ${numbers}`,
    `insert into trace_tags (key, value, request_id) ${[
      tag('team', `'team' || n % 50`),
      tag('mlflow.artifactLocation', `'mlflow-artifacts:/${experimentId}/traces/' || n`),
      tag('mlflow.trace.spansLocation', `'TRACKING_STORE'`),
    ].join(' union all ')}`,
    `insert into trace_request_metadata (key, value, request_id) ${tag('mlflow.trace_schema.version', `'3'`)}`,
    `insert into spans (trace_id, experiment_id, span_id, parent_span_id, name, type, status, start_time_unix_nano, end_time_unix_nano, content)
     select ${trace}, ${experimentId}, lpad(to_hex(n * 64 + s), 16, '0'), case when s = 1 then null else lpad(to_hex(n * 64 + 1), 16, '0') end,
       'answer', 'LLM', 'OK', ${startNs}, ${startNs} + 100000000, ${content} from ${numbers}, generate_series(1, 2) as s`,
  ];
}
