/**
 * `npm run coverage:api`: which operations each door serves, which not and why, from the tables the kernel binds.
 * `--write` renews the generated parts of the README, `--check` fails when they are stale.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { makeDoors, toolViews } from '../../adapters/index.ts';
import type { Door } from '../http/door.ts';
import { webDoor } from '../web/index.ts';
import { coverageLines, coverageTables, optionTables, replaceParts, viewTable } from './readme-parts.ts';

const readme = new URL('../../README.md', import.meta.url);
const { values: options } = parseArgs({ options: { write: { type: 'boolean' }, check: { type: 'boolean' } } });
const doors: Door[] = [...makeDoors({ servesArtifacts: true, servesOnlyArtifacts: false }), webDoor];

if (options.write || options.check) {
  const current = readFileSync(readme, 'utf8');
  const renewed = replaceParts(current, {
    operations: coverageTables(doors),
    options: optionTables(),
    views: viewTable(toolViews),
  });
  if (options.write) writeFileSync(readme, renewed);
  else if (renewed !== current) {
    process.stderr.write('README.md is stale: run npm run coverage:api -- --write\n');
    process.exitCode = 1;
  }
} else {
  process.stdout.write(`${coverageLines(doors).join('\n')}\n`);
}
