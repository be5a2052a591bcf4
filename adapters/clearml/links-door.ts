import { operationTable } from '../../openapi/generated/links.operations.ts';
import type { operations } from '../../openapi/generated/links.ts';
import { type Door, type Handler, type Handlers, type OperationTable, Reply } from '../../src/http/door.ts';

type RunLink = operations[Exclude<keyof operations, 'links.model'>];

/** A page is addressed by the run or model alone, and says itself when there is none; so nothing has to be looked up here. */
const toPage = (baseUrl: string, kind: 'runs' | 'models', id: string) =>
  new Reply(302, { location: `${baseUrl}/bridge/#/${kind}/${encodeURIComponent(id)}`, 'cache-control': 'no-store' });

const openRun: Handler<RunLink> = async ({ path, baseUrl }) => toPage(baseUrl, 'runs', path.task);
const openModel: Handler<operations['links.model']> = async ({ path, baseUrl }) => toPage(baseUrl, 'models', path.model);

const handlers: Handlers<operations> = {
  'links.task': openRun,
  'links.experiment': openRun,
  'links.model': openModel,
  'links.pipeline': openRun,
  'links.dataset': openRun,
  'links.report': openRun,
};

/** Addresses of ClearML's own web pages, which its clients print: they lead to our page of the run or model. */
export const linksDoor: Door = {
  name: 'clearml-links',
  table: operationTable as OperationTable,
  handlers,
  absent: {},
  pathsOf: ({ path }) => [path],
  maxBodyBytes: 0,
  read: (_operation, { path }) => ({ path, query: {}, body: undefined }),
  write: ({ id }) => {
    throw new Error(`${id}: every link answers with a redirection`);
  },
  writeError: ({ message }) => new Reply(500, { 'content-type': 'text/plain; charset=utf-8' }, `${message}\n`),
  writeAbsent: ({ id }) => {
    throw new Error(`${id}: every link is served`);
  },
};
