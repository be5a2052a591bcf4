import { operationTable } from '../../../openapi/generated/clearml.operations.ts';
import { show } from '../../../src/model/errors.ts';
import { wrongField } from '../errors.ts';

/** Reads one value to what handlers get. */
type Reader = (value: unknown, field: string) => unknown;

type Schema =
  | string
  | { fields: Record<string, Schema> }
  | { items: Schema }
  | { values: Schema }
  | { nullable: Schema }
  | { least: number }
  | { enum: Record<string, number> };

const messages: Readonly<Record<string, Schema>> = operationTable.messages;

function wrong(field: string, value: unknown, wanted: string): never {
  throw wrongField(field, `It must be ${wanted}, not ${show(value)}.`);
}

function readWhole(value: unknown, field: string): number {
  if (typeof value === 'number' && Number.isInteger(value)) return value;
  if (typeof value === 'string' && /^[+-]?\d{1,15}$/.test(value)) return Number(value);
  return wrong(field, value, 'a whole number');
}

/** Numbers that are no numbers come as texts, see {@link readBody}. */
const nonFinite: ReadonlySet<unknown> = new Set(['NaN', 'Infinity', '-Infinity']);

function readNumber(value: unknown, field: string): number {
  if (typeof value === 'number') return value;
  if (nonFinite.has(value) || (typeof value === 'string' && /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(value))) return Number(value);
  return wrong(field, value, 'a number');
}

function readBoolean(value: unknown, field: string): boolean {
  if (typeof value === 'boolean') return value;
  if (value === 0 || value === 1) return value === 1;
  if (typeof value === 'string' && /^(true|false)$/i.test(value)) return value.toLowerCase() === 'true';
  return wrong(field, value, 'true or false');
}

function readObject(value: unknown, field: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  return wrong(field, value, 'an object');
}

const scalars: Readonly<Record<string, Reader>> = {
  string: (value, field) => (typeof value === 'string' ? value : wrong(field, value, 'a text')),
  integer: readWhole,
  number: readNumber,
  boolean: readBoolean,
  object: readObject,
  any: (value) => value,
};

const named = new Map<string, Reader>();

/** The reader of a schema in the table's compact form; those of named schemas are made on first use. */
export function readerOf(schema: Schema): Reader {
  if (typeof schema === 'string') return scalars[schema] ?? namedReader(schema);
  if ('fields' in schema) return fieldsReader(schema.fields);
  if ('items' in schema) return listReader(readerOf(schema.items));
  if ('values' in schema) return valuesReader(readerOf(schema.values));
  if ('nullable' in schema) return nullableReader(readerOf(schema.nullable));
  if ('least' in schema) return leastReader(schema.least);
  return enumReader(schema.enum);
}

function namedReader(name: string): Reader {
  const made = named.get(name);
  if (made) return made;
  // a schema may hold itself: look its reader up when it is needed
  named.set(name, (value, field) => (named.get(name) as Reader)(value, field));
  const reader = readerOf(messages[name] ?? 'any');
  named.set(name, reader);
  return reader;
}

/**
 * Reads the declared fields of an object in place and leaves the others as they are: nobody is refused for sending more, and the
 * filters of a listing are named by no document. A null counts as not there.
 */
function fieldsReader(fields: Readonly<Record<string, Schema>>): Reader {
  const readers = Object.entries(fields).map(([name, schema]) => ({
    name,
    read: readerOf(schema),
    takesNull: typeof schema === 'object' && 'nullable' in schema,
  }));
  return (value, field) => {
    const message = readObject(value, field);
    for (const { name, read, takesNull } of readers) {
      const given = message[name];
      if (given === undefined) continue;
      if (given === null && !takesNull) delete message[name];
      else message[name] = read(given, field === '' ? name : `${field}.${name}`);
    }
    return message;
  };
}

function listReader(read: Reader): Reader {
  return (value, field) => {
    if (!Array.isArray(value)) return wrong(field, value, 'a list');
    for (const [index, item] of value.entries()) value[index] = read(item, `${field}[${index}]`);
    return value;
  };
}

function valuesReader(read: Reader): Reader {
  return (value, field) => {
    const map = readObject(value, field);
    for (const [key, item] of Object.entries(map)) {
      if (item === null) delete map[key];
      else map[key] = read(item, `${field}.${key}`);
    }
    return map;
  };
}

function nullableReader(read: Reader): Reader {
  return (value, field) => (value === null ? null : read(value, field));
}

function leastReader(least: number): Reader {
  return (value, field) => {
    const number = readWhole(value, field);
    return number >= least ? number : wrong(field, value, `${least} or more`);
  };
}

function enumReader(names: Readonly<Record<string, number>>): Reader {
  return (value, field) =>
    typeof value === 'string' && Object.hasOwn(names, value)
      ? value
      : wrong(field, value, `one of ${Object.keys(names).join(', ')}`);
}
