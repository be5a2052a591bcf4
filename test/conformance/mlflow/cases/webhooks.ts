import { type About, type Call, type Case, type Difference, get, post } from './case.ts';

const created = { entity: 'REGISTERED_MODEL', action: 'CREATED' };
const tagged = { entity: 'PROMPT_TAG', action: 'SET' };
/** An address that needs no name server; nothing is ever sent there. */
const url = 'https://8.8.8.8/hook';

const create = (more: Record<string, unknown> = {}, about: About = {}) =>
  post('webhooks', { name: 'hook', url, events: [created], ...more }, { keep: { hook: 'webhook.webhook_id' }, ...about });
const read = get('webhooks/$hook');
const change = (body: Record<string, unknown>, about: About = {}): Call => ({
  send: 'PATCH webhooks/$hook',
  body,
  ...about,
});

const crashOnEvent: Difference = {
  kind: 'crash',
  original: '500 <page>',
  ours: '400 INVALID_PARAMETER_VALUE',
  reason: 'an event that cannot be is a mistake of the caller, and clients try again on 500',
};

const eventTwice: Difference = {
  kind: 'wrong',
  original: '400 BAD_REQUEST',
  ours: '200',
  reason: 'the original shows the SQL of a broken constraint; an event that is listed twice is listened to once',
};

/** Webhooks as they are made and changed; what is sent to them is compared nowhere, as the original sends nothing to this machine. */
export const webhooks: readonly Case[] = [
  {
    title: 'a webhook is made, read, changed and deleted',
    calls: [
      create({ description: 'd', secret: 's', events: [created] }),
      read,
      get('/ajax-api/2.0/mlflow/webhooks/$hook'),
      change({ name: 'other', status: 'DISABLED' }),
      change({ description: '' }),
      change({ url: 'https://1.1.1.1/', events: [tagged], secret: '' }),
      change({ name: '', url: '', events: [] }),
      change({}),
      read,
      get('webhooks'),
      { send: 'DELETE webhooks/$hook' },
      read,
      change({ name: 'x' }),
      { send: 'DELETE webhooks/$hook' },
      post('webhooks/$hook/test', {}),
      get('webhooks'),
    ],
  },
  {
    title: 'webhooks that break a rule are refused',
    calls: [
      ...['', '-a', 'a-', 'a b', 'ä', 'a/b', '.', 'a'.repeat(64)].map((name) => create({ name }, { says: ['name'] })),
      ...['', ' ', 'x', 'http://8.8.8.8/', 'https://', 'https://127.0.0.1/', 'https://[::1]/'].map((wrong) =>
        create({ url: wrong }, { says: ['url'] }),
      ),
      ...['https://10.0.0.1', 'https://169.254.169.254/', 'https://[::ffff:127.0.0.1]/', 'https://127.1/'].map((wrong) =>
        create({ url: wrong }),
      ),
      create({ events: [] }, { says: ['events'] }),
      create({ events: [{ entity: 'REGISTERED_MODEL', action: 'DELETED' }] }, { says: ['events'] }),
      create({ events: [{ entity: 'PROMPT', action: 'SET' }] }),
      create({ events: [{}] }, { differs: crashOnEvent }),
      create({ events: [{ entity: 'REGISTERED_MODEL' }] }, { differs: crashOnEvent }),
      create({ events: [{ entity: 'NOTHING', action: 'CREATED' }] }, { differs: crashOnEvent }),
      create({ events: ['registered_model.created'] }, { differs: crashOnEvent }),
      create({ events: created }),
      create({ name: 7 }),
      create({ url: 7 }),
      create({ description: 7 }),
      create({ secret: 7 }),
      create({ status: 7 }),
      create({ name: undefined }),
      create({ url: undefined }),
      create({ events: undefined }),
    ],
  },
  {
    title: 'events and states of a webhook in every spelling',
    calls: [
      create({ events: [{ entity: 1, action: 1 }] }),
      create({ status: 'DISABLED' }),
      create({ status: 'ACTIVE' }),
      create({ status: 'PAUSED' }),
      create({ status: '' }),
      create({ name: 'A.b_c-9', description: 'für 🚀' }),
      create({ name: 'a'.repeat(63) }),
      create({ events: [tagged, created] }),
      read,
    ],
  },
  {
    title: 'webhooks are listed in pages',
    calls: [
      create({ name: 'one' }),
      create({ name: 'two' }),
      create({ name: 'three' }),
      get('webhooks?max_results=2', { keep: { page: 'next_page_token' } }),
      get('webhooks?max_results=1&page_token=$page'),
      get('webhooks?max_results=0'),
      get('webhooks?max_results=1000'),
      get('webhooks?max_results=1001', { says: ['max_results'] }),
      get('webhooks?max_results=-1', { says: ['max_results'] }),
      get('webhooks?max_results=x', { says: ['max_results'] }),
      get('webhooks?page_token=x', { says: ['page_token'] }),
      get('webhooks?max_results=&page_token='),
    ],
  },
  {
    title: 'webhooks that are not there',
    calls: [
      get('webhooks/x', { says: ['x'] }),
      get('webhooks/00000000-0000-4000-8000-000000000000'),
      { send: 'PATCH webhooks/x', body: { name: '-' } },
      { send: 'PATCH webhooks/x', body: { name: 7 } },
      { send: 'DELETE webhooks/x' },
      post('webhooks/x/test', {}),
      post('webhooks/x/test', { event: created }),
      post('webhooks/x/test', { event: { entity: 'PROMPT', action: 'SET' } }),
    ],
  },
  {
    // last, as only one of the servers has the webhook then
    title: 'a webhook listens to an event once',
    calls: [create({ events: [created, created] }, { differs: eventTwice })],
  },
];
