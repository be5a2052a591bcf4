import type { Family, Make } from '../sequence.ts';
import type { World } from '../world.ts';
import { createExperiment, createRun, nextPage } from './basics.ts';
import { startTraceV3 } from './traces.ts';

const users = ['ann', 'bob', 'Ann', 'ünï'];

const createReviewQueue: Make = (world) => {
  const name = world.chance.one([`queue ${world.serial()}`, 'weekly', 'Weekly']);
  return {
    operation: 'createReviewQueue',
    fields: {
      experiment_id: world.any('experiment'),
      name,
      queue_type: world.chance.one(['CUSTOM', 'CUSTOM', 'USER', undefined]),
      created_by: world.chance.one(['ann', undefined]),
      users: world.chance.some(users).slice(0, 2),
    },
    learn: [{ kind: 'review_queue', at: 'review_queue.queue_id' }],
    know: [{ kind: 'queue_name', text: name }],
  };
};

const ofQueue = (operation: string, more: (world: World) => Record<string, unknown> = () => ({})): Make => {
  return (world) => ({ operation, fields: { queue_id: world.any('review_queue'), ...more(world) } });
};

const ofExperiment = (operation: string, more: (world: World) => Record<string, unknown>): Make => {
  return (world) => ({ operation, fields: { experiment_id: world.any('experiment'), ...more(world) } });
};

const sizes = [1, 2, 100, undefined];

/** Review queues and the traces in them. */
export const reviewQueues: Family = {
  setup: [createExperiment, createRun, startTraceV3, startTraceV3, createReviewQueue],
  moves: [
    [3, createReviewQueue],
    [1, startTraceV3],
    [2, ofQueue('getReviewQueue')],
    [1, ofQueue('deleteReviewQueue')],
    [
      2,
      ofQueue('updateReviewQueue', (world) => ({
        name: world.chance.one([`queue ${world.serial()}`, 'weekly', undefined]),
        update_users: world.chance.one([true, false, undefined]),
        users: world.chance.some(users).slice(0, 2),
      })),
    ],
    [2, ofExperiment('getReviewQueueByName', (world) => ({ name: world.any('queue_name') }))],
    [
      2,
      ofExperiment('getOrCreateUserQueue', (world) => ({ user: world.chance.one(users), created_by: world.chance.one(users) })),
    ],
    [4, ofQueue('addItemsToReviewQueue', (world) => ({ item_type: 'TRACE', item_ids: world.several('trace') }))],
    [1, ofQueue('removeItemsFromReviewQueue', (world) => ({ item_ids: world.several('trace') }))],
    [
      3,
      ofQueue('setReviewQueueItemStatus', (world) => ({
        item_id: world.any('trace'),
        status: world.chance.one(['PENDING', 'COMPLETE', 'DECLINED']),
        completed_by: world.chance.one(['ann', undefined]),
      })),
    ],
    [
      3,
      (world) => ({
        operation: 'listReviewQueueItems',
        fields: {
          queue_id: world.any('review_queue'),
          status: world.chance.one(['PENDING', 'COMPLETE', undefined]),
          max_results: world.chance.one(sizes),
        },
        learn: nextPage,
      }),
    ],
    [
      2,
      (world) => ({
        operation: 'listReviewQueues',
        fields: {
          experiment_id: world.any('experiment'),
          user: world.chance.one([...users, undefined]),
          max_results: world.chance.one(sizes),
        },
        learn: nextPage,
      }),
    ],
  ],
};
