import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { describe, it } from 'node:test';
import { pino } from 'pino';
import { openBaseContext, ownContext } from '../../src/app/base-context.ts';
import { readConfig } from '../../src/app/config.ts';
import type { Context } from '../../src/context.ts';
import type { WebhookDraft, WebhookEvent } from '../../src/model/webhook.ts';
import { openDatabase } from '../../src/store/database.ts';
import { allOrNothing } from '../../src/tracking/all-or-nothing.ts';
import { deliverDue, forgetOld } from '../../src/webhooks/deliver.ts';
import { emit } from '../../src/webhooks/emit.ts';
import { tryWebhook } from '../../src/webhooks/try-webhook.ts';
import { createWebhook, deleteWebhook, updateWebhook } from '../../src/webhooks/webhooks.ts';
import { atEndOfFile } from '../support/cleanup.ts';
import { cloneDatabase } from '../support/database.ts';
import { startReceiver } from '../support/receiver.ts';

const never = new AbortController().signal;
const HOUR_MS = 3_600_000;

/** How the receiver answers at a path: a status, or not at all. */
const statuses: Record<string, number> = { '/busy': 503, '/refuses': 400, '/moved': 302, '/later': 429 };
const receiver = await startReceiver(({ path }, response) => {
  if (path === '/silent') return;
  response
    .writeHead(statuses[path] ?? 200, { location: '/elsewhere', ...(path === '/later' && { 'retry-after': '40' }) })
    .end('secret');
});

/** A context on a database of its own, whose clock stands until it is moved. */
async function openContext(): Promise<Context & { clock: { ms: number } }> {
  const databaseUrl = await cloneDatabase();
  const db = openDatabase(databaseUrl, { connections: 4 });
  atEndOfFile(() => db.close());
  const config = readConfig({ databaseUrl, allowOutbound: receiver.origin, webhookTimeout: '1' }, {});
  const base = await openBaseContext(config, db, pino({ level: 'silent' }));
  const clock = { ms: Date.parse('2026-11-24T05:00:00.250Z') };
  return { ...ownContext({ ...base, now: () => new Date(clock.ms) }), clock };
}

function hook(context: Context, path: string, more: Partial<WebhookDraft> = {}) {
  const url = `${receiver.origin}${path}`;
  return createWebhook(context, {
    name: 'h',
    description: '',
    url,
    events: ['prompt_tag.set'],
    active: true,
    secret: null,
    ...more,
  });
}

const happened = (key: string): WebhookEvent => ({ name: 'prompt_tag.set', data: { name: 'p', key, value: 'ü "\\' } });

/** Delivers what is due until nothing is. @returns what each message had in its key, by path */
async function deliverAll(context: Context, retries = 3): Promise<string[]> {
  const before = receiver.received.length;
  for (;;) {
    const underWay = await deliverDue(context, { retries, atOnce: 10 }, never);
    if (underWay.length === 0) break;
    await Promise.all(underWay);
  }
  return receiver.received.slice(before).map(({ path, text }) => `${path} ${JSON.parse(text).data.key}`);
}

async function waiting({ db }: Context): Promise<bigint> {
  const { rows } = await db.query<{ count: bigint }>({ text: 'select count(*) from webhook_deliveries' });
  return rows[0]?.count ?? -1n;
}

describe('a message to a webhook', () => {
  it('says what happened, signed so that the receiver can tell', async () => {
    const context = await openContext();
    await hook(context, '/signed', { secret: 'geheim 🔑', events: ['model_version.created'] });
    const data = { name: 'm', version: '3', source: 's3://b/m', runId: null, tags: { ü: '\u2028' }, description: null };
    await emit(context, { name: 'model_version.created', data });
    context.clock.ms += 5_000;
    await Promise.all(await deliverDue(context, { retries: 3, atOnce: 1 }, never));
    const { headers, text } = receiver.received.at(-1) ?? assert.fail('nothing came');
    const { runId: run_id, ...rest } = data;
    const timestamp = '2026-11-24T05:00:00.250+00:00';
    assert.deepEqual(JSON.parse(text), { entity: 'model_version', action: 'created', timestamp, data: { ...rest, run_id } });
    assert.equal(headers['content-type'], 'application/json');
    assert.equal(headers['x-mlflow-timestamp'], String(Date.parse('2026-11-24T05:00:05Z') / 1000));
    const id = headers['x-mlflow-delivery-id'];
    assert.match(String(id), /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    const signature = createHmac('sha256', 'geheim 🔑').update(`${id}.${headers['x-mlflow-timestamp']}.${text}`).digest('base64');
    assert.equal(headers['x-mlflow-signature'], `v1,${signature}`);
    assert.equal(await waiting(context), 0n);
  });

  it('is not signed without a secret', async () => {
    const context = await openContext();
    await hook(context, '/plain');
    await emit(context, happened('a'));
    await deliverAll(context);
    assert.equal(receiver.received.at(-1)?.headers['x-mlflow-signature'], undefined);
  });

  it('goes to every active webhook of the workspace that listens, and to no other', async () => {
    const context = await openContext();
    await hook(context, '/one');
    await hook(context, '/two', { events: ['prompt.created', 'prompt_tag.set'] });
    await hook(context, '/deaf', { events: ['prompt.created'] });
    await hook(context, '/off', { active: false });
    await emit({ ...context, workspaceId: '00000000-0000-4000-8000-00000000000a' }, happened('elsewhere'));
    await emit(context, happened('a'));
    assert.deepEqual((await deliverAll(context)).toSorted(), ['/one a', '/two a']);
  });

  it('is sent when what happened is committed, and never when that is undone', async () => {
    const context = await openContext();
    await hook(context, '/committed');
    const undone = allOrNothing(context, async (inside) => {
      await emit(inside, happened('undone'));
      throw new Error('undone');
    });
    await assert.rejects(undone);
    await allOrNothing(context, async (inside) => {
      await emit(inside, happened('done'));
      assert.deepEqual(await deliverAll(context), []);
    });
    assert.deepEqual(await deliverAll(context), ['/committed done']);
  });
});

describe('messages to one webhook', () => {
  it('come in the order in which things happened, also when one has to wait', async () => {
    const context = await openContext();
    await hook(context, '/busy');
    await hook(context, '/fine');
    for (const key of ['a', 'b', 'c']) await emit(context, happened(key));
    assert.deepEqual((await deliverAll(context)).toSorted(), ['/busy a', '/fine a', '/fine b', '/fine c']);
    statuses['/busy'] = 200;
    context.clock.ms += 1_000;
    assert.deepEqual(await deliverAll(context), ['/busy a', '/busy b', '/busy c']);
    statuses['/busy'] = 503;
  });

  it('are each sent once by several servers', async () => {
    const context = await openContext();
    for (const path of ['/1', '/2', '/3']) await hook(context, path);
    const keys = Array.from({ length: 20 }, (_, at) => String(at));
    for (const key of keys) await emit(context, happened(key));
    const before = receiver.received.length;
    await Promise.all([deliverAll(context), deliverAll(context), deliverAll(context)]);
    await deliverAll(context);
    const came = receiver.received.slice(before).map(({ path, text }) => `${path} ${JSON.parse(text).data.key}`);
    for (const path of ['/1', '/2', '/3']) {
      const mine = came.filter((one) => one.startsWith(`${path} `));
      assert.deepEqual(
        mine,
        keys.map((key) => `${path} ${key}`),
      );
    }
  });
});

describe('a receiver that fails', () => {
  it('is asked three times more, later each time, with the same id', async () => {
    const context = await openContext();
    await hook(context, '/busy', { secret: 's' });
    await emit(context, happened('a'));
    const before = receiver.received.length;
    for (const wait of [0, 1_000, 2_000, 4_000]) {
      context.clock.ms += wait - 1;
      assert.deepEqual(wait === 0 ? [] : await deliverAll(context), []);
      context.clock.ms += 1;
      assert.deepEqual(await deliverAll(context), ['/busy a']);
    }
    context.clock.ms += HOUR_MS;
    assert.deepEqual(await deliverAll(context), []);
    assert.equal(await waiting(context), 0n);
    const ids = receiver.received.slice(before).map(({ headers }) => headers['x-mlflow-delivery-id']);
    assert.deepEqual([ids.length, new Set(ids).size], [4, 1]);
  });

  it('is left alone for as long as it asks', async () => {
    const context = await openContext();
    await hook(context, '/later');
    await emit(context, happened('a'));
    assert.deepEqual(await deliverAll(context), ['/later a']);
    context.clock.ms += 39_999;
    assert.deepEqual(await deliverAll(context), []);
    context.clock.ms += 1;
    assert.deepEqual(await deliverAll(context), ['/later a']);
  });

  it('is asked again when it says nothing in time or is not there', async () => {
    const context = await openContext();
    await hook(context, '/silent');
    await emit(context, happened('a'));
    assert.deepEqual(await deliverAll(context), ['/silent a']);
    assert.equal(await waiting(context), 1n);
    context.clock.ms += 1_000;
    assert.deepEqual(await deliverAll(context, 1), ['/silent a']);
    assert.equal(await waiting(context), 0n);
  });

  it('is not asked again when it refuses or points elsewhere', async () => {
    const context = await openContext();
    await hook(context, '/refuses');
    await hook(context, '/moved');
    await emit(context, happened('a'));
    assert.deepEqual((await deliverAll(context)).toSorted(), ['/moved a', '/refuses a']);
    assert.equal(await waiting(context), 0n);
  });
});

describe('a webhook', () => {
  it('that is switched off or deleted hears nothing more', async () => {
    const context = await openContext();
    const off = await hook(context, '/off');
    const gone = await hook(context, '/gone');
    await emit(context, happened('a'));
    await updateWebhook(context, off.id, { active: false });
    await deleteWebhook(context, gone.id);
    await emit(context, happened('b'));
    await updateWebhook(context, off.id, { active: true });
    await emit(context, happened('c'));
    assert.deepEqual(await deliverAll(context), ['/off c']);
  });

  it('whose address became private gets nothing', async () => {
    const context = await openContext();
    await hook(context, '/private');
    await context.db.query({ text: "update webhooks set url = replace(url, '127.0.0.1', '127.0.0.2')" });
    await emit(context, happened('a'));
    assert.deepEqual(await deliverAll(context), []);
    assert.equal(await waiting(context), 0n);
  });

  it('signs with the new secret once that was changed, and not any more when it was taken away', async () => {
    const context = await openContext();
    const { id } = await hook(context, '/changing', { secret: 'old' });
    await updateWebhook(context, id, { secret: 'new' });
    await emit(context, happened('a'));
    await deliverAll(context);
    const { headers, text } = receiver.received.at(-1) ?? assert.fail('nothing came');
    const signed = `${headers['x-mlflow-delivery-id']}.${headers['x-mlflow-timestamp']}.${text}`;
    assert.equal(headers['x-mlflow-signature'], `v1,${createHmac('sha256', 'new').update(signed).digest('base64')}`);
    await updateWebhook(context, id, { secret: null });
    await emit(context, happened('b'));
    await deliverAll(context);
    assert.equal(receiver.received.at(-1)?.headers['x-mlflow-signature'], undefined);
  });

  it('that could not be told for a day is not told any more', async () => {
    const context = await openContext();
    await hook(context, '/day');
    await emit(context, happened('old'));
    context.clock.ms += 20 * HOUR_MS;
    await emit(context, happened('new'));
    context.clock.ms += 5 * HOUR_MS;
    await forgetOld(context);
    assert.deepEqual(await deliverAll(context), ['/day new']);
  });

  it('is tried with an example, once, whatever its state', async () => {
    const context = await openContext();
    const { id } = await hook(context, '/try', { active: false, secret: 's' });
    assert.deepEqual(await tryWebhook(context, id, undefined), { status: 200 });
    assert.deepEqual(JSON.parse(receiver.received.at(-1)?.text ?? '').action, 'set');
    assert.deepEqual(await tryWebhook(context, id, 'budget_policy.exceeded'), { status: 200 });
    assert.equal(JSON.parse(receiver.received.at(-1)?.text ?? '').data.budget_amount, 100);
    await updateWebhook(context, id, { url: `${receiver.origin}/busy` });
    const before = receiver.received.length;
    assert.deepEqual(await tryWebhook(context, id, undefined), { status: 503 });
    assert.equal(receiver.received.length, before + 1);
    await updateWebhook(context, id, { url: `${receiver.origin}/silent` });
    assert.match(JSON.stringify(await tryWebhook(context, id, undefined)), /no answer in time/);
  });
});
