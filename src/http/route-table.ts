import type { Right } from '../access/authorize.ts';
import type { Door, OperationSpec } from './door.ts';
import { touchPlanOf } from './touched.ts';

/** An operation bound to a path. Without a handler it is absent. */
export interface Bound {
  operation: OperationSpec;
  right: Right;
  handler: Door['handlers'][string] | undefined;
  pathNames: readonly string[];
}

/** What is bound to a path, by method, and the path's parameters as they stand in the url. */
export interface Match {
  methods: Pick<ReadonlyMap<string, Bound>, 'get' | 'has' | 'keys'>;
  parameters: readonly string[];
  /** Version of the interface that the path asks for. */
  version?: string | undefined;
}

/** Finds operations by path: whole paths by one look-up, paths with parameters by trying their patterns. */
export interface RouteTable {
  /** @throws what a door says of a path of its protocol that leads nowhere */
  find(path: string): Match | undefined;
}

/** The one operation of a path that any method calls. Asking which are allowed still gets an answer without a call. */
class AnyMethod {
  readonly #bound: Bound;

  constructor(bound: Bound) {
    this.#bound = bound;
  }

  get(method: string): Bound | undefined {
    return method === 'OPTIONS' ? undefined : this.#bound;
  }

  has(method: string): boolean {
    return method !== 'OPTIONS';
  }

  keys() {
    return ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD'].values();
  }
}

function makeRuledTable(door: Door, route: NonNullable<Door['route']>): RouteTable {
  const bound = new Map(door.table.operations.map((operation) => [operation.id, new AnyMethod(bind(door, operation, []))]));
  return {
    find(path) {
      const found = route(path);
      const methods = found && bound.get(found.operationId);
      return methods && { methods, parameters: [], version: found.version };
    },
  };
}

/** Parameters that take the rest of a path, slashes included. */
const rest = new Set(['artifact_path', 'path', 'filename']);
/** Parameters that take one part of a path or two: names that have a slash in them, written as it is or encoded. */
const pairs = new Set(['server_name']);
const rights: ReadonlySet<string> = new Set<Right>(['public', 'read', 'write', 'admin']);

function toPattern(path: string): { pattern: RegExp; names: string[] } {
  const names: string[] = [];
  const source = path.replace(/[.*+?^$|()[\]\\]/g, '\\$&').replace(/\{([^}]+)\}/g, (_, name: string) => {
    names.push(name);
    if (pairs.has(name)) return '([^/]+(?:/[^/]+)?)';
    return rest.has(name) ? '(.+)' : '([^/]+)';
  });
  return { pattern: new RegExp(`^${source}$`), names };
}

function bind(door: Door, operation: OperationSpec, pathNames: readonly string[]): Bound {
  const handler = door.handlers[operation.id];
  const absent = Object.hasOwn(door.absent, operation.id);
  if (!handler === !absent) throw new Error(`${door.name}: ${operation.id} must be either served or absent`);
  // an absent operation may be passed on to a server behind: only for those who might do it here
  const right = handler ? operation.right : operation.methods.every((method) => method === 'get') ? 'read' : 'write';
  if (right === null || !rights.has(right)) throw new Error(`${door.name}: ${operation.id} declares no right`);
  if (handler) touchPlanOf(operation);
  return { operation, right: right as Right, handler, pathNames };
}

/** Binds every operation of a door. @throws when one is neither served nor absent, both, or declares no right or not what it touches */
export function makeRouteTable(door: Door): RouteTable {
  if (door.route) return makeRuledTable(door, door.route);
  const fixed = new Map<string, Map<string, Bound>>();
  const patterns = new Map<string, { pattern: RegExp; methods: Map<string, Bound> }>();
  for (const operation of door.table.operations) {
    for (const path of door.pathsOf(operation)) {
      const { pattern, names } = toPattern(path);
      const bound = bind(door, operation, names);
      const methods = names.length === 0 ? (fixed.get(path) ?? new Map()) : (patterns.get(path)?.methods ?? new Map());
      for (const method of operation.methods) methods.set(method.toUpperCase(), bound);
      if (names.length === 0) fixed.set(path, methods);
      else patterns.set(path, { pattern, methods });
    }
  }
  // a path with fewer parameters is the more exact one: try it first; of two with as many, the one that stands later
  const ordered = [...patterns.values()]
    .sort((a, b) => b.pattern.source.split('(').length - a.pattern.source.split('(').length)
    .reverse();
  return {
    find(path) {
      const methods = fixed.get(path);
      if (methods) return { methods, parameters: [] };
      for (const { pattern, methods } of ordered) {
        const match = pattern.exec(path);
        if (match) return { methods, parameters: match.slice(1) };
      }
      return undefined;
    },
  };
}
