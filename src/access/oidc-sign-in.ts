import type { Actor, Context } from '../context.ts';
import { BridgeError, invalid, show } from '../model/errors.ts';
import { checkUserName, type User } from '../model/user.ts';
import { findUserOf, insertIdentity } from '../store/identities.ts';
import { findUser } from '../store/users.ts';
import type { Claims, OidcOptions, OidcProvider, PendingLogin } from './oidc-provider.ts';
import { beginSession } from './sessions.ts';
import { badToken } from './sign-in.ts';
import { addUser, changeRole } from './users.ts';

/** How long somebody stays signed in, in seconds: a working day. */
export const oidcSessionSeconds = 43_200;
/** How long a sign-in at the provider may take, in seconds. */
export const pendingLoginSeconds = 600;
/** What is longer of a profile is left out, in UTF-16 units. */
const maxProfileText = 1_000;
/** Longest address to come back to, in UTF-16 units. */
const maxReturn = 2_000;
const ownerOfLogins = 'a sign-in';

/** A sign-in under way, as the browser keeps it: encrypted, so that only this installation can read or make one. */
interface KeptLogin extends PendingLogin {
  returnTo: string;
  /** In ms since the epoch. */
  endsAt: number;
}

/** The provider. @throws not_supported when none is configured */
function providerOf({ oidc }: Pick<Context, 'oidc'>): OidcProvider {
  if (oidc) return oidc;
  throw new BridgeError('not_supported', 'This server was not told of an OpenID provider; see --oidc-issuer.');
}

/**
 * Begins a sign-in at the provider.
 * @param returnTo path of this server to show afterwards
 * @returns where to send the browser, and what it is to keep until then under a name of this sign-in's own
 * @throws invalid for a path that is none, not_supported, unavailable
 */
export async function beginOidcSignIn(
  context: Pick<Context, 'oidc' | 'oidcLogins' | 'now'>,
  { redirectUri, returnTo }: { redirectUri: string; returnTo: string },
): Promise<{ url: string; name: string; kept: string }> {
  if (!returnTo.startsWith('/') || returnTo.length > maxReturn || /[\p{Cc}\\]/u.test(returnTo)) {
    throw invalid('return', `The address ${show(returnTo)} to come back to is no path of this server.`);
  }
  const { url, login } = await providerOf(context).begin(redirectUri);
  const kept: KeptLogin = { ...login, returnTo, endsAt: context.now().getTime() + pendingLoginSeconds * 1000 };
  return { url, name: login.state.slice(0, 8), kept: context.oidcLogins.seal(JSON.stringify(kept), ownerOfLogins) };
}

/** The name under which the browser keeps a sign-in, by the state the provider gave back. */
export function nameOfLogin(state: string | undefined): string {
  return (state ?? '').slice(0, 8);
}

/**
 * Ends a sign-in. Who comes for the first time becomes a user.
 * @param answer the redirect URI with the provider's parameters
 * @param kept what the browser kept; undefined when it has none for this answer
 * @returns the token of the session, and the path to show
 * @throws unauthenticated when anything does not fit, forbidden for somebody who may not come in, unavailable
 */
export async function finishOidcSignIn(
  context: Context,
  { answer, kept }: { answer: URL; kept: string | undefined },
): Promise<{ token: string; returnTo: string }> {
  const provider = providerOf(context);
  const login = readLogin(context, kept);
  const claims = await provider.finish(answer, login);
  const actor = await actorOf(context, provider.options, claims, { isWhole: true });
  const token = await beginSession({ ...context, actor }, { seconds: oidcSessionSeconds, shown: {} });
  return { token, returnTo: login.returnTo };
}

function readLogin({ oidcLogins, now }: Context, kept: string | undefined): KeptLogin {
  const text = kept === undefined ? undefined : oidcLogins.open(kept, ownerOfLogins);
  const login = text === undefined ? undefined : (JSON.parse(text) as KeptLogin);
  if (login && login.endsAt > now().getTime()) return login;
  throw new BridgeError('unauthenticated', 'This sign-in was not begun in this browser, or too long ago; begin it again.', {
    reason: 'oidc_refused',
  });
}

/** Who presents a token of the provider. @throws unauthenticated, forbidden, unavailable */
export async function actorOfOidcToken(context: Pick<Context, 'db' | 'now' | 'newId' | 'oidc'>, token: string): Promise<Actor> {
  const provider = providerOf(context);
  const claims = await provider.verify(token, context.now());
  if (claims === undefined) throw badToken();
  return await actorOf(context, provider.options, claims, { isWhole: false });
}

/** Where the browser signs out at the provider; undefined when there is no provider, or no such place. @throws unavailable */
export async function oidcLogoutUrl({ oidc }: Pick<Context, 'oidc'>): Promise<string | undefined> {
  return await oidc?.logoutUrl();
}

type UserContext = Pick<Context, 'db' | 'now' | 'newId'>;

/** @param options.isWhole whether the claims are all the provider says, so that a claim that is not there means "none" */
async function actorOf(
  context: UserContext,
  options: OidcOptions,
  claims: Claims,
  { isWhole }: { isWhole: boolean },
): Promise<Actor> {
  refuseDomain(options, claims);
  const identity = { issuer: options.issuer, subject: claims.sub };
  const known = () => findUserOf(context.db, identity);
  const user = (await known()) ?? (await welcome(context, options, claims).catch((error) => knownOr(known, error)));
  if (user.disabledAt !== null) throw new BridgeError('forbidden', `The user ${show(user.name)} is disabled on this server.`);
  const role = roleOf(options, claims, isWhole) ?? user.role;
  if (role !== user.role) await changeRole(context, { name: user.name, role });
  return { userId: user.id, name: user.name, role, basis: { userId: user.id, issuer: options.issuer } };
}

/** Who came for the first time twice at once is known by now. */
async function knownOr(known: () => Promise<User | undefined>, error: unknown): Promise<User> {
  const user = await known();
  if (user) return user;
  throw error;
}

function refuseDomain({ allowedDomains }: OidcOptions, { email, email_verified }: Claims): void {
  if (allowedDomains.length === 0) return;
  const domain = typeof email === 'string' && email_verified !== false ? email.split('@').at(-1)?.toLowerCase() : undefined;
  if (domain !== undefined && allowedDomains.some((allowed) => allowed.toLowerCase() === domain)) return;
  throw new BridgeError('forbidden', `Only people with an e-mail address at ${allowedDomains.join(', ')} may sign in.`);
}

/** Undefined where the provider has no say in it. */
function roleOf({ adminGroups, groupsClaim }: OidcOptions, claims: Claims, isWhole: boolean): User['role'] | undefined {
  const given = claims[groupsClaim];
  if (adminGroups.length === 0 || (given === undefined && !isWhole)) return undefined;
  const groups = Array.isArray(given) ? given : [given];
  return groups.some((group) => adminGroups.includes(group)) ? 'admin' : 'user';
}

/** Makes somebody who comes for the first time a user or, where that is allowed, the user of the name. */
async function welcome(context: UserContext, options: OidcOptions, claims: Claims): Promise<User> {
  const name = nameOf(options, claims);
  const identity = { issuer: options.issuer, subject: claims.sub };
  return await context.db.transaction(async (db) => {
    const there = await findUser(db, name);
    if (there && !options.linksUsers) throw nameIsTaken(name);
    const id = there?.user.id ?? (await addUser({ ...context, db }, { name, role: 'user', profile: profileOf(claims) }));
    if (!(await insertIdentity(db, identity, id))) throw nameIsTaken(name);
    return (await findUserOf(db, identity)) as User;
  });
}

function nameIsTaken(name: string): BridgeError {
  const message = `The name ${show(name)} is that of another user of this server; an admin can rename or remove that one.`;
  return new BridgeError('forbidden', message);
}

function nameOf({ nameClaim }: OidcOptions, claims: Claims): string {
  const name = claims[nameClaim] ?? claims['email'] ?? claims.sub;
  if (typeof name !== 'string') throw new BridgeError('forbidden', `The claim ${nameClaim} names nobody.`);
  checkUserName(name);
  return name;
}

function profileOf({ name, email, given_name, family_name, picture }: Claims) {
  const text = (value: unknown) => (typeof value === 'string' && value.length <= maxProfileText ? value : null);
  return {
    displayName: text(name) ?? '',
    email: text(email),
    givenName: text(given_name),
    familyName: text(family_name),
    avatar: text(picture),
  };
}
