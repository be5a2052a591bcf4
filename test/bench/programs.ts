import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runOrThrow } from '../support/command.ts';
import { projectRoot } from '../support/project.ts';

/** The servers we compare with. */
export type PeerName = 'mlflow' | 'fasttrackml';

const peers = {
  mlflow: { packages: ['mlflow==3.17.2', 'psycopg2-binary==2.9.11'], program: 'mlflow', variable: 'TRACKBRIDGE_BENCH_MLFLOW' },
  fasttrackml: { packages: ['fasttrackml==0.6.0'], program: 'fml', variable: 'TRACKBRIDGE_BENCH_FASTTRACKML' },
} as const satisfies Record<PeerName, unknown>;

/**
 * The program of a peer: the one its variable names, else one installed by pip under `.cache/bench`.
 * @throws Error of Python or pip when it cannot be installed
 */
export async function findPeer(name: PeerName, say: (line: string) => void): Promise<string> {
  const { packages, program, variable } = peers[name];
  const given = process.env[variable];
  if (given) return given;
  const hash = createHash('sha256').update(packages.join()).digest('hex').slice(0, 8);
  const folder = join(projectRoot, '.cache/bench', `${name}-${hash}`);
  const path = join(folder, 'bin', program);
  if (existsSync(path)) return path;
  say(`installing ${packages.join(' ')} (${variable} can name a program instead)`);
  await runOrThrow('python3', ['-m', 'venv', '--clear', folder]);
  await runOrThrow(join(folder, 'bin/python'), ['-m', 'pip', 'install', '--quiet', ...packages]);
  return path;
}
