import type { OperationSpec, OperationTable, WireRequest } from '../../../src/http/door.ts';
import { invalid, show } from '../../../src/model/errors.ts';
import { readJsonObject } from './json.ts';

/** Reads one value to what handlers get. Undefined stands for "not there", as null does on the wire. */
type Reader = (value: unknown, field: string) => unknown;

/** Reading digits takes longer than in proportion to their number: many more than 64 bits have are not even tried. */
const WHOLE = /^[+-]?\d{1,100}$/;
const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;
const nonFinite: ReadonlyMap<string, number> = new Map([
  ['NaN', Number.NaN],
  ['Infinity', Infinity],
  ['-Infinity', -Infinity],
  ['inf', Infinity],
  ['-inf', -Infinity],
]);

function wrong(field: string, value: unknown, wanted: string): never {
  throw invalid(field, `The field ${field} must be ${wanted}, not ${show(value)}.`);
}

function readWhole(value: unknown, field: string, bits: number): bigint {
  let whole: bigint | undefined;
  if (typeof value === 'bigint') whole = value;
  else if (typeof value === 'number' && Number.isInteger(value)) whole = BigInt(value);
  else if (typeof value === 'string' && WHOLE.test(value)) whole = BigInt(value);
  if (whole === undefined || BigInt.asIntN(bits, whole) !== whole) return wrong(field, value, `a whole number of ${bits} bits`);
  return whole;
}

function readDouble(value: unknown, field: string): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint' || typeof value === 'boolean') return Number(value);
  if (typeof value === 'string') {
    const special = nonFinite.get(value);
    if (special !== undefined) return special;
    if (DECIMAL.test(value)) return Number(value);
  }
  return wrong(field, value, 'a number');
}

function readBoolean(value: unknown, field: string): boolean {
  if (typeof value === 'boolean') return value;
  if (value === 0 || value === 1) return value === 1;
  if (typeof value === 'string' && /^(true|false)$/i.test(value)) return value.toLowerCase() === 'true';
  return wrong(field, value, 'true or false');
}

/** The database holds every Unicode text but one with U+0000 in it; half a surrogate pair would come back as U+FFFD. */
function readText(value: unknown, field: string): string {
  if (typeof value !== 'string') return wrong(field, value, 'a text');
  if (!value.isWellFormed()) return wrong(field, value, 'a text of whole Unicode characters');
  return value.includes('\0') ? wrong(field, value, 'a text without U+0000') : value;
}

const scalars: Readonly<Record<string, Reader>> = {
  string: readText,
  int64: (value, field) => readWhole(value, field, 64),
  int32: (value, field) => Number(readWhole(value, field, 32)),
  double: readDouble,
  boolean: readBoolean,
  object: (value) => value,
  any: (value) => value,
};

/** Enums by name or number; a name nobody knows counts as absent, as in the original. */
function enumReader(numbers: Readonly<Record<string, number>>): Reader {
  const names = new Map(Object.entries(numbers).map(([name, number]) => [number, name]));
  return (value, field) => {
    if (typeof value === 'number') return names.get(value);
    if (typeof value !== 'string') return wrong(field, value, `one of ${Object.keys(numbers).join(', ')}`);
    if (WHOLE.test(value)) return names.get(Number(value));
    return Object.hasOwn(numbers, value) ? value : undefined;
  };
}

function camelCase(name: string): string {
  return name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** Makes readers from the schemas of an operation table, each on first use. */
export class MessageReader {
  readonly #messages: OperationTable['messages'];
  readonly #readers = new Map<string, Reader>();

  constructor(messages: OperationTable['messages']) {
    this.#messages = messages;
  }

  /** The reader of a schema in the table's compact form. */
  readerOf(schema: unknown): Reader {
    if (typeof schema === 'string') return scalars[schema] ?? this.#message(schema);
    const {
      items,
      values,
      fields,
      nullable,
      enum: numbers,
    } = schema as {
      items?: unknown;
      values?: unknown;
      fields?: Record<string, unknown>;
      nullable?: unknown;
      enum?: Record<string, number>;
    };
    if (nullable !== undefined) return this.readerOf(nullable);
    if (items !== undefined) return listReader(this.readerOf(items));
    if (values !== undefined) return mapReader(this.readerOf(values));
    if (fields) return this.#fieldsReader(fields);
    return enumReader(numbers ?? {});
  }

  #message(name: string): Reader {
    const made = this.#readers.get(name);
    if (made) return made;
    // a message may hold itself: look the reader up when it is needed
    this.#readers.set(name, (value, field) => (this.#readers.get(name) as Reader)(value, field));
    const reader = this.readerOf(this.#messages[name] ?? 'any');
    this.#readers.set(name, reader);
    return reader;
  }

  #fieldsReader(fields: Readonly<Record<string, unknown>>): Reader {
    const readers = Object.entries(fields).map(([name, schema]) => ({
      name,
      camel: camelCase(name),
      read: this.readerOf(schema),
      // null says something else than "not there" in few messages
      keepsNull: typeof schema === 'object' && schema !== null && 'nullable' in schema,
    }));
    return (value, field) => {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrong(field, value, 'a JSON object');
      const source = value as Record<string, unknown>;
      const message: Record<string, unknown> = {};
      for (const { name, camel, read, keepsNull } of readers) {
        let given = source[name];
        if (camel !== name && source[camel] !== undefined) {
          if (given !== undefined) throw invalid(name, `The field ${name} is given twice, as ${name} and as ${camel}.`);
          given = source[camel];
        }
        if (given === null && keepsNull) message[name] = null;
        if (given === undefined || given === null) continue;
        const made = read(given, name);
        if (made !== undefined) message[name] = made;
      }
      return message;
    };
  }
}

function listReader(item: Reader): Reader {
  return (value, field) => {
    if (!Array.isArray(value)) return wrong(field, value, 'a list');
    return value.map((element, index) => {
      if (element === null) return wrong(`${field}[${index}]`, element, 'a value');
      return item(element, `${field}[${index}]`);
    });
  };
}

/** Keys of a map are texts that somebody chose, `__proto__` perhaps. */
function mapReader(item: Reader): Reader {
  return (value, field) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrong(field, value, 'a JSON object');
    return Object.fromEntries(
      Object.entries(value).map(([key, element]) => {
        if (element === null) return wrong(`${field}[${show(key)}]`, element, 'a value');
        return [readText(key, `key of ${field}`), item(element, `${field}[${show(key)}]`)];
      }),
    );
  };
}

/** The query string as a message: repeated names make lists. */
function queryObject(text: string, schema: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const values = new URLSearchParams(text);
  const message: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(schema)) {
    const given = values.getAll(name);
    if (given.length === 0) continue;
    message[name] = typeof field === 'object' && field !== null && 'items' in field ? given : given[0];
  }
  return message;
}

/** @throws invalid for a field that is required and not there, null or the empty text */
function demand(message: Record<string, unknown>, required: readonly string[]): void {
  for (const field of required) {
    const value = message[field];
    if (value === undefined || value === '')
      throw invalid(field, `The field ${field} is required and was ${show(value ?? null)}.`);
  }
}

/**
 * Reads a request of the MLflow door to its message: GET from the query string (or the body, when there is no query), other
 * methods from a JSON body. Names may be snake_case or lowerCamelCase, numbers may be texts, unknown fields are ignored.
 * @throws invalid for a wrong type, a missing required field or a content type that is not JSON
 * @see MLflow 3.17.2, parsing of protobuf messages in its server handlers
 */
export function makeRequestReader(table: OperationTable) {
  const reader = new MessageReader(table.messages);
  return (operation: OperationSpec, request: WireRequest) => {
    let query: Record<string, unknown> = {};
    let body: Record<string, unknown> | undefined;
    const readsQuery =
      request.method === 'GET' || request.method === 'HEAD' || operation.body === null || operation.body === 'stream';
    if (readsQuery) {
      const given = request.queryText === '' && request.bodyText !== '' ? readJsonObject(request.bodyText) : undefined;
      const schema =
        request.method === 'GET' && typeof operation.body === 'string' && operation.body !== 'stream'
          ? operation.body
          : { fields: operation.query };
      const fields = typeof schema === 'string' ? fieldsOf(table, schema) : operation.query;
      query = reader.readerOf(schema)(given ?? queryObject(request.queryText, fields), 'query') as Record<string, unknown>;
    } else {
      checkContentType(request);
      body = reader.readerOf(operation.body)(
        request.bodyText.trim() === '' ? {} : readJsonObject(request.bodyText),
        'body',
      ) as Record<string, unknown>;
    }
    const message = body ?? query;
    // older clients name a run by its former field
    if (message['run_id'] === undefined && message['run_uuid'] !== undefined) message['run_id'] = message['run_uuid'];
    demand(message, operation.required);
    // an operation bound to two methods gives its handler one place to look
    if (readsQuery && operation.body !== null && operation.body !== 'stream') body = query;
    return { path: request.path, query, body };
  };
}

function fieldsOf(table: OperationTable, name: string): Readonly<Record<string, unknown>> {
  const message = table.messages[name];
  return typeof message === 'object' && message !== null && 'fields' in message
    ? (message.fields as Record<string, unknown>)
    : {};
}

function checkContentType({ method, headers }: WireRequest): void {
  if (method !== 'POST' && method !== 'PUT') return;
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') {
    throw invalid('content-type', `The header Content-Type must be application/json, not ${show(type ?? null)}.`);
  }
}
