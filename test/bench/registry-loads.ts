import type { ApiClient } from './api-client.ts';
import { count } from './count.ts';
import { expectCount, type Load, medianMs, withClient } from './measuring.ts';

/** Versions of every registered model. */
export const VERSIONS = 2;
/** Teams the models belong to, by a tag. */
export const TEAMS = 20;

/** Name of the registered model of this number; `registry-fill.ts` writes the same into a peer's tables. */
export function modelName(number: number): string {
  return `model-${String(number).padStart(6, '0')}`;
}

async function register(api: ApiClient, number: number): Promise<void> {
  const name = modelName(number);
  const tags = `[{"key":"team","value":"t${number % TEAMS}"},{"key":"framework","value":"sklearn"}]`;
  await api.post('registered-models/create', `{"name":"${name}","description":"bench","tags":${tags}}`);
  for (let version = 1; version <= VERSIONS; version += 1) {
    await api.post('model-versions/create', `{"name":"${name}","source":"s3://models/${name}/${version}"}`);
  }
}

/** Fills the registry. */
export const fillModels: Load = (target, plan) =>
  withClient(target, plan.clients, async (api) => {
    let next = 0;
    const work = async () => {
      while (next < plan.models) await register(api, next++);
    };
    await Promise.all(Array.from({ length: plan.clients }, work));
    return {};
  });

/** Pages of registered models as the page of models asks for them: a part of the name, a tag, by name or by last change. */
export const searchModels: Load = (target, plan) =>
  withClient(target, 1, async (api) => {
    const ms = await medianMs(plan, async (turn) => {
      const filter = `name ILIKE '%${turn % 10}%' AND tags.team = 't${turn % TEAMS}'`;
      const order = turn % 2 ? 'name ASC' : 'timestamp DESC';
      const query = new URLSearchParams({ filter, max_results: '100', order_by: order });
      const answer = await api.get(`api/2.0/mlflow/registered-models/search?${query}`);
      expectCount('versions', count(answer, '"current_stage"'), 100);
    });
    return { ms };
  });
