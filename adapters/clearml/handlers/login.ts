import type { operations } from '../../../openapi/generated/clearml.ts';
import { findActor } from '../../../src/access/sessions.ts';
import { sessionTokenOf } from '../../../src/http/authenticate.ts';
import type { Handler } from '../../../src/http/door.ts';

/** Ways to sign in on a web page: by name and password, never as a guest; and whether the caller is signed in already. */
export const loginSupportedModes: Handler<operations['login.supported_modes']> = async ({ headers }, context) => {
  const token = sessionTokenOf(headers);
  return {
    authenticated: token !== undefined && (await findActor(context, token)) !== undefined,
    basic: { enabled: true, guest: { enabled: false } },
    sso: {},
    sso_providers: [],
    server_errors: { missed_es_upgrade: false, es_connection_error: false },
  };
};

/** The older form of the same question. */
export const authFixedUsersMode: Handler<operations['auth.fixed_users_mode']> = async () => ({ enabled: true });
