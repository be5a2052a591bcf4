import { lookup } from 'mime-types';

/** Endings, and names without one, that MLflow serves as plain text whatever else they are known as. */
const text = new Set(
  (
    'txt log err cfg conf cnf cf ini properties prop hocon toml yaml yml xml json js py py3 csv tsv md rst ipynb ' +
    'MLmodel MLproject'
  ).split(' '),
);

/**
 * Media type a file is served with, guessed by its name alone.
 * @see MLflow 3.17.2, artifact downloads
 */
export function mediaTypeOf(name: string): string {
  const ending = /[^.]\.([^.]*)$/.exec(name)?.[1] || name.replaceAll('.', '');
  return text.has(ending) ? 'text/plain' : lookup(name) || 'application/octet-stream';
}
