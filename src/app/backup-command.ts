import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Command } from 'commander';
import type { BlobStore } from '../artifacts/blob-store.ts';
import { openBlobStore } from '../artifacts/open-blob-store.ts';
import { migrate } from '../store/migrate.ts';
import { backup } from './backup.ts';
import { readStorageConfig } from './config.ts';
import { openDatabaseSource } from './database-source.ts';
import { aloneWithFiles, whileFilesStay, withoutServers } from './exclusion.ts';
import { makeLogger } from './logger.ts';
import { mib, showProgress } from './progress.ts';
import { restore } from './restore.ts';
import { addSettings } from './setting-options.ts';
import { type Given, storageSettings } from './settings.ts';
import { ownVersion } from './version.ts';

type ArchiveOptions = Given & { force?: boolean };

/** `backup FILE`. */
export function backupCommand(): Command {
  const command = new Command('backup')
    .description('write database and artifacts into one tar file; servers go on working meanwhile')
    .argument('<file>', 'the tar file; it holds password hashes and is readable by you alone')
    .option('--force', 'replace the file when it is there')
    .action(runBackup);
  return addSettings(command, 'Where data lie:', storageSettings);
}

/** `restore FILE`. */
export function restoreCommand(): Command {
  const command = new Command('restore')
    .description('check a backup and put it into an empty home or database on which no server works')
    .argument('<file>', 'a file written by "trackbridge backup"')
    .option('--force', 'replace all records that are there; artifacts of other paths stay')
    .action(runRestore);
  return addSettings(command, 'Where data lie:', storageSettings);
}

async function runBackup(name: string, given: ArchiveOptions): Promise<void> {
  const file = resolve(name);
  await withStorage(given, async ({ url, blobs }) => {
    const progress = showProgress('backup', process.stderr);
    try {
      const request = { url, blobs, file, force: given.force === true, version: ownVersion(), now: new Date() };
      const { files, sizeBytes } = await whileFilesStay(url, () => backup({ ...request, onBytes: progress.add }));
      progress.end();
      process.stdout.write(`${file}: ${files} files, ${mib(sizeBytes)}\n`);
    } finally {
      progress.end();
    }
  });
}

async function runRestore(name: string, given: ArchiveOptions): Promise<void> {
  const file = resolve(name);
  const size = await stat(file).then(
    (facts) => facts.size,
    () => 0,
  );
  await withStorage(given, async ({ url, blobs }) => {
    const progress = showProgress('restore', process.stderr, 2 * size);
    try {
      const request = { file, url, blobs, force: given.force === true, onBytes: progress.add };
      const { files } = await withoutServers(url, () => aloneWithFiles(url, 'restore', () => restore(request)));
      progress.end();
      process.stdout.write(`${file}: ${files} files restored\n`);
    } finally {
      progress.end();
    }
  });
}

/** Works on the migrated database and the artifacts of a configuration, whether a server runs on them or not. */
async function withStorage(given: Given, work: (storage: { url: string; blobs: BlobStore }) => Promise<void>): Promise<void> {
  const config = readStorageConfig(given);
  const source = await openDatabaseSource(config, makeLogger(config.logLevel), { connections: 2 });
  try {
    await migrate(source.db, source.url);
    const blobs = await openBlobStore(config.artifactsDestination, config.s3Endpoint ? { endpoint: config.s3Endpoint } : {});
    try {
      await work({ url: source.url, blobs });
    } finally {
      await blobs.close?.();
    }
  } finally {
    await source.close();
  }
}
