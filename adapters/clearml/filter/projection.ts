import { show } from '../../../src/model/errors.ts';
import { ApiError } from '../errors.ts';
import { unescapeName } from './escaped-name.ts';
import { givenTexts } from './given.ts';

/** Which fields of a document a request wants. */
export interface Projection {
  /** Whether a field, or anything in it, is wanted: `execution` is when `execution.artifacts` is. */
  wants(path: string): boolean;
  /** Whether fields that are hidden by default were asked for by name. */
  names(path: string): boolean;
  /** Parts of the paths asked for below a field; undefined when all of it is wanted. */
  below(field: string): readonly (readonly string[])[] | undefined;
  /** Whether nothing but some fields is asked for. */
  isWithin(fields: ReadonlySet<string>): boolean;
  /** The fields wanted of a document. */
  cut<Document extends object>(document: Document): Document;
}

/** Which paths there are: `true` for a value or a map with keys of its own, a list for the parts of a known structure. */
export type KnownPaths = Readonly<Record<string, true | readonly string[]>>;

function isWithin(path: string, outer: string): boolean {
  return path === outer || path.startsWith(`${outer}.`);
}

function checkPath(path: string, known: KnownPaths): void {
  const [first = '', second] = path.split('.');
  const parts = Object.hasOwn(known, first) ? known[first] : undefined;
  if (parts === undefined || (parts !== true && second !== undefined && !parts.includes(second))) {
    throw new ApiError(400, 14, `Invalid fields (only_fields names ${show(path)}, which is no field here)`, { field: path });
  }
}

/** Parts of a path; in those that users named, dots are escaped. */
function partsOf(path: string): string[] {
  return path.split('.').map(unescapeName);
}

/** A tree of paths; true takes everything below. */
interface PathTree {
  [part: string]: true | PathTree;
}

/** Without a prototype: users name params as they like, `__proto__` too. */
function emptyTree(): PathTree {
  return Object.create(null) as PathTree;
}

function treeOf(paths: readonly string[]): PathTree {
  const root = emptyTree();
  for (const path of paths) {
    let at = root;
    const parts = partsOf(path);
    for (const [index, part] of parts.entries()) {
      const there = Object.hasOwn(at, part) ? at[part] : undefined;
      if (there === true) break;
      if (index === parts.length - 1) at[part] = true;
      else {
        const next = there ?? emptyTree();
        at[part] = next;
        at = next;
      }
    }
  }
  return root;
}

/** Values keep their place in lists: a path goes through every item. */
function keep(value: unknown, tree: PathTree): unknown {
  if (Array.isArray(value)) return value.map((item) => keep(item, tree));
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  const kept = Object.entries(value).flatMap(([key, inner]) => {
    const below = Object.hasOwn(tree, key) ? tree[key] : undefined;
    return below === undefined ? [] : [[key, below === true ? inner : keep(inner, below)]];
  });
  return Object.fromEntries(kept);
}

function drop(value: unknown, tree: PathTree): unknown {
  if (Array.isArray(value)) return value.map((item) => drop(item, tree));
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  const left = Object.entries(value).flatMap(([key, inner]) => {
    const below = Object.hasOwn(tree, key) ? tree[key] : undefined;
    return below === true ? [] : [[key, below === undefined ? inner : drop(inner, below)]];
  });
  return Object.fromEntries(left);
}

/**
 * Reads `only_fields` or `projection`: dotted paths, `-path` leaves one out.
 * @param always fields every answer has
 * @throws 400/12 for what is no text or list of texts, 400/14 for a path there is none of
 */
export function readProjection(
  body: Readonly<Record<string, unknown>>,
  known: KnownPaths,
  always: readonly string[] = [],
): Projection {
  const name = body['projection'] === undefined || body['projection'] === null ? 'only_fields' : 'projection';
  const list = givenTexts(name, body[name]);
  for (const path of list) checkPath(path.replace(/^-/, ''), known);
  const excluded = list.filter((path) => path.startsWith('-')).map((path) => path.slice(1));
  const asked = list.filter((path) => !path.startsWith('-'));
  const included = asked.length > 0 ? [...always, ...asked] : [];
  const isWanted = (path: string) => included.length === 0 || included.some((one) => isWithin(one, path) || isWithin(path, one));
  const [inTree, outTree] = [treeOf(included), treeOf(excluded)];
  return {
    wants: (path) => isWanted(path) && !excluded.some((one) => isWithin(path, one)),
    names: (path) => asked.some((one) => isWithin(one, path)),
    below: (field) => {
      if (included.length === 0 || included.some((one) => isWithin(field, one))) return undefined;
      return included.filter((one) => isWithin(one, field)).map((one) => partsOf(one.slice(field.length + 1)));
    },
    isWithin: (fields) => asked.length > 0 && excluded.length === 0 && included.every((one) => fields.has(one)),
    cut: <Document extends object>(document: Document): Document => {
      const kept = included.length === 0 ? document : (keep(document, inTree) as Document);
      return excluded.length === 0 ? kept : (drop(kept, outTree) as Document);
    },
  };
}
