import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { type ClearmlClient, clearmlClient } from '../../support/clearml-client.ts';
import { startTrackbridge } from '../../support/trackbridge-server.ts';

let client: ClearmlClient;
let found: Record<string, unknown>;
before(async () => {
  client = await clearmlClient(await startTrackbridge());
  found = await client.run('dataset.py');
});

const first = { 'a.txt': 'a'.repeat(100), 'b.txt': 'b', 'sub/c.txt': 'c'.repeat(50) };
const child = { 'a.txt': 'changed', 'd.txt': 'new', 'sub/c.txt': 'c'.repeat(50) };

describe('datasets of the SDK', () => {
  test('each version comes back with the files it had', () => {
    assert.deepEqual(found['first'], first);
    assert.deepEqual(found['child'], child);
    assert.deepEqual(found['mutable'], child);
    assert.deepEqual(found['squashed'], child);
    // the SDK lays the files of each version over those of the one before, so what a later one removed stays
    assert.deepEqual(found['merged'], { ...child, 'b.txt': 'b' });
    assert.deepEqual(found['files'], Object.keys(first));
  });

  test('a child knows its parent and what it changed', () => {
    assert.deepEqual(found['graph'], { child: [true] });
    assert.deepEqual(found['removed'], ['b.txt']);
    assert.deepEqual(found['modified'], ['a.txt']);
    assert.deepEqual(found['added'], ['d.txt']);
    assert.equal(found['version'], '1.0.1');
    assert.deepEqual(found['final'], [true, true]);
    assert.deepEqual(found['metadata'], { made: 'by hand' });
  });

  test('versions are found by name, tag and version, and listed', () => {
    const { latest_is_child, by_tag, by_version } = found;
    assert.deepEqual({ latest_is_child, by_tag, by_version }, { latest_is_child: true, by_tag: true, by_version: true });
    assert.deepEqual(found['versions'], [
      ['letters', '1.0.0', 'rings/data'],
      ['letters', '1.0.1', 'rings/data'],
    ]);
  });

  test('a deleted dataset is listed no more', () => {
    assert.deepEqual(found['left'], ['letters', 'letters']);
  });

  test('the projects that hold versions are hidden', async () => {
    type Projects = { projects: { name: string; system_tags: string[] }[] };
    const named = { name: '^rings/data', order_by: ['name'], only_fields: ['name', 'system_tags'] };
    const hidden = await client.call<Projects>('projects.get_all', { ...named, search_hidden: true });
    const tags = Object.fromEntries(hidden.projects.map((project) => [project.name, project.system_tags.toSorted()]));
    assert.deepEqual(tags['rings/data/.datasets'], ['hidden']);
    assert.deepEqual(tags['rings/data/.datasets/letters'], ['dataset', 'hidden']);
    const shown = await client.call<Projects>('projects.get_all', named);
    assert.deepEqual(
      shown.projects.map((project) => project.name),
      ['rings/data'],
    );
  });
});
