import type { Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { openPaths, patternRule } from './host-check.ts';

/** What the Origin check needs to know of the configuration. */
export interface OriginCheckOptions {
  /** Origins of foreign pages that may call this server; `*` stands for any text, alone it opens the server to every page. */
  corsAllowedOrigins: readonly string[];
  /** Address users reach the server under; its own pages are at home there. */
  publicUrl: string | undefined;
  /** Prefix of every path, for instance `/tracking`; empty for none. */
  staticPrefix: string;
  log: Pick<Logger, 'warn'>;
}

const preflightMethods = 'GET, POST, PUT, DELETE, OPTIONS, PATCH';
/** How long a browser may remember a preflight, in seconds. */
const preflightMaxAge = '600';

const localNames = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Keeps pages of other sites from using a visitor's browser against this server, and answers CORS preflights.
 *
 * A request whose login was sent on purpose may come from anywhere. Any other is refused (403, plain text), whatever its
 * method, when it says it comes from a page that is neither ours, nor local, nor in `corsAllowedOrigins`. Following a link
 * from another site stays possible. `/health` and `/version` answer everybody.
 *
 * Stands behind the Host check and needs Express's `trust proxy`, which decides whose `X-Forwarded-*` are believed.
 */
export function originCheck(options: OriginCheckOptions): RequestHandler {
  const open = openPaths(options.staticPrefix);
  const isEveryone = options.corsAllowedOrigins.includes('*');
  const isListed = patternRule(options.corsAllowedOrigins);
  const publicOrigin = options.publicUrl === undefined ? undefined : new URL(options.publicUrl).origin;

  /** Scripts of such a page may read our answers. A sandboxed page (`null`) could be anybody's. */
  const isFriend = (request: Request, origin: string): boolean =>
    isEveryone ||
    (origin !== 'null' &&
      (origin === publicOrigin || origin === ownOrigin(request) || isLocal(origin, ['http:']) || isListed(origin)));

  return (request, response, next) => {
    const origin = request.headers.origin?.toLowerCase();
    const mayRead = origin !== undefined && isFriend(request, origin);
    response.vary('Origin');
    if (mayRead) allowReading(response, isEveryone ? '*' : origin);

    if (origin !== undefined && isPreflight(request)) {
      answerPreflight(request, response, mayRead);
    } else if (isEveryone || mayRead || open.has(request.path) || isDeliberate(request, origin)) {
      next();
    } else {
      options.log.warn({ origin, path: request.path }, 'request refused: it comes from a page of another site');
      response
        .status(403)
        .type('text/plain')
        .send('Pages of other sites may not call this server; the option --cors-allowed-origins lists those that may.');
    }
  };
}

/**
 * True unless a foreign page may have made the browser send this. A bearer token is never added by a browser itself; a
 * Basic login it remembers is, but then the browser also says which kind of site asked.
 */
function isDeliberate(request: Request, origin: string | undefined): boolean {
  const { authorization, 'sec-fetch-site': site } = request.headers;
  if (authorization !== undefined && /^bearer /i.test(authorization)) return true;
  if (origin === undefined) return site !== 'cross-site' || isFollowedLink(request);
  return isLocal(origin, undefined) || (authorization !== undefined && site === undefined);
}

/** The visitor opened one of our pages from somewhere else; a frame or picture in a foreign page is not that. */
function isFollowedLink(request: Request): boolean {
  const { 'sec-fetch-mode': mode, 'sec-fetch-dest': destination } = request.headers;
  return (request.method === 'GET' || request.method === 'HEAD') && mode === 'navigate' && destination === 'document';
}

/** Where our own pages live as the browser sees it. */
function ownOrigin(request: Request): string {
  return `${request.protocol}://${request.host}`.toLowerCase();
}

/** A page served from the visitor's own machine on any port, over one of these schemes (undefined for any). */
function isLocal(origin: string, schemes: readonly string[] | undefined): boolean {
  if (!URL.canParse(origin)) return false;
  const { protocol, hostname } = new URL(origin);
  return localNames.has(hostname) && (schemes === undefined || schemes.includes(protocol));
}

function isPreflight(request: Request): boolean {
  return request.method === 'OPTIONS' && request.headers['access-control-request-method'] !== undefined;
}

function allowReading(response: Response, origin: string): void {
  response.set('Access-Control-Allow-Origin', origin);
  response.set('Access-Control-Expose-Headers', '*');
  // A browser must not send logins along where every page may read.
  if (origin !== '*') response.set('Access-Control-Allow-Credentials', 'true');
}

function answerPreflight(request: Request, response: Response, isAllowed: boolean): void {
  response.set('Access-Control-Allow-Methods', preflightMethods);
  response.set('Access-Control-Max-Age', preflightMaxAge);
  const headers = request.headers['access-control-request-headers'];
  if (headers !== undefined) response.set('Access-Control-Allow-Headers', headers);
  response.status(isAllowed ? 200 : 400).type('text/plain');
  response.send(isAllowed ? 'OK' : 'This origin is not allowed.');
}
