import type { operations } from '../../../openapi/generated/bridge.ts';
import {
  beginOidcSignIn,
  finishOidcSignIn,
  nameOfLogin,
  oidcLogoutUrl,
  oidcSessionSeconds,
  pendingLoginSeconds,
} from '../../access/oidc-sign-in.ts';
import { beginSession, endSessionOf } from '../../access/sessions.ts';
import { sessionTokenOf } from '../../http/authenticate.ts';
import { AnswerWithHeaders, type Handler, Reply } from '../../http/door.ts';
import { cookieNamed, forgetToken, keepCookie, keepToken } from '../../http/session-cookie.ts';
import { signInPage } from '../sign-in-page.ts';

const callbackPath = '/login/oidc/callback';
/** The cookies of sign-ins under way, one each: a browser may have several windows. */
const loginCookie = (name: string) => `trackbridge_login_${name}`;

function goTo(url: string, headers: Record<string, string>): Reply {
  return new Reply(303, { location: url, 'cache-control': 'no-store', ...headers });
}

export const serveSignIn: Handler<operations['serveSignIn']> = async (_input, { oidc }) => {
  const password = { to: 'login/password', text: 'Sign in with a password' };
  const elsewhere = oidc ? [{ to: 'login/oidc', text: `Sign in at ${new URL(oidc.options.issuer).host}` }] : [];
  return signInPage(200, '', 'Sign in', 'You are not signed in to this server.', [...elsewhere, password]);
};

/** Sends the browser to the OpenID provider. */
export const beginSignIn: Handler<operations['beginSignIn']> = async ({ query, baseUrl }, context) => {
  const returnTo = query.return || '/';
  const { url, name, kept } = await beginOidcSignIn(context, { redirectUri: baseUrl + callbackPath, returnTo });
  return goTo(url, keepCookie(loginCookie(name), kept, pendingLoginSeconds, baseUrl));
};

/** Where the provider sends the browser back to. */
export const finishSignIn: Handler<operations['finishSignIn']> = async ({ query, headers, baseUrl }, context) => {
  const answer = new URL(baseUrl + callbackPath);
  for (const [name, value] of Object.entries(query)) if (value !== undefined) answer.searchParams.set(name, value);
  const kept = cookieNamed(loginCookie(nameOfLogin(query.state)), headers.cookie);
  const { token, returnTo } = await finishOidcSignIn(context, { answer, kept });
  return goTo(baseUrl + returnTo, keepToken(token, oidcSessionSeconds, baseUrl));
};

/** For people of this server, whose browser asks for the name and password by itself. */
export const signInWithPassword: Handler<operations['signInWithPassword']> = async ({ baseUrl }, context) => {
  const token = await beginSession(context, { seconds: oidcSessionSeconds, shown: {} });
  return goTo(`${baseUrl}/`, keepToken(token, oidcSessionSeconds, baseUrl));
};

/** Ends the session of the browser; the page then leads to where people sign out at the provider. */
export const signOut: Handler<operations['signOut']> = async ({ headers }, context) => {
  const token = sessionTokenOf(headers);
  if (token !== undefined) await endSessionOf(context, token);
  return new AnswerWithHeaders({ next: (await oidcLogoutUrl(context)) ?? 'login' }, forgetToken());
};

export const getSession: Handler<operations['getSession']> = async (_input, { actor }) => ({
  name: actor.name,
  role: actor.role,
  ends: actor.session !== undefined,
});
