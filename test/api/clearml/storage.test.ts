import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startApp } from '../../support/app.ts';
import { clearmlApi } from '../../support/clearml-api.ts';

const { http, db } = await startApp();
const { call, refuse } = clearmlApi({ http });

test('storage settings are kept by provider, without what opens a store', async () => {
  assert.deepEqual(await call('storage.get_settings'), {});
  const aws = {
    key: 'AKIA',
    secret: 'open sesame',
    region: 'eu',
    buckets: [{ bucket: 'b', secret: 'open sesame', token: 'open sesame' }],
  };
  assert.deepEqual(await call('storage.set_settings', { aws }), { updated: 1 });
  const google = { project: 'p', credentials_json: 'open sesame' };
  await call('storage.set_settings', { google, azure: { containers: [{ account_name: 'a', account_key: 'open sesame' }] } });
  const { last_update, ...settings } = await call('storage.get_settings');
  assert.ok(last_update);
  assert.deepEqual(settings, {
    aws: { key: 'AKIA', region: 'eu', buckets: [{ bucket: 'b' }] },
    google: { project: 'p' },
    azure: { containers: [{ account_name: 'a' }] },
  });
  const { rows } = await db.query<{ text: string }>({ text: 'select settings::text as text from storage_settings' });
  assert.ok(!rows[0]?.text.includes('sesame'));
});

test('storage.reset_settings forgets the providers named, or all', async () => {
  await call('storage.reset_settings', { keys: ['aws'] });
  assert.deepEqual(Object.keys(await call('storage.get_settings')).sort(), ['azure', 'google', 'last_update']);
  await call('storage.reset_settings');
  assert.deepEqual(Object.keys(await call('storage.get_settings')), ['last_update']);
  assert.equal(await refuse('storage.reset_settings', { keys: ['floppy'] }), '400/12');
});
