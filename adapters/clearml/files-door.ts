import { operationTable } from '../../openapi/generated/files.operations.ts';
import type { operations } from '../../openapi/generated/files.ts';
import {
  type Door,
  type Handlers,
  type OperationSpec,
  type OperationTable,
  Reply,
  type WireRequest,
} from '../../src/http/door.ts';
import { BridgeError, type ErrorCode, invalid } from '../../src/model/errors.ts';
import { deleteFile, deleteMany, download, ping, upload } from './handlers/files.ts';

const handlers: Handlers<operations> = {
  'files.ping': ping,
  'files.upload': upload,
  'files.delete_many': deleteMany,
  'files.download': download,
  'files.delete': deleteFile,
};

/** The files server that belongs to ClearML: plain HTTP with statuses, no envelope. */
export const filesDoor: Door = {
  name: 'clearml-files',
  table: operationTable as OperationTable,
  handlers,
  absent: {},
  pathsOf: ({ path }) => (path === '/files' ? [path, `${path}/`] : [path]),
  maxBodyBytes: 4 * 1024 * 1024,
  read,
  write: (_operation, answer) => new Reply(200, { 'content-type': 'application/json' }, JSON.stringify(answer)),
  writeError,
  writeAbsent: ({ id }) => {
    throw new Error(`${id}: every operation of the files server is served`);
  },
};

function read({ body }: OperationSpec, request: WireRequest): { path: unknown; query: unknown; body: unknown } {
  const coding = request.headers['content-encoding'];
  if (coding !== undefined) {
    throw new BridgeError('invalid', `A body with Content-Encoding ${coding} is not taken; files are kept as they are sent.`, {
      field: 'content-encoding',
      reason: 'content_encoding',
    });
  }
  const query = Object.fromEntries(new URLSearchParams(request.queryText));
  return { path: request.path, query, body: body === null || body === 'stream' ? undefined : readNames(request.bodyText) };
}

/** The body of the one operation that has JSON. */
function readNames(text: string): { files: string[] } {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (cause) {
    throw invalid('body', 'The body is not JSON.', cause);
  }
  const files: unknown = typeof body === 'object' && body !== null && 'files' in body ? body.files : undefined;
  if (Array.isArray(files) && files.every((file) => typeof file === 'string')) return { files };
  throw invalid('files', 'The body must be an object whose field files is a list of paths.');
}

const statuses: Readonly<Record<ErrorCode, number>> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  already_exists: 409,
  wrong_state: 409,
  too_large: 413,
  internal: 500,
  not_supported: 501,
  unavailable: 503,
};

/** A status and a sentence: clients look at the status alone. */
function writeError({ code, reason, message }: BridgeError): Reply {
  const status = reason === 'content_encoding' ? 415 : statuses[code];
  return new Reply(status, { 'content-type': 'text/plain; charset=utf-8' }, `${message}\n`);
}
