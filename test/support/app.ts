import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import supertest from 'supertest';
import { compose } from '../../src/app/compose.ts';
import { readConfig } from '../../src/app/config.ts';
import type { Given } from '../../src/app/settings.ts';
import { openDatabase } from '../../src/store/database.ts';
import { makeAnswerChecker } from './answer-checker.ts';
import { atEndOfFile } from './cleanup.ts';
import { cloneDatabase } from './database.ts';

/** The whole application in this process, over a fresh database and an empty artifact folder. */
export interface TestApp {
  /** Sends requests to it. */
  http: ReturnType<typeof supertest>;
  db: ReturnType<typeof openDatabase>;
  /** Folder of the artifact bytes. */
  artifacts: string;
  /** What is told once at start, such as the first admin's secret. */
  notices: readonly string[];
}

/**
 * Composes the application as `trackbridge serve` does, with answers checked against the OpenAPI documents. Everything is closed
 * when the calling test file is done.
 * @param given options of the command line, for instance `{ auth: 'on' }`
 */
export async function startApp(given: Given = {}): Promise<TestApp> {
  const databaseUrl = await cloneDatabase();
  const home = await mkdtemp(join(tmpdir(), 'trackbridge-test-app-'));
  const config = readConfig({ home, databaseUrl, ...given }, {});
  const db = openDatabase(databaseUrl, { connections: 8 });
  const { handler, notices, close } = await compose(config, db, pino({ level: 'silent' }), { checkAnswer: makeAnswerChecker() });
  atEndOfFile(async () => {
    await close();
    await db.close();
    await rm(home, { recursive: true, force: true });
  });
  return { http: supertest(handler), db, artifacts: config.artifactsDestination, notices };
}
