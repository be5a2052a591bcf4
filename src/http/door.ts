import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import type { Context } from '../context.ts';
import type { BridgeError } from '../model/errors.ts';

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
}

/** An answer of which more matters than its JSON: status, headers, text, or bytes to stream. */
export class Reply {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: string | Readable | undefined;

  constructor(status: number, headers: Record<string, string>, body?: string | Readable) {
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

/** The handler of one generated operation: maps in, calls one use case, maps out. Answers with plain data or a {@link Reply}. */
export type Handler<Operation> = (
  input: Input<Fields<Operation, 'path'>, Fields<Operation, 'query'>, JsonBody<Operation>>,
  context: Context,
) => Promise<JsonAnswer<Operation> | AnswerWithHeaders<JsonAnswer<Operation>> | Reply>;

/** A handler for every operation of a generated interface: one missing or misspelt does not compile. */
export type Handlers<Operations> = { [Id in keyof Operations]: Handler<Operations[Id]> };

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
  /** Largest JSON body accepted. */
  maxBodyBytes: number;
  /** Reads path, query and body to the handler's input. @throws invalid */
  read(operation: OperationSpec, request: WireRequest): { path: unknown; query: unknown; body: unknown };
  /** The text of a plain answer, as the protocol writes JSON. */
  write(operation: OperationSpec, answer: unknown): Reply;
  /** The protocol's own form of an error. */
  writeError(error: BridgeError): Reply;
  /** How the original answers an operation it lacks. */
  writeAbsent(operation: OperationSpec): Reply;
}
