import type { RequestHandler } from 'express';
import { createProxyMiddleware } from 'http-proxy-middleware';
import type { Logger } from 'pino';

/**
 * Passes a request to a real server of the same protocol, streaming both ways, and gives back its answer untouched.
 * The caller's login stays here: the server behind has logins of its own.
 */
export function upstream(target: string, log: Pick<Logger, 'warn'>): RequestHandler {
  return createProxyMiddleware({
    target,
    changeOrigin: true,
    xfwd: true,
    on: {
      proxyReq: (request) => request.removeHeader('authorization'),
      error: (error, request, response) => {
        log.warn({ err: error, path: request.url }, 'the upstream server did not answer');
        if (!('headersSent' in response)) return response.destroy();
        if (response.headersSent) return response.destroy();
        response.writeHead(502, { 'content-type': 'application/json' });
        response.end(JSON.stringify({ error_code: 'TEMPORARILY_UNAVAILABLE', message: 'The upstream server did not answer.' }));
      },
    },
  });
}
