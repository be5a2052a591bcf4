import { readdir, readFile } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { batchPoints } from './data.ts';

/** The processes of a tree, its root first. */
async function processTree(root: number): Promise<number[]> {
  const parents = new Map<number, number>();
  for (const name of await readdir('/proc')) {
    const stat = /^\d+$/.test(name) ? await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '') : '';
    // the program's name, in parentheses, may hold anything
    const parent = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
    if (parent) parents.set(Number(name), Number(parent));
  }
  const tree = [root];
  for (const pid of tree) {
    for (const [child, parent] of parents) if (parent === pid) tree.push(child);
  }
  return tree;
}

/** A line of a file under /proc that says kilobytes, in MiB. */
async function mebibytes(path: string, name: string): Promise<number> {
  const text = await readFile(path, 'utf8').catch(() => '');
  return Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)?.[1] ?? 0) / 1024;
}

/**
 * Memory of a server in MiB: of a single process all that is resident; of several the sum of their proportional shares, so
 * that pages they share count once. Linux only.
 */
export async function memoryMib(pid: number): Promise<number> {
  const tree = await processTree(pid);
  if (tree.length === 1) return await mebibytes(`/proc/${pid}/status`, 'VmRSS');
  const shares = await Promise.all(tree.map((one) => mebibytes(`/proc/${one}/smaps_rollup`, 'Pss')));
  return shares.reduce((sum, share) => sum + share, 0);
}

/** The most memory a server had while some work ran, in MiB. */
export async function peakMemoryMib(pid: number, work: Promise<unknown>): Promise<number> {
  let running = true;
  const stop = () => {
    running = false;
  };
  work.then(stop, stop);
  let peak = 0;
  for (; running; await sleep(50)) peak = Math.max(peak, await memoryMib(pid));
  return peak;
}

async function withDatabase<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Bytes of a table with its indexes, per row. */
export function bytesPerRow(databaseUrl: string, table: string): Promise<number> {
  return withDatabase(databaseUrl, async (client) => {
    const text = `select pg_total_relation_size('${table}')::float8 / count(*) as bytes from ${table}`;
    return (await client.query<{ bytes: number }>(text)).rows[0]?.bytes ?? Number.NaN;
  });
}

/** Version of the Postgres and the settings that decide about speed. */
export function describePostgres(url: string): Promise<string> {
  return withDatabase(url, async (client) => {
    const setting = async (name: string) => (await client.query<Record<string, string>>(`show ${name}`)).rows[0]?.[name];
    return `Postgres ${await setting('server_version')}, fsync ${await setting('fsync')}, shared_buffers ${await setting('shared_buffers')}`;
  });
}

/**
 * Copies points like those of the log-batch row into our own table `points`, over one connection.
 * @param firstRunId the points belong to eight runs from this one on
 * @returns points per second, the commit included
 */
export function copyPoints(databaseUrl: string, points: number, firstRunId: number): Promise<number> {
  const chunks: Buffer[] = [];
  for (let batch = 0; batch < points / 1000; batch += 1) {
    let text = '';
    for (const { key, step, timestampMs, value } of batchPoints(Math.floor(batch / 8))) {
      text += `${firstRunId + (batch % 8)}\t${key + 1}\t${step}\t${timestampMs}\t${value}\n`;
    }
    chunks.push(Buffer.from(text));
  }
  return withDatabase(databaseUrl, async (client) => {
    const startedAt = performance.now();
    const stream = client.query(copyFrom('copy points (run_id, key_id, step, timestamp_ms, value) from stdin'));
    for (const chunk of chunks) if (!stream.write(chunk)) await new Promise((resolve) => stream.once('drain', resolve));
    stream.end();
    await finished(stream);
    return (chunks.length * 1_000_000) / (performance.now() - startedAt);
  });
}
