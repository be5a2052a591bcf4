import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import type { Actor, BaseContext, Context } from '../context.ts';
import type { BridgeError } from '../model/errors.ts';

/** One of the things that a message names, as the operation table says it. */
export interface Touched {
  kind: string;
  at: string;
  needs?: string;
}

/** One entry of a generated operation table. */
export interface OperationSpec {
  id: string;
  family: string | undefined;
  /** Path with `{name}` parts; `{artifact_path}` takes the rest of the path, slashes included. */
  path: string;
  methods: readonly string[];
  /** Also served where the door's second prefix stands. */
  twin: boolean;
  right: string | null;
  /**
   * The things that the message names and that rights are asked on, `at` being the field (of path, query or body; `a.b` for a field in a
   * field, `a[].b` for one of each of a list, `a=x` for x where the field is not there, `a+b` for both joined by a slash), `needs` the
   * permission where it is not that of the operation. `listed`, alone or among
   * them: the answer has only what the caller may read, by `context.reach`. `own`: the handler reads what the body names and demands
   * the rights itself. `none`: it concerns nothing that rights are given on. Null for operations that are not served.
   */
  on: readonly Touched[] | string | null;
  /** The permission asked on them, where it is not what the right says: `read` for read, `edit` for write. */
  needs?: string | undefined;
  required: readonly string[];
  path_fields: readonly string[];
  query: Readonly<Record<string, unknown>>;
  /** Schema of the JSON body, `stream` for raw bytes, `text` for a text that its handler reads, null for none. */
  body: unknown;
  /** The lowest version of the protocol that has the operation, where its paths name versions. */
  since?: string;
}

/** A generated operation table: the operations and the named messages their schemas refer to. */
export interface OperationTable {
  operations: readonly OperationSpec[];
  messages: Readonly<Record<string, unknown>>;
}

/** A request as it came, path parameters decoded once, nothing else read. */
export interface WireRequest {
  method: string;
  headers: IncomingHttpHeaders;
  path: Readonly<Record<string, string>>;
  /** The query string without its question mark. */
  queryText: string;
  /** Whole body text of a JSON operation; empty for a stream. */
  bodyText: string;
}

/** What a handler receives: the message as the door read it, already checked for types and required fields. */
export interface Input<Path = unknown, Query = unknown, Body = unknown> {
  path: Path;
  query: Query;
  body: Body;
  /** For the few operations where headers matter (ranges, conditional requests, host names in links). */
  headers: IncomingHttpHeaders;
  method: string;
  /** Scheme, host and prefix under which the caller reaches this server, without a trailing slash. */
  baseUrl: string;
  /** Network address of the caller, as far as a trusted proxy tells it. */
  address?: string | undefined;
  /** Version of the interface the caller asked for, such as `2.23`; undefined where the path names none. */
  version?: string | undefined;
  ask: Ask;
}

/**
 * Carries out another operation of the same door for the same caller, with the same checks as if it had been called by itself; for
 * operations that are made of others.
 * @param message its fields, as JSON has them
 * @returns the answer of its handler
 * @throws not_supported when it is absent, and what its checks and its handler throw
 */
export type Ask = (operationId: string, message: object) => Promise<unknown>;

/** What is known of a call before its body is read; for protocols whose answers speak of the call. */
export interface Call {
  /** Path without the query. */
  path: string;
  headers: IncomingHttpHeaders;
}

/** An answer of which more matters than its JSON: status, headers, text, or bytes to stream. */
export class Reply {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: string | Buffer | Readable | undefined;

  constructor(status: number, headers: Record<string, string>, body?: string | Buffer | Readable) {
    this.status = status;
    this.headers = headers;
    this.body = body;
  }
}

/** A plain answer that goes out with headers besides those of the door, such as a cookie. */
export class AnswerWithHeaders<Answer> {
  readonly answer: Answer;
  readonly headers: Record<string, string>;

  constructor(answer: Answer, headers: Record<string, string>) {
    this.answer = answer;
    this.headers = headers;
  }
}

type Given<T> = [NonNullable<T>] extends [never] ? Record<string, never> : NonNullable<T>;
type Fields<T, K extends 'path' | 'query'> = T extends { parameters: infer P }
  ? K extends keyof P
    ? Given<P[K]>
    : never
  : never;
type JsonBody<T> = T extends { requestBody: { content: infer C } }
  ? C extends { 'application/json': infer J }
    ? J
    : C extends { 'application/octet-stream': unknown }
      ? Readable
      : C extends { 'application/json-lines': infer L }
        ? L
        : undefined
  : undefined;
type JsonAnswer<T> = T extends { responses: { 200: { content: { 'application/json': infer J } } } } ? J : never;

/**
 * The handler of one generated operation: maps in, calls one use case, maps out. Answers with plain data, an
 * {@link AnswerWithHeaders} or a {@link Reply}.
 */
export type Handler<Operation> = (
  input: Input<Fields<Operation, 'path'>, Fields<Operation, 'query'>, JsonBody<Operation>>,
  context: Context,
) => Promise<JsonAnswer<Operation> | AnswerWithHeaders<JsonAnswer<Operation>> | Reply>;

/** A handler for every operation of a generated interface: one missing or misspelt does not compile. */
export type Handlers<Operations> = { [Id in keyof Operations]: Handler<Operations[Id]> };

/** What a path of a protocol without fixed paths says. */
export interface Route {
  operationId: string;
  /** Version of the interface that the path asks for. */
  version: string | undefined;
}

/** One protocol as the kernel sees it. */
export interface Door {
  /** Used in logs and metrics. */
  name: string;
  table: OperationTable;
  // biome-ignore lint/suspicious/noExplicitAny: each handler is typed where it is listed; the kernel only passes data through
  handlers: Readonly<Record<string, (input: Input<any, any, any>, context: Context) => Promise<unknown>>>;
  /** Operations not served, and why. */
  absent: Readonly<Record<string, string>>;
  /** Every path an operation is bound to, for instance with its twin prefix. */
  pathsOf(operation: OperationSpec): string[];
  /**
   * Finds operations by a rule instead of by `pathsOf`; each is then called by any method. Undefined for a path of somebody else.
   * @throws what a caller is told about a path of this protocol that leads nowhere
   */
  route?(path: string): Route | undefined;
  /**
   * The last word on a call before its body is read: refuses it, or says as whom it is carried out.
   * @param actor who was authenticated; undefined for a public operation
   */
  admit?(call: Call, actor: Actor | undefined, context: BaseContext): Promise<Actor | undefined>;
  /** Name of the workspace a call asks for; undefined when it names none. */
  workspaceOf?(call: Call, operation: OperationSpec): string | undefined;
  /** Headers of every answer. */
  headers?: Readonly<Record<string, string>>;
  /** Whether answers are compressed for callers that understand it. */
  compresses?: boolean;
  /** Largest JSON body accepted. */
  maxBodyBytes: number;
  /** Reads path, query and body to the handler's input. @throws invalid */
  read(operation: OperationSpec, request: WireRequest): { path: unknown; query: unknown; body: unknown };
  /** The text of a plain answer, as the protocol writes JSON. */
  write(operation: OperationSpec, answer: unknown, call: Call): Reply;
  /** The protocol's own form of an error. */
  writeError(error: BridgeError, call: Call): Reply;
  /** How the original answers an operation it lacks. */
  writeAbsent(operation: OperationSpec, call: Call): Reply;
}
