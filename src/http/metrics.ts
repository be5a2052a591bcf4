import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/** Numbers about the process, as Prometheus reads them. */
export interface Metrics {
  /** Notes one answered request. */
  observe(door: string, operation: string, status: number, seconds: number): void;
  /** The whole text of the page. */
  read(): Promise<{ type: string; text: string }>;
}

/** Makes a registry of its own, so that several servers can live in one process. */
export function makeMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'trackbridge_request_seconds',
    help: 'Time from a request to the end of its answer.',
    labelNames: ['door', 'operation', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  return {
    observe: (door, operation, status, seconds) => requests.labels(door, operation, String(status)).observe(seconds),
    read: async () => ({ type: registry.contentType, text: await registry.metrics() }),
  };
}
