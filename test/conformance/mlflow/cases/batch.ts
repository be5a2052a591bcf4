import { type Call, type Case, inRun, post, readRun } from './case.ts';
import { crashOnType, dropsWrongType } from './differences.ts';

const batch = (fields: Record<string, unknown>, says?: readonly string[]): Call => ({
  ...post('runs/log-batch', { run_id: '$run', ...fields }),
  ...(says ? { says } : {}),
});
const metric = (key: string, value: unknown = 1, step = 0) => ({ key, value, timestamp: 1, step });
const many = (count: number, make: (index: number) => unknown) => Array.from({ length: count }, (_, index) => make(index));
const param = (index: number) => ({ key: `p${index}`, value: `v${index}` });

/** log-batch: limits, order of writing, nothing half-written. */
export const batches: readonly Case[] = [
  inRun('a batch writes metrics, params and tags', [
    batch({
      metrics: [metric('a'), metric('a', 2, 1), metric('b', 'NaN')],
      params: [param(1)],
      tags: [
        { key: 't', value: 'x' },
        { key: 'e', value: '' },
      ],
    }),
    readRun,
    batch({}),
    batch({ metrics: [], params: [], tags: [] }),
    batch({ tags: [{ key: 'mlflow.runName', value: 'renamed' }] }),
    readRun,
  ]),
  inRun('batches up to the limits are taken', [
    batch({ metrics: many(1000, (index) => metric('m', index, index)) }),
    batch({ params: many(100, (index) => param(index)) }),
    batch({ tags: many(100, (index) => ({ key: `t${index}`, value: 'x' })) }),
    batch({
      metrics: many(800, (index) => metric(`k${index}`)),
      params: many(100, (index) => param(index + 100)),
      tags: many(100, (index) => ({ key: `u${index}`, value: 'x' })),
    }),
    readRun,
  ]),
  inRun('batches above the limits are refused whole', [
    batch({ metrics: many(1001, (index) => metric('m', index, index)) }, ['metrics']),
    batch({ params: many(101, (index) => param(index)) }, ['params']),
    batch({ tags: many(101, (index) => ({ key: `t${index}`, value: 'x' })) }, ['tags']),
    batch({ metrics: many(1000, (index) => metric('m', index, index)), params: [param(1)] }),
    readRun,
  ]),
  inRun('a batch with one bad item leaves nothing behind', [
    batch({ metrics: [metric('good'), metric('/bad')], params: [param(1)], tags: [{ key: 't', value: 'x' }] }, ['/bad']),
    batch({ metrics: [metric('good')], params: [param(1), { key: 'a//b', value: '1' }], tags: [{ key: 't', value: 'x' }] }, [
      'a//b',
    ]),
    batch(
      {
        metrics: [metric('good')],
        params: [param(1)],
        tags: [
          { key: 't', value: 'x' },
          { key: 'k'.repeat(251), value: '1' },
        ],
      },
      ['key'],
    ),
    batch({ metrics: [metric('good'), { key: 'm', timestamp: 1, step: 0 }] }, ['value']),
    batch({ metrics: [metric('good'), { key: 'm', value: 1, step: 0 }] }, ['timestamp']),
    batch({ metrics: [metric('good'), { value: 1, timestamp: 1, step: 0 }] }, ['key']),
    batch({ metrics: [metric('good'), { key: 'm', value: 1, timestamp: -1 }] }, ['timestamp', '-1']),
    batch({ params: [param(1), { value: 'x' }] }, ['key']),
    batch({ tags: [{ key: 'a', value: '1' }, { value: 'x' }] }, ['key']),
    readRun,
  ]),
  inRun('a batch may not change params', [
    batch({ params: [{ key: 'lr', value: '1' }] }),
    batch({ params: [{ key: 'lr', value: '1' }, param(2)] }),
    batch({ params: [{ key: 'lr', value: '2' }, param(3)], metrics: [metric('m')], tags: [{ key: 't', value: 'x' }] }, [
      'lr',
      '2',
    ]),
    batch(
      {
        params: [
          { key: 'twice', value: '1' },
          { key: 'twice', value: '1' },
        ],
      },
      ['twice'],
    ),
    batch(
      {
        params: [
          { key: 'twice', value: '1' },
          { key: 'twice', value: '2' },
        ],
      },
      ['twice'],
    ),
    batch({ params: [{ key: 'long', value: 'v'.repeat(6001) }] }),
    batch({
      tags: [
        { key: 'same', value: '1' },
        { key: 'same', value: '2' },
      ],
    }),
    readRun,
  ]),
  inRun('lists of the wrong type are refused', [
    batch({ metrics: 'x' }, ['metrics']),
    { ...batch({ metrics: [1] }, ['metrics']), differs: crashOnType },
    batch({ params: { key: 'a', value: 'b' } }, ['params']),
    { ...batch({ tags: [['a', 'b']] }, ['tags']), differs: crashOnType },
    readRun,
  ]),
  inRun('values of the wrong type are refused, not dropped', [
    { ...batch({ params: [{ key: 'a', value: 5 }] }, ['value', '5']), differs: dropsWrongType },
    { ...batch({ metrics: [metric('m', 'abc')] }, ['value', 'abc']), differs: dropsWrongType },
    {
      ...batch({ metrics: null, params: null, tags: null }),
      differs: { kind: 'wrong', original: '500', ours: '200', reason: 'null is how JSON says that a field is not set' },
    },
  ]),
];
