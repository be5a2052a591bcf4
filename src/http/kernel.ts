import { isUtf8 } from 'node:buffer';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, RequestHandler } from 'express';
import type { Right } from '../access/authorize.ts';
import type { Guard, GuardContext } from '../access/guard.ts';
import type { Actor, BaseContext, Context } from '../context.ts';
import { BridgeError } from '../model/errors.ts';
import type { WorkspacePlace } from '../model/workspace.ts';
import { compressed } from './compression.ts';
import { AnswerWithHeaders, type Ask, type Call, type Door, type OperationSpec, Reply, type WireRequest } from './door.ts';
import { refuseForgedWrite } from './forged-write.ts';
import { requestIdOf } from './request-id.ts';
import { type Bound, type Match, makeRouteTable } from './route-table.ts';
import { signInInstead } from './sign-in-redirect.ts';
import { passGuard } from './touched.ts';

/** What the kernel needs of the process around it. */
export interface KernelOptions {
  /** Everything of a context that is the same for all requests. */
  base: BaseContext;
  /** Says who asks. @throws unauthenticated */
  authenticate(request: IncomingMessage): Promise<Actor>;
  /** The one choke point. @throws forbidden */
  authorize(actor: Actor | undefined, right: Right): void;
  /** The workspace a call works in, by the name it gives; undefined for the default one. @throws not_found, invalid, forbidden */
  placeOf(name: string | undefined, actor: Actor | undefined): Promise<WorkspacePlace | undefined>;
  /** What decides on single things for one request. */
  guard(context: GuardContext): Guard;
  /** Scheme, host and prefix under which the caller reaches this server. */
  baseUrlOf(request: IncomingMessage): string;
  /** Called once a request is answered. */
  observe(door: string, operation: string, status: number, seconds: number): void;
  /** Checks an answer against the document; given in tests only. */
  checkAnswer?(operation: OperationSpec, answer: unknown): void;
  /** False where nothing is to be compressed, whatever a door can. */
  compresses?: boolean;
  /** Where an absent operation of a door goes instead, by the door's name, when a real server of its protocol stands behind. */
  upstreams?: Readonly<Record<string, RequestHandler>>;
}

/**
 * Serves every operation of a door. Requests for other paths go on to the next handler. Each operation names the right
 * it needs; one without a right cannot be bound.
 */
export function serveDoor(door: Door, options: KernelOptions): RequestHandler {
  const routes = makeRouteTable(door);
  const upstream = options.upstreams?.[door.name];
  return (request, response, next) => {
    const call: Call = { path: request.path, headers: request.headers };
    let match: Match | undefined;
    try {
      match = routes.find(call.path);
    } catch (error) {
      request.resume();
      const details = { requestId: requestIdOf(request), path: call.path };
      return void send(response, dress(door, door.writeError(toKnownError(error, options.base.log, details), call)));
    }
    if (!match) return next();
    const method = request.method === 'HEAD' && !match.methods.has('HEAD') ? 'GET' : request.method;
    const bound = match.methods.get(method);
    if (!bound) {
      response.set('allow', [...match.methods.keys()].join(', '));
      return send(response, request.method === 'OPTIONS' ? new Reply(200, {}) : methodNotAllowed());
    }
    if (!bound.handler && upstream) void passOn(door, bound, upstream, options, request, response, next);
    else void answerRequest(door, bound, { ...match, call }, options, request, response);
  };
}

/** Sends an absent operation to the server behind, once the caller may do it. */
async function passOn(
  door: Door,
  { operation, right }: Bound,
  upstream: RequestHandler,
  options: KernelOptions,
  ...[request, response, next]: Parameters<RequestHandler>
): Promise<void> {
  const details = { requestId: requestIdOf(request), operation: operation.id };
  const started = performance.now();
  response.once('close', () => {
    const seconds = (performance.now() - started) / 1000;
    options.observe(door.name, operation.id, response.statusCode, seconds);
    options.base.log.debug({ ...details, status: response.statusCode, seconds }, 'passed on');
  });
  try {
    options.authorize(await options.authenticate(request), right);
    await upstream(request, response, next);
  } catch (error) {
    request.resume();
    const reply = door.writeError(toKnownError(error, options.base.log, details), {
      path: request.path,
      headers: request.headers,
    });
    if (response.headersSent) response.destroy();
    else await send(response, reply);
  }
}

/** A request whose path was understood. */
interface Matched {
  parameters: readonly string[];
  version?: string | undefined;
  call: Call;
}

async function answerRequest(
  door: Door,
  bound: Bound,
  matched: Matched,
  options: KernelOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const started = performance.now();
  const requestId = requestIdOf(request);
  const gone = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) gone.abort();
  });
  let reply: Reply;
  try {
    reply = await callHandler(door, bound, matched, options, request, gone.signal);
    if (reply.body instanceof Readable) await begun(reply.body);
  } catch (error) {
    // whatever broke, it broke because the client went away, and there is nobody to tell
    if (gone.signal.aborted) return;
    // what is left of a refused body is read away, or the next request on the connection would never be seen
    request.resume();
    const known = toKnownError(error, options.base.log, { requestId, operation: bound.operation.id });
    const toSignIn = options.base.oidc && signInInstead(known, request, options.baseUrlOf(request));
    reply = toSignIn ?? door.writeError(known, matched.call);
  }
  try {
    reply = dress(door, reply);
    const isPacked = door.compresses && options.compresses !== false;
    await send(response, isPacked ? await compressed(reply, request.headers) : reply);
  } catch (error) {
    // the client went away or the bytes ended early; the connection is closed, there is nobody to tell
    options.base.log.debug({ err: error, requestId, operation: bound.operation.id }, 'answer not delivered');
    response.destroy();
  }
  const seconds = (performance.now() - started) / 1000;
  options.observe(door.name, bound.operation.id, reply.status, seconds);
  options.base.log.debug({ requestId, operation: bound.operation.id, status: reply.status, seconds }, 'answered');
}

async function callHandler(
  door: Door,
  { operation, right, handler, pathNames }: Bound,
  { parameters, version, call }: Matched,
  options: KernelOptions,
  request: IncomingMessage,
  signal: AbortSignal,
): Promise<Reply> {
  const caller = right === 'public' ? undefined : await options.authenticate(request);
  options.authorize(caller, right);
  if (!handler) {
    request.resume();
    return door.writeAbsent(operation, call);
  }
  refuseForgedWrite(request, right, operation.methods);
  const actor = door.admit ? await door.admit(call, caller, options.base) : caller;
  const place = await options.placeOf(door.workspaceOf?.(call, operation), actor);
  const url = request.url ?? '';
  const queryAt = url.indexOf('?');
  const wire: WireRequest = {
    method: request.method ?? 'GET',
    headers: request.headers,
    path: Object.fromEntries(pathNames.map((name, index) => [name, decodeOnce(parameters[index] ?? '')])),
    queryText: queryAt < 0 ? '' : url.slice(queryAt + 1),
    bodyText: operation.body === 'stream' ? '' : await readBody(request, door.maxBodyBytes),
  };
  const perform = async (performed: OperationSpec, its: NonNullable<Bound['handler']>, given: WireRequest): Promise<unknown> => {
    const { path, query, body } = door.read(performed, given);
    const known = { ...options.base, ...place, actor: actor ?? nobody };
    const guard = options.guard(known);
    const reach = await passGuard(guard, performed, [path, query, body]);
    const context: Context = { ...known, guard, reach, signal };
    const input = { path, query, body: performed.body === 'stream' ? request : body, headers: request.headers };
    const { ip: address } = request as Request;
    return its({ ...input, method: given.method, baseUrl: options.baseUrlOf(request), address, version, ask }, context);
  };
  const ask: Ask = async (id, message) => {
    const asked = door.table.operations.find((one) => one.id === id);
    const its = door.handlers[id];
    if (!asked || !its) throw new BridgeError('not_supported', `${id} is not served here.`);
    options.authorize(caller, asked.right as Right);
    const headers = { ...request.headers, 'content-type': 'application/json' };
    const [method = 'get'] = asked.methods;
    const bodyText = JSON.stringify(message);
    return perform(asked, its, { method: method.toUpperCase(), headers, path: {}, queryText: '', bodyText });
  };
  const answer = await perform(operation, handler, wire);
  if (answer instanceof Reply) return answer;
  if (answer instanceof AnswerWithHeaders) {
    options.checkAnswer?.(operation, answer.answer);
    return withHeaders(door.write(operation, answer.answer, call), answer.headers);
  }
  options.checkAnswer?.(operation, answer);
  return door.write(operation, answer, call);
}

function withHeaders(reply: Reply, headers: Readonly<Record<string, string>> | undefined): Reply {
  return headers ? new Reply(reply.status, { ...reply.headers, ...headers }, reply.body) : reply;
}

/** A reply with the headers that all answers of its door have. */
function dress(door: Door, reply: Reply): Reply {
  return withHeaders(reply, door.headers);
}

/** Who acts in an operation that asks for no login. */
const nobody: Actor = { userId: '', name: '', role: 'user' };

/** A path parameter, percent-decoded exactly once. */
function decodeOnce(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (cause) {
    throw new BridgeError('invalid', `The path part ${JSON.stringify(text)} is not valid percent-encoding.`, {
      field: 'path',
      cause,
    });
  }
}

async function readBody(request: IncomingMessage, maxBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  // a body refused in the middle does not end the connection: the answer still has to go out
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxBytes)
      throw new BridgeError('too_large', `The request body has more than ${maxBytes} bytes.`, { field: 'body' });
    chunks.push(chunk);
  }
  const [first] = chunks;
  const whole = chunks.length === 1 && first ? first : Buffer.concat(chunks);
  if (!isUtf8(whole)) throw new BridgeError('invalid', 'The request body is not UTF-8 text.', { field: 'body' });
  return whole.toString('utf8');
}

/** Errors thrown on purpose pass; anything else is logged with its cause and becomes `internal`. */
export function toKnownError(error: unknown, log: Context['log'], details: object): BridgeError {
  if (error instanceof BridgeError) {
    if (error.code === 'internal' || error.code === 'unavailable') log.error({ err: error, ...details }, error.message);
    return error;
  }
  log.error({ err: error, ...details }, 'unexpected error');
  return new BridgeError('internal', 'The server failed on this request; its log has the details under the request id.', {
    cause: error,
  });
}

function methodNotAllowed(): Reply {
  return new Reply(
    405,
    { 'content-type': 'text/html; charset=utf-8' },
    '<!doctype html><title>405</title><h1>Method not allowed</h1>\n',
  );
}

/** Waits for the first bytes: what breaks before them can still be told with a status of its own. @throws what broke */
function begun(body: Readable): Promise<void> {
  if (body.readableLength > 0 || body.readableEnded) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const leave = () => {
      body.off('readable', ready).off('end', ready).off('error', failed).off('close', ready);
    };
    const ready = () => {
      leave();
      resolve();
    };
    const failed = (error: Error) => {
      leave();
      reject(error);
    };
    body.once('readable', ready).once('end', ready).once('error', failed).once('close', ready);
  });
}

/** Writes a reply; bytes are streamed. */
export async function send(response: ServerResponse, reply: Reply): Promise<void> {
  response.statusCode = reply.status;
  for (const [name, value] of Object.entries(reply.headers)) response.setHeader(name, value);
  if (reply.body === undefined || typeof reply.body === 'string' || Buffer.isBuffer(reply.body)) {
    response.end(response.req.method === 'HEAD' ? undefined : reply.body);
    return;
  }
  if (response.req.method === 'HEAD') {
    reply.body.destroy();
    response.end();
    return;
  }
  await pipeline(reply.body, response);
}
