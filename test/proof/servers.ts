import type { Servers } from '../conformance/mlflow/compare.ts';
import { sendRaw } from '../support/wire-client.ts';

/** More than any number that a generated call counts up to. */
const SPARED_IDS = 100;

/**
 * Creates experiments on both servers until their ids are such that no other number of a sequence is taken for one.
 * @throws Error when a server refuses
 */
export async function spareIds({ original, ours }: Servers): Promise<void> {
  for (let index = 0; index < SPARED_IDS; index += 1) await Promise.all([original, ours].map((url) => createSpare(url, index)));
}

async function createSpare(url: string, index: number): Promise<void> {
  const { status } = await sendRaw(url, {
    method: 'POST',
    path: '/api/2.0/mlflow/experiments/create',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: `spare ${index}` }),
  });
  if (status !== 200) throw new Error(`${url} created no experiment: status ${status}`);
}
