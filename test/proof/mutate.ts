import type { Chance } from './chance.ts';
import { type Draft, fieldsOf, type Operation, resolve, type Shape } from './draft.ts';
import { NONCE_CHARACTERS } from './world.ts';

/** What was done to a valid request. */
export type Damage = 'missing' | 'null' | 'wrong type' | 'boundary' | 'unknown field';

/** A request with one field damaged. */
export interface Mutated {
  fields: Record<string, unknown>;
  /** Dotted path of the field. */
  at: string;
  damage: Damage;
}

/** Texts at and past limits of length, and such as some layer may read as more than text. */
export const awkwardTexts: readonly string[] = [
  '',
  ' ',
  'ünïcode / 試験 🎉',
  ...[250, 251, 255, 256, 500, 501, 1000, 1001, 5000, 5001, 6000, 6001, 8000, 8001].map((length) => 'x'.repeat(length)),
  "'); drop table runs; --",
  '%_\\',
  'two\nlines\tand a tab',
  '../../etc/passwd',
  '..',
  '.',
  'a/b',
  'a:b',
  'a//b/',
  'a.b.c',
  'true',
  'null',
  '0',
  '{"json": [1]}',
  '<script>alert(1)</script>',
];
const awkwardIntegers = [0, -1, 1, 7, 2147483647, '12', 5.0];
const beyond32Bits = [2147483648, -2147483649, 9007199254740991, '9223372036854775807'];
const awkwardDoubles = ['NaN', 'Infinity', '-Infinity', 0, -0, 1e308, -1e308, 5e-324, 1e-7, 1e16, 123456789.125, '2.5', '-1e3'];

const wrongTypes = {
  text: [7, true, {}, ['x'], { a: 1 }],
  integer: ['abc', 1.5, [], {}, '9223372036854775808'],
  small: ['abc', 1.5, [], {}, ...beyond32Bits],
  double: ['abc', [], {}],
  boolean: ['yes', 7, [], {}],
  enum: [true, {}, [], 1.5],
  list: ['text', 5, { a: 1 }, [null], [[]]],
  message: ['text', 5, [], [1]],
} as const;

type ShapeKind = keyof typeof wrongTypes;

function kindOf(shape: Shape): ShapeKind | undefined {
  if (typeof shape === 'object') {
    if ('enum' in shape) return 'enum';
    if ('items' in shape) return 'list';
    if ('fields' in shape || 'values' in shape) return 'message';
    if ('nullable' in shape) return kindOf(resolve(shape['nullable'] as Shape));
    return undefined;
  }
  if (shape === 'int32') return 'small';
  if (shape === 'int64' || shape === 'integer') return 'integer';
  if (shape === 'string') return 'text';
  if (shape === 'object') return 'message';
  return shape === 'double' || shape === 'boolean' ? shape : undefined;
}

function boundary(shape: Shape, kind: ShapeKind, chance: Chance, now: unknown): unknown {
  if (kind === 'text') return chance.one(awkwardTexts);
  if (kind === 'small') return chance.one(awkwardIntegers);
  if (kind === 'integer') return chance.one([...awkwardIntegers, ...beyond32Bits]);
  if (kind === 'double') return chance.one(awkwardDoubles);
  if (kind === 'boolean') return chance.one([true, false]);
  if (kind === 'enum') {
    const numbers = (shape as { enum: Record<string, number> }).enum;
    const names = Object.keys(numbers);
    return chance.one([...names, ...names.map((name) => name.toLowerCase()), ...Object.values(numbers), 'BOGUS', '', 99]);
  }
  if (kind === 'list') {
    const items = Array.isArray(now) ? now : [];
    return chance.one([[], [...items, ...items], items.slice(0, 1)]);
  }
  return {};
}

/** Fields, by dotted path, that are left whole or whose texts stay those of the sequence. */
interface Limits {
  guarded: readonly string[];
  own: readonly string[];
  isQuery: boolean;
}

/** Damages one field of a request, at any depth that the request has. In a query everything is text. */
export function mutate(operation: Operation, { fields, guarded = [], own = [] }: Draft, chance: Chance): Mutated {
  return mutateFields(fieldsOf(operation), fields, chance, { guarded, own, isQuery: operation.body === null }, '');
}

function mutateFields(
  shapes: Readonly<Record<string, Shape>>,
  fields: Readonly<Record<string, unknown>>,
  chance: Chance,
  limits: Limits,
  path: string,
): Mutated {
  const open = Object.keys(shapes).filter((name) => !limits.guarded.includes(path + name));
  const present = open.filter((name) => fields[name] !== undefined);
  const names = present.length > 0 && chance.happens(0.8) ? present : open;
  if (names.length === 0) return { fields: { ...fields, unknown_field: 1 }, at: `${path}unknown_field`, damage: 'unknown field' };
  const name = chance.one(names);
  const shape = resolve(shapes[name] ?? 'any');
  const now = fields[name];
  const inside = limits.isQuery ? undefined : intoIt(shape, now, chance);
  if (inside) {
    const deeper = mutateFields(inside.shapes, inside.fields, chance, limits, `${path}${name}.`);
    return { ...deeper, fields: { ...fields, [name]: inside.put(deeper.fields) } };
  }
  const { value, damage } = damaged(shape, now, chance, limits.isQuery);
  const isOwn = limits.own.includes(path + name) && typeof value === 'string';
  return { fields: { ...fields, [name]: isOwn ? ownName(value) : value }, at: path + name, damage };
}

/** The text as no other sequence has it, of the same length where that matters. */
function ownName(text: string): string {
  if (/^[\s.]*$/.test(text)) return text;
  return text.length > 50 ? `${text.slice(NONCE_CHARACTERS)}$nonce` : `${text} $nonce`;
}

/** The message to go into: the field's own, or that of one of its items. */
function intoIt(shape: Shape, now: unknown, chance: Chance) {
  if (typeof shape !== 'object' || !chance.happens(0.7)) return undefined;
  if ('fields' in shape && isRecord(now)) {
    return { shapes: shape['fields'] as Record<string, Shape>, fields: now, put: (fields: unknown) => fields };
  }
  if (!('items' in shape) || !Array.isArray(now) || now.length === 0) return undefined;
  const item = resolve(shape['items'] as Shape);
  const index = chance.below(now.length);
  const fields: unknown = now[index];
  if (typeof item !== 'object' || !('fields' in item) || !isRecord(fields)) return undefined;
  return { shapes: item['fields'] as Record<string, Shape>, fields, put: (changed: unknown) => now.with(index, changed) };
}

function damaged(shape: Shape, now: unknown, chance: Chance, isQuery: boolean): { value: unknown; damage: Damage } {
  const kind = kindOf(shape);
  const roll = chance.next();
  if (roll < 0.2) return { value: undefined, damage: 'missing' };
  if (!kind) return { value: chance.one([null, 'text', 7, [], {}]), damage: 'boundary' };
  if (roll < 0.3 && !isQuery) return { value: null, damage: 'null' };
  if (roll < 0.6 && (!isQuery || kind === 'integer' || kind === 'small' || kind === 'boolean')) {
    const values = isQuery ? ['abc', '1.5', '', 'yes', ...(kind === 'small' ? beyond32Bits : [])] : wrongTypes[kind];
    return { value: chance.one<unknown>(values), damage: 'wrong type' };
  }
  return { value: boundary(shape, kind, chance, now), damage: 'boundary' };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
