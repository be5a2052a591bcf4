import type { ToolView } from '../../src/model/viewed.ts';

/** What ClearML's clients see of the record. */
export const clearmlView: ToolView = {
  workspace: 'company',
  project: 'project, under its path: parts trimmed, empty ones dropped, missing parents made',
  archivedProject: 'system tag `archived`',
  run: 'task, under the same id',
  status: 'all ten as they are; a status written by MLflow becomes created, in_progress, completed, failed or stopped',
  archivedRun: 'system tag `archived`',
  parent: 'parent',
  note: 'comment',
  author: 'not shown; `user` is who was authenticated',
  code: 'script: entry_point, repository, branch, version_num',
  params: 'hyperparameter General/lr, Args/lr; `:2` behind the name where another key has it already',
  series: 'title loss and series loss, title train and series loss; the newest point of a step',
  singleValue: 'single value (title Summary)',
  infinity: 'the largest double with its sign; NaN as text, or null in `last_metrics`',
  labels: 'tag',
  properties: 'user property (hyperparameter section `properties`)',
  ownTags: 'not shown, except those that are columns above',
  configuration: 'configuration',
  documents: 'container, runtime, script, report',
  artifacts: 'artifact named by its path (the first 1000 files below the run)',
  console: 'console',
  plots: 'plot, debug sample',
  models: 'model; files logged by MLflow as one zip',
  versions:
    'published model with metadata `mlflow_name`, `mlflow_version`, `mlflow_stage`, `mlflow_aliases`; publishing a model makes a version',
  prompts: 'not shown',
  datasets: 'not shown: a ClearML dataset is a task',
  queue: 'queue, worker',
  user: 'the same users; rights are those of admin and user',
};
