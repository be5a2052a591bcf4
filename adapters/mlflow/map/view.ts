import type { components } from '../../../openapi/generated/mlflow.ts';
import type { LifecycleView } from '../../../src/model/query.ts';

const views: Readonly<Record<components['schemas']['ViewType'], LifecycleView>> = {
  ACTIVE_ONLY: 'active',
  DELETED_ONLY: 'archived',
  ALL: 'all',
};

/** Which lifecycle a listing shows; active ones when nothing is said. */
export function toLifecycleView(view: components['schemas']['ViewType'] | undefined): LifecycleView {
  return views[view ?? 'ACTIVE_ONLY'];
}
