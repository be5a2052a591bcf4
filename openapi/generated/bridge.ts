/** Made by `npm run gen`; never edited. */
import type { Readable } from 'node:stream';

export interface paths {
  '/bridge/v1/runs/{run_id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Reads what the plain page of a run shows. */
    get: operations['getRunPage'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    RunPage: {
      run_id: string;
      name: string;
      status: string;
      archived: boolean;
      project: string;
      experiment_id: string;
      author?: string;
      /** Format: int64 */
      started_ms?: bigint;
      /** Format: int64 */
      ended_ms?: bigint;
      metrics: components['schemas']['PageMetric'][];
      params: components['schemas']['PageEntry'][];
      tags: components['schemas']['PageEntry'][];
      files: components['schemas']['PageFile'][];
    };
    PageEntry: {
      key: string;
      value: string;
    };
    PageMetric: {
      key: string;
      /** Format: double */
      value: number;
      /** Format: int64 */
      step: bigint;
      /** Format: int64 */
      timestamp_ms: bigint;
    };
    PageFile: {
      path: string;
      is_dir: boolean;
      /** Format: int64 */
      size_bytes?: bigint;
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  getRunPage: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        run_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The run. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RunPage'];
        };
      };
    };
  };
}
