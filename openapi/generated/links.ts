/** Made by `npm run gen`; never edited. */
import type { Readable } from 'node:stream';

export interface paths {
  '/projects/{project}/tasks/{task}/{path}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The page of a task, as the SDK prints it for servers of 2.31 and later. */
    get: operations['links.task'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/projects/{project}/experiments/{task}/{path}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The page of a task, as older clients print it. */
    get: operations['links.experiment'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/projects/{project}/models/{model}/{path}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The page of a model. */
    get: operations['links.model'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/pipelines/{project}/experiments/{task}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The page of a pipeline's controller. */
    get: operations['links.pipeline'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/datasets/simple/{project}/experiments/{task}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The page of a version of a dataset. */
    get: operations['links.dataset'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/reports/{project}/{task}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The page of a report. */
    get: operations['links.report'];
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
  schemas: never;
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  'links.task': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Not looked at. */
        project: string;
        task: string;
        /** @description A part of the page; not looked at. */
        path: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Never. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
      /** @description The page. */
      302: {
        headers: {
          location?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  'links.experiment': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Not looked at. */
        project: string;
        task: string;
        /** @description A part of the page; not looked at. */
        path: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Never. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
      /** @description The page. */
      302: {
        headers: {
          location?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  'links.model': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Not looked at. */
        project: string;
        model: string;
        /** @description A part of the page; not looked at. */
        path: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Never. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
      /** @description The page. */
      302: {
        headers: {
          location?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  'links.pipeline': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Not looked at. */
        project: string;
        task: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Never. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
      /** @description The page. */
      302: {
        headers: {
          location?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  'links.dataset': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Not looked at. */
        project: string;
        task: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Never. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
      /** @description The page. */
      302: {
        headers: {
          location?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  'links.report': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Not looked at. */
        project: string;
        task: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Never. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
      /** @description The page. */
      302: {
        headers: {
          location?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
}
