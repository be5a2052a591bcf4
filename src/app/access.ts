import { randomUUID } from 'node:crypto';
import { defaultActor } from '../access/authorize.ts';
import {
  type CredentialRequest,
  createCredential,
  listCredentials,
  type NewCredential,
  revokeCredential,
} from '../access/credentials.ts';
import { listRights, type Right, revokeFromUser, setUserGrant, type UserGrant } from '../access/grants.ts';
import { freeGuard } from '../access/guard.ts';
import { addUser, changePassword, deleteUser, disableUser, enableUser, ensureDefaultUser, listUsers } from '../access/users.ts';
import type { Credential, Role, User } from '../model/user.ts';
import { DEFAULT_WORKSPACE_ID } from '../model/workspace.ts';
import { migrate } from '../store/migrate.ts';
import { remoteAccess } from './access-remote.ts';
import { readRemoteConfig, readStorageConfig } from './config.ts';
import { type DatabaseSource, openDatabaseSource } from './database-source.ts';
import { makeLogger } from './logger.ts';
import type { Given } from './settings.ts';

/** What commands do with users and credentials, whichever way they reach the server. */
export interface Access {
  addUser(user: { name: string; password: string; role: Role }): Promise<void>;
  /** Every user, by name. */
  listUsers(): Promise<Omit<User, 'id'>[]>;
  changePassword(change: { name: string; password: string }): Promise<void>;
  disableUser(name: string): Promise<void>;
  enableUser(name: string): Promise<void>;
  deleteUser(name: string): Promise<void>;
  /** Gives a user something, in place of what they alone are given there. */
  grant(grant: UserGrant): Promise<void>;
  /** Takes away what a user alone is given. */
  revoke(grant: Omit<UserGrant, 'permission'>): Promise<void>;
  /** Everything a user is given, alone and through roles. */
  listRights(userName: string): Promise<Right[]>;
  /** Without a name: for whoever asks, which is the first admin where the database is opened. */
  createCredential(
    request: Omit<CredentialRequest, 'userName'> & { userName: string | undefined },
  ): Promise<NewCredential & { userName: string }>;
  listCredentials(userName?: string): Promise<Credential[]>;
  revokeCredential(accessKey: string, userName?: string): Promise<void>;
}

/**
 * Works on users and credentials: through the server that was named, or else on the database itself, joining the embedded Postgres
 * of a running server or starting it for the moment.
 */
export async function withAccess<T>(given: Given, work: (access: Access) => Promise<T>): Promise<T> {
  const remote = readRemoteConfig(given);
  if (remote) return await work(remoteAccess(remote));
  const config = readStorageConfig(given);
  const source = await openDatabaseSource(config, makeLogger(config.logLevel), { connections: 1 });
  try {
    // users may be added before the server's first start
    await migrate(source.db, source.url);
    return await work(directAccess(source.db));
  } finally {
    await source.close();
  }
}

function directAccess(db: DatabaseSource['db']): Access {
  const newId = () => randomUUID().replaceAll('-', '');
  const context = {
    db,
    now: () => new Date(),
    newId,
    workspaceId: DEFAULT_WORKSPACE_ID,
    actor: defaultActor,
    guard: freeGuard,
  };
  return {
    addUser: async (user) => void (await addUser(context, user)),
    listUsers: () => listUsers(context),
    changePassword: (change) => changePassword(context, change),
    disableUser: (name) => disableUser(context, name),
    enableUser: (name) => enableUser(context, name),
    deleteUser: (name) => deleteUser(context, name),
    grant: (grant) => setUserGrant(context, grant),
    revoke: (grant) => revokeFromUser(context, grant),
    listRights: (userName) => listRights(context, userName),
    async createCredential(request) {
      // before the first start nobody is there yet whose it could be
      const userName = request.userName ?? (await ensureDefaultUser(context));
      return { ...(await createCredential(context, { ...request, userName })), userName };
    },
    listCredentials: (userName) => listCredentials(context, userName),
    revokeCredential: (accessKey, userName) => revokeCredential(context, accessKey, userName),
  };
}
