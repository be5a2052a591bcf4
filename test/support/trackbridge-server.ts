import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atEndOfFile } from './cleanup.ts';
import { cloneDatabase } from './database.ts';
import { type ListeningServer, startListening } from './listening-server.ts';
import { freePort } from './postgres-server.ts';
import { projectRoot } from './project.ts';

/** Our server as users start it, and where its record lies. */
export interface TrackbridgeServer extends ListeningServer {
  databaseUrl: string;
  /** Folder of the artifact bytes. */
  artifacts: string;
}

/**
 * Starts `trackbridge serve` as a process of its own on a clone of the test database, with an empty artifact folder. It is stopped
 * when the calling test file is done.
 * @param options more of the command line
 */
export async function startTrackbridge(options: readonly string[] = []): Promise<TrackbridgeServer> {
  const databaseUrl = await cloneDatabase();
  const home = await mkdtemp(join(tmpdir(), 'trackbridge-test-home-'));
  const port = await freePort();
  const server = await startListening({
    command: process.execPath,
    args: [join(projectRoot, 'src/app/bin.js'), 'serve', '--port', String(port), '--home', home, ...options],
    url: `http://127.0.0.1:${port}`,
    cwd: home,
    env: { DATABASE_URL: databaseUrl },
  });
  atEndOfFile(async () => {
    await server.stop();
    await rm(home, { recursive: true, force: true });
  });
  return { ...server, databaseUrl, artifacts: join(home, 'artifacts') };
}
