import { createHash } from 'node:crypto';
import { textField } from './api-client.ts';
import { startMs } from './data.ts';
import { expectCount, type Load, medianMs, repeat, withClient } from './measuring.ts';

const md5 = (text: string) => createHash('md5').update(text).digest('hex');

/** What a table of tasks shows: the columns of its own, a param and a metric. */
const columns = [
  'name',
  'type',
  'status',
  'tags',
  'system_tags',
  'started',
  'completed',
  'last_update',
  'last_iteration',
  'user.name',
  'project.name',
  'parent.name',
  'hyperparams.General.p0',
  `last_metrics.${md5('m0')}.${md5('m0')}`,
];

/** The newest 100 as tasks, by start and by update, and as runs. */
export const tasksPage: Load = (target, plan) =>
  withClient(target, 1, async (api) => {
    const token = await api.login();
    const experiment = await api.get(`api/2.0/mlflow/experiments/get?experiment_id=${target.filledExperimentId}`);
    const name = textField(experiment.toString(), 'name');
    const projects = await api.call('projects.get_all', `{"name":"^${name}$","only_fields":["id"]}`, token);
    const project = textField(projects, 'id', 'projects');
    const ms = await medianMs(plan, async (turn) => {
      const order = turn % 2 ? '-last_update' : '-started';
      const page = `"page":0,"page_size":100,"order_by":["${order}"],"only_fields":${JSON.stringify(columns)}`;
      const answer = await api.call('tasks.get_all_ex', `{"project":["${project}"],"system_tags":["-archived"],${page}}`, token);
      expectCount('tasks', answer.split('"last_iteration"').length - 1, 100);
    });
    const search = await medianMs(plan, async () => {
      const answer = await api.post('runs/search', `{"experiment_ids":["${target.filledExperimentId}"],"max_results":100}`);
      expectCount('runs', answer.split('"lifecycle_stage"').length - 1, 100);
    });
    return { ms, share: ms / search };
  });

/** How often running tasks can ask for their status, and how often as many can log a point. */
export const statusPoll: Load = (target, plan) =>
  withClient(target, plan.clients, async (api) => {
    const token = await api.login();
    const made = await Promise.all(Array.from({ length: plan.clients }, () => api.createRun(target.experimentId, startMs)));
    const runs = made.map(({ runId }) => runId);
    const polls = await repeat(plan, plan.clients, async (client) => {
      const fields = '"only_fields":["status","status_message","id"],"search_hidden":false,"method":"get"';
      await api.call('tasks.get_all', `{"id":["${runs[client]}"],${fields}}`, token);
    });
    const steps = runs.map(() => 0);
    const metrics = await repeat(plan, plan.clients, async (client) => {
      const step = (steps[client] = (steps[client] ?? 0) + 1);
      const point = `"key":"loss","value":${step / 7},"timestamp":${startMs + step},"step":${step}`;
      await api.post('runs/log-metric', `{"run_id":"${runs[client]}",${point}}`);
    });
    return { polls, share: polls / metrics };
  });
