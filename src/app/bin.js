#!/usr/bin/env node
// The way in, in plain JavaScript, so that any Node from 20 on can read it: finds a Node that runs the sources as they are
// (types stripped), or the built files of an installed package, and hands over to it.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NEEDED = 24;
const here = dirname(fileURLToPath(import.meta.url));
// an installed package brings built files, because Node strips no types below node_modules
const built = join(here, '..', '..', 'dist', 'src', 'app', 'cli.js');
const main = existsSync(built) ? built : join(here, 'cli.ts');

/** Major version of a Node program; 0 when it does not run. */
function majorOf(program) {
  const answer = spawnSync(program, ['--version'], { encoding: 'utf8' });
  return answer.status === 0 ? Number(/^v(\d+)/.exec(answer.stdout)?.[1] ?? 0) : 0;
}

/** The Node that the npm package `node` brought along; undefined when it was left out. */
function bundledNode() {
  try {
    const folder = dirname(createRequire(import.meta.url).resolve('node/package.json'));
    const program = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
    return majorOf(program) >= NEEDED ? program : undefined;
  } catch {
    return undefined;
  }
}

/** Runs the command line in another Node: same terminal, same signals, same exit code. */
function handOver(program) {
  // the channel carries nothing: it closes when this process is killed, and then a server stops instead of living on unseen
  const child = spawn(program, [main, ...process.argv.slice(2)], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  // a terminal sends Ctrl-C to both of us and the child must count it once; whatever comes to us alone is passed on
  process.on('SIGINT', () => {
    if (!process.stdin.isTTY) child.kill('SIGINT');
  });
  for (const signal of ['SIGTERM', 'SIGHUP', 'SIGUSR2']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    process.stderr.write(`trackbridge: ${program} does not start: ${error.message}\n`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
}

/** npm passes a signal to the shell it runs scripts in; the shell ends and tells nobody. An orphan of it stops as it was asked to. */
function stopWithParent() {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && process.kill(process.pid, 'SIGTERM'), 500).unref();
}

if (process.env.npm_lifecycle_event) stopWithParent();
if (Number(process.versions.node.split('.')[0]) >= NEEDED) {
  await import(main);
} else {
  const program = bundledNode();
  if (program === undefined) {
    process.stderr.write(
      `trackbridge needs Node ${NEEDED}, this is ${process.version}, and the npm package "node" that brings it is not installed ` +
        '(optional packages left out, or its download failed).\n' +
        `Run "npm install --include=optional" again, or start trackbridge with Node ${NEEDED} or newer.\n`,
    );
    process.exit(1);
  }
  handOver(program);
}
