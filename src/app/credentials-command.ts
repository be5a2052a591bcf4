import { Command } from 'commander';
import { withAccess } from './access.ts';
import { type AccessOptions, accessCommand, printDone } from './access-command.ts';
import { addListCommand, addRevokeCommand } from './credential-subcommands.ts';

/** `credentials ...`: key pairs of users, for ClearML clients and for HTTP Basic. A running server sees every change at the next request. */
export function credentialsCommand(): Command {
  const credentials = new Command('credentials').description(
    'make, list and revoke the key pairs that ClearML clients sign in with',
  );
  accessCommand(
    credentials,
    'create',
    'make a key pair; its secret is shown once: credentials { access_key, secret_key } in clearml.conf',
  )
    .option('--user <name>', 'whose it is; default: the first admin, with --url the caller')
    .option('--label <text>', 'what tells it apart in lists', '')
    .option('--workspace <name>', 'the only workspace it works in; default: the default one, from where it may name any')
    .action(async (given: AccessOptions & { user?: string; label: string; workspace?: string }) => {
      const { user, label, workspace } = given;
      const request = { userName: user, kind: 'key_pair', label, workspace } as const;
      const made = await withAccess(given, (access) => access.createCredential(request));
      printDone(
        given,
        { user: made.userName, label: given.label, access_key: made.accessKey, secret_key: made.secret },
        `Made for ${made.userName}, not shown again.`,
      );
    });
  addListCommand(credentials);
  addRevokeCommand(credentials, 'key pair');
  return credentials;
}
