import type { operations } from '../../../openapi/generated/mlflow.ts';
import { type Handler, Reply } from '../../../src/http/door.ts';
import { openBundle } from '../ui/bundle.ts';

/** What stands where MLflow's pages would, when the server was not told to serve them. */
const noPages = page(
  "MLflow's own pages are not served",
  'Start the server with <code>--mlflow-ui auto</code> to serve those of an installed MLflow, or name their folder.',
);
const noFile = page('Not found', 'MLflow has no such file among its pages.');

function page(title: string, sentence: string): Reply {
  const text = `<!doctype html>\n<title>${title}</title>\n<h1>${title}</h1>\n<p>${sentence}</p>\n`;
  return new Reply(404, { 'content-type': 'text/html; charset=utf-8' }, text);
}

/** The operations that serve MLflow's own web pages. */
export interface PageHandlers {
  serveUi: Handler<operations['serveUi']>;
  serveStaticFile: Handler<operations['serveStaticFile']>;
}

/** Serves the pages that lie in a folder; undefined says at their place that there are none. */
export function makePageHandlers(folder: string | undefined): PageHandlers {
  const bundle = folder === undefined ? undefined : openBundle(folder);
  return {
    serveUi: async ({ headers }) => (await bundle?.file('index.html', 'ask', headers['if-none-match'])) ?? noPages,
    serveStaticFile: async ({ path, headers }) => (await bundle?.file(path.path, 'keep', headers['if-none-match'])) ?? noFile,
  };
}
