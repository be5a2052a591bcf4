import { artifacts } from './artifacts.ts';
import { assessments } from './assessments.ts';
import { batches } from './batch.ts';
import type { Case } from './case.ts';
import { datasets } from './datasets.ts';
import { evaluationDatasets } from './evaluation-datasets.ts';
import { experimentSearches } from './experiment-search.ts';
import { experiments } from './experiments.ts';
import { graphql } from './graphql.ts';
import { hostile } from './hostile.ts';
import { issues } from './issues.ts';
import { labelSchemas } from './label-schemas.ts';
import { loggedModels } from './logged-models.ts';
import { mcpServers } from './mcp-servers.ts';
import { metrics } from './metrics.ts';
import { otlp } from './otlp.ts';
import { registry } from './registry.ts';
import { registrySearches } from './registry-search.ts';
import { reviewQueues } from './review-queues.ts';
import { runs } from './runs.ts';
import { scorers } from './scorers.ts';
import { runSearches } from './search.ts';
import { traceMetrics } from './trace-metrics.ts';
import { traceSearches } from './trace-search.ts';
import { traces } from './traces.ts';
import { webhooks } from './webhooks.ts';

/** Every family of calls that is compared with the original server. */
export const families: Readonly<Record<string, readonly Case[]>> = {
  experiments,
  runs,
  metrics,
  batches,
  'search of runs': runSearches,
  'search of experiments': experimentSearches,
  artifacts,
  datasets,
  'logged models': loggedModels,
  'model registry': registry,
  'search of the model registry': registrySearches,
  'MCP servers': mcpServers,
  GraphQL: graphql,
  'evaluation datasets': evaluationDatasets,
  scorers,
  'label schemas': labelSchemas,
  'review queues': reviewQueues,
  webhooks,
  traces,
  'spans of OpenTelemetry': otlp,
  'search of traces': traceSearches,
  'metrics of traces': traceMetrics,
  'assessments of traces': assessments,
  issues,
  'hostile requests': hostile,
};
