import { readFileSync } from 'node:fs';

/** Version of this program, from its package.json: two folders up from the sources, three from the built files. */
export function ownVersion(): string {
  const up = import.meta.url.endsWith('.ts') ? '../../package.json' : '../../../package.json';
  const { version } = JSON.parse(readFileSync(new URL(up, import.meta.url), 'utf8')) as { version: string };
  return version;
}
