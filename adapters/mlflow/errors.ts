import { Reply } from '../../src/http/door.ts';
import type { BridgeError, ErrorCode } from '../../src/model/errors.ts';
import { writeJson } from './wire/json.ts';
import { jsonReply } from './wire/json-reply.ts';

/** Our code as MLflow's status, error_code and, where the original sends them, its sqlstate and error_class. */
const forms: Readonly<Record<ErrorCode, { status: number; errorCode: string; state?: [sqlstate: string, errorClass: string] }>> =
  {
    invalid: { status: 400, errorCode: 'INVALID_PARAMETER_VALUE', state: ['KAM00', 'INVALID_PARAMETER_VALUE'] },
    too_large: { status: 400, errorCode: 'INVALID_PARAMETER_VALUE', state: ['KAM00', 'INVALID_PARAMETER_VALUE'] },
    wrong_state: { status: 400, errorCode: 'INVALID_PARAMETER_VALUE', state: ['KAM00', 'INVALID_PARAMETER_VALUE'] },
    not_found: { status: 404, errorCode: 'RESOURCE_DOES_NOT_EXIST', state: ['KAM00', 'RESOURCE_NOT_FOUND'] },
    already_exists: { status: 400, errorCode: 'RESOURCE_ALREADY_EXISTS', state: ['KAM00', 'RESOURCE_ALREADY_EXISTS'] },
    forbidden: { status: 403, errorCode: 'PERMISSION_DENIED', state: ['KAM00', 'PERMISSION_DENIED'] },
    unauthenticated: { status: 401, errorCode: 'UNAUTHENTICATED' },
    not_supported: { status: 501, errorCode: 'NOT_IMPLEMENTED' },
    unavailable: { status: 503, errorCode: 'TEMPORARILY_UNAVAILABLE', state: ['XXM00', 'CLIENT_INTERNAL_ERROR'] },
    internal: { status: 500, errorCode: 'INTERNAL_ERROR', state: ['XXM00', 'CLIENT_INTERNAL_ERROR'] },
  };

/**
 * An error as MLflow clients read it. A request without a login is answered with the text and header that make browsers and
 * clients ask for one.
 * @see MLflow 3.17.2, error responses of the tracking server and of its basic-auth app
 */
export function writeError(error: BridgeError): Reply {
  const { status, errorCode, state } = forms[error.code];
  if (error.code === 'unauthenticated') {
    return new Reply(
      401,
      { 'content-type': 'text/plain; charset=utf-8', 'www-authenticate': 'Basic realm="mlflow"' },
      error.message,
    );
  }
  // no JSON, and no word about what it is that is kept from whom
  if (error.code === 'forbidden') return new Reply(403, { 'content-type': 'text/plain; charset=utf-8' }, 'Permission denied');
  const body = { error_code: errorCode, message: error.message, sqlstate: state?.[0], error_class: state?.[1] };
  return jsonReply(writeJson(body), status);
}

/** The few mistakes of a request that the original answers with another code than the rest. */
export function badRequest(message: string): Reply {
  const body = { error_code: 'BAD_REQUEST', message, sqlstate: 'KAM00', error_class: 'INVALID_PARAMETER_VALUE' };
  return jsonReply(writeJson(body), 400);
}
