import type { IncomingHttpHeaders } from 'node:http';
import { type Call, type OperationSpec, Reply } from '../../../src/http/door.ts';
import type { BridgeError } from '../../../src/model/errors.ts';
import { toApiError } from '../errors.ts';
import { type Endpoint, isBelow, readEndpoint } from './endpoint.ts';
import { writeJson } from './exact-json.ts';

const json = { 'content-type': 'application/json' };
const text = { 'content-type': 'text/plain; charset=utf-8' };

/** What every answer says of its call. */
function meta(call: Call, code: number, subcode: number, message: string) {
  const id = crypto.randomUUID().replaceAll('-', '');
  return {
    id,
    trx: transactionOf(call.headers) ?? id,
    endpoint: shownEndpoint(readEndpoint(call.path)),
    result_code: code,
    result_subcode: subcode,
    result_msg: message,
    error_stack: null,
    error_data: {},
  };
}

function transactionOf(headers: IncomingHttpHeaders): string | undefined {
  return (headers['x-clearml-trx'] ?? headers['x-trains-trx'])?.toString();
}

/** Versions are texts, and numbers for clients older than 2.1. */
function shownEndpoint(endpoint: Endpoint | undefined) {
  const requested = endpoint?.version ?? '';
  const actual = endpoint?.operation?.since ?? null;
  const isOld = /^\d+\.\d+$/.test(requested) && isBelow(requested, '2.1');
  return {
    name: endpoint?.name ?? '',
    requested_version: isOld ? Number(requested) : requested,
    actual_version: isOld && actual !== null ? Number(actual) : actual,
  };
}

/** @param data JSON */
function envelope(meta: object, data: string): string {
  return `{"meta":${JSON.stringify(meta)},"data":${data}}`;
}

/** The answer of an operation in its envelope. */
export function writeAnswer(_operation: OperationSpec, answer: unknown, call: Call): Reply {
  return new Reply(200, json, envelope(meta(call, 200, 0, 'OK'), writeJson(answer ?? {})));
}

/**
 * An error in its envelope. What passes by itself when it is tried again, and what a proxy would answer, goes out as plain text:
 * clients repeat a 503 without an envelope until it succeeds, and give up at one with it.
 */
export function writeError(error: BridgeError, call: Call): Reply {
  if (error.code === 'unavailable') return new Reply(503, text, `${error.message}\n`);
  if (error.reason === 'content_encoding') return new Reply(415, text, `${error.message}\n`);
  const { status, subcode, message } = toApiError(error);
  const shown = message.charAt(0).toUpperCase() + message.slice(1);
  return new Reply(status, json, envelope(meta(call, status, subcode, shown), '{}'));
}

/** What is told of an operation that stands in the absent table. */
export function writeAbsent({ id }: OperationSpec, call: Call): Reply {
  return new Reply(400, json, envelope(meta(call, 400, 1, `This is not supported: ${id} is not served here`), '{}'));
}
