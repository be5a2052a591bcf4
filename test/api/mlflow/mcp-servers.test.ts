import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startApp, type TestApp } from '../../support/app.ts';
import { addPerson } from '../../support/people.ts';

const root = '/api/3.0/mlflow/mcp-servers';
const app = await startApp();
const at = (name: string, ...below: string[]) => [root, ...[name, ...below].map(encodeURIComponent)].join('/');
const namesOf = (body: { mcp_servers: { name: string }[] }) => body.mcp_servers.map(({ name }) => name);

/** A client of an application that sends the same headers with all it asks. */
function clientOf({ http }: TestApp, headers: Record<string, string> = {}) {
  return {
    get: (path: string) => http.get(path).set(headers),
    post: (path: string, body: object) => http.post(path).set(headers).send(body),
    patch: (path: string, body: object) => http.patch(path).set(headers).send(body),
    remove: (path: string) => http.delete(path).set(headers),
    publish: (name: string, version: string) =>
      http.post(at(name, 'versions')).set(headers).send({ server_json: { name, version }, status: 'active' }),
  };
}

const anyone = clientOf(app);

test('createMcpServerVersion makes the server, whose latest active version is shown with it', async () => {
  for (const version of ['1.9.0', '1.10.0', '1.10.0-rc.1']) await anyone.publish('com.example/one', version).expect(200);
  const { body } = await anyone.get(at('com.example/one')).expect(200);
  assert.equal(body.latest_version, '1.10.0');
  assert.equal((await anyone.get(at('com.example/one', 'aliases', 'latest')).expect(200)).body.version, '1.10.0');
});

test('createMcpServerVersion keeps the document as it came, big numbers and letters of all scripts', async () => {
  const written = '{"name":"com.example/exact","version":"1.0.0","z":{"b":1.5,"a":[9007199254740993,null,"ünï ✓"]}}';
  const { text } = await app.http
    .post(at('com.example/exact', 'versions'))
    .set('content-type', 'application/json')
    .send(`{"server_json":${written}}`)
    .expect(200);
  assert.ok(text.includes('"a":[9007199254740993,null,"ünï ✓"]'), text);
});

test('createMcpServer refuses a taken name, and names and types that no server has', async () => {
  await anyone.post(root, { name: 'com.example/taken' }).expect(200);
  const { body } = await anyone.post(root, { name: 'com.example/taken' }).expect(400);
  assert.equal(body.error_code, 'RESOURCE_ALREADY_EXISTS');
  for (const name of ['', 'x', 'a/b/c', "x/y' or 1=1 --", 'com.example/tags', `com.example/${'x'.repeat(256)}`, 5, null, []]) {
    const refused = await anyone.post(root, { name }).expect(400);
    assert.equal(refused.body.error_code, 'INVALID_PARAMETER_VALUE', JSON.stringify(name));
  }
});

test('deleteMcpServer waits until no version is active, and takes along all it has', async () => {
  await anyone.publish('com.example/going', '1.0.0').expect(200);
  await anyone.post(at('com.example/going', 'tags'), { key: 'a', value: 'b' }).expect(200);
  await anyone.remove(at('com.example/going')).expect(400);
  await anyone.patch(at('com.example/going', 'versions', '1.0.0'), { status: 'deprecated' }).expect(200);
  await anyone.remove(at('com.example/going')).expect(200);
  await anyone.get(at('com.example/going')).expect(404);
  const { body } = await anyone.post(root, { name: 'com.example/going' }).expect(200);
  assert.deepEqual(body.tags, {});
});

test('deleteMcpServerAlias takes along the endpoints that lead to the alias', async () => {
  await anyone.publish('com.example/led', '1.0.0').expect(200);
  await anyone.post(at('com.example/led', 'aliases'), { alias: 'prod', version: '1.0.0' }).expect(200);
  const { body } = await anyone
    .post(at('com.example/led', 'endpoints'), { url: 'https://mcp.example.com', server_alias: 'prod' })
    .expect(200);
  assert.equal(body.resolved_version.version, '1.0.0');
  await anyone.remove(at('com.example/led', 'aliases', 'prod')).expect(200);
  await anyone.get(at('com.example/led', 'endpoints', body.id)).expect(404);
});

test('searchMcpServers goes through all servers page by page, each once', async () => {
  const names = ['a', 'b', 'c', 'd', 'e'].map((letter) => `com.pages/x${letter}`);
  for (const name of names) await anyone.post(root, { name }).expect(200);
  const query = `${root}?filter_string=${encodeURIComponent("name LIKE 'com.pages/%'")}&max_results=3`;
  const { body: first } = await anyone.get(query).expect(200);
  const { body: second } = await anyone.get(`${query}&page_token=${first.next_page_token}`).expect(200);
  assert.deepEqual([...namesOf(first), ...namesOf(second)], names);
  assert.equal(second.next_page_token, null);
  await anyone.get(`${query}&order_by=name%20DESC&page_token=${first.next_page_token}`).expect(400);
});

test('searchMcpServers and searchAllAccessEndpoints show nothing of what somebody may not read', async () => {
  const guarded = await startApp({ auth: 'on' });
  const [admin, maker, other] = await Promise.all([
    addPerson(guarded, 'root', 'admin'),
    addPerson(guarded, 'ann'),
    addPerson(guarded, 'bob'),
  ]);
  const [asAdmin, asMaker, asOther] = [admin, maker, other].map(({ authorization }) => clientOf(guarded, { authorization }));
  assert.ok(asAdmin && asMaker && asOther);
  const name = 'com.example/hidden';
  const made = await asMaker.publish(name, '1.0.0').expect(200);
  assert.equal(made.body.created_by, 'ann');
  await asMaker.post(at(name, 'endpoints'), { url: 'https://mcp.example.com', server_alias: 'latest' }).expect(200);
  await asOther.remove(at(name, 'versions', '1.0.0')).expect(403);
  const denied = { username: 'bob', resource_type: 'mcp_server', resource_id: name, permission: 'DENY' };
  await asAdmin.post('/api/3.0/mlflow/users/permissions/grant', denied).expect(200);
  assert.deepEqual(namesOf((await asMaker.get(root).expect(200)).body), [name]);
  assert.deepEqual(namesOf((await asOther.get(root).expect(200)).body), []);
  assert.deepEqual((await asOther.get(`${root}/endpoints`).expect(200)).body.mcp_access_endpoints, []);
  await asOther.get(at(name)).expect(403);
  await guarded.http.get(root).expect(401);
});

test('getMcpServer and searchMcpServers know the servers of their workspace alone', async () => {
  const shared = await startApp({ enableWorkspaces: true });
  await shared.http.post('/api/3.0/mlflow/workspaces').send({ name: 'team' }).expect(201);
  const [here, there] = [clientOf(shared), clientOf(shared, { 'x-mlflow-workspace': 'team' })];
  const name = 'com.example/own';
  assert.equal((await there.publish(name, '1.0.0').expect(200)).body.workspace, 'team');
  await there.post(at(name, 'endpoints'), { url: 'https://mcp.example.com', server_version: '1.0.0' }).expect(200);
  await here.get(at(name)).expect(404);
  await here.get(at(name, 'versions', '1.0.0')).expect(404);
  assert.deepEqual(namesOf((await here.get(root).expect(200)).body), []);
  assert.deepEqual((await here.get(`${root}/endpoints`).expect(200)).body.mcp_access_endpoints, []);
  await here.publish(name, '2.0.0').expect(200);
  assert.equal((await there.get(at(name)).expect(200)).body.latest_version, '1.0.0');
});
