import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { BridgeError, invalid, show } from '../model/errors.ts';
import { isPublicAddress } from './public-address.ts';

/** Every address of a host. */
export type Resolve = (host: string) => Promise<LookupAddress[]>;

/** What may be set. */
export interface OutboundOptions {
  /** Hosts that may be at private addresses, and `http://host:port` for one that may be spoken to without TLS too. */
  allowed: readonly string[];
  /** How long one exchange may take, in ms. */
  timeoutMs: number;
  resolve?: Resolve;
}

/** All that is kept of an answer. Its body is nobody's business: it may come from where only this machine can look. */
export interface OutboundAnswer {
  status: number;
  /** The header Retry-After. */
  retryAfter: string | undefined;
}

/** A host and the addresses of it that were looked at. */
interface Checked {
  url: URL;
  addresses: readonly LookupAddress[];
}

/**
 * The one way to addresses that users give. A host is resolved once, each of its addresses is looked at, and the connection
 * goes to one of these: no second answer of the resolver can lead elsewhere. Redirects are not followed, proxies not used.
 */
export class Outbound {
  /** How long one exchange may take, in ms. */
  readonly timeoutMs: number;
  readonly #hosts = new Set<string>();
  readonly #plainOrigins = new Set<string>();
  readonly #resolve: Resolve;

  /** @throws invalid for an allowed host that is none */
  constructor({ allowed, timeoutMs, resolve = (host) => lookup(host, { all: true }) }: OutboundOptions) {
    this.timeoutMs = timeoutMs;
    this.#resolve = resolve;
    for (const text of allowed) {
      const url = URL.parse(text.includes('://') ? text : `https://${text}`);
      if (!url?.hostname || url.pathname !== '/') {
        throw invalid('allow-outbound', `${show(text)} is no host; write a name, an address or http://host:port.`);
      }
      this.#hosts.add(url.hostname);
      if (url.protocol === 'http:') this.#plainOrigins.add(url.origin);
    }
  }

  /**
   * Looks whether something may be sent to an address now.
   * @throws invalid unless it is https and its host is on the public internet, or the operator allows it
   */
  async check(text: string): Promise<void> {
    try {
      await this.#checked(text);
    } catch (error) {
      if (error instanceof BridgeError && error.code === 'unavailable') throw invalid('url', error.message, error);
      throw error;
    }
  }

  /**
   * Looks at a url without asking a resolver; where a name leads is looked at when it is connected to, by {@link lookup}.
   * @throws invalid unless it is https, or the operator allows its origin; for an address that is not public
   */
  refuse(url: URL): void {
    if (url.protocol !== 'https:' && !this.#plainOrigins.has(url.origin)) {
      throw invalid('url', `The url ${show(url.origin)} is not possible: it must be https, or be allowed by --allow-outbound.`);
    }
    // nobody looks up what is an address already
    const literal = literalOf(url.hostname);
    if (isIP(literal) !== 0 && !this.#hosts.has(url.hostname) && !isPublicAddress(literal)) throw notPublic(url.hostname);
  }

  /** For connections that others make: a host resolves to addresses that may be reached, all of them, or to none. */
  readonly lookup: LookupFunction = (host, { all }, found) => {
    this.addressesToReach(host).then(
      (addresses) => {
        const [first] = addresses;
        if (all || !first) found(null, [...addresses]);
        else found(null, first.address, first.family);
      },
      (error: Error) => found(error, ''),
    );
  };

  /** Addresses of a host that may be reached. @throws invalid when one of them may not, unavailable when there is none */
  async addressesToReach(hostname: string): Promise<readonly LookupAddress[]> {
    const addresses = await this.#addressesOf(hostname);
    if (this.#hosts.has(hostname) || addresses.every(({ address }) => isPublicAddress(address))) return addresses;
    throw notPublic(hostname);
  }

  /** Whether the operator allows a host by name. */
  isAllowed(hostname: string): boolean {
    return this.#hosts.has(hostname);
  }

  /**
   * Posts once.
   * @throws invalid when the address is refused, unavailable when there is no answer in time or the signal ended it
   */
  async post(
    text: string,
    headers: Readonly<Record<string, string>>,
    body: string,
    signal: AbortSignal,
  ): Promise<OutboundAnswer> {
    const checked = await this.#checked(text);
    try {
      return await send(checked, headers, body, AbortSignal.any([signal, AbortSignal.timeout(this.timeoutMs)]));
    } catch (cause) {
      throw new BridgeError('unavailable', `${checked.url.host} gave no answer${reasonOf(cause)}.`, { cause });
    }
  }

  async #checked(text: string): Promise<Checked> {
    const url = URL.parse(text.trim());
    if (!url?.hostname) throw invalid('url', `The url ${show(text)} names no host.`);
    this.refuse(url);
    return { url, addresses: await this.addressesToReach(url.hostname) };
  }

  async #addressesOf(hostname: string): Promise<readonly LookupAddress[]> {
    // URLs know numbers of every base and length for IPv4, and come with the usual four
    const literal = literalOf(hostname);
    const family = isIP(literal);
    if (family !== 0) return [{ address: literal, family }];
    try {
      const addresses = await this.#resolve(hostname);
      if (addresses.length > 0) return addresses;
    } catch (cause) {
      throw new BridgeError('unavailable', `The host ${show(hostname)} has no address.`, { cause });
    }
    throw new BridgeError('unavailable', `The host ${show(hostname)} has no address.`);
  }
}

/** A host without the brackets of IPv6. */
function literalOf(hostname: string): string {
  return hostname.replace(/^\[(.*)\]$/, '$1');
}

/** Which address it has would tell about the network of this machine. */
function notPublic(hostname: string): BridgeError {
  return invalid('url', `The url leads to ${show(hostname)}, which is not on the public internet; nothing is sent there.`);
}

function send({ url, addresses }: Checked, headers: Readonly<Record<string, string>>, body: string, signal: AbortSignal) {
  const request = url.protocol === 'https:' ? requestSecure : requestPlain;
  const toChecked: LookupFunction = (_host, { all }, found) => {
    const [first] = addresses;
    if (all || !first) found(null, [...addresses]);
    else found(null, first.address, first.family);
  };
  return new Promise<OutboundAnswer>((resolve, reject) => {
    const length = String(Buffer.byteLength(body));
    // no agent: a connection of before might lead to an address that is refused by now
    const options = {
      method: 'POST',
      agent: false,
      lookup: toChecked,
      signal,
      headers: { ...headers, 'content-length': length },
    };
    request(url, options)
      .once('error', reject)
      .once('response', (answer) => {
        resolve({ status: answer.statusCode ?? 0, retryAfter: answer.headers['retry-after'] });
        answer.once('error', () => undefined).destroy();
      })
      .end(body);
  });
}

/** What may be said about why there was no answer: a code of the system or of TLS. */
function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return '';
  if (cause.name === 'TimeoutError' || (cause.cause instanceof Error && cause.cause.name === 'TimeoutError')) return ' in time';
  return 'code' in cause && cause.code !== 'ABORT_ERR' ? ` (${String(cause.code)})` : '';
}
