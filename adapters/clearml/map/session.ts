import type { Context } from '../../../src/context.ts';
import { companyOf } from './company.ts';
import { apiVersion, serverVersion } from './version.ts';

/** How long a token lasts when the client does not say, in seconds: 30 days. */
export const defaultSessionSeconds = 2_592_000;

/** What clients read in a token. Any other `feature_set` makes them call what only the paid server has. */
export function sessionClaims(context: Pick<Context, 'actor' | 'workspaceId' | 'workspaceName'>): Record<string, unknown> {
  const company = companyOf(context);
  const { userId, name, role } = context.actor;
  return {
    auth_type: 'Bearer',
    identity: { user: userId, company: company.id, role, user_name: name, company_name: company.name },
    env: '<unknown>',
    api_version: apiVersion,
    server_version: serverVersion,
    server_build: '',
    feature_set: 'basic',
  };
}
