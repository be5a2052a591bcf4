import { globSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './project.ts';

/** A part of the tests with its own promise; `files` are paths from the project's root. */
export interface Ring {
  name: string;
  files: string[];
  /** Which Postgres its files find, if any. */
  postgres: 'embedded' | 'postgres15' | 'none';
  /** How many files run at the same time; those that watch memory, time or whole machines of servers run alone. */
  concurrency: number;
}

const everyday = ['unit', 'store', 'app', 'artifacts', 'access', 'http', 'api', 'web', 'conformance', 'transfer', 'architecture'];

/** All rings in the order they run. `long` holds the cases that take minutes or gigabytes. */
export function allRings(options: { long: boolean }): Ring[] {
  const rings = everyday.map((name) => ring(name, filesUnder(name)));
  for (const pure of rings.filter(({ name }) => name === 'unit' || name === 'architecture')) pure.postgres = 'none';
  const again = [...filesUnder('store'), ...filesUnder('api')];
  rings.push({ ...ring('postgres15', again), postgres: 'postgres15' });
  if (options.long) rings.push({ ...ring('long', filesUnder('long')), concurrency: 1 });
  return rings.filter((each) => each.files.length > 0);
}

/**
 * The rings that arguments ask for: names of rings, test files, or folders of them. No argument asks for all.
 * @throws Error when an argument is none of these
 */
export function chosenRings(chosen: readonly string[], options: { long: boolean }): Ring[] {
  const rings = allRings({ long: options.long || chosen.includes('long') });
  if (chosen.length === 0) return rings;
  return chosen.map((word) => {
    const named = rings.find((each) => each.name === word);
    if (named) return named;
    const files = word.endsWith('.test.ts')
      ? globSync(word, { cwd: projectRoot })
      : globSync(`${word}/**/*.test.ts`, { cwd: projectRoot });
    if (files.length > 0) return ring(word, files);
    throw new Error(
      `${word} is neither a ring (${rings.map((each) => each.name).join(', ')}) nor a test file or a folder of them.`,
    );
  });
}

function ring(name: string, files: string[]): Ring {
  return { name, files, postgres: 'embedded', concurrency: 2 };
}

function filesUnder(folder: string): string[] {
  return globSync(`${folder}/**/*.test.ts`, { cwd: join(projectRoot, 'test') })
    .map((path) => `test/${path}`)
    .sort();
}
