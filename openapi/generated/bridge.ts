/** Made by `npm run gen`; never edited. */
import type { Readable } from 'node:stream';

export interface paths {
  '/': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The one HTML page; what it shows is named after the hash sign, as in the links MLflow clients print. */
    get: operations['servePage'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/pages/{asset}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A script, the stylesheet or the icon of the page. */
    get: operations['servePageAsset'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/login': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The page that leads to every way to sign in. */
    get: operations['serveSignIn'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/login/oidc': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Sends the browser to the OpenID provider to sign in. */
    get: operations['beginSignIn'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/login/oidc/callback': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Where the OpenID provider sends the browser back to; begins a session. */
    get: operations['finishSignIn'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/login/password': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Makes the browser ask for a name and password of this server; begins a session. */
    get: operations['signInWithPassword'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/logout': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ends the session of the browser. */
    post: operations['signOut'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/bridge/v1/session': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who is signed in. */
    get: operations['getSession'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/bridge/v1/projects': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Projects (MLflow's experiments) that are not archived, the last changed first, 200 a page. */
    get: operations['listProjects'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/bridge/v1/projects/{experiment_id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A project and its runs that are not archived, the last started first, 100 a page. */
    get: operations['getProjectPage'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/bridge/v1/runs/{run_id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A run with its params, tags and the latest value of each metric, each list by key. */
    get: operations['getRunPage'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/bridge/v1/runs/{run_id}/files': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Artifacts of a run directly below a folder, by path. */
    get: operations['listRunFiles'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/bridge/v1/runs/{run_id}/files/{path}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The bytes of an artifact, whole or a range, always to be saved and never shown by a browser. */
    get: operations['readRunFile'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/bridge/v1/models/{model_id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A model with its params and tags, each list by key. */
    get: operations['getModelPage'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/bridge/v1/users': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Everybody who may sign in, by name. */
    get: operations['listUsers'];
    put?: never;
    /** Adds a user with a password. */
    post: operations['addUser'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/bridge/v1/users/{name}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Removes a user with all credentials; what the user recorded stays. */
    delete: operations['deleteUser'];
    options?: never;
    head?: never;
    /** Sets a password, or disables or enables every login of a user. */
    patch: operations['changeUser'];
    trace?: never;
  };
  '/bridge/v1/users/{name}/rights': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Everything a user is given, alone and through roles. */
    get: operations['listRights'];
    put?: never;
    /** Gives a user something in place of what they alone are given there; without a permission, takes it away. */
    post: operations['changeRight'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/bridge/v1/credentials': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Credentials without their secrets, oldest first; those of others are for admins. */
    get: operations['listCredentials'];
    put?: never;
    /** Makes a credential; its secret is in this answer and nowhere else. */
    post: operations['createCredential'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/bridge/v1/credentials/{access_key}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Ends a credential for good, with every session that rests on it; those of others are for admins. */
    delete: operations['revokeCredential'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    SignedOut: {
      /** @description Address to go to from here. */
      next: string;
    };
    Session: {
      name: string;
      /** @enum {string} */
      role: 'admin' | 'user';
      /** @description Whether there is a session that signing out ends. */
      ends: boolean;
    };
    RightList: {
      rights: {
        kind: string;
        /** @description `*`, the id of an experiment or the name of a registered model. */
        thing: string;
        permission: string;
        /** @description Null for what is given to the user alone. */
        role: string | null;
        workspace: string;
      }[];
    };
    RightChange: {
      kind: string;
      thing: string;
      permission?: string;
    };
    UserName: {
      name: string;
    };
    UserList: {
      users: components['schemas']['UserEntry'][];
    };
    UserEntry: {
      name: string;
      role: components['schemas']['Role'];
      /** Format: date-time */
      created_at: string;
      /** Format: date-time */
      disabled_at: string | null;
    };
    /** @enum {string} */
    Role: 'admin' | 'user';
    NewUser: {
      name: string;
      password: string;
      role?: components['schemas']['Role'];
    };
    UserChange: {
      password?: string;
      disabled?: boolean;
    };
    AccessKey: {
      access_key: string;
    };
    /** @enum {string} */
    CredentialKind: 'key_pair' | 'token';
    NewCredential: {
      /** @description Left out: the caller. */
      user?: string;
      kind?: components['schemas']['CredentialKind'];
      /** @description Name of the only workspace it works in. Left out: the caller's. */
      workspace?: string;
      label?: string;
      /**
       * Format: date-time
       * @description Left out: never.
       */
      expires_at?: string;
    };
    MadeCredential: {
      user: string;
      access_key: string;
      secret: string;
      /** @description Both halves in one text, for clients that send a bearer token. */
      token: string;
    };
    CredentialList: {
      credentials: components['schemas']['CredentialEntry'][];
    };
    CredentialEntry: {
      access_key: string;
      kind: components['schemas']['CredentialKind'];
      user: string;
      workspace: string;
      label: string;
      /** Format: date-time */
      created_at: string;
      /** Format: date-time */
      expires_at: string | null;
      /** Format: date-time */
      revoked_at: string | null;
      /** Format: date-time */
      last_used_at: string | null;
      last_used_from: string | null;
    };
    Int64: string;
    Double: number | ('NaN' | 'Infinity' | '-Infinity' | '-0');
    ProjectList: {
      projects: components['schemas']['ProjectSummary'][];
      /** @description Where the next page begins; left out on the last one. */
      next?: string;
    };
    ProjectSummary: {
      experiment_id: components['schemas']['Int64'];
      name: string;
      archived: boolean;
      created_ms: components['schemas']['Int64'];
      changed_ms: components['schemas']['Int64'];
    };
    ProjectPage: {
      project: components['schemas']['ProjectSummary'];
      runs: components['schemas']['RunSummary'][];
      /** @description Where the next page begins; left out on the last one. */
      next?: string;
    };
    RunSummary: {
      run_id: string;
      name: string;
      /** @description The finer status of the record, for instance in_progress or completed. */
      status: string;
      archived: boolean;
      /** @description Whom the client named. */
      author?: string;
      started_ms?: components['schemas']['Int64'];
      ended_ms?: components['schemas']['Int64'];
    };
    RunPage: {
      run: components['schemas']['RunSummary'];
      project: components['schemas']['ProjectSummary'];
      parent?: string;
      note?: string;
      entry_point?: string;
      repository?: string;
      branch?: string;
      commit?: string;
      artifact_root?: string;
      metrics: components['schemas']['LatestMetric'][];
      params: components['schemas']['KeyAndValue'][];
      tags: components['schemas']['KeyAndValue'][];
    };
    ModelPage: {
      model_id: string;
      name: string;
      /** @description unknown, pending, ready or failed. */
      status: string;
      framework?: string;
      /** @description The run that made it, which may be gone. */
      run_id?: string;
      project: components['schemas']['ProjectSummary'];
      artifact_root?: string;
      created_ms: components['schemas']['Int64'];
      changed_ms: components['schemas']['Int64'];
      params: components['schemas']['KeyAndValue'][];
      tags: components['schemas']['KeyAndValue'][];
    };
    KeyAndValue: {
      key: string;
      value: string;
    };
    LatestMetric: {
      key: string;
      value: components['schemas']['Double'];
      step: components['schemas']['Int64'];
      timestamp_ms: components['schemas']['Int64'];
    };
    FileList: {
      files: components['schemas']['FileEntry'][];
    };
    FileEntry: {
      /** @description From the run's artifact root. */
      path: string;
      is_folder: boolean;
      /** @description Left out for a folder. */
      size_bytes?: number;
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
  servePage: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The page. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
    };
  };
  servePageAsset: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        asset: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          '*/*': string;
        };
      };
    };
  };
  serveSignIn: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The page. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
    };
  };
  beginSignIn: {
    parameters: {
      query?: {
        /** @description Path of this server to show afterwards; left out: the first page. */
        return?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The address at the provider. */
      303: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  finishSignIn: {
    parameters: {
      query?: {
        code?: string;
        state?: string;
        iss?: string;
        session_state?: string;
        error?: string;
        error_description?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The page that was asked for at first. */
      303: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  signInWithPassword: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The first page. */
      303: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  signOut: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Where to go now. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SignedOut'];
        };
      };
    };
  };
  getSession: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The user. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Session'];
        };
      };
    };
  };
  listProjects: {
    parameters: {
      query?: {
        /** @description The `next` of an earlier page. */
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of projects. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProjectList'];
        };
      };
    };
  };
  getProjectPage: {
    parameters: {
      query?: {
        /** @description The `next` of an earlier page. */
        after?: string;
      };
      header?: never;
      path: {
        experiment_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The project. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProjectPage'];
        };
      };
    };
  };
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
  listRunFiles: {
    parameters: {
      query?: {
        /** @description Path of the folder; left out: the top. */
        folder?: string;
      };
      header?: never;
      path: {
        run_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The files and folders. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FileList'];
        };
      };
    };
  };
  readRunFile: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        run_id: string;
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
  getModelPage: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        model_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The model. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ModelPage'];
        };
      };
    };
  };
  listUsers: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The users. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UserList'];
        };
      };
    };
  };
  addUser: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewUser'];
      };
    };
    responses: {
      /** @description The name of the user. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UserName'];
        };
      };
    };
  };
  deleteUser: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The name of the user. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UserName'];
        };
      };
    };
  };
  changeUser: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UserChange'];
      };
    };
    responses: {
      /** @description The name of the user. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UserName'];
        };
      };
    };
  };
  listRights: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The rights. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RightList'];
        };
      };
    };
  };
  changeRight: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RightChange'];
      };
    };
    responses: {
      /** @description The name of the user. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UserName'];
        };
      };
    };
  };
  listCredentials: {
    parameters: {
      query?: {
        /** @description Of this user only; left out by an admin: of all. */
        user?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The credentials. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CredentialList'];
        };
      };
    };
  };
  createCredential: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewCredential'];
      };
    };
    responses: {
      /** @description The credential. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MadeCredential'];
        };
      };
    };
  };
  revokeCredential: {
    parameters: {
      query?: {
        /** @description Refused unless it is this user's. */
        user?: string;
      };
      header?: never;
      path: {
        access_key: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The access key. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AccessKey'];
        };
      };
    };
  };
}
