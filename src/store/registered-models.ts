import { byCodePoint } from '../model/by-code-point.ts';
import type { Alias, ModelVersion, RegisteredModel, RegisteredModelDraft, WholeRegisteredModel } from '../model/registry.ts';
import { PROMPT_TAG } from '../model/registry.ts';
import { type Entry, lastByKey } from '../model/run.ts';
import type { Database } from './database.ts';
import { toVersion, type VersionRow } from './model-versions.ts';

/** What a registered model is by itself. */
interface HeadRow {
  registered_model_id: number;
  name: string;
  description: string | null;
  is_prompt: boolean;
  created_at: Date;
  changed_at: Date;
}

/** A version inside JSON, where times are texts; what its aliases are, the registered model says. */
interface LatestRow extends Omit<VersionRow, 'aliases' | 'created_at' | 'changed_at' | 'name' | 'tags'> {
  created_at: string;
  changed_at: string;
  tags: Record<string, string> | null;
}

/** A row of {@link wholeColumns}. */
export interface WholeRow extends HeadRow {
  tags: Record<string, string> | null;
  aliases: Record<string, number> | null;
  latest: LatestRow[] | null;
}

const HEAD_COLUMNS = 'r.registered_model_id, r.name, r.description, r.is_prompt, r.created_at, r.changed_at';

/** Number of the first version that reached the stage of another, `n`. */
const FIRST_OF_STAGE = `(select f.version from model_versions f
  where f.registered_model_id = n.registered_model_id and f.stage = n.stage and f.deleted_at is null order by f.version limit 1)`;

/**
 * Columns of {@link toWhole}, for statements on `registered_models r`. The newest version of every stage costs one index probe
 * for each stage, however many versions there are. JSON objects take Postgres half the time that lists of pairs do.
 * @param order of the versions: by when their stages were first reached, which costs another probe each, or any
 */
export function wholeColumns(order: 'by first of stage' | 'any'): string {
  return `${HEAD_COLUMNS},
  (select json_object_agg(t.key, t.value) from registered_model_tags t where t.registered_model_id = r.registered_model_id) as tags,
  (select json_object_agg(a.alias, a.version) from registered_model_aliases a
    where a.registered_model_id = r.registered_model_id) as aliases,
  (select json_agg(l${order === 'any' ? '' : ' order by l.first_version'}) from (
    select n.*, ${order === 'any' ? '' : `${FIRST_OF_STAGE} as first_version,`}
      (select json_object_agg(t.key, t.value) from model_version_tags t
        where t.registered_model_id = n.registered_model_id and t.version = n.version) as tags
    from unnest(array['None', 'Staging', 'Production', 'Archived']) as s (stage)
    cross join lateral (
      select * from model_versions n
      where n.registered_model_id = r.registered_model_id and n.stage = s.stage and n.deleted_at is null
      order by n.version desc limit 1
    ) n
  ) l) as latest`;
}

function toHead(row: HeadRow): RegisteredModel {
  return {
    registeredModelId: row.registered_model_id,
    name: row.name,
    description: row.description,
    isPrompt: row.is_prompt,
    createdAt: row.created_at,
    changedAt: row.changed_at,
  };
}

/** What a JSON object holds, by code point of the names; a name that looks like a number comes first in such an object. */
function sortedEntries<Value>(object: Readonly<Record<string, Value>> | null): [string, Value][] {
  return Object.entries(object ?? {}).sort(([one], [other]) => byCodePoint(one, other));
}

function toTags(object: Readonly<Record<string, string>> | null): Entry[] {
  return sortedEntries(object).map(([key, value]) => ({ key, value }));
}

function toLatest(row: LatestRow, name: string, aliases: readonly Alias[]): ModelVersion {
  return toVersion({
    ...row,
    name,
    created_at: new Date(row.created_at),
    changed_at: new Date(row.changed_at),
    tags: toTags(row.tags),
    aliases: aliases.filter(({ version }) => version === row.version).map(({ alias }) => alias),
  });
}

export function toWhole(row: WholeRow): WholeRegisteredModel {
  const aliases = sortedEntries(row.aliases).map(([alias, version]) => ({ alias, version }));
  const latest = (row.latest ?? []).map((version) => toLatest(version, row.name, aliases));
  return { model: toHead(row), tags: toTags(row.tags), aliases, latest };
}

/** Adds a registered model. @returns it, or undefined when the name is taken */
export async function insertRegisteredModel(
  db: Database,
  draft: RegisteredModelDraft & { workspaceId: string; userId: string | null; givenName?: string; now: Date },
): Promise<WholeRegisteredModel | undefined> {
  const tags = lastByKey(draft.tags);
  const { rows } = await db.query<{ registered_model_id: number }>({
    text: `with r as (
        insert into registered_models (workspace_id, name, description, is_prompt, user_id, given_name, created_at, changed_at)
        values ($1, $2, $3, $4, $5, $6, $7, $7) on conflict do nothing returning registered_model_id
      ), t as (
        insert into registered_model_tags (registered_model_id, key, value)
        select registered_model_id, key, value from r, unnest($8::text[], $9::text[]) as t (key, value)
      )
      select registered_model_id from r`,
    values: [
      draft.workspaceId,
      draft.name,
      draft.description,
      tags.some(isPromptMark),
      draft.userId,
      draft.givenName ?? null,
      draft.now,
      tags.map(({ key }) => key),
      tags.map(({ value }) => value),
    ],
  });
  return rows[0] && findRegisteredModel(db, draft.workspaceId, draft.name);
}

function isPromptMark({ key, value }: Entry): boolean {
  return key === PROMPT_TAG && value === 'true';
}

/** A registered model by name, whole. */
export async function findRegisteredModel(
  db: Database,
  workspaceId: string,
  name: string,
): Promise<WholeRegisteredModel | undefined> {
  const { rows } = await db.query<WholeRow>({
    name: 'registered-model-by-name',
    text: `select ${wholeColumns('by first of stage')} from registered_models r where r.workspace_id = $1 and r.name = $2`,
    values: [workspaceId, name],
  });
  return rows[0] && toWhole(rows[0]);
}

/** A registered model by name alone. @param lock holds its row until the transaction ends */
export async function findRegisteredModelHead(
  db: Database,
  workspaceId: string,
  name: string,
  lock?: 'for update',
): Promise<RegisteredModel | undefined> {
  const { rows } = await db.query<HeadRow>({
    name: `registered-model-head ${lock ?? ''}`,
    text: `select ${HEAD_COLUMNS} from registered_models r
      where r.workspace_id = $1 and r.name = $2 ${lock ? 'for no key update' : ''}`,
    values: [workspaceId, name],
  });
  return rows[0] && toHead(rows[0]);
}

/** Lets nobody else publish under a name until the transaction ends. */
export async function holdGivenName(db: Database, workspaceId: string, givenName: string): Promise<void> {
  await db.query({
    text: `select pg_advisory_xact_lock(hashtextextended('published name ' || $1 || ' ' || $2, 0))`,
    values: [workspaceId, givenName],
  });
}

/** The name of the registered model that stands for a name which no registered model may have. */
export async function findNameOfGiven(db: Database, workspaceId: string, givenName: string): Promise<string | undefined> {
  const { rows } = await db.query<{ name: string }>({
    text: `select name from registered_models where workspace_id = $1 and md5(given_name) = md5($2) and given_name = $2`,
    values: [workspaceId, givenName],
  });
  return rows[0]?.name;
}

/** Sets what is said about a registered model. */
export async function describeRegisteredModel(db: Database, id: number, description: string | null, now: Date): Promise<void> {
  await db.query({
    text: 'update registered_models set description = $2, changed_at = $3 where registered_model_id = $1',
    values: [id, description, now],
  });
}

/** Gives a registered model, and the models that only stand for its versions, another name. @throws already_exists */
export async function renameRegisteredModel(db: Database, id: number, name: string, now: Date): Promise<void> {
  await db.query({
    text: 'update registered_models set name = $2, given_name = null, changed_at = $3 where registered_model_id = $1',
    values: [id, name, now],
  });
  await db.query({
    text: `update models m set name = $2, changed_at = $3 from model_versions v
      where v.registered_model_id = $1 and v.model_id = m.model_id and m.is_of_version`,
    values: [id, name, now],
  });
  await db.query({ text: 'update model_versions set changed_at = $2 where registered_model_id = $1', values: [id, now] });
}

/** Deletes a registered model with its versions, tags and aliases. */
export async function deleteRegisteredModel(db: Database, id: number): Promise<void> {
  await db.query({ text: 'delete from registered_models where registered_model_id = $1', values: [id] });
}

/** Sets a tag of a registered model. */
export async function upsertRegisteredModelTag(db: Database, id: number, tag: Entry): Promise<void> {
  await db.query({
    text: `insert into registered_model_tags (registered_model_id, key, value) values ($1, $2, $3)
      on conflict (registered_model_id, key) do update set value = excluded.value`,
    values: [id, tag.key, tag.value],
  });
  if (tag.key === PROMPT_TAG) await markPrompt(db, id, isPromptMark(tag));
}

/** Removes a tag of a registered model, if it is there. */
export async function deleteRegisteredModelTag(db: Database, id: number, key: string): Promise<void> {
  await db.query({
    text: 'delete from registered_model_tags where registered_model_id = $1 and key = $2',
    values: [id, key],
  });
  if (key === PROMPT_TAG) await markPrompt(db, id, false);
}

async function markPrompt(db: Database, id: number, isPrompt: boolean): Promise<void> {
  await db.query({ text: 'update registered_models set is_prompt = $2 where registered_model_id = $1', values: [id, isPrompt] });
}

/** Lets an alias name a version, whatever it named before. */
export async function upsertAlias(db: Database, id: number, { alias, version }: Alias): Promise<void> {
  await db.query({
    text: `insert into registered_model_aliases (registered_model_id, alias, version) values ($1, $2, $3)
      on conflict (registered_model_id, alias) do update set version = excluded.version`,
    values: [id, alias, version],
  });
}

/** Removes an alias, if it is there. */
export async function deleteAlias(db: Database, id: number, alias: string): Promise<void> {
  await db.query({
    text: 'delete from registered_model_aliases where registered_model_id = $1 and alias = $2',
    values: [id, alias],
  });
}
