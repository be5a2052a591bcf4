import { text } from 'node:stream/consumers';
import { Command } from 'commander';
import { newSecret } from '../access/secrets.ts';
import { toGrantKind, toPermission } from '../model/permission.ts';
import { withAccess } from './access.ts';
import { type AccessOptions, accessCommand, printDone, printTable } from './access-command.ts';

/** `users ...`: who may sign in. A running server sees every change at the next request. */
export function usersCommand(): Command {
  const users = new Command('users').description('add, list and remove the users who may sign in');
  accessCommand(users, 'add <name>', 'add a user with a random password, shown once')
    .option('--admin', 'the user may administer the server')
    .option('--password-stdin', 'read the password from standard input instead')
    .action(async (name: string, given: AccessOptions & { admin?: boolean; passwordStdin?: boolean }) => {
      const password = await choosePassword(given.passwordStdin);
      await withAccess(given, (access) =>
        access.addUser({ name, password: password.text, role: given.admin ? 'admin' : 'user' }),
      );
      printDone(given, { name, ...password.shown }, `User ${name} added.`);
    });
  accessCommand(users, 'list', 'list all users').action(async (given: AccessOptions) => {
    const all = await withAccess(given, (access) => access.listUsers());
    printTable(
      given,
      ['name', 'role', 'created_at', 'disabled_at'],
      all.map((user) => [user.name, user.role, user.createdAt, user.disabledAt]),
    );
  });
  accessCommand(users, 'disable <name>', 'refuse every login of a user').action(async (name: string, given: AccessOptions) => {
    await withAccess(given, (access) => access.disableUser(name));
    printDone(given, { name }, `User ${name} disabled.`);
  });
  accessCommand(users, 'enable <name>', 'let a disabled user sign in again').action(
    async (name: string, given: AccessOptions) => {
      await withAccess(given, (access) => access.enableUser(name));
      printDone(given, { name }, `User ${name} enabled.`);
    },
  );
  accessCommand(users, 'delete <name>', 'remove a user and all tokens; what the user recorded stays').action(
    async (name: string, given: AccessOptions) => {
      await withAccess(given, (access) => access.deleteUser(name));
      printDone(given, { name }, `User ${name} deleted.`);
    },
  );
  accessCommand(users, 'passwd <name>', "replace a user's password by a random one, shown once")
    .option('--password-stdin', 'read the password from standard input instead')
    .action(async (name: string, given: AccessOptions & { passwordStdin?: boolean }) => {
      const password = await choosePassword(given.passwordStdin);
      await withAccess(given, (access) => access.changePassword({ name, password: password.text }));
      printDone(given, { name, ...password.shown }, `Password of ${name} changed.`);
    });
  accessCommand(
    users,
    'grant <name> <kind> <thing> <permission>',
    'give a user read, use, edit, manage or deny on something',
  ).action(async (name: string, kind: string, thing: string, permission: string, given: AccessOptions) => {
    const grant = { userName: name, kind: toGrantKind(kind), name: thing, permission: toPermission(permission) };
    await withAccess(given, (access) => access.grant(grant));
    printDone(given, { name, kind, thing, permission }, `User ${name} may ${permission} ${kind} ${thing}.`);
  });
  accessCommand(users, 'revoke <name> <kind> <thing>', 'take away what a user alone is given on something').action(
    async (name: string, kind: string, thing: string, given: AccessOptions) => {
      await withAccess(given, (access) => access.revoke({ userName: name, kind: toGrantKind(kind), name: thing }));
      printDone(given, { name, kind, thing }, `What ${name} alone was given on ${kind} ${thing} is taken away.`);
    },
  );
  accessCommand(users, 'rights <name>', 'list everything a user is given, alone and through roles').action(
    async (name: string, given: AccessOptions) => {
      const rights = await withAccess(given, (access) => access.listRights(name));
      printTable(
        given,
        ['kind', 'thing', 'permission', 'role', 'workspace'],
        rights.map((right) => [right.kind, right.name, right.permission, right.role, right.workspace]),
      );
    },
  );
  return users;
}

/** A password from standard input, its line end left out, or a random one, which is then to be shown. */
async function choosePassword(fromInput: boolean | undefined): Promise<{ text: string; shown: { password?: string } }> {
  if (fromInput) return { text: (await text(process.stdin)).replace(/\r?\n$/, ''), shown: {} };
  const password = newSecret();
  return { text: password, shown: { password } };
}
