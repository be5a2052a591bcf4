import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { type ClearmlClient, clearmlClient } from '../../support/clearml-client.ts';
import { runOrThrow } from '../../support/command.ts';
import { startTrackbridge, type TrackbridgeServer } from '../../support/trackbridge-server.ts';

/** What the tests read of a task. */
interface Task {
  id: string;
  status: string;
  status_message?: string;
  last_worker?: string;
  hyperparams: Record<string, Record<string, { value: string }>>;
  execution: { artifacts: { key: string; uri: string }[] };
}

/** The agent runs tasks with the interpreter it is itself installed in, instead of making an environment per task. */
const agentOptions = (client: ClearmlClient) => ({
  env: {
    CLEARML_AGENT_SKIP_PIP_VENV_INSTALL: client.python,
    CLEARML_AGENT_SKIP_PYTHON_ENV_INSTALL: '1',
    CLEARML_AGENT_FORCE_UTF8_ENCODING: '1',
  },
});

let server: TrackbridgeServer;
let client: ClearmlClient;
before(async () => {
  server = await startTrackbridge();
  client = await clearmlClient(server);
});

const read = async (id: string) => (await client.call<{ task: Task }>('tasks.get_by_id', { task: id })).task;

async function console(id: string): Promise<string> {
  const log = await client.call<{ events: { msg: string }[] }>('events.get_task_log', {
    task: id,
    order: 'asc',
    batch_size: 1000,
  });
  return log.events.map((event) => event.msg).join('\n');
}

async function defaultQueue(): Promise<string> {
  const { queues } = await client.call<{ queues: { id: string }[] }>('queues.get_all', { name: '^default$' });
  return queues[0]?.id ?? assert.fail('no queue named default');
}

describe('clearml-agent', () => {
  let first: Task;
  before(async () => {
    const { id } = await client.run<{ id: string }>('remote_job.py');
    first = await read(id);
  });

  test('a script that hands itself over is queued with its code', () => {
    assert.equal(first.status, 'queued');
    assert.equal(first.hyperparams['General']?.['steps']?.value, '3');
  });

  test('daemon runs a queued task to completion, its console, scalars and files recorded, then goes on with the next', async () => {
    const daemon = client.start('clearml-agent', ['daemon', '--foreground', '--queue', 'default'], agentOptions(client));
    assert.equal(await client.waitForStatus(first.id, 'completed', 'failed', 'stopped'), 'completed', daemon.output());
    const done = await read(first.id);
    assert.ok(done.last_worker);
    assert.deepEqual(
      done.execution.artifacts.map((artifact) => artifact.key),
      ['result'],
    );
    assert.match(await console(first.id), /remote step 2/);
    const curves = await client.call('events.scalar_metrics_iter_histogram', { task: first.id });
    assert.deepEqual(curves, { remote: { step: { name: 'step', x: [0, 1, 2], y: [0, 1, 2] } } });

    const workers = await client.call<{ workers: { id: string; queues: { name: string }[] }[] }>('workers.get_all', {});
    assert.deepEqual(
      workers.workers.flatMap((worker) => worker.queues.map((queue) => queue.name)),
      ['default'],
    );

    const { id } = await client.call<{ id: string }>('tasks.clone', {
      task: first.id,
      new_task_name: 'endless',
      new_task_hyperparams: {
        General: {
          steps: { section: 'General', name: 'steps', value: '1000', type: 'int' },
          pause: { section: 'General', name: 'pause', value: '0.2', type: 'float' },
        },
      },
    });
    await client.call('tasks.enqueue', { task: id, queue: await defaultQueue() });
    await client.waitForStatus(id, 'in_progress');
    for (let printed = ''; !printed.includes('remote step 1'); ) printed = await console(id);
    await client.call('tasks.stop', { task: id });
    assert.equal(await client.waitForStatus(id, 'stopped', 'completed', 'failed'), 'stopped');
    daemon.stop();
    assert.doesNotMatch(await console(id), /remote step 999/);
  });

  test('execute runs a run that MLflow logged with its code recorded, after it was cloned', async () => {
    const repository = join(client.home, 'repository');
    await mkdir(repository);
    await writeFile(
      join(repository, 'job.py'),
      'from clearml import Task\ntask = Task.init()\nprint("lr is", task.get_parameter("General/lr"))\n',
    );
    const git = (...args: string[]) =>
      runOrThrow('git', ['-c', 'user.name=tester', '-c', 'user.email=tester@example.org', ...args], { cwd: repository });
    await git('init', '-q', '-b', 'main');
    await git('add', '.');
    await git('commit', '-q', '-m', 'a job');
    const commit = (await git('rev-parse', 'HEAD')).trim();
    const { clone } = await client.run<{ clone: string }>('mlflow_code.py', { args: [`file://${repository}`, commit] });
    const result = await client.tool('clearml-agent', ['execute', '--id', clone], agentOptions(client));
    assert.equal(result.status, 0, result.stdout + result.stderr);
    assert.equal((await read(clone)).status, 'completed');
    assert.match(await console(clone), /lr is 0\.5/);
  });
});
