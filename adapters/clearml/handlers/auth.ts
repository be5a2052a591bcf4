import type { operations } from '../../../openapi/generated/clearml.ts';
import { actFor, beginSession, endSession, endSessionOf, findActor } from '../../../src/access/sessions.ts';
import { sessionTokenOf } from '../../../src/http/authenticate.ts';
import { AnswerWithHeaders, type Handler } from '../../../src/http/door.ts';
import { forgetToken, keepToken } from '../../../src/http/session-cookie.ts';
import { companyIdOf } from '../map/company.ts';
import { defaultSessionSeconds, sessionClaims } from '../map/session.ts';

/** Begins a session for whoever was authenticated; a session may so be begun by another. */
export const authLogin: Handler<operations['auth.login']> = async ({ body, baseUrl }, context) => {
  const seconds = body.expiration_sec ?? defaultSessionSeconds;
  const token = await beginSession(context, { seconds, shown: sessionClaims(context) });
  return new AnswerWithHeaders({ token }, keepToken(token, seconds, baseUrl));
};

/** Ends the session of the request. */
export const authLogout: Handler<operations['auth.logout']> = async (_input, context) => {
  await endSession(context);
  return new AnswerWithHeaders({}, forgetToken());
};

/** The same, for a browser whose session may have ended already. */
export const loginLogout: Handler<operations['login.logout']> = async ({ headers }, context) => {
  const token = sessionTokenOf(headers);
  if (token !== undefined) await endSessionOf(context, token);
  return new AnswerWithHeaders({}, forgetToken());
};

/** Whether the token of a session holds, and whose it is. */
export const authValidateToken: Handler<operations['auth.validate_token']> = async ({ body }, context) => {
  const actor = await findActor(context, body.token ?? '');
  return actor ? { valid: true, user: actor.userId, company: companyIdOf(context.workspaceId) } : { valid: false };
};

/** Begins a session for somebody else; it ends with the login of the admin who asked. */
export const authGetTokenForUser: Handler<operations['auth.get_token_for_user']> = async ({ body }, context) => {
  const actor = await actFor(context, context.actor, body.user ?? '');
  const shown = sessionClaims({ ...context, actor });
  return { token: await beginSession({ ...context, actor }, { seconds: body.expiration_sec ?? defaultSessionSeconds, shown }) };
};
