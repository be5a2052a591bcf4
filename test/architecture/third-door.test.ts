import assert from 'node:assert/strict';
import { test } from 'node:test';
import express from 'express';
import { pino } from 'pino';
import supertest from 'supertest';
import { freeGuard } from '../../src/access/guard.ts';
import type { Context } from '../../src/context.ts';
import { type Door, type OperationSpec, Reply } from '../../src/http/door.ts';
import { serveDoor } from '../../src/http/kernel.ts';
import { invalid } from '../../src/model/errors.ts';

const operation = (id: string, path: string, method: string, right: string | null, body: unknown = null): OperationSpec => ({
  id,
  path,
  methods: [method],
  right,
  body,
  family: 'weather',
  twin: false,
  required: [],
  on: 'none',
  path_fields: [],
  query: {},
});

/** A protocol nobody has: plain text in and out, errors as one word. */
const weather: Door = {
  name: 'weather',
  table: {
    operations: [
      operation('report', '/weather/{town}', 'post', 'write', 'Report'),
      operation('forecast', '/weather/{town}/tomorrow', 'get', null),
    ],
    messages: {},
  },
  handlers: {
    report: async ({ path, body }) => {
      if (body === 'snow') throw invalid('body', 'It never snows here, "snow" cannot be.');
      return `${path.town}: ${body}`;
    },
  },
  absent: { forecast: 'nobody knows' },
  pathsOf: ({ path }) => [path],
  maxBodyBytes: 100,
  read: (_operation, { path, bodyText }) => ({ path, query: {}, body: bodyText }),
  write: (_operation, answer) => new Reply(200, { 'content-type': 'text/plain' }, String(answer)),
  writeError: ({ code, message }) =>
    new Reply(code === 'invalid' ? 422 : 500, { 'content-type': 'text/plain' }, `${code}: ${message}`),
  writeAbsent: ({ id }) => new Reply(404, { 'content-type': 'text/plain' }, `no ${id}`),
};

test('a third door mounts on the kernel with nothing but its table, handlers and dialect', async () => {
  const seen: string[] = [];
  const app = express().use(
    serveDoor(weather, {
      // its handlers touch nothing of the context but what the kernel itself uses
      base: { log: pino({ level: 'silent' }) } as Context,
      authenticate: async () => ({ userId: 'u', name: 'ann', role: 'user' }),
      authorize: (actor, right) => void seen.push(`${actor?.name} ${right}`),
      placeOf: async () => undefined,
      guard: () => freeGuard,
      baseUrlOf: () => 'http://localhost',
      observe: () => undefined,
    }),
  );
  await supertest(app).post('/weather/Oslo').type('text/plain').send('rain').expect(200, 'Oslo: rain');
  await supertest(app)
    .post('/weather/Oslo')
    .type('text/plain')
    .send('snow')
    .expect(422, 'invalid: It never snows here, "snow" cannot be.');
  await supertest(app).get('/weather/Oslo/tomorrow').expect(404, 'no forecast');
  await supertest(app).get('/weather/Oslo').expect(405);
  await supertest(app).get('/elsewhere').expect(404);
  assert.deepEqual(seen, ['ann write', 'ann write', 'ann read']);
});
