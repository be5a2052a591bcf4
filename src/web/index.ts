import { operationTable } from '../../openapi/generated/bridge.operations.ts';
import type { operations } from '../../openapi/generated/bridge.ts';
import { type Door, type Handlers, type OperationSpec, type OperationTable, Reply, type WireRequest } from '../http/door.ts';
import { writeError } from './errors.ts';
import { listRunFiles, readRunFile } from './handlers/files.ts';
import { servePage, servePageAsset } from './handlers/pages.ts';
import { getProjectPage, listProjects } from './handlers/projects.ts';
import { getRunPage } from './handlers/runs.ts';

const handlers: Handlers<operations> = {
  servePage,
  servePageAsset,
  listProjects,
  getProjectPage,
  getRunPage,
  listRunFiles,
  readRunFile,
};

/** Our own interface and the pages that read it. No operation has a body. */
export const webDoor: Door = {
  name: 'bridge',
  table: operationTable as OperationTable,
  handlers,
  absent: {},
  pathsOf: ({ path }) => [path],
  maxBodyBytes: 0,
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
function read({ query }: OperationSpec, request: WireRequest): { path: unknown; query: unknown; body: unknown } {
  const given = new URLSearchParams(request.queryText);
  const known = Object.keys(query).filter((name) => given.has(name));
  return { path: request.path, query: Object.fromEntries(known.map((name) => [name, given.get(name)])), body: undefined };
}
