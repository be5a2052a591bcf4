import { BridgeError, type ErrorCode } from '../../src/model/errors.ts';
import { catalogue } from './error-catalogue.ts';

/** Which of the base codes an error of this protocol counts as where only those are known, such as in the log. */
const baseCodes: Readonly<Record<number, ErrorCode>> = {
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not_found',
  500: 'internal',
};

/**
 * An error that only this protocol knows: its code, which is also the HTTP status, and its subcode. The message is the catalogue's,
 * then the detail in parentheses, then the values as `key=value`.
 * @see ClearML server 2.3.0, the codes of `apierrors`
 */
export class ApiError extends BridgeError {
  readonly status: number;
  readonly subcode: number;

  constructor(status: number, subcode: number, detail?: string, values?: Readonly<Record<string, unknown>>, cause?: unknown) {
    super(baseCodes[status] ?? 'invalid', sentence(status, subcode, detail, values), { cause });
    this.name = 'ApiError';
    this.status = status;
    this.subcode = subcode;
  }
}

function sentence(status: number, subcode: number, detail?: string, values?: Readonly<Record<string, unknown>>): string {
  const main = catalogue[`${status}/${subcode}`] ?? 'General error';
  const shown = Object.entries(values ?? {}).map(([key, value]) => `${key}=${String(value)}`);
  return `${main}${detail ? ` (${detail})` : ''}${shown.length > 0 ? `: ${shown.join(', ')}` : ''}`;
}

/** A field of a request that is not there or not as it must be. */
export function wrongField(field: string, detail: string): ApiError {
  return new ApiError(400, 12, `error for field '${field}'. ${detail}`);
}

/** Subcodes of 400 for things that are not there, by kind. */
const missing: Readonly<Record<string, number>> = {
  run: 101,
  model: 201,
  user: 301,
  project: 401,
  queue: 701,
  worker: 1001,
  container: 1050,
  credential: 75,
};

/** Subcodes of 400 for names that are taken, where it is not 801. */
const taken: Readonly<Record<string, number>> = { user: 302 };

/** Subcodes of 400 for things in a state that forbids what was asked, by kind and reason. */
const states: Readonly<Record<string, number>> = {
  run: 110,
  user: 301,
  'run published': 113,
  'run not_deletable': 123,
  model: 203,
  'model used': 205,
  'model made_by_published': 206,
  project: 402,
  'project last_run': 160,
  'project models': 405,
  'project datasets': 406,
  'project elsewhere': 408,
  'project too_deep': 409,
  'project same_place': 410,
  'project under_itself': 411,
  'project into_child': 412,
  'project pipelines': 413,
  queue: 702,
  'queue not_queued': 703,
  'queue queued_already': 706,
  container: 1052,
};

/** Subcodes of 400 for requests that are wrong for a reason of their own. */
const reasons: Readonly<Record<string, number>> = {
  reference: 16,
  pattern: 21,
  default_queue_missing: 707,
  default_queue_ambiguous: 708,
  page_token: 1104,
};

/** Subcodes of 401, by reason. */
const logins: Readonly<Record<string, number>> = {
  login_scheme: 10,
  login_missing: 20,
  login_malformed: 21,
  login_wrong: 22,
  token_invalid: 30,
};

/** Kind and id of what an error is about. */
function subjectOf({ resource = '' }: BridgeError): { kind: string; id: string } {
  const space = resource.indexOf(' ');
  return space < 0 ? { kind: resource, id: '' } : { kind: resource.slice(0, space), id: resource.slice(space + 1) };
}

const forms: Readonly<Record<ErrorCode, (error: BridgeError) => ApiError>> = {
  invalid: ({ field, message, reason = '' }) => {
    if (Object.hasOwn(reasons, reason)) return new ApiError(400, reasons[reason] ?? 12, message);
    return field ? wrongField(field, message) : new ApiError(400, 12, message);
  },
  too_large: ({ message }) => new ApiError(400, 12, message),
  not_found: (error) => {
    const { kind, id } = subjectOf(error);
    return new ApiError(400, missing[kind] ?? 10, undefined, id === '' ? undefined : { id });
  },
  already_exists: (error) => new ApiError(400, taken[subjectOf(error).kind] ?? 801, error.message),
  wrong_state: (error) => {
    const { kind } = subjectOf(error);
    return new ApiError(400, states[`${kind} ${error.reason}`] ?? states[kind] ?? 12, error.message);
  },
  forbidden: ({ message, reason }) => new ApiError(403, reason === 'no_write' ? 21 : 20, message),
  unauthenticated: ({ message, reason }) => new ApiError(401, logins[reason ?? ''] ?? 1, message),
  not_supported: ({ message }) => new ApiError(400, 1, message),
  unavailable: ({ message }) => new ApiError(500, 102, message),
  internal: ({ message }) => new ApiError(500, 1, message),
};

/** An error of the record as this protocol has it. */
export function toApiError(error: BridgeError): ApiError {
  return error instanceof ApiError ? error : forms[error.code](error);
}
