import { Agent, request } from 'node:http';

/** An answer as it came. Header names are lower case. */
export interface WireAnswer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

/** A request that no library tidies up: path, headers and body leave as they are given. */
export interface WireCall {
  method: string;
  /** Path and query, sent without any normalisation. */
  path: string;
  /** A list is sent as one header after the other. */
  headers?: Record<string, string | string[]>;
  body?: string | Buffer;
}

const agent = new Agent({ keepAlive: true, maxSockets: 8 });

/** Sends one request to a server and reads its whole answer. Rejects after 60 s of silence. */
export function sendRaw(baseUrl: string, call: WireCall): Promise<WireAnswer> {
  const { hostname, port } = new URL(baseUrl);
  return new Promise((resolve, reject) => {
    const outgoing = request({
      hostname,
      port,
      agent,
      method: call.method,
      path: call.path,
      headers: call.headers,
      timeout: 60_000,
    });
    outgoing.on('response', (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('error', reject);
      incoming.on('end', () => {
        const headers = Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]));
        resolve({ status: incoming.statusCode ?? 0, headers, body: Buffer.concat(chunks) });
      });
    });
    outgoing.on('timeout', () => outgoing.destroy(new Error(`${call.method} ${call.path} was not answered within 60 s`)));
    outgoing.on('error', (error) => {
      // the server gave up an idle connection in the moment it was used again
      const wasIdle = outgoing.reusedSocket && 'code' in error && error.code === 'ECONNRESET';
      if (wasIdle) sendRaw(baseUrl, call).then(resolve, reject);
      else reject(error);
    });
    outgoing.end(call.body);
  });
}
