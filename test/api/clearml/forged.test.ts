import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startApp } from '../../support/app.ts';

/** What a page of another site makes a browser send must change nothing, whether the server asks for logins or not. */
const { http } = await startApp();
const write = '/projects.create?name=forged';

async function names(): Promise<string[]> {
  const { body } = await http.post('/projects.get_all').send({ name: 'forged' });
  return body.data.projects.map(({ name }: { name: string }) => name);
}

test('a GET without a body changes nothing unless a script sent it on purpose', async () => {
  const forged: Record<string, string>[] = [
    {},
    { referer: 'http://evil.example/' },
    { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' },
    { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' },
    { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'navigate' },
    { 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate' },
    // a browser adds a Basic login that it remembers
    { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document', authorization: 'Basic eDp5' },
    { cookie: 'clearml_token_basic=x' },
  ];
  for (const headers of forged) {
    const { status } = await http.get(write).set(headers);
    assert.equal(status, 403, JSON.stringify(headers));
    assert.equal((await http.head(write).set(headers)).status, 403);
  }
  assert.deepEqual(await names(), []);
});

test('a POST that says it comes from another site changes nothing', async () => {
  for (const headers of [{ origin: 'http://evil.example' }, { origin: 'null' }, { 'sec-fetch-site': 'cross-site' }]) {
    await http.post('/projects.create').set(headers).type('text/plain').send('{"name":"forged"}').expect(403);
  }
  assert.deepEqual(await names(), []);
});

test('reading is no such danger: a followed link shows its answer', async () => {
  const link = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
  await http.get('/projects.get_all').set(link).expect(200);
  await http
    .get('/projects.get_all')
    .set({ ...link, 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'script' })
    .expect(403);
});

test('no page of another site reads answers', async () => {
  const { headers } = await http.get('/projects.get_all').set({ origin: 'http://evil.example', authorization: 'Bearer x' });
  assert.equal(headers['access-control-allow-origin'], undefined);
});

test('what a client sends on purpose goes through: a body, a token, a header of its own, or a page of ours', async () => {
  const deliberate: Record<string, string>[] = [
    { authorization: 'Bearer x' },
    { authorization: 'Basic eDp5' },
    { 'x-clearml-client': 'clearml-2.1.12' },
    { 'sec-fetch-site': 'same-origin' },
  ];
  for (const [index, headers] of deliberate.entries()) {
    await http.get(`/projects.create?name=forged-${index}`).set(headers).expect(200);
  }
  await http.get('/projects.create').send({ name: 'forged-body' }).expect(200);
  assert.equal((await names()).length, 5);
});
