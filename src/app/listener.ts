import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, createServer as createProbe, type Server as NetServer } from 'node:net';
import { BridgeError } from '../model/errors.ts';

/** A bound port. Until it is given a handler it asks clients to come again. */
export interface Listener {
  address: AddressInfo;
  /** From now on requests are answered by this. */
  use(handler: RequestListener): void;
  /** Takes no new requests, lets running ones finish for so long, then cuts them off. */
  close(graceMs: number): Promise<void>;
}

/** How long the server waits for a client, in milliseconds. */
interface Patience {
  /** For the whole of a request's headers. */
  headersMs: number;
  /** For anything at all to move on a connection with a request under way, its answer included. */
  stallMs: number;
}

interface ListenOptions {
  patience?: Patience;
  /** Option that asked for the port; the ports of any but `--port` are fixed. */
  flag?: string;
}

const PATIENCE: Patience = { headersMs: 60_000, stallMs: 300_000 };

/** How far from the wanted port a free one is looked for. */
const PORTS_TRIED = 100;

const comeAgain: RequestListener = (_request, response) => {
  response.writeHead(503, { 'Retry-After': '1', 'Content-Type': 'text/plain' }).end('The server is starting.');
};

/**
 * Binds the port before anything slow is begun, so that a taken one is known at once. Clients that send or take nothing any
 * more are cut off, so that nobody can hold connections and files open for ever.
 * @throws unavailable naming the port and a free one, invalid for an address this machine does not have
 */
export async function listen(
  host: string,
  port: number,
  { patience = PATIENCE, flag = '--port' }: ListenOptions = {},
): Promise<Listener> {
  let handler = comeAgain;
  // a long transfer may take as long as it moves. Without a limit of its own, no limit for requests means none for headers
  const times = { requestTimeout: 0, headersTimeout: patience.headersMs, keepAliveTimeout: 75_000 };
  const server = createServer({ ...times, connectionsCheckingInterval: patience.headersMs / 2 }, (request, response) =>
    handler(request, response),
  );
  server.timeout = patience.stallMs;
  try {
    await bind(server, host, port);
  } catch (error) {
    throw await explain(error, host, port, flag);
  }
  return {
    address: server.address() as AddressInfo,
    use(next) {
      handler = next;
    },
    close: (graceMs) => close(server, graceMs),
  };
}

function bind(server: NetServer, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.removeListener('error', reject);
      resolve();
    });
  });
}

async function explain(cause: unknown, host: string, port: number, flag: string): Promise<unknown> {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code === 'EADDRINUSE') {
    if (flag !== '--port') {
      const message = `Port ${port} on ${host}, which ${flag} needs, is taken by another program. Stop that one, or leave ${flag} out.`;
      return new BridgeError('unavailable', message, { cause });
    }
    const free = await findFreePort(host, port);
    const hint = free === undefined ? 'Choose another with --port.' : `Port ${free} is free: --port ${free}`;
    return new BridgeError('unavailable', `Port ${port} on ${host} is taken by another program. ${hint}`, { cause });
  }
  if (code === 'EACCES') {
    return new BridgeError('forbidden', `Port ${port} needs rights this user does not have; choose one above 1023.`, { cause });
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new BridgeError('invalid', `--host ${host} is no address of this machine.`, { cause });
  }
  return cause;
}

async function findFreePort(host: string, taken: number): Promise<number | undefined> {
  for (let port = taken + 1; port <= Math.min(taken + PORTS_TRIED, 65_535); port += 1) {
    const probe = createProbe();
    const isFree = await bind(probe, host, port).then(
      () => true,
      () => false,
    );
    if (!isFree) continue;
    await new Promise((resolve) => probe.close(resolve));
    return port;
  }
  return undefined;
}

async function close(server: Server, graceMs: number): Promise<void> {
  // a connection that is kept alive is told so with the answer it is waiting for, and idle ones end now
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const end = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearInterval(idle);
  clearTimeout(end);
}
