import type { operations } from '../../../openapi/generated/clearml.ts';
import { createCredential, labelCredential, listCredentials, revokeCredential } from '../../../src/access/credentials.ts';
import type { Handler } from '../../../src/http/door.ts';

/** Makes a key pair for the caller; its secret is in this answer and nowhere else. */
export const authCreateCredentials: Handler<operations['auth.create_credentials']> = async ({ body }, context) => {
  const label = body.label ?? '';
  const made = await createCredential(context, { userName: context.actor.name, kind: 'key_pair', label });
  return { credentials: { access_key: made.accessKey, secret_key: made.secret, label } };
};

/** The caller's credentials that work, without their secrets. */
export const authGetCredentials: Handler<operations['auth.get_credentials']> = async (_input, context) => {
  const all = await listCredentials(context, context.actor.name);
  const now = context.now();
  const live = all.filter(({ revokedAt, expiresAt }) => revokedAt === null && (expiresAt === null || expiresAt > now));
  return {
    credentials: live.map(({ accessKey, label, lastUsedAt, lastUsedFrom }) => ({
      access_key: accessKey,
      label,
      ...(lastUsedAt !== null && { last_used: lastUsedAt.toISOString().replace('Z', '000+00:00') }),
      ...(lastUsedFrom !== null && { last_used_from: lastUsedFrom }),
    })),
  };
};

/** Gives a credential of the caller another label. */
export const authEditCredentials: Handler<operations['auth.edit_credentials']> = async ({ body }, context) => {
  const { access_key: accessKey = '', label } = body;
  await labelCredential(context, { accessKey, label: label ?? '', userName: context.actor.name });
  return { updated: 1 };
};

/** Ends a credential of the caller, and every session that rests on it. */
export const authRevokeCredentials: Handler<operations['auth.revoke_credentials']> = async ({ body }, context) => {
  await revokeCredential(context, body.access_key ?? '', context.actor.name);
  return { revoked: 1 };
};
