import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startApp } from '../../support/app.ts';

const app = await startApp();

test('any method works for every endpoint, with and without version, slashes and /api', async () => {
  for (const method of ['get', 'post', 'put', 'delete', 'patch'] as const) {
    for (const path of ['/debug.ping', '/v2.23/debug.ping', '/v2.23/debug.ping/', '/api/debug.ping', '/api/v2.34/debug.ping']) {
      const { status, body, headers } = await app.http[method](path);
      assert.equal(status, 200, `${method} ${path}`);
      assert.equal(headers['server'], 'clearml');
      assert.equal(body.meta.result_code, 200);
      assert.deepEqual(body.data, {});
    }
  }
});
