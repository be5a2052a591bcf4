import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openDatabase } from '../../../src/store/database.ts';
import { type ClearmlClient, clearmlClient } from '../../support/clearml-client.ts';
import { addPerson, type Person } from '../../support/people.ts';
import { startTrackbridge } from '../../support/trackbridge-server.ts';

let client: ClearmlClient;
let url: string;
const people: Record<string, Person> = {};
before(async () => {
  const server = await startTrackbridge(['--auth', 'on']);
  url = server.url;
  client = await clearmlClient(server);
  const db = openDatabase(server.databaseUrl, { connections: 2 });
  for (const name of ['ann', 'bob']) people[name] = await addPerson({ db }, name);
  await db.close();
});

/** The environment in which the SDK is somebody. */
function as(name: string): NodeJS.ProcessEnv {
  const { accessKey, secret } = people[name] as Person;
  return {
    CLEARML_API_ACCESS_KEY: accessKey,
    CLEARML_API_SECRET_KEY: secret,
    MLFLOW_TRACKING_USERNAME: accessKey,
    MLFLOW_TRACKING_PASSWORD: secret,
  };
}

/** Lets ann give bob something on her experiment, as MLflow's clients do. */
async function give(path: 'grant' | 'revoke', grant: object): Promise<void> {
  const answer = await fetch(`${url}/api/3.0/mlflow/users/permissions/${path}`, {
    method: 'POST',
    headers: { authorization: people['ann']?.authorization ?? '', 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'bob', resource_type: 'experiment', ...grant }),
  });
  assert.equal(answer.status, 200, await answer.text());
}

describe('the SDK of users who are no admins', () => {
  let task = '';
  let experiment = '';
  const look = () => client.run<Record<string, unknown>>('rights.py', { args: ['anns/work', task], env: as('bob') });

  before(async () => {
    const made = await client.run<{ task: string; experiment: string }>('rights_make.py', { env: as('ann') });
    ({ task, experiment } = made);
  });

  test('does everything in projects of its own', async () => {
    await client.run('lifecycle.py', { env: as('ann') });
    await client.run('small_run.py', { env: as('ann') });
  });

  test('reads what others made, and changes none of it', async () => {
    assert.deepEqual(await look(), { listed: true, tasks: 1, read: ['made', { a: 1 }], changed: '403', logged: '403' });
  });

  test('changes it once that is given', async () => {
    await give('grant', { resource_id: experiment, permission: 'EDIT' });
    const { changed, read } = await look();
    assert.deepEqual([changed, read], [1, ['made', { a: 1 }]]);
    await give('revoke', { resource_id: experiment });
  });

  test('knows nothing of what is denied', async () => {
    await give('grant', { resource_id: experiment, permission: 'DENY' });
    const { listed, tasks, changed, logged } = await look();
    assert.deepEqual([listed, tasks, changed, logged], [false, 0, '403', '403']);
  });

  after(async () => give('revoke', { resource_id: experiment }));
});
