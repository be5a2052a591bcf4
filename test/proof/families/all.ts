import type { Family } from '../sequence.ts';
import { assessments } from './assessments.ts';
import { datasets, labelSchemas, scorers } from './evaluation.ts';
import { experiments } from './experiments.ts';
import { issues } from './issues.ts';
import { loggedModels } from './logged-models.ts';
import { metrics } from './metrics.ts';
import { registry } from './registry.ts';
import { reviewQueues } from './review-queues.ts';
import { runs } from './runs.ts';
import { spans } from './spans.ts';
import { traceMetrics } from './trace-metrics.ts';
import { traces } from './traces.ts';
import { webhooks } from './webhooks.ts';

/** Every family that is generated, by the name `npm run proof -- --family` takes. */
export const families: Readonly<Record<string, Family>> = {
  experiments,
  runs,
  metrics,
  'logged-models': loggedModels,
  registry,
  traces,
  assessments,
  spans,
  issues,
  'trace-metrics': traceMetrics,
  datasets,
  scorers,
  'label-schemas': labelSchemas,
  'review-queues': reviewQueues,
  webhooks,
};
