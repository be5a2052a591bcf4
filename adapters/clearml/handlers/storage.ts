import type { operations } from '../../../openapi/generated/clearml.ts';
import type { Handler } from '../../../src/http/door.ts';
import * as tracking from '../../../src/tracking/storage-settings.ts';
import { toDateText } from '../map/date.ts';

const providers = ['aws', 'google', 'azure'] as const;

/** What people noted of object stores. Secrets are never shown: they are not kept. */
export const storageGetSettings: Handler<operations['storage.get_settings']> = async (_input, context) => {
  const known = await tracking.readStorageSettings(context);
  return known ? { ...known.settings, last_update: toDateText(known.changedAt) } : {};
};

export const storageSetSettings: Handler<operations['storage.set_settings']> = async ({ body }, context) => {
  const given = providers.filter((provider) => body[provider] !== undefined);
  if (given.length === 0) return { updated: 0 };
  await tracking.setStorageSettings(context, Object.fromEntries(given.map((provider) => [provider, body[provider]])));
  return { updated: 1 };
};

/** Forgets the settings of the providers named, or of all. */
export const storageResetSettings: Handler<operations['storage.reset_settings']> = async ({ body }, context) => ({
  updated: (await tracking.resetStorageSettings(context, body.keys ?? providers)) ? 1 : 0,
});
