import pg from 'pg';
import { ApiClient } from './api-client.ts';
import { curveKey, smallRun, sql, startMs } from './data.ts';
import type { LoadGenerator } from './load-generator.ts';
import { modelStatements, traceStatements } from './peer-fill.ts';
import type { Plan } from './plan.ts';
import { createExperiment, type Subject } from './subjects.ts';

type Fill = (subject: Subject, plan: Plan, generator: LoadGenerator) => Promise<void>;

/** Runs statements one after the other on a subject's database, then has Postgres analyse it. */
async function execute(subject: Subject, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: subject.databaseUrl });
  await client.connect();
  try {
    for (const statement of [...statements, 'vacuum analyze']) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** The experiment to search and the long curve. */
const runs: Fill = async (subject, plan, generator) => {
  const { target } = subject;
  target.filledExperimentId = await createExperiment(target.url, 'filled');
  const api = new ApiClient(target.url, 1);
  target.curveRunId = (await api.createRun(target.experimentId, startMs)).runId;
  await api.close();
  if (subject.name === 'trackbridge') {
    await generator.run({ load: 'fillRuns', target, plan });
    await generator.run({ load: 'fillCurve', target, plan });
    return execute(subject, []);
  }
  const extra = subject.name === 'fasttrackml' ? fasttrackmlColumns : mlflowColumns;
  return execute(subject, fillStatements(target.filledExperimentId, target.curveRunId, plan, extra));
};

const models: Fill = async (subject, plan, generator) => {
  const isOurs = subject.name === 'trackbridge';
  if (isOurs) await generator.run({ load: 'fillModels', target: subject.target, plan });
  await execute(subject, isOurs ? [] : modelStatements(plan));
};

const traces: Fill = async (subject, plan, generator) => {
  const { target } = subject;
  const isOurs = subject.name === 'trackbridge';
  target.tracesExperimentId = await createExperiment(target.url, 'traces');
  if (isOurs) await generator.run({ load: 'fillTraces', target, plan });
  await execute(subject, isOurs ? [] : traceStatements(plan, target.tracesExperimentId));
};

/**
 * Ways to fill a server, by what they fill it with. Ours is filled through its API; that would take a peer an hour, so the same rows are
 * written into its tables.
 */
export const fills = { runs, models, traces } as const satisfies Record<string, Fill>;

/** What a server can be filled with. */
export type FillName = keyof typeof fills;

/** Where the two peers' tables differ, as columns and their values. */
interface ExtraColumns {
  paramValue: string;
  run: [columns: string, values: string];
  metric: [columns: string, values: string];
  latest: [columns: string, values: string];
}

const mlflowColumns: ExtraColumns = { paramValue: 'value', run: ['', ''], metric: ['', ''], latest: ['', ''] };
const fasttrackmlColumns: ExtraColumns = {
  paramValue: 'value_str',
  run: [', row_num', ', run'],
  // iter is the how-manieth point of its series it is; context 1 is the empty one
  metric: [', iter, context_id', ', step + 1, 1'],
  latest: [', last_iter, context_id', ', step + 1, 1'],
};

function fillStatements(experimentId: string, curveRunId: string, plan: Plan, extra: ExtraColumns): string[] {
  const runs = `generate_series(0, ${plan.runs - 1}) as run`;
  const runId = `md5('run' || run)`;
  const times = (count: number, name: string) => `${runs}, generate_series(0, ${count - 1}) as ${name}`;
  const point = `'m' || m, ${sql.metricValue('run', 'm')}, ${startMs} + run, ${runId}, step, false`;
  const last = plan.curvePoints - 1;
  const curve = `'${curveKey}', ${sql.curveValue('step')}, ${sql.curveTimestamp('step')}, '${curveRunId}', step, false`;
  const metricColumns = 'key, value, timestamp, run_uuid, step, is_nan';
  return [
    `insert into runs (run_uuid, name, source_type, user_id, status, start_time, end_time, lifecycle_stage, artifact_uri, experiment_id${extra.run[0]})
     select ${runId}, 'bench', 'UNKNOWN', 'bench', 'FINISHED', ${startMs} + run, ${startMs + 1000} + run, 'active',
       'mlflow-artifacts:/' || ${runId} || '/artifacts', ${experimentId}${extra.run[1]} from ${runs}`,
    `insert into params (key, ${extra.paramValue}, run_uuid)
     select 'p' || p, ${sql.paramValue('run', 'p')}, ${runId} from ${times(smallRun.params, 'p')}`,
    `insert into tags (key, value, run_uuid) select 't' || t, (run % 10)::text, ${runId} from ${times(smallRun.tags, 't')}`,
    `insert into tags (key, value, run_uuid) select 'mlflow.runName', 'bench', ${runId} from ${runs}`,
    `insert into metrics (${metricColumns}${extra.metric[0]})
     select ${point}${extra.metric[1]} from ${times(smallRun.metrics, 'm')}, (select 1 as step) as steps`,
    `insert into latest_metrics (${metricColumns}${extra.latest[0]})
     select ${point}${extra.latest[1]} from ${times(smallRun.metrics, 'm')}, (select 1 as step) as steps`,
    `insert into metrics (${metricColumns}${extra.metric[0]})
     select ${curve}${extra.metric[1]} from generate_series(0, ${last}) as step`,
    `insert into latest_metrics (${metricColumns}${extra.latest[0]})
     select ${curve}${extra.latest[1]} from (select ${last} as step) as last`,
  ];
}
