import type { Bindings } from './bindings.ts';

/** One expression rows are sorted by. Null only beside an earlier key that tells null rows from the others. */
export interface SortKey {
  expression: string;
  type: 'int4' | 'int8' | 'float8' | 'text' | 'uuid' | 'timestamptz';
  descending?: boolean;
  /** Where the index that serves the order has its nulls, when that is not where Postgres puts them by itself. */
  nulls?: 'first' | 'last';
}

/** Values of a row's sort keys, as Postgres writes them. */
export type Place = readonly (string | null)[];

/** Whether a text is a value of a type, in the form Postgres writes it. */
const fits: Readonly<Record<SortKey['type'], (text: string) => boolean>> = {
  int4: (text) => /^\d{1,9}$/.test(text),
  int8: (text) => /^-?\d{1,19}$/.test(text) && BigInt.asIntN(64, BigInt(text)) === BigInt(text),
  float8: (text) => /^(NaN|-?Infinity)$/.test(text) || (/^-?\d+(\.\d+)?(e[+-]?\d+)?$/.test(text) && isDouble(Number(text), text)),
  text: (text) => !text.includes('\0'),
  timestamptz: (text) => /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/.test(text),
  uuid: (text) => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(text),
};

/** Neither beyond the largest double nor lost below the smallest. */
function isDouble(value: number, text: string): boolean {
  return Number.isFinite(value) && (value !== 0 || /^-?0(\.0+)?(e|$)/.test(text));
}

/** Whether a place, which came from outside, can belong to these keys. */
export function fitsKeys(place: Place, keys: readonly SortKey[]): boolean {
  return (
    place.length === keys.length &&
    keys.every(({ type }, at) => {
      const value = place[at];
      return typeof value !== 'string' || fits[type](value);
    })
  );
}

/** `order by` list of some keys. */
export function sortList(keys: readonly SortKey[]): string {
  const direction = ({ descending, nulls }: SortKey) => `${descending ? ' desc' : ''}${nulls ? ` nulls ${nulls}` : ''}`;
  return keys.map((key) => key.expression + direction(key)).join(', ');
}

/** Array of the keys' values, by which the next page finds its place. */
export function placeOf(keys: readonly SortKey[]): string {
  return `array[${keys.map(({ expression }) => `(${expression})::text`).join(', ')}]`;
}

/** Condition of the rows that come after a place. The first key is bounded by itself, so that an index on it is entered there. */
export function afterPlace(keys: readonly SortKey[], place: Place, bindings: Bindings): string {
  const known = keys.flatMap((key, at) => {
    const value = place[at];
    return typeof value === 'string' ? [{ ...key, bound: bindings.bind(value, key.type) }] : [];
  });
  const [first] = known;
  if (!first) return 'false';
  const condition = known.reduceRight((rest, { expression, descending, bound }) => {
    const beyond = `${expression} ${descending ? '<' : '>'} ${bound}`;
    return rest === '' ? beyond : `(${beyond} or ${expression} = ${bound} and ${rest})`;
  }, '');
  return `${first.expression} ${first.descending ? '<=' : '>='} ${first.bound} and ${condition}`;
}
