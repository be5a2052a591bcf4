import type { Family, Make } from '../sequence.ts';
import type { World } from '../world.ts';

const events = [
  { entity: 'REGISTERED_MODEL', action: 'CREATED' },
  { entity: 'MODEL_VERSION', action: 'CREATED' },
  { entity: 'MODEL_VERSION_TAG', action: 'SET' },
  { entity: 'PROMPT', action: 'CREATED' },
  { entity: 'REGISTERED_MODEL', action: 'SET' },
];

/** Addresses, for names would be looked up. */
const urls = ['https://8.8.8.8/hook', 'https://8.8.8.8:8443/a?b=c', 'http://8.8.8.8/', 'ftp://8.8.8.8', 'no url'];

const createWebhook: Make = (world) => ({
  operation: 'createWebhook',
  fields: {
    name: world.chance.one([`hook-${world.serial()}`, 'a b']),
    description: world.chance.one(['tells', undefined]),
    url: world.chance.happens(0.7) ? urls[0] : world.chance.one(urls),
    events: world.chance.happens(0.8) ? events.slice(0, 1 + world.chance.below(3)) : world.chance.some(events),
    secret: world.chance.one(['s3cret', undefined]),
    status: world.chance.one(['ACTIVE', 'DISABLED', undefined]),
  },
  learn: [{ kind: 'webhook', at: 'webhook.webhook_id' }],
});

const ofWebhook = (operation: string, more: (world: World) => Record<string, unknown> = () => ({})): Make => {
  return (world) => ({ operation, fields: { webhook_id: world.any('webhook'), ...more(world) } });
};

/** Webhooks as they are kept; nothing is sent to them, for nothing they listen to happens. */
export const webhooks: Family = {
  setup: [createWebhook],
  moves: [
    [4, createWebhook],
    [4, ofWebhook('getWebhook')],
    [1, ofWebhook('deleteWebhook')],
    [
      3,
      ofWebhook('updateWebhook', (world) => ({
        name: world.chance.one(['other', undefined]),
        description: world.chance.one(['again', '', undefined]),
        url: world.chance.one([...urls, undefined]),
        events: world.chance.happens(0.3) ? world.chance.some(events) : undefined,
        status: world.chance.one(['ACTIVE', 'DISABLED', undefined]),
      })),
    ],
  ],
};
