import { join } from 'node:path';
import { atEndOfFile } from './cleanup.ts';
import { cloneDatabase } from './database.ts';
import { launchTrackbridge } from './launch.ts';
import type { ListeningServer } from './listening-server.ts';

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
  const server = await launchTrackbridge(databaseUrl, options);
  atEndOfFile(server.stop);
  return { ...server, databaseUrl, artifacts: join(server.folder, 'artifacts') };
}
