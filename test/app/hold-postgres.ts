/** A process of its own that uses the embedded Postgres of a home until it is told to stop, or is killed by a test. */
import { pino } from 'pino';
import { startEmbeddedPostgres } from '../../src/app/embedded-postgres.ts';

const postgres = await startEmbeddedPostgres({ home: process.argv[2] ?? '', log: pino({ level: 'silent' }) });
process.send?.({ url: postgres.url, folder: postgres.folder });
process.on('message', () => {
  void postgres.stop().then(() => process.exit(0));
});
