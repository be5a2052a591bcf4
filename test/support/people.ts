import { createCredential } from '../../src/access/credentials.ts';
import { addUser } from '../../src/access/users.ts';
import type { Role } from '../../src/model/user.ts';
import { DEFAULT_WORKSPACE_ID, DEFAULT_WORKSPACE_NAME } from '../../src/model/workspace.ts';
import type { TestApp } from './app.ts';
import { newId } from './new-id.ts';

/** Somebody who signs in by a password, and by a token that costs no hashing. */
export interface Person {
  id: string;
  name: string;
  password: string;
  /** Header of a request. */
  authorization: string;
  /** What the ClearML SDK signs in with. */
  accessKey: string;
  secret: string;
}

/** Adds a user to an application. */
export async function addPerson({ db }: Pick<TestApp, 'db'>, name: string, role: Role = 'user'): Promise<Person> {
  const workspaces = { areOn: false, root: '' };
  const place = { workspaceId: DEFAULT_WORKSPACE_ID, workspaceName: DEFAULT_WORKSPACE_NAME, workspaces };
  const access = { db, now: () => new Date(), newId, ...place };
  const password = `the password of ${name}`;
  const id = await addUser(access, { name, password, role });
  const made = await createCredential(access, { userName: name, kind: 'token', label: '' });
  const pair = await createCredential(access, { userName: name, kind: 'key_pair', label: '' });
  return { id, name, password, authorization: `Bearer ${made.token}`, accessKey: pair.accessKey, secret: pair.secret };
}
