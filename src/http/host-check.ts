import { BlockList, isIP } from 'node:net';
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';

/** What the Host check needs to know of the configuration. */
export interface HostCheckOptions {
  /**
   * Hosts under which this server may be called: `*` stands for any text, without one the whole header must be equal, port
   * included. Undefined allows loopback names and private addresses on any port.
   */
  allowedHosts: readonly string[] | undefined;
  /** Address users reach the server under; its host is always allowed. */
  publicUrl: string | undefined;
  /** Prefix of every path, for instance `/tracking`; empty for none. */
  staticPrefix: string;
  log: Pick<Logger, 'warn'>;
}

const localNames = new Set(['localhost', '127.0.0.1', '::1', '0.0.0.0']);

const privateAddresses = new BlockList();
privateAddresses.addSubnet('10.0.0.0', 8, 'ipv4');
privateAddresses.addSubnet('172.16.0.0', 12, 'ipv4');
privateAddresses.addSubnet('192.168.0.0', 16, 'ipv4');
privateAddresses.addSubnet('fc00::', 7, 'ipv6');

/**
 * Refuses requests that name a host this server does not go by (403, plain text), so that a hostile page cannot make a
 * browser talk to it by pointing its own name at this address. `/health` and `/version` answer under any name.
 *
 * Only the Host header counts: `X-Forwarded-Host` could be set by the very page this guards against.
 */
export function hostCheck(options: HostCheckOptions): RequestHandler {
  const isAllowed = hostRule(options.allowedHosts, options.publicUrl);
  const open = openPaths(options.staticPrefix);
  return (request, response, next) => {
    const host = request.headers.host;
    if (open.has(request.path) || (host !== undefined && isAllowed(host))) {
      next();
      return;
    }
    options.log.warn({ host }, 'request refused: unknown Host header');
    response
      .status(403)
      .type('text/plain')
      .send('The Host header names no host of this server; the option --allowed-hosts lists the accepted ones.');
  };
}

/** Paths that monitors call under any name and from anywhere. */
export function openPaths(staticPrefix: string): ReadonlySet<string> {
  return new Set([`${staticPrefix}/health`, `${staticPrefix}/version`]);
}

/** A test of Host headers. Names compare without regard to case. */
export function hostRule(allowedHosts: readonly string[] | undefined, publicUrl?: string): (host: string) => boolean {
  const publicHost = publicUrl === undefined ? undefined : new URL(publicUrl).host;
  const listed = allowedHosts === undefined ? isLocalHost : patternRule(allowedHosts);
  return (host) => {
    const lower = host.toLowerCase();
    return lower !== '' && (lower === publicHost || listed(lower));
  };
}

/** A test of lower-case texts against a list in which `*` stands for any text. */
export function patternRule(patterns: readonly string[]): (text: string) => boolean {
  const expressions = patterns.map((pattern) => {
    const literal = pattern.toLowerCase().replace(/[\\^$.|?+()[\]{}]/g, '\\$&');
    return new RegExp(`^${literal.replaceAll('*', '.*')}$`, 's');
  });
  return (text) => expressions.some((expression) => expression.test(text));
}

/** Loopback names and literal private addresses, on any port. `10.evil.example` is a name, not an address. */
function isLocalHost(host: string): boolean {
  const parts = /^(?:\[([^\]]*)\]|([^:]*))(?::\d{1,5})?$/.exec(host);
  const name = parts?.[1] ?? parts?.[2] ?? '';
  const family = isIP(name);
  return localNames.has(name) || (family !== 0 && privateAddresses.check(name, family === 4 ? 'ipv4' : 'ipv6'));
}
