import type { Database } from './database.ts';
import { uuidOfId } from './run-ids.ts';

/** Most titles, variants or places that are read at once. */
const LIMIT = 10_000;

/** What of a run can be shown as files. */
export interface VirtualFolders {
  console: boolean;
  plots: boolean;
  images: boolean;
  artifacts: boolean;
  models: boolean;
  documents: boolean;
}

/** One statement, whatever the run holds; no content is read. */
export async function virtualFolders(db: Database, runId: number): Promise<VirtualFolders> {
  const { rows } = await db.query<VirtualFolders>({
    name: 'virtual-folders',
    text: `select exists (select from console_lines where run_id = $1) as console,
      exists (select from run_plots where run_id = $1 and kind = 'plot') as plots,
      exists (select from run_plots where run_id = $1 and kind = 'image') as images,
      exists (select from run_artifacts where run_id = $1 and uri like 'files:///%') as artifacts,
      exists (select from run_models where run_id = $1 and direction = 'output') as models,
      exists (select from run_documents where run_id = $1) as documents`,
    values: [runId],
  });
  return rows[0] as VirtualFolders;
}

/** What is drawn: plots, or pictures whose files are here. */
export type DrawnKind = 'plot' | 'image';

/** Titles of what is drawn, in order; one index probe for each, however many there are of it. */
export async function drawnTitles(db: Database, runId: number, kind: DrawnKind): Promise<string[]> {
  const { rows } = await db.query<{ name: string }>({
    text: `with recursive names (name) as (
        (select title from run_plots where run_id = $1 and kind = $2 order by title limit 1)
        union all
        select (select title from run_plots where run_id = $1 and kind = $2 and title > n.name order by title limit 1)
        from names n where n.name is not null
      )
      select name from names where name is not null limit ${LIMIT}`,
    values: [runId, kind],
  });
  return rows.map((row) => row.name);
}

/** Variants of a title, as {@link drawnTitles}. */
export async function drawnVariants(db: Database, runId: number, kind: DrawnKind, title: string): Promise<string[]> {
  const { rows } = await db.query<{ name: string }>({
    text: `with recursive names (name) as (
        (select variant from run_plots where run_id = $1 and kind = $2 and title = $3 order by variant limit 1)
        union all
        select (select variant from run_plots where run_id = $1 and kind = $2 and title = $3 and variant > n.name
          order by variant limit 1)
        from names n where n.name is not null
      )
      select name from names where name is not null limit ${LIMIT}`,
    values: [runId, kind, title],
  });
  return rows.map((row) => row.name);
}

/** Something drawn, without its content. */
export interface Drawn {
  iteration: bigint;
  /** Place among those of one iteration, from 1. */
  place: number;
  /** Of a picture. */
  url: string | null;
  timestampMs: bigint;
}

/** What names a series of drawings. */
export interface DrawnSeries {
  runId: number;
  kind: DrawnKind;
  title: string;
  variant: string;
}

/** What is drawn under a title and variant by iteration, the first 10,000; or all of one iteration. */
export async function drawnAt(db: Database, { runId, kind, title, variant }: DrawnSeries, iteration?: bigint): Promise<Drawn[]> {
  const { rows } = await db.query<{ iteration: bigint; url: string | null; timestamp_ms: bigint }>({
    text: `select iteration, url, timestamp_ms from run_plots
      where run_id = $1 and kind = $2 and title = $3 and variant = $4 and ($5::int8 is null or iteration = $5)
        and (kind <> 'image' or url like 'files:///%')
      order by iteration, file_key limit ${LIMIT}`,
    values: [runId, kind, title, variant, iteration ?? null],
  });
  let before: bigint | undefined;
  let place = 0;
  return rows.map((row) => {
    place = row.iteration === before ? place + 1 : 1;
    before = row.iteration;
    return { iteration: row.iteration, place, url: row.url, timestampMs: row.timestamp_ms };
  });
}

/** The JSON text of a plot. @param place as {@link drawnAt} counts @returns undefined when there is none */
export async function plotBody(
  db: Database,
  { runId, title, variant }: DrawnSeries,
  { iteration, place }: Pick<Drawn, 'iteration' | 'place'>,
): Promise<string | undefined> {
  const { rows } = await db.query<{ body: string | null }>({
    text: `select body from run_plots where run_id = $1 and kind = 'plot' and title = $2 and variant = $3 and iteration = $4
      order by file_key offset $5 limit 1`,
    values: [runId, title, variant, iteration, place - 1],
  });
  return rows[0]?.body ?? undefined;
}

/** A file of a run or model under the name it was given. */
export interface NamedFile {
  name: string;
  /** As stored. */
  url: string;
}

/** Artifacts whose files are here, by key. */
export async function artifactFiles(db: Database, runId: number): Promise<NamedFile[]> {
  const { rows } = await db.query<NamedFile>({
    text: `select key as name, uri as url from run_artifacts where run_id = $1 and uri like 'files:///%' order by key, mode desc`,
    values: [runId],
  });
  return rows;
}

/** Models a run made whose files are here, under their names in the run. */
export async function modelFiles(db: Database, runId: number): Promise<NamedFile[]> {
  const { rows } = await db.query<NamedFile>({
    text: `select coalesce(nullif(l.name, ''), m.name) as name, m.uri as url
      from run_models l join models m on m.model_id = case when l.model_id ~ '^[0-9a-f]{32}$' then l.model_id::uuid end
      where l.run_id = $1 and l.direction = 'output' and m.uri like 'files:///%' order by name, m.model_id`,
    values: [runId],
  });
  return rows;
}

/** The address reported as a model's, when that file is here. @param modelId 32 lower hex */
export async function modelUri(db: Database, modelId: string): Promise<string | undefined> {
  const { rows } = await db.query<{ uri: string }>({
    text: `select uri from models where model_id = $1 and uri like 'files:///%'`,
    values: [uuidOfId(modelId)],
  });
  return rows[0]?.uri;
}

/** A document beside a run. */
export interface DocumentEntry {
  kind: string;
  name: string;
  sizeBytes: number;
  /** Of the script alone, which holds several files. */
  content: string | null;
}

/** Documents of a run; contents are not read but that of the script. */
export async function documentEntries(db: Database, runId: number): Promise<DocumentEntry[]> {
  const { rows } = await db.query<{ kind: string; name: string; size: number; content: string | null }>({
    text: `select kind, name, octet_length(content) as size, case when kind = 'script' then content end as content
      from run_documents where run_id = $1 and content not in ('', '{}', '[]') order by kind, name`,
    values: [runId],
  });
  return rows.map(({ size, ...row }) => ({ ...row, sizeBytes: size }));
}

/** @returns undefined when there is none */
export async function documentContent(db: Database, runId: number, kind: string, name: string): Promise<string | undefined> {
  const { rows } = await db.query<{ content: string }>({
    text: 'select content from run_documents where run_id = $1 and kind = $2 and name = $3',
    values: [runId, kind, name],
  });
  return rows[0]?.content;
}
