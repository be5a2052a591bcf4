import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { runCommand } from '../support/command.ts';
import { projectRoot } from '../support/project.ts';

test('imports go in the directions of .dependency-cruiser.js', async () => {
  const program = join(projectRoot, 'node_modules/.bin/depcruise');
  const args = [program, '--config', '.dependency-cruiser.js', '--output-type', 'err', 'src', 'adapters', 'openapi', 'test'];
  const { status, stdout, stderr } = await runCommand(process.execPath, args, { cwd: projectRoot });
  assert.equal(status, 0, stdout + stderr);
});

test('generated files are what `npm run gen` makes', async () => {
  const { status, stderr } = await runCommand(process.execPath, ['openapi/generate.ts', '--check'], { cwd: projectRoot });
  assert.equal(status, 0, stderr);
});
