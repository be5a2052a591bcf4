/** Made by `npm run gen`; never edited. */
import type { Readable } from 'node:stream';

export interface paths {
  '/files': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Says that the files server is there. */
    get: operations['files.ping'];
    put?: never;
    /** Stores each part of a multipart form under the name of its field, whole or not at all; what is there is replaced. */
    post: operations['files.upload'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/files/delete_many': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Deletes files, and folders with all that is in them. */
    post: operations['files.delete_many'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/files/{path}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The bytes of a file, whole or a range. Pictures, sound, film and plain text are shown unless `download` is given. */
    get: operations['files.download'];
    put?: never;
    post?: never;
    /** Deletes a file. */
    delete: operations['files.delete'];
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
  'files.ping': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/plain': string;
        };
      };
    };
  };
  'files.upload': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/octet-stream': Readable;
      };
    };
    responses: {
      /** @description The paths, in the order of the parts. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': string[];
        };
      };
    };
  };
  'files.delete_many': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description Paths or addresses without a host. */
          files: string[];
        };
      };
    };
    responses: {
      /** @description The path of each that was deleted, and those that were not by the reason. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            deleted: {
              [key: string]: string;
            };
            errors: {
              [key: string]: string[];
            };
          };
        };
      };
    };
  };
  'files.download': {
    parameters: {
      query?: {
        /** @description To be saved whatever it is. */
        download?: string;
      };
      header?: never;
      path: {
        path: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The bytes. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': Readable;
        };
      };
    };
  };
  'files.delete': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        path: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Its path. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': string;
        };
      };
    };
  };
}
