import { type Parts, PROPERTIES_SECTION, paramNaming, type StoredName, seriesNaming, shownParts } from '../model/names.ts';
import type { Database } from './database.ts';
import { idOfUuid, uuidOfId } from './run-ids.ts';
import { Bindings } from './search/bindings.ts';
import { isWithinSql } from './search/find-projects.ts';
import { readPattern } from './search/pattern.ts';
import { isParamSql, isPropertySql } from './search/run-fields.ts';
import { type ReadScope, scopeSql, scopeValues } from './search/scope.ts';

/** Part of a list, and how many there are in all. */
export interface Slice<Item> {
  items: Item[];
  total: number;
}

export interface SliceOf {
  skip: number;
  limit: number;
}

/**
 * Numbers of projects, and of those below them.
 * @param ids 32 lower hex; empty: all of the workspace
 */
export async function readProjectNumbers(
  db: Database,
  { workspaceId, reach }: ReadScope,
  ids: readonly string[],
  withInner: boolean,
): Promise<number[]> {
  const { rows } = await db.query<{ project_id: number }>(
    ids.length === 0
      ? {
          text: `select project_id from projects where workspace_id = $1 and ${scopeSql('project_id', 2)}`,
          values: [workspaceId, ...scopeValues(reach.projects)],
        }
      : {
          text: `select distinct i.project_id from projects p join projects i on ${withInner ? isWithinSql('i', 'p') : 'i.project_id = p.project_id'}
            where p.workspace_id = $1 and p.uuid = any($2) and ${scopeSql('i.project_id', 3)}`,
          values: [workspaceId, ids.map(uuidOfId), ...scopeValues(reach.projects)],
        },
  );
  return rows.map((row) => row.project_id);
}

function byParts(a: Parts, b: Parts): number {
  return compare(a.first, b.first) || compare(a.second, b.second);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

interface NameRow {
  key: string;
  first: string | null;
  second: string | null;
}

/** Names in their parts, each once, sorted. */
function toParts(naming: typeof paramNaming, rows: readonly NameRow[]): Parts[] {
  const names = rows.map(({ key, first, second }): StoredName => {
    return { key, parts: first === null || second === null ? null : { first, second } };
  });
  const parts = names.map((name) => shownParts(naming, name));
  return [...new Map(parts.map((one) => [JSON.stringify([one.first, one.second]), one])).values()].sort(byParts);
}

/** Title and variant of every series that runs, or models, of some projects have. @param ids these runs or models alone */
export async function listSeriesNames(
  db: Database,
  projectIds: readonly number[],
  kind: 'runs' | 'models',
  ids: readonly string[] | undefined,
): Promise<Parts[]> {
  const owners =
    kind === 'runs'
      ? 'select run_id from runs where project_id = any($1) and ($2::uuid[] is null or uuid = any($2))'
      : 'select log_id from models where project_id = any($1) and ($2::uuid[] is null or model_id = any($2))';
  const { rows } = await db.query<NameRow>({
    text: `select k.key, s.title as first, s.variant as second
      from (select distinct key_id, title, variant from series where project_id = any($1) and run_id in (${owners})) s
        join keys k using (key_id)`,
    values: [projectIds, ids?.map(uuidOfId)],
  });
  return toParts(seriesNaming, rows);
}

/** Section and name of every param that runs of some projects have; those of properties too. */
export async function listParamNames(db: Database, projectIds: readonly number[]): Promise<Parts[]> {
  const [params, properties] = await Promise.all([
    db.query<NameRow>({
      text: `select k.key, c.section as first, c.name as second
        from (select distinct key_id, section, name from params where project_id = any($1)) c join keys k using (key_id)`,
      values: [projectIds],
    }),
    db.query<{ name: string }>({
      text: `select distinct coalesce(c.name, k.key) as name
        from (select distinct key_id, name from tags where project_id = any($1) and not is_label) c join keys k using (key_id)
        where coalesce(c.name, k.key) not like 'mlflow.%'`,
      values: [projectIds],
    }),
  ]);
  const names = properties.rows.map(({ name }) => ({ first: PROPERTIES_SECTION, second: name }));
  return [...toParts(paramNaming, params.rows), ...names].sort(byParts);
}

/** Values that one param or property has in runs of some projects. @param pattern a regular expression they pass */
export async function listParamValues(
  db: Database,
  projectIds: readonly number[],
  { first, second }: Parts,
  pattern: string | undefined,
  { skip, limit }: SliceOf,
): Promise<Slice<string>> {
  const bindings = new Bindings();
  const projects = bindings.bind(projectIds, 'int4[]');
  const [table, isRow] =
    first === PROPERTIES_SECTION
      ? ['tags', isPropertySql(second, bindings)]
      : ['params', isParamSql({ first, second }, bindings)];
  const passes = pattern ? `and c.value ~* ${bindings.bind(readPattern(pattern).expression, 'text')}` : '';
  return slice(db, {
    text: `select distinct c.value as item from ${table} c where c.project_id = any(${projects}) and ${isRow} ${passes}`,
    values: bindings.values,
    skip,
    limit,
  });
}

async function slice(
  db: Database,
  { text, values, skip, limit }: SliceOf & { text: string; values: readonly unknown[] },
): Promise<Slice<string>> {
  const { rows } = await db.query<{ items: string[] | null; total: number }>({
    text: `with all_items as materialized (${text})
      select (select array_agg(item) from (select item from all_items order by item limit ${limit} offset ${skip}) s) as items,
        (select count(*)::int from all_items) as total`,
    values,
  });
  return { items: rows[0]?.items ?? [], total: rows[0]?.total ?? 0 };
}

/** Tags of models that are metadata: those with a value that MLflow does not keep for itself. */
const METADATA = `model_tags t join models m using (model_id)
  where m.project_id = any($1) and not t.is_label and (t.name is not null or t.key not like 'mlflow.%')`;

/** Keys that models of some projects have metadata under. */
export function listMetadataKeys(db: Database, projectIds: readonly number[], part: SliceOf): Promise<Slice<string>> {
  return slice(db, { text: `select distinct coalesce(t.name, t.key) as item from ${METADATA}`, values: [projectIds], ...part });
}

/** Values that models of some projects have under a key of their metadata. */
export function listMetadataValues(
  db: Database,
  projectIds: readonly number[],
  key: string,
  part: SliceOf,
): Promise<Slice<string>> {
  return slice(db, {
    text: `select distinct t.value as item from ${METADATA} and coalesce(t.name, t.key) = $2`,
    values: [projectIds, key],
    ...part,
  });
}

/** A run that others have as their parent, and its project. */
export interface ParentRun {
  id: string;
  name: string;
  /** Null without a project. */
  project: { id: string; path: string } | null;
}

/** Parents of runs of some projects, by name. @param pattern a regular expression their names pass */
export async function listParents(
  db: Database,
  { reach }: ReadScope,
  projectIds: readonly number[],
  { archived, pattern }: { archived: boolean; pattern?: string },
): Promise<ParentRun[]> {
  const named = await db.query<{ parent: string }>({
    text: 'select distinct parent from runs where project_id = any($1) and archived = $2 and parent is not null',
    values: [projectIds, archived],
  });
  const { rows } = await db.query<{
    uuid: string;
    external_id: string | null;
    name: string;
    projectless: boolean;
    project: string;
    path: string;
  }>({
    text: `select r.uuid, r.external_id, r.name, r.projectless, p.uuid as project, p.path
      from runs r join projects p using (project_id)
      where r.uuid = any($1) and ($2::text is null or r.name ~* $2) and ${scopeSql('p.project_id', 3)} order by r.name, r.uuid`,
    values: [
      named.rows.map((row) => uuidOfId(row.parent)),
      pattern ? readPattern(pattern).expression : null,
      ...scopeValues(reach.projects),
    ],
  });
  return rows.map((row) => ({
    id: idOfUuid(row.uuid, row.external_id),
    name: row.name,
    project: row.projectless ? null : { id: idOfUuid(row.project, null), path: row.path },
  }));
}

/** Who made runs, or models, of some projects, by name. */
export async function listAuthors(
  db: Database,
  projectIds: readonly number[],
  kind: 'runs' | 'models',
): Promise<{ id: string; name: string }[]> {
  const { rows } = await db.query<{ user_id: string; name: string }>({
    text: `select user_id, coalesce(nullif(display_name, ''), name) as name from users
      where user_id in (select user_id from ${kind} where project_id = any($1)) order by 2, 1`,
    values: [projectIds],
  });
  return rows.map(({ user_id, name }) => ({ id: idOfUuid(user_id, null), name }));
}

/** Lets everybody read projects, or no longer. @returns how many changed */
export async function setProjectsPublic(
  db: Database,
  workspaceId: string,
  ids: readonly string[],
  isPublic: boolean,
  now: Date,
): Promise<number> {
  const { rowCount } = await db.query({
    text: `update projects set is_public = $3, changed_at = $4 where workspace_id = $1 and uuid = any($2) and is_public <> $3`,
    values: [workspaceId, ids.map(uuidOfId), isPublic, now],
  });
  return rowCount;
}
