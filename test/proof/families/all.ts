import type { Family } from '../sequence.ts';
import { datasets, labelSchemas, scorers } from './evaluation.ts';
import { loggedModels } from './logged-models.ts';
import { registry } from './registry.ts';
import { assessments, issues, spans, traceMetrics, traces } from './traces.ts';
import { experiments, metrics, runs } from './tracking.ts';
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
  webhooks,
};
