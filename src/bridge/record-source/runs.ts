import { DATASET_CONTEXT_TAG } from '../../model/dataset.ts';
import { fileOfStoredUrl } from '../../model/stored-file.ts';
import { type RunPartFacts, readRunPartFacts } from '../../store/transfer/read-run-parts.ts';
import { type RunFacts, runs } from '../../store/transfer/read-runs.ts';
import type { RunItem } from '../item.ts';
import { kindReader } from './kind-reader.ts';

/** The path of an uploaded file that an address in the record names; null when this server does not keep it. */
export function reportedFile(url: string | null): string | null {
  const file = url === null ? undefined : fileOfStoredUrl(url);
  return file?.kind === 'upload' ? file.path : null;
}

function toRunItem({ runId: _, partBytes: __, ...facts }: RunFacts, { artifacts, datasets, ...parts }: RunPartFacts): RunItem {
  return {
    kind: 'run',
    ...facts,
    ...parts,
    artifacts: artifacts.map((artifact) => ({ ...artifact, file: reportedFile(artifact.uri) })),
    datasets: datasets.map((use) => ({ ...use, tags: use.tags.filter(({ key }) => key !== DATASET_CONTEXT_TAG) })),
  };
}

export const runReader = kindReader<'run', RunFacts>(
  runs,
  async (rows, db) => {
    const partsOf = await readRunPartFacts(
      db,
      rows.map(({ runId }) => runId),
    );
    return rows.map((row) => toRunItem(row, partsOf(row.runId)));
  },
  { bytesOf: ({ partBytes }) => partBytes },
);
