import type { Context } from '../context.ts';
import { BridgeError, invalid, notFound, show } from '../model/errors.ts';
import type { Credential, CredentialKind } from '../model/user.ts';
import * as store from '../store/credentials.ts';
import { findUser } from '../store/users.ts';
import { hashSecret, newAccessKey, newKeySecret } from './secrets.ts';
import { getWorkspace } from './workspaces.ts';

/** What a new machine credential is made from. */
export interface CredentialRequest {
  userName: string;
  kind: CredentialKind;
  /** Free text that tells credentials apart in lists. */
  label: string;
  /** Undefined: never. */
  expiresAt?: Date;
  /** Name of the workspace it is bound to. Undefined: that of the context; one of the default workspace may name any. */
  workspace?: string;
}

/** A new credential with its secret, which is shown this once. */
export interface NewCredential {
  accessKey: string;
  secret: string;
  /** Both halves in one text, for clients that send a bearer token. */
  token: string;
}

/**
 * Makes a credential for a user's machine; only its hash is stored.
 * @param context without an actor: for the command line
 * @throws not_found for the user or workspace, invalid when it would be expired, forbidden where the actor's own credential is bound to
 *   another workspace
 */
export async function createCredential(
  context: Pick<Context, 'db' | 'now' | 'workspaceId'> & Partial<Pick<Context, 'actor'>>,
  request: CredentialRequest,
): Promise<NewCredential> {
  if (request.expiresAt !== undefined && !(request.expiresAt > context.now())) {
    throw invalid('expires_at', `The time of expiry ${request.expiresAt.toISOString()} is not in the future.`);
  }
  const found = await findUser(context.db, request.userName);
  if (found === undefined) throw notFound('user', request.userName);
  const workspaceId = request.workspace === undefined ? context.workspaceId : (await getWorkspace(context, request.workspace)).id;
  const bound = context.actor?.workspaceId;
  if (bound !== undefined && bound !== workspaceId) {
    throw new BridgeError('forbidden', `A credential of one workspace makes none for another, ${show(request.workspace)}.`);
  }
  return await issueCredential({ ...context, workspaceId }, found.user.id, request);
}

/** Makes a credential for a user who is known to exist. */
export async function issueCredential(
  context: Pick<Context, 'db' | 'workspaceId'>,
  userId: string,
  { kind, label, expiresAt }: Omit<CredentialRequest, 'userName' | 'workspace'>,
): Promise<NewCredential> {
  const accessKey = newAccessKey();
  const secret = newKeySecret();
  await store.insertCredential(context.db, {
    accessKey,
    kind,
    userId,
    workspaceId: context.workspaceId,
    secretHash: hashSecret(secret),
    label,
    expiresAt: expiresAt ?? null,
  });
  return { accessKey, secret, token: joinToken({ name: accessKey, secret }) };
}

/** Credentials of one user, or of all, oldest first; revoked and expired ones included. */
export async function listCredentials(context: Pick<Context, 'db'>, userName?: string): Promise<Credential[]> {
  return await store.listCredentials(context.db, userName);
}

/**
 * Ends a credential from the next request on.
 * @param userName when given, the credential must be this user's
 * @throws not_found
 */
export async function revokeCredential(
  context: Pick<Context, 'db' | 'now'>,
  accessKey: string,
  userName?: string,
): Promise<void> {
  const isThere = await store.revokeCredential(context.db, accessKey, context.now(), userName);
  if (!isThere) throw notFound('credential', accessKey);
}

/** Gives a live credential of a user another label. @throws not_found */
export async function labelCredential(
  context: Pick<Context, 'db'>,
  change: { accessKey: string; userName: string; label: string },
): Promise<void> {
  if (!(await store.setCredentialLabel(context.db, change))) throw notFound('credential', change.accessKey);
}

/** The two halves of a credential as one bearer token. */
function joinToken(login: { name: string; secret: string }): string {
  return `${login.name}.${login.secret}`;
}

/** The two halves of a bearer token; undefined for a text that is none of ours. */
export function splitToken(token: string): { name: string; secret: string } | undefined {
  const dot = token.indexOf('.');
  return dot < 1 ? undefined : { name: token.slice(0, dot), secret: token.slice(dot + 1) };
}
