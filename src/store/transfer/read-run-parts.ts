import { type Parts, paramNaming, seriesNaming, shownParts } from '../../model/names.ts';
import { shownTagName } from '../../model/run-change.ts';
import type { Database } from '../database.ts';

/** A name in both its forms. */
interface BothNames extends Parts {
  key: string;
}

/** A tag that is no label. */
export interface TagFacts {
  key: string;
  value: string;
  type: string | null;
  description: string | null;
  /** What ClearML calls it, where that is not the key. */
  name: string | null;
}

export interface SeriesFacts extends BothNames {
  isSingle: boolean;
  xAxisLabel: string | null;
  minValue: number;
  minStep: bigint;
  maxValue: number;
  maxStep: bigint;
}

/** What a run logged or was told, but points, console lines and plots. */
export interface RunPartFacts {
  params: (BothNames & { value: string; type: string | null; description: string | null })[];
  tags: TagFacts[];
  labels: string[];
  documents: { kind: string; name: string; content: string; type: string | null; description: string | null }[];
  artifacts: {
    key: string;
    mode: 'input' | 'output';
    type: string | null;
    uri: string | null;
    sha256: string | null;
    sizeBytes: bigint | null;
    recordedMs: bigint | null;
    /** JSON text. */
    preview: string | null;
  }[];
  models: { direction: 'input' | 'output'; model: string; name: string; step: bigint; linkedMs: bigint | null }[];
  datasets: {
    name: string;
    digest: string;
    sourceType: string;
    source: string;
    schema: string | null;
    profile: string | null;
    context: string | null;
    tags: { key: string; value: string }[];
  }[];
  series: SeriesFacts[];
}

function noParts(): RunPartFacts {
  return { params: [], tags: [], labels: [], documents: [], artifacts: [], models: [], datasets: [], series: [] };
}

interface NameRow {
  run_id: number;
  key: string;
  first: string | null;
  second: string | null;
}

function bothNames(naming: typeof paramNaming, { key, first, second }: Omit<NameRow, 'run_id'>): BothNames {
  return { key, ...shownParts(naming, { key, parts: first === null || second === null ? null : { first, second } }) };
}

/** Series of runs and models by the number they report under. */
export async function readSeriesFacts(db: Database, runIds: readonly number[]): Promise<Map<number, SeriesFacts[]>> {
  const { rows } = await db.query<NameRow & Omit<SeriesFacts, keyof BothNames>>({
    name: 'transfer-series',
    text: `select s.run_id, k.key, s.title as first, s.variant as second, s.single as "isSingle", s.x_axis_label as "xAxisLabel",
        s.min_value as "minValue", s.min_step as "minStep", s.max_value as "maxValue", s.max_step as "maxStep"
      from series s join keys k using (key_id) where s.run_id = any($1) order by s.run_id, s.key_id`,
    values: [runIds],
  });
  const series = new Map<number, SeriesFacts[]>();
  for (const { run_id, key, first, second, ...facts } of rows) {
    const of = series.get(run_id) ?? [];
    of.push({ ...bothNames(seriesNaming, { key, first, second }), ...facts });
    series.set(run_id, of);
  }
  return series;
}

/** Whether a tag is a label for both tools; an empty one that MLflow keeps for itself is none. */
export function labelOf(tag: { key: string; name: string | null; is_label: boolean }): string | undefined {
  return tag.is_label ? shownTagName(tag) : undefined;
}

/** What some runs logged, by their number, in one statement for each table. */
export async function readRunPartFacts(db: Database, runIds: readonly number[]): Promise<(runId: number) => RunPartFacts> {
  const parts = new Map<number, RunPartFacts>(runIds.map((id) => [id, noParts()]));
  const of = (runId: number) => parts.get(runId) as RunPartFacts;
  const read = async <Row extends object>(name: string, text: string, put: (of: RunPartFacts, row: Row) => void) => {
    const { rows } = await db.query<Row & { run_id: number }>({ name: `transfer-${name}`, text, values: [runIds] });
    for (const { run_id, ...row } of rows) put(of(run_id), row as unknown as Row);
  };
  await read<Omit<NameRow, 'run_id'> & { value: string; type: string | null; description: string | null }>(
    'params',
    `select t.run_id, k.key, t.section as first, t.name as second, t.value, t.type, t.description
      from params t join keys k using (key_id) where t.run_id = any($1) order by t.run_id, t.key_id`,
    ({ params }, { key, first, second, ...rest }) => params.push({ ...bothNames(paramNaming, { key, first, second }), ...rest }),
  );
  await read<TagFacts & { is_label: boolean }>(
    'tags',
    `select t.run_id, k.key, t.name, t.is_label, t.value, t.type, t.description
      from tags t join keys k using (key_id) where t.run_id = any($1) order by t.run_id, t.key_id`,
    ({ tags, labels }, { is_label, ...tag }) => {
      const label = labelOf({ ...tag, is_label });
      if (label === undefined) tags.push(tag);
      else labels.push(label);
    },
  );
  await read<RunPartFacts['documents'][number]>(
    'documents',
    `select run_id, kind, name, content, type, description from run_documents where run_id = any($1) order by run_id, kind, name`,
    ({ documents }, document) => documents.push(document),
  );
  await read<RunPartFacts['artifacts'][number]>(
    'artifacts',
    `select run_id, key, mode, type, uri, sha256, size_bytes as "sizeBytes", recorded_ms as "recordedMs", preview::text as preview
      from run_artifacts where run_id = any($1) order by run_id, key, mode`,
    ({ artifacts }, artifact) => artifacts.push(artifact),
  );
  await read<RunPartFacts['models'][number]>(
    'run-models',
    `select run_id, direction, model_id as model, name, step, floor(extract(epoch from linked_at) * 1000)::int8 as "linkedMs"
      from run_models where run_id = any($1) order by run_id, position`,
    ({ models }, model) => models.push(model),
  );
  await read<RunPartFacts['datasets'][number]>(
    'datasets',
    `select u.run_id, d.name, d.digest, d.source_type as "sourceType", d.source, d.schema, d.profile, u.context, u.tags
      from run_datasets u join datasets d using (dataset_id) where u.run_id = any($1) order by u.run_id, u.position`,
    ({ datasets }, dataset) => datasets.push(dataset),
  );
  for (const [runId, series] of await readSeriesFacts(db, runIds)) of(runId).series = series;
  return of;
}
