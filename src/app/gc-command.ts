import { Command } from 'commander';
import { invalid, show } from '../model/errors.ts';
import { migrate } from '../store/migrate.ts';
import { collectGarbage, type GarbageReport, measureGarbage } from '../tracking/collect-garbage.ts';
import { openBaseContext, ownContext } from './base-context.ts';
import { readStorageConfig } from './config.ts';
import { openDatabaseSource } from './database-source.ts';
import { makeLogger } from './logger.ts';
import { mib } from './progress.ts';
import { addSettings } from './setting-options.ts';
import { type Given, storageSettings } from './settings.ts';

type GcOptions = Given & { olderThan?: string; dryRun?: boolean };

const unitMs = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000 };
/** How often progress is shown, in milliseconds. */
const TERMINAL_MS = 200;
const LINES_MS = 10_000;

/** `gc`. */
export function gcCommand(): Command {
  const command = new Command('gc')
    .description('delete for good what was deleted: runs, their files, models and empty experiments; servers go on working')
    .option(
      '--older-than <age>',
      'only what was deleted at least this long ago, for instance 30d or 1d2h3m4s (default: everything)',
    )
    .option('--dry-run', 'only say what would go')
    .action(runGc);
  return addSettings(command, 'Where data lie:', storageSettings);
}

/** An age such as `1d2h3m4s` in milliseconds. @throws invalid */
export function readAge(text: string): number {
  const match = /^(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/.exec(text);
  if (!match || text === '') {
    throw invalid(
      'older_than',
      `--older-than ${show(text)} is no age; write days, hours, minutes and seconds like 30d or 1d2h3m4s.`,
    );
  }
  const [, days = 0, hours = 0, minutes = 0, seconds = 0] = match;
  return Number(days) * unitMs.d + Number(hours) * unitMs.h + Number(minutes) * unitMs.m + Number(seconds) * unitMs.s;
}

async function runGc(given: GcOptions): Promise<void> {
  const until = new Date(Date.now() - (given.olderThan === undefined ? 0 : readAge(given.olderThan)));
  const config = readStorageConfig(given);
  const log = makeLogger(config.logLevel);
  const source = await openDatabaseSource(config, log, { connections: 2 });
  const stopping = new AbortController();
  const stop = () => stopping.abort(new Error('Stopped; the next gc goes on from here.'));
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    await migrate(source.db, source.url);
    const base = await openBaseContext(config, source.db, log);
    const context = ownContext(base, stopping.signal);
    const report = given.dryRun ? await measureGarbage(context, until) : await collectGarbage(context, until, progressLine());
    if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
    process.stdout.write(`${given.dryRun ? 'would delete' : 'deleted'} ${describe(report)}\n`);
    await base.blobs.close?.();
  } catch (error) {
    if (!stopping.signal.aborted) throw error;
    process.stderr.write(`\n${(stopping.signal.reason as Error).message}\n`);
    process.exitCode = 130;
  } finally {
    await source.close();
  }
}

function describe({ runs, experiments, models, points, files, sizeBytes }: Readonly<GarbageReport>): string {
  return `${runs} runs, ${experiments} experiments, ${models} models, ${points} metric points, ${files} files, ${mib(sizeBytes)} (${sizeBytes} bytes)`;
}

function progressLine(): (report: Readonly<GarbageReport>) => void {
  const everyMs = process.stderr.isTTY ? TERMINAL_MS : LINES_MS;
  let shownAt = performance.now();
  return (report) => {
    if (performance.now() - shownAt < everyMs) return;
    shownAt = performance.now();
    process.stderr.write(process.stderr.isTTY ? `\rgc: ${describe(report)}\x1b[K` : `gc: ${describe(report)}\n`);
  };
}
