import { actFor } from '../../../src/access/sessions.ts';
import type { Actor, BaseContext } from '../../../src/context.ts';
import type { Call } from '../../../src/http/door.ts';
import { BridgeError } from '../../../src/model/errors.ts';
import { ApiError } from '../errors.ts';

/** Both name a user on whose behalf the call is made; a client sends one of them. */
const IMPERSONATE = 'x-clearml-impersonate-as';
const ACT = 'x-clearml-act-as';

/**
 * Says as whom a call is carried out: an admin may name another user in a header.
 * @throws ApiError 400/5 for both headers at once, 400/6 for who is no admin or a user nobody knows; a refusal of packed bodies
 */
export async function admit({ headers }: Call, actor: Actor | undefined, context: BaseContext): Promise<Actor | undefined> {
  if (headers['content-encoding'] !== undefined) {
    throw new BridgeError('not_supported', 'The body of a request must not be compressed.', { reason: 'content_encoding' });
  }
  const [impersonated, acted] = [headers[IMPERSONATE]?.toString(), headers[ACT]?.toString()];
  if (impersonated !== undefined && acted !== undefined) {
    throw new ApiError(400, 5, `only one of the headers ${IMPERSONATE} and ${ACT} can be given`);
  }
  const userId = impersonated ?? acted;
  if (userId === undefined || actor === undefined) return actor;
  if (actor.role !== 'admin') throw new ApiError(400, 6, 'only an admin can act for others');
  try {
    return await actFor(context, actor, userId);
  } catch (cause) {
    if (!(cause instanceof BridgeError) || cause.code !== 'not_found') throw cause;
    throw new ApiError(400, 6, 'unknown user', { id: userId }, cause);
  }
}
