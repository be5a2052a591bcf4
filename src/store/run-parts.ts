import { paramNaming, seriesNaming, shownParts } from '../model/names.ts';
import { shownTagName } from '../model/run-change.ts';
import type {
  ArtifactItem,
  PartSelection,
  RunDocumentKind,
  RunModelItem,
  RunPart,
  RunParts,
  SeriesItem,
} from '../model/run-record.ts';
import type { Database } from './database.ts';
import type { KeyIds } from './keys.ts';
import { hexOf } from './search/find-fields.ts';
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

/** Rows wanted of a table: those under some keys, and those with a name apart from their key, whatever it is. */
interface Selection {
  /** Column that says that a row has a name of its own. */
  own: string;
  /** SQL of the keys' numbers, with values from `$2` on. */
  keyIds: string;
  values: readonly unknown[];
}

function selectParams(names: PartSelection['params']): Selection | undefined {
  if (!names) return undefined;
  const keyIds = 'array(select key_id from keys where key = any($2::text[]))';
  return { own: 'section', keyIds, values: [names.map(paramNaming.keyOf)] };
}

function selectSeries(names: PartSelection['series']): Selection | undefined {
  if (!names) return undefined;
  const keyIds = `array(select key_id from unnest($2::text[], $3::text[]) n (title, variant)
    join keys on ${KEY_TITLE_MD5} = n.title and ${KEY_VARIANT_MD5} = n.variant)`;
  return { own: 'title', keyIds, values: [names.map(({ titleMd5 }) => titleMd5), names.map(({ variantMd5 }) => variantMd5)] };
}

/** The rows of a table that are read; each branch of a selection has an index of its own. */
function rowsSql(table: string, selection: Selection | undefined): string {
  if (!selection) return `select * from ${table} where run_id = any($1)`;
  const { own, keyIds } = selection;
  return `select * from ${table} where run_id = any($1) and key_id = any(${keyIds})
    union all select * from ${table} where run_id = any($1) and ${own} is not null and key_id <> all(${keyIds})`;
}

interface ParamRow {
  run_id: number;
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
    const selection = selectParams(only.params);
    const { rows } = await db.query<ParamRow>({
      name: `parts-of-params${selection ? '-selected' : ''}`,
      text: `select run_id, key_id, value, section, name, type, description from (${rowsSql('params', selection)}) t
        order by run_id, key_id`,
      values: [runIds, ...(selection?.values ?? [])],
    });
    return {
      keyIds: rows.map((row) => row.key_id),
      put(parts, textOf) {
        for (const { run_id, key_id, value, section, name, type, description } of rows) {
          const key = textOf(key_id);
          const own = section === null || name === null ? null : { first: section, second: name };
          partsOf(parts, run_id).params?.push({ key, ...shownParts(paramNaming, { key, parts: own }), value, type, description });
        }
      },
    };
  },
};

interface TagRow {
  run_id: number;
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
    // a listing mostly shows labels alone, of which there are few
    const isAll = wanted.has('properties');
    const { rows } = await db.query<TagRow>({
      name: isAll ? 'parts-of-tags' : 'parts-of-tags-labels',
      text: `select run_id, key_id, value, is_label, name, type, description from tags
        where run_id = any($1)${isAll ? '' : ' and is_label'} order by run_id, key_id`,
      values: [runIds],
    });
    return {
      keyIds: rows.map((row) => row.key_id),
      put(parts, textOf) {
        for (const { run_id, key_id, is_label, value, type, description, ...row } of rows) {
          const key = textOf(key_id);
          const name = shownTagName({ key, name: row.name });
          if (name === undefined) continue;
          if (is_label) partsOf(parts, run_id).labels?.push(name);
          else partsOf(parts, run_id).properties?.push({ key, name, value, type, description });
        }
        for (const { labels } of parts.values()) labels?.sort();
      },
    };
  },
};

interface SeriesRow extends Omit<SeriesItem, 'key' | 'title' | 'variant'> {
  run_id: number;
  key_id: number;
  title: string | null;
  variant: string | null;
}

const series: PartReader = {
  serves: ['series'],
  async read(db, runIds, _wanted, only) {
    const selection = selectSeries(only.series);
    const { rows } = await db.query<SeriesRow>({
      name: `parts-of-series${selection ? '-selected' : ''}`,
      text: `select run_id, key_id, title, variant, single as "isSingle", count, last_step as "lastStep",
          last_timestamp_ms as "lastTimestampMs", last_value as "lastValue", min_value as "minValue", min_step as "minStep",
          max_value as "maxValue", max_step as "maxStep", first_value as "firstValue", first_step as "firstStep", total,
          x_axis_label as "xAxisLabel"
        from (${rowsSql('series', selection)}) t order by run_id, key_id`,
      values: [runIds, ...(selection?.values ?? [])],
    });
    return {
      keyIds: rows.map((row) => row.key_id),
      put(parts, textOf) {
        for (const { run_id, key_id, title, variant, ...values } of rows) {
          const key = textOf(key_id);
          const own = title === null || variant === null ? null : { first: title, second: variant };
          const { first, second } = shownParts(seriesNaming, { key, parts: own });
          partsOf(parts, run_id).series?.push({ key, title: first, variant: second, ...values });
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
      // MLflow does not count what only stands for a version among the models of a run, so no link to it is stored
      text: `select run_id, direction, model_id as "modelId", name, linked_at as "linkedAt", model_name as "modelName" from (
          select c.run_id, c.direction, c.model_id, c.name, c.linked_at, m.name as model_name, c.position
          from run_models c
          left join models m on m.model_id = case when c.model_id ~ '^[0-9a-f]{32}$' then c.model_id::uuid end
          where c.run_id = any($1)
          union all
          select r.run_id, 'output', ${hexOf('m.model_id')}, '', m.created_at, m.name, 0
          from runs r join projects p using (project_id)
          join models m on m.workspace_id = p.workspace_id and m.source_run = coalesce(r.external_id, ${hexOf('r.uuid')})
          where r.run_id = any($1) and m.is_of_version
        ) l order by run_id, position, linked_at, model_id`,
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
