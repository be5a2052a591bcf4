import { readFileSync } from 'node:fs';
import type { operations } from '../../../openapi/generated/bridge.ts';
import { type Handler, Reply } from '../../http/door.ts';
import { notFound } from '../../model/errors.ts';

/** Everything the pages consist of, and nothing else that lies in that folder. */
const mediaTypes = {
  'page.html': 'text/html; charset=utf-8',
  'page.css': 'text/css; charset=utf-8',
  'icon.svg': 'image/svg+xml',
  'page.js': 'text/javascript; charset=utf-8',
  'elements.js': 'text/javascript; charset=utf-8',
  'values.js': 'text/javascript; charset=utf-8',
  'home-view.js': 'text/javascript; charset=utf-8',
  'experiment-view.js': 'text/javascript; charset=utf-8',
  'run-view.js': 'text/javascript; charset=utf-8',
  'model-view.js': 'text/javascript; charset=utf-8',
} as const;

const headers = {
  // scripts, styles and data from this server only; nothing inline, so that no text of a user can become a program
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  // asked for again each time, so that a page never runs with the script of another version
  'cache-control': 'no-cache',
};

function read(name: keyof typeof mediaTypes): Reply {
  const body = readFileSync(new URL(`../pages/${name}`, import.meta.url), 'utf8');
  return new Reply(200, { ...headers, 'content-type': mediaTypes[name] }, body);
}

/** All files, read once, when the first page is asked for. */
let files: Map<string, Reply> | undefined;

function fileNamed(name: string): Reply {
  files ??= new Map(Object.keys(mediaTypes).map((each) => [each, read(each as keyof typeof mediaTypes)]));
  const file = files.get(name);
  if (!file) throw notFound('page', name);
  return file;
}

export const servePage: Handler<operations['servePage']> = async () => fileNamed('page.html');

export const servePageAsset: Handler<operations['servePageAsset']> = async ({ path }) => fileNamed(path.asset);
