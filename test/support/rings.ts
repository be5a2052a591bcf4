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

/** Folders of `test`, quick and telling ones first; others follow by name. */
const order = ['unit', 'architecture', 'store', 'artifacts', 'app', 'api', 'web', 'conformance', 'transfer'];
/** Rings that touch neither Postgres nor clients. */
const pure = new Set(['unit', 'architecture']);

/** All rings in the order they run. `long` holds the cases that take minutes or gigabytes. */
export function allRings(options: { long: boolean }): Ring[] {
  const folders = globSync('*/', { cwd: join(projectRoot, 'test') }).filter((name) => name !== 'long');
  const names = [...new Set([...order, ...folders.sort()])];
  const rings = names.map((name) => ring(name, filesUnder(name)));
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
  return { name, files, postgres: pure.has(name) ? 'none' : 'embedded', concurrency: 2 };
}

function filesUnder(folder: string): string[] {
  return globSync(`${folder}/**/*.test.ts`, { cwd: join(projectRoot, 'test') })
    .map((path) => `test/${path}`)
    .sort();
}
