import type { Command } from 'commander';
import { withAccess } from './access.ts';
import { type AccessOptions, accessCommand, printDone, printTable } from './access-command.ts';

const columns = [
  'access_key',
  'kind',
  'user',
  'workspace',
  'label',
  'created_at',
  'expires_at',
  'revoked_at',
  'last_used_at',
  'last_used_from',
];

/** Adds `list` to a command about credentials. */
export function addListCommand(parent: Command): void {
  accessCommand(parent, 'list', `list ${parent.name()}, without their secrets`)
    .option('--user <name>', 'of this user only')
    .action(async (given: AccessOptions & { user?: string }) => {
      const all = await withAccess(given, (access) => access.listCredentials(given.user));
      printTable(
        given,
        columns,
        all.map((each) => [
          each.accessKey,
          each.kind,
          each.userName,
          each.workspace,
          each.label,
          each.createdAt,
          each.expiresAt,
          each.revokedAt,
          each.lastUsedAt,
          each.lastUsedFrom,
        ]),
      );
    });
}

/** Adds `revoke` to a command about credentials. @param thing what one of them is called */
export function addRevokeCommand(parent: Command, thing: string): void {
  accessCommand(parent, 'revoke <access-key>', `end a ${thing} for good, with all sessions begun by it`)
    .option('--user <name>', `refuse unless it is a ${thing} of this user`)
    .action(async (accessKey: string, given: AccessOptions & { user?: string }) => {
      await withAccess(given, (access) => access.revokeCredential(accessKey, given.user));
      printDone(given, { access_key: accessKey }, `The ${thing} ${accessKey} is revoked.`);
    });
}
