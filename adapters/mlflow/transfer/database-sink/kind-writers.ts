import type { ItemKind } from '../../../../src/bridge/item.ts';
import type { KindWriter } from './kind-writer.ts';
import { evaluationDatasets, evaluationRecords, scorers } from './write-evaluation.ts';
import { models } from './write-models.ts';
import { projects, workspaces } from './write-projects.ts';
import { registeredModels, versions } from './write-registry.ts';
import { issues, labelSchemas, reviewQueues } from './write-reviews.ts';
import { runs } from './write-runs.ts';
import { mcpServers, webhooks } from './write-services.ts';
import { traces } from './write-traces.ts';

/** How items of each kind that MLflow's database holds become rows. */
export const kindWriters: { readonly [Kind in ItemKind]?: KindWriter<Kind> } = {
  workspace: workspaces,
  project: projects,
  run: runs,
  model: models,
  registered_model: registeredModels,
  version: versions,
  trace: traces,
  evaluation_dataset: evaluationDatasets,
  evaluation_record: evaluationRecords,
  scorer: scorers,
  label_schema: labelSchemas,
  review_queue: reviewQueues,
  issue: issues,
  mcp_server: mcpServers,
  webhook: webhooks,
};
