import { Command } from 'commander';
import { invalid, show } from '../model/errors.ts';
import { withAccess } from './access.ts';
import { type AccessOptions, accessCommand, printDone } from './access-command.ts';
import { addListCommand, addRevokeCommand } from './credential-subcommands.ts';

const dayMs = 86_400_000;

/** What `tokens create` is given. */
interface TokenOptions {
  user: string;
  label: string;
  workspace?: string;
  expiresInDays?: string;
  keyPair?: boolean;
}

/** `tokens ...`: secrets for machines, each of a user. A running server sees every change at the next request. */
export function tokensCommand(): Command {
  const tokens = new Command('tokens').description("make, list and revoke the secrets that users' machines sign in with");
  accessCommand(
    tokens,
    'create',
    'make a token for a user, shown once: MLFLOW_TRACKING_TOKEN, or access key and secret as user and password',
  )
    .requiredOption('--user <name>', 'whose token it is')
    .option('--label <text>', 'what tells it apart in lists', '')
    .option('--workspace <name>', 'the only workspace it works in; default: the default one, from where it may name any')
    .option('--expires-in-days <number>', 'how long it works; default: until revoked')
    .option('--key-pair', 'for a client that wants an access key and a secret')
    .action(async (given: AccessOptions & TokenOptions) => {
      const { user: userName, label, keyPair, workspace } = given;
      const expiresAt = readExpiry(given.expiresInDays);
      const kind = keyPair ? 'key_pair' : 'token';
      const made = await withAccess(given, (access) => access.createCredential({ userName, kind, label, expiresAt, workspace }));
      const pair = { access_key: made.accessKey, secret: made.secret };
      printDone(
        given,
        { user: userName, ...pair, ...(keyPair ? {} : { token: made.token }) },
        `Made for ${userName}, not shown again.`,
      );
    });
  addListCommand(tokens);
  addRevokeCommand(tokens, 'token');
  return tokens;
}

function readExpiry(days: string | undefined): Date | undefined {
  if (days === undefined) return undefined;
  if (!/^[1-9]\d{0,4}$/.test(days)) {
    throw invalid('expires_in_days', `--expires-in-days=${show(days)} is no whole number of days from 1 to 99999.`);
  }
  return new Date(Date.now() + Number(days) * dayMs);
}
