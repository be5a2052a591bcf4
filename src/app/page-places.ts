import type { Express, RequestHandler } from 'express';
import { findMlflowUi } from '../../adapters/index.ts';
import { BridgeError } from '../model/errors.ts';
import type { Config } from './config.ts';

/** What came of looking for MLflow's own pages. */
export interface MlflowPages {
  /** Undefined when they are not served. */
  folder: string | undefined;
  /** Sentences for the start. */
  notices: readonly string[];
}

const sought = 'beside the programs of an activated environment and of PATH (install it by: pip install mlflow)';

/**
 * Finds MLflow's own pages as the options say.
 * @throws invalid when a folder that was named has none, or when they are to stand at `/` and are not found
 */
export async function findMlflowPages({ mlflowUi, programFolders, homePage }: Config): Promise<MlflowPages> {
  if (mlflowUi === undefined) return { folder: undefined, notices: [] };
  const folder = await findMlflowUi(mlflowUi, programFolders);
  if (folder !== undefined) return { folder, notices: [] };
  const sentence = `no mlflow with its web pages was found ${sought}; --mlflow-ui takes their folder, too.`;
  if (homePage === 'mlflow') throw new BridgeError('invalid', `--home-page mlflow: ${sentence}`);
  return { folder, notices: [`Note: --mlflow-ui auto: ${sentence}`] };
}

/**
 * Serves a door below a path of its own, besides where it is at home: its pages speak of everything by relative addresses, so they
 * find all of the door there.
 */
export function addPlace(app: Express, path: '/mlflow' | '/bridge', door: RequestHandler): void {
  app.use(path, (request, response, next) => {
    const [asked = '', query] = request.originalUrl.split('?', 2);
    // relative addresses start at the last slash
    if (request.url.split('?', 1)[0] === '/' && !asked.endsWith('/')) {
      response.redirect(308, `.${path}/${query === undefined ? '' : `?${query}`}`);
      return;
    }
    door(request, response, next);
  });
}
