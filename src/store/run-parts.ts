import { paramNaming, seriesNaming, shownParts } from '../model/names.ts';
import { shownTagName } from '../model/run-change.ts';
import type { ArtifactItem, PartSelection, RunDocumentKind, RunModelItem, RunPart, RunParts } from '../model/run-record.ts';
import type { Database } from './database.ts';
import type { KeyIds } from './keys.ts';
import { KEY_TITLE_MD5, KEY_VARIANT_MD5 } from './search/run-fields.ts';

type Parts = Map<number, RunParts>;

/** Reads one table for several runs. @returns how it is put into each run's parts, once the texts of the keys are known */
interface PartReader {
  serves: readonly RunPart[];
  read(db: Database, runIds: readonly number[], wanted: ReadonlySet<RunPart>, only: PartSelection): Promise<Loaded>;
}

/** What came of one table: numbers of keys whose texts are needed, and a function that puts it in its place. */
interface Loaded {
  keyIds: readonly number[];
  put(parts: Parts, textOf: (keyId: number) => string): void;
}

function partsOf(parts: Parts, runId: number): RunParts {
  const there = parts.get(runId);
  if (there) return there;
  const made: RunParts = {};
  parts.set(runId, made);
  return made;
}

/** A row per run of arrays, one per column: a row per value took this process twice the time. */
type Columns<Row> = { run_id: number } & { [Column in keyof Row]: Row[Column][] };

/** Rows of a run from its arrays. */
function rowsOf<Row extends object>(columns: Columns<Row>, names: readonly (keyof Row)[]): Row[] {
  const [first] = names;
  const length = first === undefined ? 0 : columns[first].length;
  return Array.from({ length }, (_, at) => Object.fromEntries(names.map((name) => [name, columns[name][at]])) as Row);
}

/** A condition on the rows wanted, with its values from `$2` on. */
interface Selection {
  condition: string;
  values: readonly unknown[];
}

/** Rows by the keys of their names; those with a name apart from their key are taken whatever it is. */
function selectParams(names: PartSelection['params']): Selection | undefined {
  return (
    names && {
      condition: `key_id = any(array(select key_id from keys where key = any($2))) or section is not null`,
      values: [names.map(paramNaming.keyOf)],
    }
  );
}

function selectSeries(names: PartSelection['series']): Selection | undefined {
  return (
    names && {
      condition: `title is not null or key_id = any(array(
        select key_id from unnest($2::text[], $3::text[]) n (title, variant)
        join keys on ${KEY_TITLE_MD5} = n.title and ${KEY_VARIANT_MD5} = n.variant))`,
      values: [names.map(({ titleMd5 }) => titleMd5), names.map(({ variantMd5 }) => variantMd5)],
    }
  );
}

/** A statement on a table by run; columns are `expression as name`. */
async function readColumns<Row extends { key_id: number }>(
  db: Database,
  table: string,
  runIds: readonly number[],
  columns: Readonly<Record<Exclude<keyof Row, 'key_id'>, string>>,
  selection?: Selection,
): Promise<{ runId: number; rows: Row[] }[]> {
  const all: Record<string, string> = { key_id: 'key_id', ...columns };
  const names = Object.keys(all) as (keyof Row)[];
  const arrays = Object.entries(all).map(([name, expression]) => `json_agg(${expression}) as ${name}`);
  const { rows } = await db.query<Columns<Row>>({
    name: `parts-of-${table}${selection ? '-selected' : ''}`,
    text: `select run_id, ${arrays.join(', ')} from (
        select * from ${table} where run_id = any($1)${selection ? ` and (${selection.condition})` : ''} order by run_id, key_id
      ) t group by run_id`,
    values: [runIds, ...(selection?.values ?? [])],
  });
  return rows.map((row) => ({ runId: row.run_id, rows: rowsOf(row, names) }));
}

interface ParamRow {
  key_id: number;
  value: string;
  section: string | null;
  name: string | null;
  type: string | null;
  description: string | null;
}

const params: PartReader = {
  serves: ['params'],
  async read(db, runIds, _wanted, only) {
    const columns = { value: 'value', section: 'section', name: 'name', type: 'type', description: 'description' };
    const runs = await readColumns<ParamRow>(db, 'params', runIds, columns, selectParams(only.params));
    return {
      keyIds: runs.flatMap(({ rows }) => rows.map((row) => row.key_id)),
      put(parts, textOf) {
        for (const { runId, rows } of runs) {
          partsOf(parts, runId).params = rows.map(({ key_id, value, section, name, type, description }) => {
            const key = textOf(key_id);
            const own = section === null || name === null ? null : { first: section, second: name };
            return { key, ...shownParts(paramNaming, { key, parts: own }), value, type, description };
          });
        }
      },
    };
  },
};

interface TagRow {
  key_id: number;
  value: string;
  is_label: boolean;
  name: string | null;
  type: string | null;
  description: string | null;
}

const tags: PartReader = {
  serves: ['labels', 'properties'],
  async read(db, runIds, wanted) {
    const columns = { value: 'value', is_label: 'is_label', name: 'name', type: 'type', description: 'description' };
    const runs = await readColumns<TagRow>(db, 'tags', runIds, columns);
    return {
      keyIds: runs.flatMap(({ rows }) => rows.map((row) => row.key_id)),
      put(parts, textOf) {
        for (const { runId, rows } of runs) {
          const named = rows.flatMap((row) => {
            const key = textOf(row.key_id);
            const name = shownTagName({ key, name: row.name });
            return name === undefined ? [] : [{ ...row, key, name }];
          });
          const of = partsOf(parts, runId);
          if (wanted.has('labels')) of.labels = named.flatMap((tag) => (tag.is_label ? [tag.name] : [])).sort();
          if (!wanted.has('properties')) continue;
          of.properties = named.flatMap(({ is_label, key, name, value, type, description }) =>
            is_label ? [] : [{ key, name, value, type, description }],
          );
        }
      },
    };
  },
};

/** Doubles come as numbers or, when they are none, as texts; 64-bit numbers as texts. */
interface SeriesRow {
  key_id: number;
  title: string | null;
  variant: string | null;
  single: boolean;
  count: string;
  last_step: string;
  last_timestamp_ms: string;
  last_value: number | string;
  min_value: number | string;
  min_step: string;
  max_value: number | string;
  max_step: string;
  first_value: number | string;
  first_step: string;
  total: number | string | null;
  x_axis_label: string | null;
}

const seriesColumns: Readonly<Record<Exclude<keyof SeriesRow, 'key_id'>, string>> = {
  title: 'title',
  variant: 'variant',
  single: 'single',
  count: 'count::text',
  last_step: 'last_step::text',
  last_timestamp_ms: 'last_timestamp_ms::text',
  last_value: 'last_value',
  min_value: 'min_value',
  min_step: 'min_step::text',
  max_value: 'max_value',
  max_step: 'max_step::text',
  first_value: 'first_value',
  first_step: 'first_step::text',
  total: 'total',
  x_axis_label: 'x_axis_label',
};

const series: PartReader = {
  serves: ['series'],
  async read(db, runIds, _wanted, only) {
    const runs = await readColumns<SeriesRow>(db, 'series', runIds, seriesColumns, selectSeries(only.series));
    return {
      keyIds: runs.flatMap(({ rows }) => rows.map((row) => row.key_id)),
      put(parts, textOf) {
        for (const { runId, rows } of runs) {
          partsOf(parts, runId).series = rows.map((row) => {
            const key = textOf(row.key_id);
            const own = row.title === null || row.variant === null ? null : { first: row.title, second: row.variant };
            const { first, second } = shownParts(seriesNaming, { key, parts: own });
            return {
              key,
              title: first,
              variant: second,
              isSingle: row.single,
              count: BigInt(row.count),
              lastStep: BigInt(row.last_step),
              lastTimestampMs: BigInt(row.last_timestamp_ms),
              lastValue: Number(row.last_value),
              minValue: Number(row.min_value),
              minStep: BigInt(row.min_step),
              maxValue: Number(row.max_value),
              maxStep: BigInt(row.max_step),
              firstValue: Number(row.first_value),
              firstStep: BigInt(row.first_step),
              total: row.total === null ? null : Number(row.total),
              xAxisLabel: row.x_axis_label,
            };
          });
        }
      },
    };
  },
};

const documents: PartReader = {
  serves: ['configuration', 'documents'],
  async read(db, runIds, wanted) {
    const { rows } = await db.query<{
      run_id: number;
      kind: 'configuration' | RunDocumentKind;
      name: string;
      content: string;
      type: string | null;
      description: string | null;
    }>({
      name: 'parts-of-run_documents',
      text: `select run_id, kind, name, content, type, description from run_documents
        where run_id = any($1) and (kind = 'configuration' and $2 or kind <> 'configuration' and $3) order by run_id, kind, name`,
      values: [runIds, wanted.has('configuration'), wanted.has('documents')],
    });
    return {
      keyIds: [],
      put(parts) {
        for (const { run_id, kind, name, content, type, description } of rows) {
          const of = partsOf(parts, run_id);
          if (kind === 'configuration') of.configuration?.push({ name, content, type, description });
          else if (of.documents) of.documents[kind] = content;
        }
      },
    };
  },
};

const artifacts: PartReader = {
  serves: ['artifacts'],
  async read(db, runIds) {
    const { rows } = await db.query<ArtifactItem & { run_id: number }>({
      name: 'parts-of-run_artifacts',
      text: `select run_id, key, mode, type, uri, sha256, size_bytes as "sizeBytes", recorded_ms as "recordedMs", preview
        from run_artifacts where run_id = any($1) order by run_id, key, mode`,
      values: [runIds],
    });
    return {
      keyIds: [],
      put(parts) {
        for (const { run_id, ...item } of rows) partsOf(parts, run_id).artifacts?.push(item);
      },
    };
  },
};

const models: PartReader = {
  serves: ['models'],
  async read(db, runIds) {
    const { rows } = await db.query<RunModelItem & { run_id: number }>({
      name: 'parts-of-run_models',
      text: `select run_id, direction, c.model_id as "modelId", c.name, linked_at as "linkedAt", m.name as "modelName"
        from run_models c
        left join models m on m.model_id = case when c.model_id ~ '^[0-9a-f]{32}$' then c.model_id::uuid end
        where run_id = any($1) order by run_id, position`,
      values: [runIds],
    });
    return {
      keyIds: [],
      put(parts) {
        for (const { run_id, ...item } of rows) partsOf(parts, run_id).models?.push(item);
      },
    };
  },
};

const readers: readonly PartReader[] = [params, tags, series, documents, artifacts, models];

/**
 * Parts of several runs, by run: a statement for each table that has some of the parts wanted, and one more for keys this
 * process has not seen yet. Every part asked for is there, if only empty.
 * @param keys where the texts of keys are remembered
 */
export async function readRunParts(
  db: Database,
  keys: KeyIds,
  runIds: readonly number[],
  wanted: readonly RunPart[],
  only: PartSelection = {},
): Promise<Parts> {
  const asked = new Set(wanted);
  const parts: Parts = new Map(runIds.map((id) => [id, emptyParts(wanted)]));
  if (runIds.length === 0 || asked.size === 0) return parts;
  const needed = readers.filter(({ serves }) => serves.some((part) => asked.has(part)));
  const loaded: Loaded[] = [];
  // a transaction has one connection, which takes one statement after another
  if (db.pool) loaded.push(...(await Promise.all(needed.map((reader) => reader.read(db, runIds, asked, only)))));
  else for (const reader of needed) loaded.push(await reader.read(db, runIds, asked, only));
  const texts = await keys.textsOf(loaded.flatMap(({ keyIds }) => keyIds));
  for (const { put } of loaded) put(parts, (keyId) => texts.get(keyId) as string);
  return parts;
}

function emptyParts(wanted: readonly RunPart[]): RunParts {
  return Object.fromEntries(wanted.map((part) => [part, part === 'documents' ? {} : []]));
}
