import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { type ClearmlClient, clearmlClient } from '../../support/clearml-client.ts';
import { startTrackbridge } from '../../support/trackbridge-server.ts';

let client: ClearmlClient;
before(async () => {
  client = await clearmlClient(await startTrackbridge());
});

/** Runs a tool that must succeed. */
async function run(name: 'clearml-data' | 'clearml-task', ...args: string[]): Promise<string> {
  const { status, stdout, stderr } = await client.tool(name, args);
  assert.equal(status, 0, `${name} ${args.join(' ')}\n${stdout}\n${stderr}`);
  return stdout;
}

describe('clearml-data', () => {
  test('creates, fills, closes, lists, finds, fetches, verifies and deletes a dataset', async () => {
    const source = join(client.home, 'source');
    await mkdir(join(source, 'sub'), { recursive: true });
    await writeFile(join(source, 'a.txt'), 'a');
    await writeFile(join(source, 'sub/b.txt'), 'b');
    const created = await run('clearml-data', 'create', '--project', 'rings/cli', '--name', 'from the shell', '--tags', 'raw');
    const id = /id=([0-9a-f]{32})/.exec(created)?.[1] ?? assert.fail(created);
    await run('clearml-data', 'add', '--files', source);
    await run('clearml-data', 'upload');
    await run('clearml-data', 'close');
    assert.match(await run('clearml-data', 'list', '--id', id), /sub\/b\.txt/);
    assert.match(await run('clearml-data', 'search', '--project', 'rings/cli'), new RegExp(id));
    const target = join(client.home, 'target');
    await run('clearml-data', 'get', '--id', id, '--copy', target);
    assert.equal(await readFile(join(target, 'sub/b.txt'), 'utf8'), 'b');
    await run('clearml-data', 'verify', '--id', id, '--folder', target);
    await run('clearml-data', 'delete', '--id', id, '--force');
    assert.doesNotMatch(await run('clearml-data', 'search', '--project', 'rings/cli'), new RegExp(id));
  });
});

describe('clearml-task', () => {
  test('makes a task of a script and its arguments and queues it', async () => {
    const script = join(client.home, 'work/shell_job.py');
    await writeFile(script, 'print("from the shell")\n');
    const common = ['--project', 'rings/cli', '--name', 'shell job', '--script', script, '--packages', 'six'];
    const printed = await run('clearml-task', ...common, '--args', 'lr=0.5', '--queue', 'default', '--tags', 'cli');
    const id = /id=([0-9a-f]{32})/.exec(printed)?.[1] ?? assert.fail(printed);
    const { task } = await client.call<{ task: Record<string, unknown> }>('tasks.get_by_id', { task: id });
    assert.equal(task['status'], 'queued');
    assert.deepEqual(task['tags'], ['cli']);
    assert.match(JSON.stringify(task['script']), /from the shell/);
    assert.match(JSON.stringify(task['hyperparams']), /"lr".*"0\.5"/);
  });
});
