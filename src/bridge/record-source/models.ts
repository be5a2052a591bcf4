import { type ModelFacts, models, readModelMetrics } from '../../store/transfer/read-models.ts';
import { type RegisteredModelFacts, registeredModels, type VersionFacts, versions } from '../../store/transfer/read-registry.ts';
import { labelOf, readSeriesFacts } from '../../store/transfer/read-run-parts.ts';
import type { ModelItem } from '../item.ts';
import { kindReader } from './kind-reader.ts';
import { reportedFile } from './runs.ts';

/** The tag that holds what people say of a model. */
const NOTE_TAG = 'mlflow.note.content';

function toModelItem(
  { logId: _, measured: __, tags, ...facts }: ModelFacts,
  { metrics, series }: Pick<ModelItem, 'metrics' | 'series'>,
): ModelItem {
  const others = tags.filter(({ key }) => key !== NOTE_TAG);
  return {
    kind: 'model',
    ...facts,
    file: reportedFile(facts.uri),
    note: tags.find(({ key }) => key === NOTE_TAG)?.value ?? null,
    labels: others.flatMap((tag) => labelOf(tag) ?? []),
    tags: others.filter((tag) => labelOf(tag) === undefined).map(({ is_label: ___, ...tag }) => tag),
    metrics,
    series,
  };
}

/** What a point measured on a model takes in this process. */
const MEASURED_BYTES = 300n;

export const modelReader = kindReader<'model', ModelFacts>(
  models,
  async (rows, db) => {
    const metrics = await readModelMetrics(
      db,
      rows.map(({ id }) => id),
    );
    const series = await readSeriesFacts(
      db,
      rows.flatMap(({ logId }) => logId ?? []),
    );
    return rows.map((row) =>
      toModelItem(row, { metrics: metrics.get(row.id) ?? [], series: (row.logId !== null && series.get(row.logId)) || [] }),
    );
  },
  { bytesOf: ({ measured }) => MEASURED_BYTES * measured },
);

export const registeredModelReader = kindReader<'registered_model', RegisteredModelFacts>(registeredModels, (rows) =>
  rows.map(({ aliases, lastVersion, ...facts }) => ({
    kind: 'registered_model',
    ...facts,
    aliases: aliases.map(({ alias, version }) => ({ alias, version: BigInt(version) })),
    lastVersion: BigInt(lastVersion),
  })),
);

export const versionReader = kindReader<'version', VersionFacts>(versions, (rows) =>
  rows.map(({ version, ...facts }) => ({ kind: 'version', ...facts, version: BigInt(version) })),
);
