import type { operations } from '../../../openapi/generated/clearml.ts';
import type { Handler } from '../../../src/http/door.ts';
import { meanMeasures } from '../../../src/model/serving.ts';
import * as tracking from '../../../src/tracking/serving.ts';
import { toEndpointDetails, toEndpointStats, toLoadingInstance, toServedModel, toServingReport } from '../map/serving.ts';

export const servingRegisterContainer: Handler<operations['serving.register_container']> = async ({ body, address }, context) => {
  const { container_id: id, timeout: timeoutSeconds } = body;
  await tracking.registerContainer(context, { id, address: address ?? null, served: toServedModel(body), timeoutSeconds });
  return {};
};

export const servingUnregisterContainer: Handler<operations['serving.unregister_container']> = async ({ body }, context) => {
  await tracking.unregisterContainer(context, body.container_id);
  return {};
};

export const servingContainerStatusReport: Handler<operations['serving.container_status_report']> = async (
  { body, address },
  context,
) => {
  const word = { id: body.container_id, address: address ?? null, served: toServedModel(body) };
  await tracking.reportContainer(context, { ...word, report: toServingReport(body) });
  return {};
};

export const servingGetEndpoints: Handler<operations['serving.get_endpoints']> = async (_input, context) => {
  const endpoints = await tracking.listEndpoints(context);
  return {
    endpoints: [...endpoints.values()].flatMap(([first, ...others]) => (first ? [toEndpointStats([first, ...others])] : [])),
  };
};

export const servingGetLoadingInstances: Handler<operations['serving.get_loading_instances']> = async (_input, context) => {
  const containers = await tracking.listLoadingContainers(context);
  return { instances: containers.map((container) => toLoadingInstance(container, context.now())) };
};

export const servingGetEndpointDetails: Handler<operations['serving.get_endpoint_details']> = async ({ body }, context) =>
  toEndpointDetails(await tracking.getEndpoint(context, body.endpoint_url));

/** What the containers of an endpoint measured over time, together and each for itself. */
export const servingGetEndpointMetricsHistory: Handler<operations['serving.get_endpoint_metrics_history']> = async (
  { body },
  context,
) => {
  const { endpoint_url: url, interval, metric_type: measure = 'requests', instance_charts = true } = body;
  const range = { from: new Date(body.from_date * 1000), to: new Date(body.to_date * 1000), interval };
  const { total, containers } = await tracking.readMeasureHistory(context, { ...range, url, measure });
  const instances = [...containers].map(([id, points]) => [id, toSeries(id, points)] as const);
  return {
    computed_interval: interval,
    total: toSeries(meanMeasures.has(measure) ? 'Average' : 'Total', total),
    ...(instance_charts ? { instances: Object.fromEntries(instances) } : {}),
  };
};

function toSeries(title: string, points: readonly { second: number; value: number }[]) {
  return { title, dates: points.map(({ second }) => second), values: points.map(({ value }) => value) };
}
