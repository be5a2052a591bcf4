import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isCommand, runCommand } from './command.ts';

/** Names a folder with the programs of a Postgres 15. */
export const postgres15Variable = 'TRACKBRIDGE_TEST_PG15';

const debianFolder = '/usr/lib/postgresql/15/bin';

/**
 * The programs of the oldest Postgres we support: the folder {@link postgres15Variable} names, else Debian's. On a CI machine
 * where we are root and apt is there, Debian's package is installed first.
 * @returns the folder, or why there is none
 */
export async function findPostgres15(say: (line: string) => void): Promise<string | { missing: string }> {
  const folder = process.env[postgres15Variable] || debianFolder;
  if (existsSync(join(folder, 'postgres'))) return folder;
  if (folder === debianFolder && process.env['CI'] && process.getuid?.() === 0 && (await isCommand('apt-get'))) {
    say('postgres15: installing Debian’s postgresql-15');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await runCommand('apt-get', ['update', '-qq'], { env });
    await runCommand('apt-get', ['install', '-y', '-qq', 'postgresql-15'], { env });
    if (existsSync(join(folder, 'postgres'))) return folder;
  }
  return { missing: `there is no Postgres 15 in ${folder}; ${postgres15Variable} can name another folder of its programs` };
}
