/**
 * The closed list of what can go wrong, in words no protocol owns. Each door maps every code to its own status and
 * code with a `Record<ErrorCode, ...>`, so a new code does not compile until every door has answered.
 */
export type ErrorCode =
  | 'invalid'
  | 'not_found'
  | 'already_exists'
  | 'wrong_state'
  | 'forbidden'
  | 'unauthenticated'
  | 'too_large'
  | 'not_supported'
  | 'unavailable'
  | 'internal';

/** What an error can say beside its sentence. */
export interface ErrorDetails {
  /** Name of the field at fault, as the model calls it. */
  field?: string;
  /** Kind and id of the thing at fault, for instance `run 0123...`. */
  resource?: string;
  /** Which of several failures with this code it is, where a door answers them differently: `login_missing`, `token_invalid`. */
  reason?: string;
  /** What made it happen; logged, never shown. */
  cause?: unknown;
}

/**
 * The one error that rooms throw on purpose. The message is shown to the client: it names the field and the value and
 * never holds a secret. Anything else that is thrown becomes `internal` at the door.
 */
export class BridgeError extends Error {
  readonly code: ErrorCode;
  readonly field: string | undefined;
  readonly resource: string | undefined;
  readonly reason: string | undefined;

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'BridgeError';
    this.code = code;
    this.field = details.field;
    this.resource = details.resource;
    this.reason = details.reason;
  }
}

/** A value of a request that breaks a rule. `value` is shown cut to 120 characters. */
export function invalid(field: string, message: string, cause?: unknown): BridgeError {
  return new BridgeError('invalid', message, { field, cause });
}

/** Something that was asked for by id or name and is not there. */
export function notFound(kind: string, id: string): BridgeError {
  return new BridgeError('not_found', `No ${kind} with id=${show(id)} exists.`, { resource: `${kind} ${id}` });
}

/** A value as error messages show it: JSON, cut to 120 characters. Whatever a request can hold can be shown. */
export function show(value: unknown): string {
  const text = typeof value === 'bigint' ? value.toString() : toText(value);
  return text.length > 120 ? `${text.slice(0, 117)}...` : text;
}

/** JSON has no form for bigints inside of lists and objects, and its writer gives up where they are nested too deeply. */
function toText(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return Array.isArray(value) ? 'a list' : 'a JSON object';
  }
}
