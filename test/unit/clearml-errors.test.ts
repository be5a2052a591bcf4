import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { catalogue } from '../../adapters/clearml/error-catalogue.ts';
import { ApiError, toApiError } from '../../adapters/clearml/errors.ts';
import { writeError } from '../../adapters/clearml/wire/envelope.ts';
import { BridgeError, type ErrorCode, invalid, notFound } from '../../src/model/errors.ts';

const call = { path: '/v2.23/tasks.get_by_id', headers: {} };

/** Code, subcode and message as a client reads them. */
function shown(error: BridgeError): string {
  const { body } = writeError(error, call);
  const { meta } = JSON.parse(String(body));
  return `${meta.result_code}/${meta.result_subcode} ${meta.result_msg}`;
}

describe('errors of the ClearML door', () => {
  it('say the sentence of the catalogue, then the detail, then the values', () => {
    assert.equal(shown(new ApiError(400, 101)), '400/101 Invalid task id');
    assert.equal(
      shown(new ApiError(400, 110, 'Invalid status change', { current_status: 'created', new_status: 'published' })),
      '400/110 Invalid task status (Invalid status change): current_status=created, new_status=published',
    );
    assert.equal(
      shown(new ApiError(400, 131, undefined, { 'Invalid task id x': 1 })),
      '400/131 Events not added: Invalid task id x=1',
    );
  });

  it('tell what is missing by its kind, never as 404', () => {
    const codes = ['run', 'model', 'user', 'project', 'queue', 'worker', 'thing'].map((kind) => shown(notFound(kind, 'abc')));
    assert.deepEqual(codes, [
      '400/101 Invalid task id: id=abc',
      '400/201 Invalid model id: id=abc',
      '400/301 Invalid user id: id=abc',
      '400/401 Invalid project id: id=abc',
      '400/701 Invalid queue id: id=abc',
      '400/1001 Invalid worker id: id=abc',
      '400/10 Invalid object id: id=abc',
    ]);
  });

  it('name the field of an invalid value', () => {
    assert.equal(
      shown(invalid('name', 'It is too short.')),
      "400/12 Validation error (error for field 'name'. It is too short.)",
    );
  });

  it('have a form for every code of the record, none above 500', () => {
    const codes: Record<ErrorCode, string> = {
      invalid: '400/12',
      too_large: '400/12',
      not_found: '400/10',
      already_exists: '400/801',
      wrong_state: '400/12',
      forbidden: '403/20',
      unauthenticated: '401/1',
      not_supported: '400/1',
      unavailable: '500/102',
      internal: '500/1',
    };
    for (const [code, expected] of Object.entries(codes)) {
      const { status, subcode } = toApiError(new BridgeError(code as ErrorCode, 'What happened.'));
      assert.equal(`${status}/${subcode}`, expected);
    }
    for (const key of Object.keys(catalogue)) assert.ok(Number(key.split('/')[0]) <= 500, key);
  });

  it('are plain text without an envelope where the client is to try again', () => {
    const { status, headers, body } = writeError(new BridgeError('unavailable', 'The database is away.'), call);
    assert.equal(status, 503);
    assert.match(headers['content-type'] ?? '', /^text\/plain/);
    assert.equal(headers['retry-after'], undefined);
    assert.throws(() => JSON.parse(String(body)));
  });
});
