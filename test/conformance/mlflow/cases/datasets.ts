import { type Case, inExperiment, inRun, post, readRun, runNamed } from './case.ts';
import { storesUnnamedDataset } from './differences.ts';

const dataset = (name: string, digest: string, more: Record<string, unknown> = {}) => ({
  name,
  digest,
  source_type: 'local',
  source: '{"uri":"x"}',
  ...more,
});
const log = (datasets: unknown, run = '$run') => post('runs/log-inputs', { run_id: run, datasets });
const context = (value: string) => [{ key: 'mlflow.data.context', value }];
const search = (body: unknown) => ({ send: 'POST /ajax-api/2.0/mlflow/experiments/search-datasets', body });

/** Datasets a run used. */
export const datasets: readonly Case[] = [
  inRun('datasets are logged once and read with the run', [
    log([{ dataset: dataset('train', 'd1', { schema: '{"a":"int"}', profile: '{"rows":5}' }), tags: context('training') }]),
    log([{ dataset: dataset('train', 'd1'), tags: context('training') }]),
    log([{ dataset: dataset('test', 'd2') }]),
    readRun,
    post('runs/search', { experiment_ids: ['$experiment'] }),
  ]),
  inExperiment('datasets of experiments are listed', [
    runNamed('first'),
    runNamed('second', 'other'),
    log([{ dataset: dataset('train', 'd1'), tags: context('training') }]),
    log([{ dataset: dataset('train', 'd1'), tags: context('eval') }], '$other'),
    search({ experiment_ids: ['$experiment'] }),
    search({ experiment_ids: ['999999'] }),
    search({ experiment_ids: [] }),
    search({}),
  ]),
  inRun('datasets that lack a required field are refused', [
    { ...log([{ dataset: { digest: 'd', source_type: 'local', source: 's' } }]), says: ['name'], differs: storesUnnamedDataset },
    { ...log([{ dataset: { name: 'x', source_type: 'local', source: 's' } }]), says: ['digest'], differs: storesUnnamedDataset },
    { ...log([{ dataset: { name: 'x', digest: 'd', source: 's' } }]), says: ['source_type'], differs: storesUnnamedDataset },
    { ...log([{ dataset: { name: 'x', digest: 'd', source_type: 'local' } }]), says: ['source'], differs: storesUnnamedDataset },
    { ...log([{ tags: context('x') }]), says: ['dataset'], differs: storesUnnamedDataset },
  ]),
  inRun('datasets that break a rule are refused', [
    log([{ dataset: dataset('n'.repeat(500), 'd'.repeat(36)) }]),
    { ...log([{ dataset: dataset('n'.repeat(501), 'd') }]), says: ['name'] },
    { ...log([{ dataset: dataset('x', 'd'.repeat(37)) }]), says: ['digest'] },
    { ...log([{ dataset: dataset('x', 'd', { source: 's'.repeat(65_536) }) }]), says: ['source'] },
    { ...log([{ dataset: dataset('x', 'd'), tags: [{ key: 'k'.repeat(256), value: 'v' }] }]), says: ['key'] },
    { ...log([{ dataset: dataset('x', 'd'), tags: [{ key: 'k', value: 'v'.repeat(501) }] }]), says: ['value'] },
    log([]),
    log('x'),
    readRun,
  ]),
];
