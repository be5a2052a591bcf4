import { Command } from 'commander';
import { BridgeError } from '../model/errors.ts';
import { backupCommand, restoreCommand } from './backup-command.ts';
import { credentialsCommand } from './credentials-command.ts';
import { databaseCommand } from './database-command.ts';
import { gcCommand } from './gc-command.ts';
import { serveCommand } from './serve-command.ts';
import { tokensCommand } from './tokens-command.ts';
import { usersCommand } from './users-command.ts';
import { ownVersion } from './version.ts';

/** Every command, in the order the help lists them. */
const commands = [
  serveCommand,
  databaseCommand,
  backupCommand,
  restoreCommand,
  gcCommand,
  usersCommand,
  credentialsCommand,
  tokensCommand,
];

const program = new Command('trackbridge')
  .description('One server on one Postgres that unchanged MLflow and ClearML clients log to.')
  .version(ownVersion(), '--version', 'show the version')
  .helpOption('--help', 'show this help')
  .helpCommand(false)
  .showHelpAfterError('(--help lists what is possible)')
  .addHelpText(
    'after',
    '\ntrackbridge <command> --help shows the options of a command, with defaults and environment variables.',
  );
for (const make of commands) program.addCommand(make());

try {
  await program.parseAsync();
} catch (error) {
  // an error we throw on purpose is a sentence for a person; anything else is a fault of ours and keeps its trace
  process.stderr.write(
    error instanceof BridgeError
      ? `trackbridge: ${error.message}\n`
      : `${String(error instanceof Error ? error.stack : error)}\n`,
  );
  process.exitCode = 1;
}
