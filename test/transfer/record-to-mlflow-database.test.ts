import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openRecordSource } from '../../src/bridge/record-source.ts';
import { openDatabase } from '../../src/store/database.ts';
import { atEndOfFile } from '../support/cleanup.ts';
import type { Json } from '../support/json.ts';
import { startMlflowServer } from '../support/mlflow-server.ts';
import { newDatabases } from '../support/new-database.ts';
import { runPython } from '../support/python.ts';
import { recordContext } from '../support/record.ts';
import { startTrackbridge } from '../support/trackbridge-server.ts';
import { openTransferDesk } from '../support/transfer.ts';

const desk = await openTransferDesk();

test("What MLflow's client logged to us reads the same from a new database of its own server", async () => {
  const trackbridge = await startTrackbridge();
  const ids = JSON.stringify(await runPython('mlflow3', 'transfer_history.py', trackbridge.url));
  const expected = await runPython<Json>('mlflow3', 'transfer_reading.py', trackbridge.url, { HISTORY: ids });
  const db = openDatabase(trackbridge.databaseUrl, { connections: 4 });
  atEndOfFile(() => db.close());
  const source = await openRecordSource(await recordContext({ db, artifacts: trackbridge.artifacts }));
  const place = await newDatabases.SQLite();
  const sink = await place.open();
  const { comparison } = await desk.run(source, sink);
  assert.deepEqual([comparison?.result, await desk.findings(source, sink)], ['same', []]);
  await sink.close();
  const server = await startMlflowServer(['--backend-store-uri', place.storeUri, '--artifacts-destination', place.artifacts]);
  const found = await runPython<Json>('mlflow3', 'transfer_reading.py', server.url, { HISTORY: ids });
  // a folder of projects, which MLflow has no word for, is an experiment there
  const experiments = found.experiments.filter(({ name }: Json) => name !== 'Bäume');
  assert.deepEqual({ ...found, experiments }, expected);
});
