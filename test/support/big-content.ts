import { readFile } from 'node:fs/promises';

const CHUNK = 2 ** 20;

/** Chunks of one MiB that differ, so that a swapped or repeated one is noticed. @param sizeBytes whole MiB */
export function* bigContent(sizeBytes: number): Generator<Buffer> {
  const chunk = Buffer.alloc(CHUNK, 'trackbridge');
  for (let index = 0; index < sizeBytes / CHUNK; index += 1) {
    chunk.writeUInt32BE(index, 0);
    yield Buffer.from(chunk);
  }
}

/** Runs work and says how many bytes a process grew by at most meanwhile. Linux only: memory of another process is in /proc. */
export async function growthDuring(pid: number, work: () => Promise<void>): Promise<number> {
  const before = await residentBytes(pid);
  let peak = before;
  const watch = setInterval(() => void residentBytes(pid).then((bytes) => (peak = Math.max(peak, bytes))), 200);
  try {
    await work();
  } finally {
    clearInterval(watch);
  }
  return peak - before;
}

async function residentBytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]) * 1024;
}
