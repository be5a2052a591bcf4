import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from '../support/postgres-server.ts';
import { projectRoot } from '../support/project.ts';
import type { Target } from './measuring.ts';
import { findPeer, type PeerName } from './programs.ts';

/** Who is measured. */
export type SubjectName = 'trackbridge' | PeerName;

/** A running server with a database of its own. */
export interface Subject {
  name: SubjectName;
  pid: number;
  databaseUrl: string;
  target: Target;
  stop(): Promise<void>;
}

interface Launch {
  command: string;
  args: string[];
  env?: Record<string, string>;
}

/** Where servers are started. */
export interface Surroundings {
  /** Superuser's URL of the one Postgres. */
  postgresUrl: string;
  /** Folder of logs and artifacts. */
  folder: string;
  say: (line: string) => void;
}

async function launchOf(name: SubjectName, port: number, databaseUrl: string, around: Surroundings): Promise<Launch> {
  const folder = join(around.folder, name);
  if (name === 'trackbridge') {
    const args = [join(projectRoot, 'src/app/bin.js'), 'serve', '--port', String(port)];
    return { command: process.execPath, args, env: { DATABASE_URL: databaseUrl, TRACKBRIDGE_HOME: folder } };
  }
  const command = await findPeer(name, around.say);
  if (name === 'fasttrackml') {
    const url = `${databaseUrl}?sslmode=disable`;
    return { command, args: ['server', '-a', `127.0.0.1:${port}`, '-d', url, '--default-artifact-root', folder] };
  }
  const store = databaseUrl.replace(/^postgres:/, 'postgresql+psycopg2:');
  const args = ['server', '--backend-store-uri', store, '--artifacts-destination', folder];
  // its job queues would run eight more processes that no row uses
  const env = {
    MLFLOW_DISABLE_TELEMETRY: 'true',
    MLFLOW_SERVER_ENABLE_JOB_EXECUTION: 'false',
    // with its default of 15 connections it answers 400 to some of 32 clients after waiting for 30 s
    MLFLOW_SQLALCHEMYSTORE_POOL_SIZE: '40',
  };
  return { command, args: [...args, '--host', '127.0.0.1', '--port', String(port), '--workers', '2'], env };
}

/** Creates an empty database on the one Postgres. @returns its URL */
export async function createDatabase(postgresUrl: string, name: string): Promise<string> {
  const url = new URL(postgresUrl);
  const client = new pg.Client({ connectionString: postgresUrl });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  url.pathname = `/${name}`;
  return url.href;
}

/**
 * Starts a server on a database of its own and waits until it answers.
 * @throws Error with the end of its log when it does not within two minutes
 */
export async function startSubject(name: SubjectName, around: Surroundings): Promise<Subject> {
  const databaseUrl = await createDatabase(around.postgresUrl, name);
  const port = await freePort();
  const launch = await launchOf(name, port, databaseUrl, around);
  const folder = join(around.folder, name);
  await mkdir(folder, { recursive: true });
  const log = join(around.folder, `${name}.log`);
  const child = spawn(launch.command, launch.args, {
    cwd: around.folder,
    env: { ...process.env, ...launch.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // a group of its own: a server with workers is stopped as a whole
    detached: true,
  });
  const file = createWriteStream(log);
  child.stdout.pipe(file, { end: false });
  child.stderr.pipe(file, { end: false });
  const url = `http://127.0.0.1:${port}`;
  for (const until = Date.now() + 120_000; !(await isHealthy(url)); await sleep(100)) {
    if (child.exitCode === null && Date.now() < until) continue;
    await stopGroup(child);
    throw new Error(`${name} did not start:\n${(await readFile(log, 'utf8')).slice(-2000)}`);
  }
  const target = {
    url,
    experimentId: await createExperiment(url, 'loads'),
    filledExperimentId: '',
    curveRunId: '',
    tracesExperimentId: '',
  };
  return { name, pid: child.pid as number, databaseUrl, target, stop: () => stopGroup(child) };
}

async function isHealthy(url: string): Promise<boolean> {
  return await fetch(`${url}/health`).then(
    (answer) => answer.ok,
    () => false,
  );
}

/** Creates an experiment through the API. @returns its id */
export async function createExperiment(url: string, name: string): Promise<string> {
  const answer = await fetch(`${url}/api/2.0/mlflow/experiments/create`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name }),
  });
  const { experiment_id } = (await answer.json()) as { experiment_id?: string };
  if (!experiment_id) throw new Error(`${url} created no experiment: status ${answer.status}`);
  return experiment_id;
}

async function stopGroup(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.pid === undefined) return;
  const exited = once(child, 'exit');
  process.kill(-child.pid, 'SIGTERM');
  const pid = child.pid;
  const impatient = setTimeout(() => process.kill(-pid, 'SIGKILL'), 10_000);
  await exited;
  clearTimeout(impatient);
}
