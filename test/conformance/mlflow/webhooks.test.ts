import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { before, describe, test } from 'node:test';
import { startMlflowServer } from '../../support/mlflow-server.ts';
import { runPython } from '../../support/python.ts';
import { type Received, startReceiver } from '../../support/receiver.ts';
import { startTrackbridge } from '../../support/trackbridge-server.ts';

type Found = Record<string, unknown> & { run: string };

/** How many messages the script makes happen, its two tests included. */
const MESSAGES = 2 + 17;

describe('webhooks of the MLflow client, at the original server and at ours', async () => {
  const receivers = { original: await startReceiver(), ours: await startReceiver() };
  let original: Found;
  let ours: Found;
  before(async () => {
    // the original is told by its environment alone that it may send to this machine
    process.env['MLFLOW_WEBHOOK_ALLOW_PRIVATE_IPS'] = 'true';
    process.env['MLFLOW_WEBHOOK_ALLOWED_SCHEMES'] = 'http,https';
    const servers = [startMlflowServer(), startTrackbridge(['--allow-outbound', receivers.ours.origin])] as const;
    const [theirs, mine] = await Promise.all(servers);
    original = await runPython<Found>('mlflow3', 'webhooks.py', theirs.url, { RECEIVER: `${receivers.original.origin}/hook` });
    ours = await runPython<Found>('mlflow3', 'webhooks.py', mine.url, { RECEIVER: `${receivers.ours.origin}/hook` });
    await Promise.all([receivers.original.waitFor(MESSAGES), receivers.ours.waitFor(MESSAGES)]);
  });

  test('the client sees the same of both', () => {
    const { run: _theirs, ...seen } = original;
    const { run: _ours, ...mine } = ours;
    assert.deepEqual(mine, seen);
    assert.deepEqual(mine['test'], [true, 200, null]);
  });

  test('the messages say the same', () => {
    const said = ({ received }: { received: Received[] }, run: string) =>
      received.slice(2).map(({ text }) => {
        const { timestamp, ...message } = JSON.parse(text);
        assert.match(timestamp, /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3,6}\+00:00$/);
        return JSON.stringify(sorted(message)).replaceAll(run, '<run>');
      });
    // the original sends them by several threads, in no order
    assert.deepEqual(said(receivers.ours, ours.run).toSorted(), said(receivers.original, original.run).toSorted());
  });

  test('the tests have the same fields', () => {
    const shape = ({ received }: { received: Received[] }) =>
      received.slice(0, 2).map(({ text }) => {
        const { entity, action, data, ...rest } = JSON.parse(text);
        return [entity, action, Object.keys(data).toSorted(), Object.keys(rest)];
      });
    assert.deepEqual(shape(receivers.ours), shape(receivers.original));
  });

  test('the headers are the same, and each signature is right', () => {
    const names = ({ received }: { received: Received[] }) =>
      received.map(({ headers }) =>
        Object.keys(headers)
          .filter((name) => name.startsWith('x-') || name === 'content-type')
          .toSorted(),
      );
    assert.deepEqual(names(receivers.ours), names(receivers.original));
    for (const { headers, text } of [...receivers.ours.received, ...receivers.original.received]) {
      const signed = `${headers['x-mlflow-delivery-id']}.${headers['x-mlflow-timestamp']}.${text}`;
      const signature = createHmac('sha256', 'a secret of this test').update(signed).digest('base64');
      assert.equal(headers['x-mlflow-signature'], `v1,${signature}`);
      assert.match(String(headers['x-mlflow-timestamp']), /^\d{10}$/);
    }
  });
});

/** An object with its fields in the order of their names. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([name, item]) => [name, sorted(item)]));
}
