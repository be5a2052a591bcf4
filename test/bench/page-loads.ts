import { count } from './count.ts';
import { expectCount, type Load, medianMs, withClient } from './measuring.ts';

/** What the page of an experiment asks about it, as MLflow 3.17.2's own script writes it. */
const experimentQuery = `query MlflowGetExperimentQuery($input: MlflowGetExperimentInput!) @component(name: "MLflow.ExperimentRunTracking") {
  mlflowGetExperiment(input: $input) {
    apiError { code message __typename }
    experiment {
      artifactLocation creationTime effectiveTraceArchivalRetention experimentId lastUpdateTime lifecycleStage name
      tags { key value __typename }
      __typename
    }
    __typename
  }
}`;

/**
 * Everything of the record that MLflow's own pages ask for when the home page is opened, and then the table of runs of a big experiment;
 * one request after the other, the time of all added. Left out are questions that one of the servers answers without looking: for
 * the assistant, the gateway, and who is signed in.
 */
export const openPages: Load = (target, plan) =>
  withClient(target, 1, async (api) => {
    const experiment_ids = [target.filledExperimentId];
    const newest = { experiment_ids, order_by: ['attributes.start_time DESC'], run_view_type: 'ACTIVE_ONLY' };
    const operation = { operationName: 'MlflowGetExperimentQuery', query: experimentQuery };
    const graphql = JSON.stringify({ ...operation, variables: { input: { experimentId: target.filledExperimentId } } });
    const post = (path: string, body: object) => api.post(`/ajax-api/2.0/mlflow/${path}`, JSON.stringify(body));
    const home = await medianMs(plan, async () => {
      await api.get('ajax-api/3.0/mlflow/server-info');
      await api.get('ajax-api/2.0/mlflow/experiments/search?max_results=5&order_by=last_update_time+DESC');
    });
    const table = await medianMs(plan, async () => {
      await api.get('ajax-api/3.0/mlflow/server-info');
      expectCount('experiments', count(await api.post('/graphql', graphql), '"experimentId"'), 1);
      await post('runs/search', { ...newest, filter: '', max_results: 50 });
      await post('experiments/search-datasets', { experiment_ids });
      await post('logged-models/search', { experiment_ids, order_by: [{ field_name: 'creation_time', ascending: false }] });
      const runs = await post('runs/search', { ...newest, max_results: 100 });
      expectCount('runs', count(runs, '"lifecycle_stage"'), 100);
    });
    return { ms: home + table };
  });
