import { operationTable } from '../../openapi/generated/bridge.operations.ts';
import type { operations } from '../../openapi/generated/bridge.ts';
import { type Door, type Handlers, type OperationSpec, type OperationTable, Reply, type WireRequest } from '../http/door.ts';
import { writeError } from './errors.ts';
import {
  addUser,
  changeRight,
  changeUser,
  createCredential,
  deleteUser,
  listCredentials,
  listRights,
  listUsers,
  revokeCredential,
} from './handlers/access.ts';
import { listRunFiles, readRunFile } from './handlers/files.ts';
import { getModelPage } from './handlers/models.ts';
import { servePage, servePageAsset } from './handlers/pages.ts';
import { getProjectPage, listProjects } from './handlers/projects.ts';
import { getRunPage } from './handlers/runs.ts';
import { beginSignIn, finishSignIn, getSession, serveSignIn, signInWithPassword, signOut } from './handlers/sign-in.ts';
import { readBody } from './read-body.ts';

const handlers: Handlers<operations> = {
  servePage,
  servePageAsset,
  serveSignIn,
  beginSignIn,
  finishSignIn,
  signInWithPassword,
  signOut,
  getSession,
  listProjects,
  getProjectPage,
  getRunPage,
  getModelPage,
  listRunFiles,
  readRunFile,
  listUsers,
  addUser,
  changeUser,
  deleteUser,
  listRights,
  changeRight,
  listCredentials,
  createCredential,
  revokeCredential,
};

const table = operationTable as OperationTable;

/** Our own interface and the pages that read it. */
export const webDoor: Door = {
  name: 'bridge',
  table,
  handlers,
  absent: {},
  pathsOf: ({ path }) => [path],
  maxBodyBytes: 100_000,
  read,
  write: (_operation, answer) => new Reply(200, dataHeaders, JSON.stringify(answer)),
  writeError,
  writeAbsent: ({ id }) => {
    throw new Error(`${id}: every operation of this interface is served`);
  },
};

/** What was logged a moment ago must be there after a reload. */
const dataHeaders = { 'content-type': 'application/json', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

/** Parameters are texts; one that is given twice counts once, and one that nobody knows is left out. */
function read(operation: OperationSpec, request: WireRequest): { path: unknown; query: unknown; body: unknown } {
  const given = new URLSearchParams(request.queryText);
  const known = Object.keys(operation.query).filter((name) => given.has(name));
  return {
    path: request.path,
    query: Object.fromEntries(known.map((name) => [name, given.get(name)])),
    body: readBody(table, operation, request.bodyText),
  };
}
