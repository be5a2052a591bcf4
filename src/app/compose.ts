import type { IncomingMessage } from 'node:http';
import express, { type ErrorRequestHandler, type Express, type Request, type RequestHandler } from 'express';
import type { Logger } from 'pino';
import { makeDoors } from '../../adapters/index.ts';
import { authorize } from '../access/authorize.ts';
import { makeGuard } from '../access/guard.ts';
import { ensureFirstAdmin, type FirstAdmin } from '../access/users.ts';
import { placeOf } from '../access/workspaces.ts';
import { makeAuthenticate } from '../http/authenticate.ts';
import type { OperationSpec } from '../http/door.ts';
import { hostCheck } from '../http/host-check.ts';
import { type KernelOptions, serveDoor } from '../http/kernel.ts';
import { makeMetrics } from '../http/metrics.ts';
import { originCheck } from '../http/origin-check.ts';
import { giveRequestId, requestIdOf } from '../http/request-id.ts';
import { upstream } from '../http/upstream.ts';
import { BridgeError } from '../model/errors.ts';
import type { Database } from '../store/database.ts';
import { ensureProjectTree } from '../tracking/project-tree.ts';
import { ensureDefaultProject } from '../tracking/projects.ts';
import { ensureDefaultQueue } from '../tracking/queues.ts';
import { startWatchdog } from '../tracking/watchdog.ts';
import { webDoor } from '../web/index.ts';
import { startDelivering } from '../webhooks/delivery-loop.ts';
import { openBaseContext, ownContext } from './base-context.ts';
import type { Config } from './config.ts';
import { addPlace, findMlflowPages } from './page-places.ts';
import type { Application } from './serve.ts';

/** What tests may put in. */
export interface ComposeOptions {
  checkAnswer?(operation: OperationSpec, answer: unknown): void;
}

/** Puts the parts together: one Express application that serves every door over one database. */
export async function compose(config: Config, db: Database, log: Logger, options: ComposeOptions = {}): Promise<Application> {
  const pages = await findMlflowPages(config);
  const base = await openBaseContext(config, db, log);
  await ensureDefaultProject(ownContext(base));
  await ensureProjectTree(ownContext(base));
  await ensureDefaultQueue(ownContext(base));
  const firstAdmin = await ensureFirstAdmin(base, config.isAuthOn);
  const endWatch = startWatchdog(base);
  const endDelivering = startDelivering(base, config.webhooks.retries);
  const metrics = makeMetrics();
  const kernel: KernelOptions = {
    base,
    authenticate: makeAuthenticate(config.isAuthOn, base),
    authorize,
    placeOf: (name, actor) => placeOf(base, name, actor),
    guard: (context) => makeGuard(context, config),
    baseUrlOf: baseUrlOf(config),
    observe: metrics.observe,
    checkAnswer: options.checkAnswer,
    compresses: config.compresses,
    upstreams: config.mlflowUpstream === undefined ? {} : { mlflow: upstream(config.mlflowUpstream, log) },
  };
  return {
    handler: application({ ...config, uiFolder: pages.folder }, kernel, metrics, log),
    mlflowUi: pages.folder,
    notices: [...adminNotice(firstAdmin), ...pages.notices],
    firstKeyPair: firstAdmin?.keyPair,
    close: async () => {
      endWatch();
      await endDelivering();
      await base.blobs.close?.();
    },
  };
}

function adminNotice(admin: FirstAdmin | undefined): string[] {
  return admin?.password
    ? [
        `First admin: name ${admin.name}, password ${admin.password} (shown only now; change it with: trackbridge users passwd ${admin.name})`,
      ]
    : [];
}

function application(
  config: Config & { uiFolder: string | undefined },
  kernel: KernelOptions,
  metrics: ReturnType<typeof makeMetrics>,
  log: Logger,
): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  // only a proxy on this machine is believed about who asks and under which name
  app.set('trust proxy', 'loopback');
  app.use(giveRequestId);
  app.use(withoutPrefix(config.staticPrefix));
  app.use(securityHeaders(config));
  if (config.areHostsChecked)
    app.use(hostCheck({ ...config, staticPrefix: '', log }), originCheck({ ...config, staticPrefix: '', log }));
  app.get('/metrics', metricsPage(kernel, metrics));
  const [mlflow, ...others] = makeDoors(config).map((door) => serveDoor(door, kernel)) as [RequestHandler, ...RequestHandler[]];
  const web = serveDoor(webDoor, kernel);
  if (config.servesOnlyArtifacts) app.use(mlflow);
  else {
    addPlace(app, '/bridge', web);
    addPlace(app, '/mlflow', mlflow);
    // both have a page at /: the one that comes first is shown
    app.use(...(config.homePage === 'mlflow' ? [mlflow, web] : [web, mlflow]), ...others);
  }
  app.use((_request, response) => {
    response.status(404).type('html').send('<!doctype html>\n<title>404</title>\n<h1>Not found</h1>\n');
  });
  app.use(fault(log));
  return app;
}

/** What Prometheus reads; it logs in like everybody. */
function metricsPage(
  { authenticate, authorize: decide }: KernelOptions,
  metrics: ReturnType<typeof makeMetrics>,
): RequestHandler {
  return async (request, response) => {
    try {
      decide(await authenticate(request), 'read');
    } catch (error) {
      if (!(error instanceof BridgeError)) throw error;
      const isLogin = error.code === 'unauthenticated';
      if (isLogin) response.set('www-authenticate', 'Basic realm="trackbridge"');
      response
        .status(isLogin ? 401 : 503)
        .type('text/plain')
        .send(error.message);
      return;
    }
    const { type, text } = await metrics.read();
    response.type(type).send(text);
  };
}

/** Last in line: what no door turned into its own form of an error. Nothing of it is shown. */
function fault(log: Logger): ErrorRequestHandler {
  return (error, request, response, _next) => {
    log.error({ err: error, requestId: requestIdOf(request), path: request.path }, 'unexpected error');
    if (response.headersSent) response.destroy();
    else response.status(500).type('text/plain').send('The server failed on this request; its log has the details.');
  };
}

/** Requests may come with the prefix or, from a proxy that strips it and from clients of some routes, without. */
function withoutPrefix(prefix: string): RequestHandler {
  return (request, response, next) => {
    // the page there speaks of its parts by relative addresses
    if (prefix !== '' && request.path === prefix) {
      response.redirect(308, `${prefix}/${request.url.slice(prefix.length)}`);
      return;
    }
    if (prefix !== '' && request.url.startsWith(`${prefix}/`)) request.url = request.url.slice(prefix.length);
    next();
  };
}

function securityHeaders({ frameOptions }: Config): RequestHandler {
  return (_request, response, next) => {
    response.setHeader('x-content-type-options', 'nosniff');
    if (frameOptions) response.setHeader('x-frame-options', frameOptions);
    next();
  };
}

function baseUrlOf({ publicUrl, staticPrefix }: Config): (request: IncomingMessage) => string {
  if (publicUrl !== undefined) return () => publicUrl;
  return (request) => {
    const { protocol, host } = request as Request;
    return `${protocol}://${host}${staticPrefix}`;
  };
}
