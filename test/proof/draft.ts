import { operationTable } from '../../openapi/generated/mlflow.operations.ts';
import type { Call } from '../conformance/mlflow/cases/case.ts';

/** What the generated table says about a field; a text names a primitive or another message. */
export type Shape = string | { [form: string]: unknown };

/** An operation of the generated table. */
export interface Operation {
  id: string;
  path: string;
  methods: readonly string[];
  twin: boolean;
  path_fields: readonly string[];
  query: Readonly<Record<string, Shape>>;
  body: string | null;
}

const operations = new Map<string, Operation>(
  operationTable.operations.map((operation) => [operation.id, operation as unknown as Operation]),
);
const messages: Readonly<Record<string, Shape>> = operationTable.messages;

/** A request in terms of its operation's fields, not yet a request of the wire. */
export interface Draft {
  operation: string;
  fields: Readonly<Record<string, unknown>>;
  headers?: Readonly<Record<string, string>>;
  /** What is learnt when both servers do it: ids in the answer by dotted path, and names that we chose. */
  learn?: readonly { kind: string; at: string }[];
  know?: readonly { kind: string; text: string }[];
  /** Dotted paths of fields never damaged, since they keep sequences apart. */
  guarded?: readonly string[];
  /** Dotted paths of fields that hold a name no other sequence may use, however it is damaged. */
  own?: readonly string[];
}

/** @throws Error for a name that is not in the table */
export function operationNamed(id: string): Operation {
  const operation = operations.get(id);
  if (!operation) throw new Error(`MLflow's door has no operation ${id}.`);
  return operation;
}

/** Resolves names of messages. */
export function resolve(shape: Shape): Shape {
  const message = typeof shape === 'string' ? messages[shape] : undefined;
  return message === undefined ? shape : resolve(message);
}

/** The fields an operation reads, from path, query or body. */
export function fieldsOf(operation: Operation): Readonly<Record<string, Shape>> {
  const body = operation.body === null ? undefined : resolve(operation.body);
  const fields = typeof body === 'object' ? (body['fields'] as Record<string, Shape> | undefined) : undefined;
  const inPath = Object.fromEntries(operation.path_fields.map((name) => [name, 'string']));
  return { ...inPath, ...operation.query, ...fields };
}

/** A request of the wire, in the form the hand-written cases have. */
export function toCall({ operation: id, fields, headers, learn = [] }: Draft, keep: Readonly<Record<string, string>>): Call {
  const operation = operationNamed(id);
  const path = operation.path.replace(/\{(\w+)(?::\w+)?\}/g, (_, name: string) => encoded(fields[name] ?? ''));
  const method = (operation.methods[0] ?? 'get').toUpperCase();
  const kept = learn.length === 0 ? {} : { keep: { ...keep } };
  const sent = Object.entries(fields).filter(([name, value]) => value !== undefined && !isInPathOnly(operation, name));
  const more = { ...kept, ...(headers && { headers: { ...headers } }) };
  if (operation.body !== null) return { send: `${method} ${path}`, body: Object.fromEntries(sent), ...more };
  const query = sent.flatMap(([name, value]) => [value].flat().map((item) => `${name}=${encoded(item)}`)).join('&');
  return { send: `${method} ${path}${query && `?${query}`}`, ...more };
}

/** Some bodies repeat a field of their path; whatever else is in the path stays out of body and query. */
function isInPathOnly(operation: Operation, name: string): boolean {
  if (!operation.path_fields.includes(name)) return false;
  const body = operation.body === null ? undefined : resolve(operation.body);
  return !(typeof body === 'object' && name in ((body['fields'] as object | undefined) ?? {}));
}

/** Names of kept values (`$run1`) stay readable for the one who sends. */
function encoded(value: unknown): string {
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return encodeURIComponent(text).replaceAll('%24', '$');
}
