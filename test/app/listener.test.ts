import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { after, describe, it } from 'node:test';
import { listen } from '../../src/app/listener.ts';

const listener = await listen('127.0.0.1', 0, { patience: { headersMs: 200, stallMs: 400 } });
after(() => listener.close(0));

const answers = new EventEmitter();
listener.use((request, response) => {
  response.once('close', () => answers.emit(`closed ${request.url}`));
  if (request.url === '/more-than-fits') response.end(Buffer.alloc(64 * 1024 * 1024));
  else request.resume().on('end', () => response.end('done'));
});

function send(text: string): Socket {
  const socket = connect(listener.address.port, '127.0.0.1').on('error', () => undefined);
  socket.write(text);
  return socket;
}

describe('a listener', () => {
  it('cuts off a client that never ends its headers, however many it sends', async () => {
    const socket = send('GET / HTTP/1.1\r\nHost: x\r\n').resume();
    const drip = setInterval(() => socket.write('X-More: x\r\n'), 50);
    await once(socket, 'close');
    clearInterval(drip);
  });

  it('cuts off a client that stops in the middle of a body', async () => {
    const socket = send('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n{').resume();
    await once(socket, 'close');
  });

  it('cuts off a client that does not take its answer', async () => {
    const socket = send('GET /more-than-fits HTTP/1.1\r\nHost: x\r\n\r\n').pause();
    await once(answers, 'closed /more-than-fits');
    socket.destroy();
  });

  it('waits for a client that is slow but goes on', async () => {
    const socket = send('POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 8\r\n\r\n').setEncoding('utf8');
    let left = 8;
    const drip = setInterval(() => {
      left -= 1;
      socket.write('x');
      if (left === 0) clearInterval(drip);
    }, 100);
    const [answer] = await once(socket, 'data');
    assert.match(answer, /^HTTP\/1\.1 200 OK/);
  });
});
