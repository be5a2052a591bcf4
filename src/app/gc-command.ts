import { Command } from 'commander';
import { migrate } from '../store/migrate.ts';
import { collectGarbage, type GarbageReport, measureGarbage } from '../tracking/collect-garbage.ts';
import { openBaseContext, ownContext } from './base-context.ts';
import { readGcConfig, readStorageConfig } from './config.ts';
import { openDatabaseSource } from './database-source.ts';
import { aloneWithFiles } from './exclusion.ts';
import { makeLogger } from './logger.ts';
import { mib } from './progress.ts';
import { addSettings } from './setting-options.ts';
import { type Given, gcSettings, storageSettings } from './settings.ts';

/** How often progress is shown, in milliseconds. */
const TERMINAL_MS = 200;
const LINES_MS = 10_000;

/** `gc`. */
export function gcCommand(): Command {
  const command = new Command('gc')
    .description('delete for good what was deleted: runs, their files, models and empty experiments; servers go on working')
    .action(runGc);
  addSettings(command, 'What goes:', gcSettings);
  return addSettings(command, 'Where data lie:', storageSettings);
}

async function runGc(given: Given): Promise<void> {
  const { olderThanMs, isDry } = readGcConfig(given);
  const until = new Date(Date.now() - olderThanMs);
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
    const report = isDry
      ? await measureGarbage(context, until)
      : await aloneWithFiles(source.url, 'gc', () => collectGarbage(context, until, progressLine()));
    if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
    process.stdout.write(`${isDry ? 'would delete' : 'deleted'} ${describe(report)}\n`);
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
