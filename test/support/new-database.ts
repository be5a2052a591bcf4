import { openMlflowDatabaseSink } from '../../adapters/mlflow/transfer/database-sink.ts';
import type { Sink } from '../../src/bridge/sink.ts';
import { emptyDatabase } from './database.ts';
import { sideWorld, temporaryFolder } from './sides.ts';

/** A place for a new MLflow database. */
export interface NewDatabase {
  /** As the bridge is told of it. */
  address: string;
  /** As `mlflow server` is told of it. */
  storeUri: string;
  artifacts: string;
  open(): Promise<Sink>;
}

function newDatabase(url: string, storeUri: string): NewDatabase {
  const artifacts = temporaryFolder();
  const address = `${url}?artifacts=${artifacts}`;
  return { address, storeUri, artifacts, open: () => openMlflowDatabaseSink(address, sideWorld()) };
}

/** An empty database of each kind that a new MLflow database can be. */
export const newDatabases = {
  async SQLite(): Promise<NewDatabase> {
    const url = `sqlite:///${temporaryFolder()}/new.db`;
    return newDatabase(url, url);
  },
  async Postgres(): Promise<NewDatabase> {
    const url = await emptyDatabase();
    // the test's Python has the second generation of the driver, and SQLAlchemy prefers the third
    return newDatabase(url, url.replace(/^postgres(ql)?:/, 'postgresql+psycopg2:'));
  },
};
