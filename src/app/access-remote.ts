import type { components } from '../../openapi/generated/bridge.ts';
import { BridgeError, type ErrorCode } from '../model/errors.ts';
import { toGrantKind, toPermission } from '../model/permission.ts';
import type { Access } from './access.ts';
import type { RemoteConfig } from './config.ts';

type Wire = components['schemas'];

/** How long a server may take to answer, in milliseconds. */
const PATIENCE_MS = 30_000;

/** Users and credentials of a running server, through its own interface, as whoever the configuration names. */
export function remoteAccess(remote: RemoteConfig): Access {
  const ask = <Answer>(method: string, path: string, body?: object) => askServer<Answer>(remote, method, path, body);
  const userPath = (name: string) => `users/${encodeURIComponent(name)}`;
  const ofUser = (name: string | undefined) => (name === undefined ? '' : `?user=${encodeURIComponent(name)}`);
  return {
    addUser: async ({ name, role, password }) => void (await ask('POST', 'users', { name, role, password })),
    listUsers: async () => {
      const { users } = await ask<Wire['UserList']>('GET', 'users');
      return users.map(({ name, role, created_at, disabled_at }) => ({
        name,
        role,
        createdAt: new Date(created_at),
        disabledAt: toDate(disabled_at),
      }));
    },
    changePassword: async ({ name, password }) => void (await ask('PATCH', userPath(name), { password })),
    disableUser: async (name) => void (await ask('PATCH', userPath(name), { disabled: true })),
    enableUser: async (name) => void (await ask('PATCH', userPath(name), { disabled: false })),
    deleteUser: async (name) => void (await ask('DELETE', userPath(name))),
    grant: async ({ userName, kind, name, permission }) =>
      void (await ask('POST', `${userPath(userName)}/rights`, { kind, thing: name, permission })),
    revoke: async ({ userName, kind, name }) => void (await ask('POST', `${userPath(userName)}/rights`, { kind, thing: name })),
    listRights: async (userName) => {
      const { rights } = await ask<Wire['RightList']>('GET', `${userPath(userName)}/rights`);
      return rights.map(({ kind, thing, permission, role, workspace }) => ({
        kind: toGrantKind(kind),
        name: thing,
        permission: toPermission(permission),
        role,
        workspace,
      }));
    },
    createCredential: async ({ userName, kind, label, expiresAt, workspace }) => {
      const request = { user: userName, workspace, kind, label, expires_at: expiresAt?.toISOString() };
      const made = await ask<Wire['MadeCredential']>('POST', 'credentials', request);
      return { userName: made.user, accessKey: made.access_key, secret: made.secret, token: made.token };
    },
    listCredentials: async (userName) => {
      const { credentials } = await ask<Wire['CredentialList']>('GET', `credentials${ofUser(userName)}`);
      return credentials.map((each) => ({
        accessKey: each.access_key,
        kind: each.kind,
        userName: each.user,
        workspace: each.workspace,
        label: each.label,
        createdAt: new Date(each.created_at),
        expiresAt: toDate(each.expires_at),
        revokedAt: toDate(each.revoked_at),
        lastUsedAt: toDate(each.last_used_at),
        lastUsedFrom: each.last_used_from,
      }));
    },
    revokeCredential: async (accessKey, userName) =>
      void (await ask('DELETE', `credentials/${encodeURIComponent(accessKey)}${ofUser(userName)}`)),
  };
}

function toDate(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}

/** @throws what the server says; unavailable when it does not answer or is no trackbridge */
async function askServer<Answer>({ url, login }: RemoteConfig, method: string, path: string, body?: object): Promise<Answer> {
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  if (login) {
    headers['authorization'] = `Basic ${Buffer.from(`${login.accessKey}:${login.secretKey}`).toString('base64')}`;
  }
  const response = await fetch(`${url}/bridge/v1/${path}`, {
    method,
    headers,
    body: body && JSON.stringify(body),
    // a login goes to the address that was given and nowhere else
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch((cause: unknown) => {
    throw new BridgeError('unavailable', `The server at ${url} does not answer.`, { cause });
  });
  const answer = (await response.json().catch(() => undefined)) as
    | (Answer & { error?: { code: ErrorCode; message: string; field?: string } })
    | undefined;
  if (answer === undefined) {
    throw new BridgeError('unavailable', `The server at ${url} is no trackbridge: it answers ${response.status} without JSON.`);
  }
  if (response.ok) return answer;
  const { code, message, field } = answer.error ?? { code: 'internal', message: `status ${response.status}`, field: undefined };
  const hint = code === 'unauthenticated' ? ' Set TRACKBRIDGE_ACCESS_KEY and TRACKBRIDGE_SECRET_KEY.' : '';
  throw new BridgeError(code, `The server at ${url} says: ${message}${hint}`, { field });
}
