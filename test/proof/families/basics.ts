import { type Make, NEXT_PAGE } from '../sequence.ts';
import type { World } from '../world.ts';

/** Keys of tags and params. */
export const keys = ['k1', 'k2', 'deep/k3', 'a b', 'ünï'];
/** Their values. */
export const words = ['alpha', 'beta', 'Alpha', 'a_b%c', 'ünïcode', ''];

/** Tags, params and other pairs of a message. */
export function pairs(world: World, most = 3): { key: string; value: string }[] {
  return world.chance.some(keys.slice(0, most + 1)).map((key) => ({ key, value: world.chance.one(words) }));
}

/** Where searches give the token of their next page. */
export const nextPage = [{ kind: NEXT_PAGE, at: 'next_page_token' }];

const sameTag = { key: 'k1', value: 'twice' };

/** Creates an experiment that no other sequence has. */
export const createExperiment: Make = (world) => {
  const name = world.name('exp');
  return {
    operation: 'createExperiment',
    fields: {
      name,
      tags: world.chance.one([pairs(world), undefined, world.chance.happens(0.1) ? [sameTag, sameTag] : undefined]),
    },
    learn: [{ kind: 'experiment', at: 'experiment_id' }],
    know: [{ kind: 'experiment_name', text: name }],
    own: ['name'],
  };
};

/** Starts a run in some experiment. */
export const createRun: Make = (world) => ({
  operation: 'createRun',
  fields: {
    experiment_id: world.any('experiment', 0.02),
    run_name: world.chance.one(['first', 'second', 'run ü']),
    // no two alike: runs that started together are listed by their ids, which are random
    start_time: 1_000_000 + world.serial(),
    user_id: world.chance.one(['ann', undefined]),
    tags: world.chance.one([pairs(world), undefined, world.chance.happens(0.08) ? [{ value: 'no key' }] : undefined]),
  },
  learn: [{ kind: 'run', at: 'run.info.run_id' }],
  // a name that the server makes up is another on each
  guarded: ['run_name'],
});

/** A call that names a run and nothing else. */
export const runId = (operation: string): Make => {
  return (world) => ({ operation, fields: { run_id: world.any('run') } });
};

/** A point of a metric, its numbers among them that are none. */
export const point = (world: World) => ({
  key: world.chance.one(['m1', 'm 2', 'deep/m3']),
  value: world.chance.one([0, 0.5, -1.5, 2, 'NaN', 'Infinity', 1e300, 0.1]),
  timestamp: 1_000_000 + world.chance.below(5),
  step: world.chance.one([0, 1, 2, -3, undefined]),
});

/** Up to so many of what is made. */
export const several = <T>(world: World, most: number, make: (world: World) => T): T[] =>
  Array.from({ length: world.chance.below(most + 1) }, () => make(world));
