import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { startApp } from '../../support/app.ts';

const { http, db } = await startApp({ webhookSecretKey: 'of the operator' });
const path = '/api/2.0/mlflow/webhooks';
const created = { entity: 'REGISTERED_MODEL', action: 'CREATED' };
const tagged = { entity: 'PROMPT_TAG', action: 'SET' };
const minimal = { name: 'hook', url: 'https://8.8.8.8/hook', events: [created] };
const unknownId = '00000000-0000-4000-8000-000000000000';

async function create(more: object = {}) {
  const { body } = await http
    .post(path)
    .send({ ...minimal, ...more })
    .expect(200);
  return body.webhook;
}

async function refused(status: number, errorCode: string, send: { method?: 'post' | 'patch'; to?: string; body: object }) {
  const { method = 'post', to = path, body } = send;
  const answer = await http[method](to).send(body);
  assert.equal(answer.status, status, `${JSON.stringify(body)}: ${answer.text}`);
  assert.equal(answer.body.error_code, errorCode);
  return answer.body.message as string;
}

describe('createWebhook', () => {
  it('makes an active webhook that getWebhook reads', async () => {
    const webhook = await create({ description: 'für alle 🚀', events: [tagged, created, tagged] });
    assert.match(webhook.webhook_id, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    assert.equal(webhook.status, 'ACTIVE');
    assert.equal(webhook.description, 'für alle 🚀');
    assert.deepEqual(webhook.events, [tagged, created]);
    assert.equal(webhook.creation_timestamp, webhook.last_updated_timestamp);
    const read = await http.get(`${path}/${webhook.webhook_id}`).expect(200);
    assert.deepEqual(read.body, { webhook });
    const twin = await http.get(`/ajax-api/2.0/mlflow/webhooks/${webhook.webhook_id}`).expect(200);
    assert.deepEqual(twin.body, { webhook });
  });

  it('never shows the secret, and stores it encrypted', async () => {
    const secret = 'a secret of this test';
    const webhook = await create({ secret });
    const list = await http.get(path).expect(200);
    const { rows } = await db.query<{ row: string }>({ text: 'select to_jsonb(w)::text as row from webhooks w' });
    assert.ok(rows.length > 0);
    assert.ok(!JSON.stringify([webhook, list.body, rows]).includes(secret));
  });

  it('refuses names that are none', async () => {
    for (const name of ['', '-a', 'a-', 'a b', 'ä', 'a/b', 'a'.repeat(64), 'a\n', '🚀', '.']) {
      await refused(400, 'INVALID_PARAMETER_VALUE', { body: { ...minimal, name } });
    }
    for (const name of ['a', 'A.b_c-9', 'a'.repeat(63)]) assert.equal((await create({ name })).name, name);
  });

  it('refuses addresses that are not https on the public internet', async () => {
    const spellings = [
      'https://127.0.0.1/',
      'https://0x7f000001/',
      'https://[::ffff:10.0.0.1]/',
      'https://169.254.169.254/latest',
    ];
    for (const url of ['', ' ', 'x', 'http://8.8.8.8/', 'ftp://8.8.8.8/', 'https://localhost/', 'https:///', ...spellings]) {
      await refused(400, 'INVALID_PARAMETER_VALUE', { body: { ...minimal, url } });
    }
    await refused(400, 'INVALID_PARAMETER_VALUE', { body: { ...minimal, url: `https://8.8.8.8/${'a'.repeat(2000)}` } });
  });

  it('refuses events that cannot be, and none at all', async () => {
    const pairs = [{ entity: 'REGISTERED_MODEL', action: 'DELETED' }, { entity: 'ENTITY_UNSPECIFIED' }, { action: 'SET' }, {}];
    for (const event of [...pairs, { entity: 'MODEL', action: 'SET' }, 'prompt.created', 7]) {
      await refused(400, 'INVALID_PARAMETER_VALUE', { body: { ...minimal, events: [event] } });
    }
    await refused(400, 'INVALID_PARAMETER_VALUE', { body: { ...minimal, events: [] } });
  });

  it('refuses fields that are missing, of a wrong type or too long', async () => {
    for (const field of ['name', 'url', 'events']) {
      const message = await refused(400, 'INVALID_PARAMETER_VALUE', { body: { ...minimal, [field]: undefined } });
      assert.ok(message.includes(field), message);
    }
    for (const wrong of [{ name: 7 }, { url: ['x'] }, { events: 'x' }, { secret: {} }, { description: 1 }]) {
      await refused(400, 'INVALID_PARAMETER_VALUE', { body: { ...minimal, ...wrong } });
    }
    const secret = 'p4ss'.repeat(300);
    assert.ok(!(await refused(400, 'INVALID_PARAMETER_VALUE', { body: { ...minimal, secret } })).includes('p4ss'));
    await refused(400, 'INVALID_PARAMETER_VALUE', { body: { ...minimal, description: 'a\0b' } });
  });
});

describe('listWebhooks', () => {
  it('lists the newest first, in pages that go on', async () => {
    const ids: string[] = [];
    for (const name of ['one', 'two', 'three']) ids.unshift((await create({ name })).webhook_id);
    const seen: string[] = [];
    const first = await http.get(`${path}?max_results=2`).expect(200);
    const second = await http.get(`${path}?max_results=1&page_token=${first.body.next_page_token}`).expect(200);
    for (const webhook of [...first.body.webhooks, ...second.body.webhooks]) seen.push(webhook.webhook_id);
    assert.deepEqual(seen, ids);
    const all = await http.get(`${path}?max_results=0`).expect(200);
    assert.equal(all.body.next_page_token, undefined);
  });

  it('refuses sizes and places that are none', async () => {
    for (const query of ['max_results=-1', 'max_results=1001', 'max_results=x', 'page_token=x', 'page_token=WyJhIl0']) {
      const answer = await http.get(`${path}?${query}`).expect(400);
      assert.equal(answer.body.error_code, 'INVALID_PARAMETER_VALUE', query);
    }
  });
});

describe('updateWebhook', () => {
  it('changes what is given; empty names, URLs and lists change nothing', async () => {
    const webhook = await create({ description: 'old', secret: 'x' });
    const to = `${path}/${webhook.webhook_id}`;
    const change = { name: 'new', url: 'https://1.1.1.1/', events: [tagged], status: 'DISABLED', description: '' };
    const { body } = await http.patch(to).send(change).expect(200);
    const { description: _none, ...rest } = change;
    const { last_updated_timestamp: changed, ...after } = body.webhook;
    assert.ok(changed >= webhook.creation_timestamp);
    const { webhook_id, creation_timestamp } = webhook;
    assert.deepEqual(after, { ...rest, webhook_id, creation_timestamp });
    const again = await http.patch(to).send({ name: '', url: '', events: [] }).expect(200);
    assert.deepEqual({ ...again.body.webhook, last_updated_timestamp: changed }, body.webhook);
  });

  it('refuses what createWebhook refuses, and changes nothing then', async () => {
    const webhook = await create();
    const to = `${path}/${webhook.webhook_id}`;
    for (const change of [{ name: '-' }, { url: 'https://10.0.0.1/' }, { events: [{ entity: 'PROMPT', action: 'SET' }] }]) {
      await refused(400, 'INVALID_PARAMETER_VALUE', { method: 'patch', to, body: { description: 'changed', ...change } });
    }
    const { body } = await http.get(to).expect(200);
    assert.deepEqual(body.webhook, webhook);
  });
});

describe('a webhook that is not there', () => {
  it('is answered as such by every call', async () => {
    const gone = (await create()).webhook_id;
    await http.delete(`${path}/${gone}`).expect(200, '{}');
    for (const id of [gone, unknownId, 'x', '%2e%2e', 'a'.repeat(300), unknownId.toUpperCase(), '%00']) {
      const calls = [http.get(`${path}/${id}`), http.patch(`${path}/${id}`).send({ name: 'x' }), http.delete(`${path}/${id}`)];
      for (const call of [...calls, http.post(`${path}/${id}/test`).send({})]) {
        const answer = await call;
        assert.equal(answer.status, 404, `${id}: ${answer.text}`);
        assert.equal(answer.body.error_code, 'RESOURCE_DOES_NOT_EXIST');
      }
    }
  });
});
