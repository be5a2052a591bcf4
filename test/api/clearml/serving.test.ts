import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startApp } from '../../support/app.ts';
import { clearmlApi } from '../../support/clearml-api.ts';

const app = await startApp();
const { call, refuse } = clearmlApi(app);

const served = { endpoint_name: 'ep', model_name: 'm', model_version: '2', reference: [{ type: 'task', value: 'abc' }] };

test('a container loads until it has an address, and then serves an endpoint', async () => {
  assert.deepEqual(await call('serving.register_container', { ...served, container_id: 'c1' }), {});
  const { instances } = await call('serving.get_loading_instances');
  assert.deepEqual([instances[0].id, instances[0].endpoint, instances[0].model_version], ['c1', 'ep', '2']);
  assert.deepEqual((await call('serving.get_endpoints')).endpoints, []);
  const report = {
    ...served,
    endpoint_url: 'http://serve/ep',
    uptime_sec: 5,
    requests_num: 10,
    requests_min: 1.5,
    latency_ms: 100,
  };
  await call('serving.container_status_report', {
    ...report,
    container_id: 'c1',
    machine_stats: { cpu_usage: [20, 40], memory_used: 1, memory_free: 3 },
  });
  await call('serving.container_status_report', {
    ...report,
    container_id: 'c2',
    uptime_sec: 7,
    requests_num: 20,
    latency_ms: 200,
  });
  assert.deepEqual((await call('serving.get_loading_instances')).instances, []);
  const { endpoints } = await call('serving.get_endpoints');
  const { last_update, ...stats } = endpoints[0];
  assert.ok(last_update);
  assert.deepEqual(stats, {
    endpoint: 'ep',
    model: 'm',
    url: 'http://serve/ep',
    instances: 2,
    uptime_sec: 7,
    requests: 30,
    requests_min: 3,
    latency_ms: 150,
  });
});

test('serving.get_endpoint_details shows each container of an endpoint', async () => {
  const details = await call('serving.get_endpoint_details', { endpoint_url: 'http://serve/ep' });
  assert.deepEqual([details.endpoint, details.model_version, details.uptime_sec], ['ep', '2', 7]);
  const [first] = details.instances;
  assert.deepEqual([first.id, first.requests, first.cpu_count, first.reference], ['c1', 10, 2, served.reference]);
  assert.equal(await refuse('serving.get_endpoint_details', { endpoint_url: 'http://none' }), '400/1050');
});

test('serving.get_endpoint_metrics_history adds up what is counted and averages what is not', async () => {
  const now = Date.now() / 1000;
  const query = { endpoint_url: 'http://serve/ep', from_date: now - 3600, to_date: now + 3600, interval: 86_400 };
  const requests = await call('serving.get_endpoint_metrics_history', query);
  assert.deepEqual(requests.total.values, [30]);
  assert.deepEqual(requests.instances.c1.values, [10]);
  const latency = await call('serving.get_endpoint_metrics_history', {
    ...query,
    metric_type: 'latency_ms',
    instance_charts: false,
  });
  assert.deepEqual([latency.total.values, latency.instances], [[150], undefined]);
  const memory = await call('serving.get_endpoint_metrics_history', { ...query, metric_type: 'ram_total' });
  assert.deepEqual([memory.total.values, Object.keys(memory.instances)], [[4], ['c1']]);
  assert.equal(await refuse('serving.get_endpoint_metrics_history', { ...query, to_date: 0 }), '400/12');
});

test('serving.unregister_container forgets a container once; one that says nothing is gone by itself', async () => {
  await call('serving.unregister_container', { container_id: 'c2' });
  assert.equal(await refuse('serving.unregister_container', { container_id: 'c2' }), '400/1052');
  assert.equal((await call('serving.get_endpoints')).endpoints[0].instances, 1);
  await app.db.query({ text: `update serving_containers set expires_at = now() - interval '1 second'` });
  assert.deepEqual((await call('serving.get_endpoints')).endpoints, []);
  assert.equal(await refuse('serving.register_container', { ...served, container_id: '' }), '400/12');
});
