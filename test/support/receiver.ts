import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { atEndOfFile } from './cleanup.ts';

/** A message that a receiver got. */
export interface Received {
  path: string;
  headers: IncomingHttpHeaders;
  text: string;
}

/** A web server that keeps what it is sent. */
export interface Receiver {
  /** Scheme, host and port. */
  origin: string;
  received: Received[];
  /** Waits until it has so many messages. @throws when that takes more than 30 s */
  waitFor(count: number): Promise<void>;
}

const WAIT_MS = 30_000;

/** Starts a receiver on a free port; it ends with the test file. @param answer how it answers; 200 when not given */
export async function startReceiver(
  answer: (message: Received, response: ServerResponse) => void = (_message, response) => void response.end(),
): Promise<Receiver> {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const message = { path: request.url ?? '', headers: request.headers, text: Buffer.concat(chunks).toString() };
    received.push(message);
    answer(message, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  atEndOfFile(async () => {
    server.close().closeAllConnections();
  });
  const waitFor = async (count: number) => {
    for (const deadline = Date.now() + WAIT_MS; received.length < count; await sleep(20)) {
      if (Date.now() > deadline) throw new Error(`${received.length} of ${count} messages came`);
    }
  };
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received, waitFor };
}
