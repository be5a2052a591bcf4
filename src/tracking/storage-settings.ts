import type { Context } from '../context.ts';
import * as store from '../store/storage-settings.ts';

/** Fields that hold what opens a store, at any depth. */
const secretFields: ReadonlySet<string> = new Set(['secret', 'token', 'credentials_json', 'account_key']);

/**
 * Settings without what opens a store. Nothing of this server goes to other stores in the name of its users, so such a secret
 * would only lie in the database and in its backups: it is not kept.
 */
function withoutSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([name]) => !secretFields.has(name));
  return Object.fromEntries(kept.map(([name, inner]) => [name, withoutSecrets(inner)]));
}

/** Settings of object stores by provider, without secrets. */
export function readStorageSettings(context: Context): Promise<store.StorageSettings | undefined> {
  return store.readStorageSettings(context.db, context.workspaceId);
}

/** Sets what is known of the stores of some providers; secrets are dropped. */
export async function setStorageSettings(context: Context, settings: Readonly<Record<string, unknown>>): Promise<void> {
  const kept = Object.entries(settings).map(([provider, given]) => [provider, withoutSecrets(given)]);
  await store.writeStorageSettings(context.db, context.workspaceId, Object.fromEntries(kept), context.now());
}

/** Forgets the settings of some providers. @returns whether there were any settings */
export function resetStorageSettings(context: Context, providers: readonly string[]): Promise<boolean> {
  return store.removeStorageSettings(context.db, context.workspaceId, providers, context.now());
}
