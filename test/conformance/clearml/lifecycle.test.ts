import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { clearmlClient } from '../../support/clearml-client.ts';
import { startTrackbridge } from '../../support/trackbridge-server.ts';

let found: Record<string, unknown>;
before(async () => {
  const client = await clearmlClient(await startTrackbridge());
  found = await client.run('lifecycle.py');
});

describe('tasks under the hands of the SDK', () => {
  test('a task made of a script has its parameters, script and container', () => {
    assert.deepEqual(found['made'], {
      status: 'created',
      parameters: { 'Args/lr': '0.3', 'General/a': '1' },
      script: { entry_point: 'job.py', working_dir: '.' },
      docker: 'python:3.11 --ipc=host',
    });
  });

  test('a clone is queued, dequeued, renamed, tagged and moved', () => {
    assert.deepEqual(found['queued'], ['queued', 1, 'default']);
    assert.deepEqual(found['dequeued'], ['created', 0]);
    assert.deepEqual(found['clone'], {
      name: 'renamed again',
      comment: 'changed',
      tags: ['x', 'y'],
      project: 'rings/moved',
      parent_is_made: true,
      parameters: { 'Args/lr': '0.3', 'General/a': '1' },
    });
  });

  test('its status moves as the SDK asks, a reset leaves nothing reported, a published one stays published', () => {
    assert.deepEqual(found['states'], [
      'in_progress',
      'stopped',
      'failed',
      'created',
      'completed',
      'published',
      'not refused',
      'published',
    ]);
    assert.deepEqual(found['why'], ['broken', 'it broke']);
    assert.deepEqual(found['after_reset'], [0, {}]);
    assert.equal(found['archived'], true);
  });

  test('user properties and configurations have calls of their own', () => {
    assert.deepEqual(found['properties'], { owner: 'me', count: '3' });
    assert.deepEqual(found['properties_left'], ['owner']);
    assert.deepEqual(found['configuration'], ['depth = 3', ['conf']]);
  });

  test('tasks are found by project, name, tag, status, type, parent and any field', () => {
    const all = ['found 0', 'found 1', 'found 2'];
    assert.deepEqual(found['get_tasks'], {
      'by project': [...all, 'made'],
      'by name': ['found 0', 'found 1'],
      escaped: [],
      'any tag': ['found 0', 'found 2'],
      'all tags': ['found 0'],
      'not tag': ['found 0', 'found 2'],
      'old not': ['found 0', 'found 1'],
      status: ['found 1', 'found 2'],
      type: all,
      ordered: ['found 2', 'found 1'],
      'any field': all,
      parent: ['renamed again'],
    });
    assert.deepEqual(found['query_tasks'], { ids: 3, fields: all, 'several projects': 5 });
    assert.equal(found['by_name'], 'found 1');
    assert.equal(found['missing'], null);
    assert.deepEqual(found['projects'], ['rings', 'rings/life', 'rings/moved']);
    assert.equal(found['project_id'], true);
  });

  test('a task is exported and imported', () => {
    assert.deepEqual(found['imported'], ['imported', { 'Args/lr': '0.3', 'General/a': '1', 'properties/owner': 'me' }, true]);
    assert.equal(found['updated'], 'updated');
  });

  test('the typed client of the SDK lists what there is', () => {
    assert.deepEqual(found['api'], {
      tasks: ['found 0', 'found 1', 'found 2'],
      projects: 1,
      queues: ['default'],
      models: 0,
      workers: 0,
    });
  });

  test('a deleted task is gone with its files', () => {
    const { deleted, gone, after, file } = found;
    assert.deepEqual({ deleted, gone, after, file }, { deleted: true, gone: [], after: 'ValueError', file: null });
  });
});
