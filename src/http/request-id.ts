import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';

const HEADER = 'x-request-id';
const LONGEST = 128;

/** Gives every request an id, the one a proxy or client sent if there is one, and tells it in the answer. */
export const giveRequestId: RequestHandler = (request, response, next) => {
  const id = request.headers[HEADER]?.toString().slice(0, LONGEST) || randomUUID();
  request.headers[HEADER] = id;
  response.setHeader(HEADER, id);
  next();
};

/** The id by which a request is found in the log. */
export function requestIdOf(request: IncomingMessage): string {
  return request.headers[HEADER]?.toString() ?? '';
}
