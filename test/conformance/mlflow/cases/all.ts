import { artifacts } from './artifacts.ts';
import { batches } from './batch.ts';
import type { Case } from './case.ts';
import { datasets } from './datasets.ts';
import { experimentSearches } from './experiment-search.ts';
import { experiments } from './experiments.ts';
import { hostile } from './hostile.ts';
import { loggedModels } from './logged-models.ts';
import { metrics } from './metrics.ts';
import { registry } from './registry.ts';
import { registrySearches } from './registry-search.ts';
import { runs } from './runs.ts';
import { runSearches } from './search.ts';
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
  webhooks,
  'hostile requests': hostile,
};
