import { type RunStatus, runStatuses } from '../../src/model/run.ts';
import type { ToolView } from '../../src/model/viewed.ts';
import { toStatus } from './map/run.ts';

/** The statuses by what MLflow calls them. */
function statusWords(): string {
  const wordOf = (status: RunStatus) => toStatus({ status, startedMs: null, endedMs: null });
  return [...Map.groupBy(runStatuses, wordOf)].map(([word, statuses]) => `${word}: ${statuses.join(', ')}`).join('; ');
}

/** What MLflow's clients see of the record. */
export const mlflowView: ToolView = {
  workspace: 'workspace, where they are switched on',
  project: 'experiment, under its name; a mere parent of others once it is named or used',
  archivedProject: 'deleted experiment',
  run: 'run, under the same id',
  status: `${statusWords()} (unknown: RUNNING once started)`,
  archivedRun: 'deleted run; restoring it brings it back in both',
  parent: 'tag `mlflow.parentRunId`',
  note: 'tag `mlflow.note.content`',
  author: '`user_id` and tag `mlflow.user`, whatever the client claims',
  code: 'tags `mlflow.source.name`, `mlflow.source.git.*`',
  params: 'param `lr`, `Args/lr`; `:2` behind the key where another name has it already',
  series: 'metric `loss`, `train/loss`; every point of a step',
  singleValue: 'metric `Summary/<name>` at step 0',
  infinity: 'the largest double with its sign; NaN',
  labels: 'tag with an empty value',
  properties: 'tag',
  ownTags: 'tag',
  configuration: 'artifact `clearml/<name>`',
  documents: 'artifacts `clearml/*.json`, `clearml/requirements.txt`, `clearml/uncommitted.diff`, `clearml/report.md`',
  artifacts: 'artifact `artifacts/<name>/<file>` of what ClearML uploaded here',
  console: 'artifact `logs/console.log`',
  plots: 'artifacts `plots/...json`, `images/...`',
  models: 'logged model `m-<id>`; what has no field there as tags `clearml.*`',
  versions: 'the same; names with `/` or `:` that ClearML published have `-` there, and a number behind them when taken',
  prompts: 'the same',
  traces: 'the same',
  datasets: 'dataset input',
  queue: 'not shown; the run is SCHEDULED',
  user: 'the same; a key pair is also a name and a password',
};
