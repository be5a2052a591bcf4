import type { components } from '../../../openapi/generated/clearml.ts';
import type { ServedModel, ServingContainer, ServingMeasure, ServingReport } from '../../../src/model/serving.ts';
import { toDateText } from './date.ts';
import { present } from './objects.ts';

type Wire = components['schemas'];

/** Fields of a request that say what a container serves. */
export interface ServedFields {
  endpoint_name: string;
  endpoint_url?: string;
  model_name: string;
  model_source?: string;
  model_version?: string;
  preprocess_artifact?: string;
  input_type?: string;
  input_size?: string;
  reference?: { type: string; value: string }[];
}

export function toServedModel(fields: ServedFields): ServedModel {
  return {
    endpoint: fields.endpoint_name,
    model: fields.model_name,
    url: fields.endpoint_url || null,
    modelSource: fields.model_source ?? null,
    modelVersion: fields.model_version ?? null,
    preprocessArtifact: fields.preprocess_artifact ?? null,
    inputType: fields.input_type ?? null,
    inputSize: fields.input_size ?? null,
    references: (fields.reference ?? []).map(({ type, value }) => ({ type, value })),
  };
}

/** Fields of a request that say how a container fares. */
export interface ReportFields {
  uptime_sec?: number;
  requests_num?: number;
  requests_min?: number;
  latency_ms?: number;
  machine_stats?: Wire['MachineStats'];
}

const sum = (values: readonly number[] | undefined) => values?.reduce((all, value) => all + value, 0);
const mean = (values: readonly number[] | undefined) => (values?.length ? (sum(values) ?? 0) / values.length : undefined);
const both = (a: number | undefined, b: number | undefined) => (a === undefined || b === undefined ? undefined : a + b);

/** What a container measures, of which its machine tells the parts. */
export function toServingReport({ machine_stats: machine = {}, ...fields }: ReportFields): ServingReport {
  const measures: Partial<Record<ServingMeasure, number | undefined>> = {
    requests: fields.requests_num,
    requests_min: fields.requests_min,
    latency_ms: fields.latency_ms,
    cpu_count: machine.cpu_usage?.length,
    gpu_count: machine.gpu_usage?.length,
    cpu_util: mean(machine.cpu_usage),
    gpu_util: mean(machine.gpu_usage),
    ram_total: both(machine.memory_used, machine.memory_free),
    ram_used: machine.memory_used,
    ram_free: machine.memory_free,
    gpu_ram_total: both(sum(machine.gpu_memory_used), sum(machine.gpu_memory_free)),
    gpu_ram_used: sum(machine.gpu_memory_used),
    gpu_ram_free: sum(machine.gpu_memory_free),
    network_rx: machine.network_rx,
    network_tx: machine.network_tx,
  };
  const known = Object.entries(measures).filter(([, value]) => Number.isFinite(value));
  return { uptimeSeconds: fields.uptime_sec ?? null, measures: Object.fromEntries(known) };
}

/** What a container serves, by the names of documents. */
function toServedFields({ served }: ServingContainer) {
  return present({
    endpoint: served.endpoint,
    model: served.model,
    url: served.url,
    model_source: served.modelSource,
    model_version: served.modelVersion,
    preprocess_artifact: served.preprocessArtifact,
    input_type: served.inputType,
    input_size: served.inputSize,
  });
}

/** A container that is not ready yet. */
export function toLoadingInstance(container: ServingContainer, now: Date): Wire['ContainerInfo'] {
  return {
    ...toServedFields(container),
    id: container.id,
    ...present({ uptime_sec: container.report?.uptimeSeconds }),
    last_update: toDateText(container.seenAt),
    age_sec: Math.floor((now.getTime() - container.registeredAt.getTime()) / 1000),
  };
}

const latest = (containers: readonly ServingContainer[]) =>
  toDateText(new Date(Math.max(...containers.map(({ seenAt }) => seenAt.getTime()))));
const longest = (containers: readonly ServingContainer[]) =>
  Math.max(0, ...containers.map(({ report }) => report?.uptimeSeconds ?? 0));

/** An endpoint with what its containers come to together. */
export function toEndpointStats([first, ...others]: readonly [ServingContainer, ...ServingContainer[]]): Wire['EndpointStats'] {
  const containers = [first, ...others];
  const values = (measure: ServingMeasure) => containers.flatMap(({ report }) => report?.measures[measure] ?? []);
  const { endpoint, model, url } = first.served;
  return {
    endpoint,
    model,
    ...present({ url }),
    instances: containers.length,
    uptime_sec: longest(containers),
    requests: sum(values('requests')) ?? 0,
    requests_min: sum(values('requests_min')) ?? 0,
    latency_ms: Math.round(mean(values('latency_ms')) ?? 0),
    last_update: latest(containers),
  };
}

/** An endpoint with each of its containers. */
export function toEndpointDetails(containers: readonly [ServingContainer, ...ServingContainer[]]) {
  return {
    ...toServedFields(containers[0]),
    uptime_sec: longest(containers),
    last_update: latest(containers),
    instances: containers.map(toInstance),
  };
}

function toInstance({ id, served, seenAt, report }: ServingContainer): Wire['ContainerInstanceStats'] {
  const { requests, requests_min, latency_ms, cpu_count, gpu_count } = report?.measures ?? {};
  return {
    id,
    ...present({ uptime_sec: report?.uptimeSeconds, requests, requests_min, latency_ms, cpu_count, gpu_count }),
    last_update: toDateText(seenAt),
    reference: served.references as Wire['ContainerInstanceStats']['reference'],
  };
}
