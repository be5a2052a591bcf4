import type { ModelVersion, Stage, VersionStatus } from '../model/registry.ts';
import { type Entry, lastByKey } from '../model/run.ts';
import type { Database } from './database.ts';
import { idOfUuid, uuidOfId } from './run-ids.ts';

/** A row of {@link VERSION_COLUMNS}. */
export interface VersionRow {
  registered_model_id: number;
  name: string;
  version: number;
  run: string | null;
  run_link: string | null;
  source: string | null;
  storage_location: string | null;
  stage: Stage;
  status: VersionStatus;
  status_message: string | null;
  description: string | null;
  model_id: string | null;
  created_at: Date;
  changed_at: Date;
  tags: Entry[];
  aliases: string[];
}

/** Columns of {@link toVersion} but the aliases, for statements on `model_versions v` and `registered_models r`. */
export const VERSION_FACTS = `r.registered_model_id, r.name, v.version, v.run, v.run_link, v.source, v.storage_location, v.stage,
  v.status, v.status_message, v.description, v.model_id, v.created_at, v.changed_at,
  (select coalesce(json_agg(json_build_object('key', t.key, 'value', t.value) order by t.key), '[]')
    from model_version_tags t where t.registered_model_id = v.registered_model_id and t.version = v.version) as tags`;

/** Columns of {@link toVersion}. */
export const VERSION_COLUMNS = `${VERSION_FACTS},
  array(select a.alias from registered_model_aliases a
    where a.registered_model_id = v.registered_model_id and a.version = v.version order by a.alias) as aliases`;

/** What {@link VERSION_COLUMNS} are selected from. */
export const VERSION_TABLES = 'model_versions v join registered_models r using (registered_model_id)';

/** Greatest number a version can have. */
export const MAX_VERSION = 2 ** 31 - 1;

export function toVersion(row: VersionRow): ModelVersion {
  return {
    registeredModelId: row.registered_model_id,
    name: row.name,
    version: row.version,
    runId: row.run,
    runLink: row.run_link,
    source: row.source,
    storageLocation: row.storage_location,
    stage: row.stage,
    status: row.status,
    statusMessage: row.status_message,
    description: row.description,
    modelId: row.model_id === null ? null : idOfUuid(row.model_id, null),
    createdAt: row.created_at,
    changedAt: row.changed_at,
    tags: row.tags,
    aliases: row.aliases,
  };
}

/** A version that is not deleted. @param version from 1; a number no version can have finds none */
export async function findVersion(
  db: Database,
  workspaceId: string,
  name: string,
  version: number,
): Promise<ModelVersion | undefined> {
  if (version < 1 || version > MAX_VERSION) return undefined;
  const { rows } = await db.query<VersionRow>({
    name: 'version-by-number',
    text: `select ${VERSION_COLUMNS} from ${VERSION_TABLES}
      where r.workspace_id = $1 and r.name = $2 and v.version = $3 and v.deleted_at is null`,
    values: [workspaceId, name, version],
  });
  return rows[0] && toVersion(rows[0]);
}

/** The newest version of a registered model. */
export async function findNewestVersion(db: Database, workspaceId: string, name: string): Promise<ModelVersion | undefined> {
  const { rows } = await db.query<VersionRow>({
    name: 'newest-version',
    text: `select ${VERSION_COLUMNS} from ${VERSION_TABLES}
      where r.workspace_id = $1 and r.name = $2 and v.deleted_at is null order by v.version desc limit 1`,
    values: [workspaceId, name],
  });
  return rows[0] && toVersion(rows[0]);
}

/** The version an alias names. */
export async function findAliasedVersion(
  db: Database,
  workspaceId: string,
  name: string,
  alias: string,
): Promise<ModelVersion | undefined> {
  const { rows } = await db.query<VersionRow>({
    name: 'version-by-alias',
    text: `select ${VERSION_COLUMNS} from registered_models r join registered_model_aliases a using (registered_model_id)
      join model_versions v on v.registered_model_id = a.registered_model_id and v.version = a.version
      where r.workspace_id = $1 and r.name = $2 and a.alias = $3 and v.deleted_at is null`,
    values: [workspaceId, name, alias],
  });
  return rows[0] && toVersion(rows[0]);
}

/** What a new version is written from. */
export interface NewVersion {
  registeredModelId: number;
  runId: string;
  runLink: string;
  source: string;
  storageLocation: string;
  description: string;
  /** 32 lower hex. */
  modelId: string | null;
  tags: readonly Entry[];
  userId: string | null;
  now: Date;
}

/** Adds a version under the next number. @returns the number */
export async function insertVersion(db: Database, draft: NewVersion): Promise<number> {
  const tags = lastByKey(draft.tags);
  const { rows } = await db.query<{ version: number }>({
    text: `with r as (
        update registered_models set last_version = last_version + 1, changed_at = $9 where registered_model_id = $1
        returning last_version
      ), v as (
        insert into model_versions (registered_model_id, version, run, run_link, source, storage_location, description, model_id,
          status, user_id, created_at, changed_at)
        select $1, last_version, $2, $3, $4, $5, $6, $7, 'ready', $8, $9, $9 from r returning version
      ), t as (
        insert into model_version_tags (registered_model_id, version, key, value)
        select $1, version, key, value from v, unnest($10::text[], $11::text[]) as t (key, value)
      )
      select version from v`,
    values: [
      draft.registeredModelId,
      draft.runId,
      draft.runLink,
      draft.source,
      draft.storageLocation,
      draft.description,
      draft.modelId && uuidOfId(draft.modelId),
      draft.userId,
      draft.now,
      tags.map(({ key }) => key),
      tags.map(({ value }) => value),
    ],
  });
  return (rows[0] as { version: number }).version;
}

/** What names a version inside the database. */
export type VersionKey = Pick<ModelVersion, 'registeredModelId' | 'version'>;

/** Sets what is said about a version. */
export async function describeVersion(db: Database, key: VersionKey, description: string | null, now: Date): Promise<void> {
  await db.query({
    text: 'update model_versions set description = $3, changed_at = $4 where registered_model_id = $1 and version = $2',
    values: [key.registeredModelId, key.version, description, now],
  });
}

/** Puts a version into a stage. @param archivesOthers all others of that stage go to the archive */
export async function moveVersion(
  db: Database,
  { registeredModelId, version }: VersionKey,
  { stage, archivesOthers }: { stage: Stage; archivesOthers: boolean },
  now: Date,
): Promise<void> {
  if (archivesOthers) {
    await db.query({
      text: `update model_versions set stage = 'Archived', changed_at = $4
        where registered_model_id = $1 and version <> $2 and stage = $3 and deleted_at is null`,
      values: [registeredModelId, version, stage, now],
    });
  }
  await db.query({
    text: `with r as (update registered_models set changed_at = $4 where registered_model_id = $1)
      update model_versions set stage = $3, changed_at = $4 where registered_model_id = $1 and version = $2`,
    values: [registeredModelId, version, stage, now],
  });
}

/** Hides versions for ever and forgets where they came from; their aliases go. Their numbers stay taken. */
export async function deleteVersions(db: Database, keys: readonly VersionKey[], now: Date): Promise<void> {
  if (keys.length === 0) return;
  await db.query({
    text: `with gone as (select * from unnest($1::int4[], $2::int4[]) as g (registered_model_id, version)),
      r as (update registered_models set changed_at = $3 where registered_model_id = any($1)),
      a as (delete from registered_model_aliases a using gone g
        where a.registered_model_id = g.registered_model_id and a.version = g.version)
      update model_versions v set deleted_at = $3, changed_at = $3, description = null, user_id = null, source = null,
        storage_location = null, run = null, run_link = null, model_id = null, status_message = null
      from gone g where v.registered_model_id = g.registered_model_id and v.version = g.version`,
    values: [keys.map((key) => key.registeredModelId), keys.map((key) => key.version), now],
  });
}

/** Sets a tag of a version. */
export async function upsertVersionTag(db: Database, { registeredModelId, version }: VersionKey, tag: Entry): Promise<void> {
  await db.query({
    text: `insert into model_version_tags (registered_model_id, version, key, value) values ($1, $2, $3, $4)
      on conflict (registered_model_id, version, key) do update set value = excluded.value`,
    values: [registeredModelId, version, tag.key, tag.value],
  });
}

/** Removes a tag of a version, if it is there. */
export async function deleteVersionTag(db: Database, { registeredModelId, version }: VersionKey, key: string): Promise<void> {
  await db.query({
    text: 'delete from model_version_tags where registered_model_id = $1 and version = $2 and key = $3',
    values: [registeredModelId, version, key],
  });
}

/** Versions that models are registered as and that are not deleted. @param ids 32 lower hex */
export async function versionsOfModels(db: Database, ids: readonly string[]): Promise<ModelVersion[]> {
  if (ids.length === 0) return [];
  const { rows } = await db.query<VersionRow>({
    text: `select ${VERSION_COLUMNS} from ${VERSION_TABLES} where v.model_id = any($1) and v.deleted_at is null
      order by r.registered_model_id, v.version`,
    values: [ids.map(uuidOfId)],
  });
  return rows.map(toVersion);
}

/** Models that only stand for versions of a registered model, or for one of them. @returns 32 lower hex each */
export async function modelsForVersions(db: Database, registeredModelId: number, version?: number): Promise<string[]> {
  const { rows } = await db.query<{ model_id: string }>({
    text: `select m.model_id from model_versions v join models m using (model_id)
      where v.registered_model_id = $1 and ($2::int4 is null or v.version = $2) and m.is_of_version`,
    values: [registeredModelId, version ?? null],
  });
  return rows.map((row) => idOfUuid(row.model_id, null));
}

/** Adds a model that stands for a version which no model was logged for. It is ready and published, in the project of its run. */
export async function insertModelForVersion(
  db: Database,
  draft: {
    /** 32 lower hex. */
    id: string;
    workspaceId: string;
    name: string;
    runId: string | null;
    artifactRoot: string;
    userId: string | null;
    now: Date;
  },
): Promise<void> {
  await db.query({
    text: `insert into models (model_id, workspace_id, project_id, projectless, source_run, name, status, published, is_of_version,
        artifact_root, user_id, created_at, changed_at, updated_at, changed_by)
      select $1, $2, p.project_id, p.projectless, $3, $4, 'ready', true, true, $5, $6, $7, $7, $7, $6
      from (
        select r.project_id, r.projectless, 1 as place from runs r join projects q using (project_id)
        where q.workspace_id = $2 and r.uuid = $8
        union all
        select project_id, true, 2 from projects where workspace_id = $2 and experiment_id = 0
        order by place limit 1
      ) p`,
    values: [
      uuidOfId(draft.id),
      draft.workspaceId,
      draft.runId,
      draft.name,
      draft.artifactRoot,
      draft.userId,
      draft.now,
      draft.runId === null ? null : uuidOfId(draft.runId),
    ],
  });
}

/** Releases a model that was registered. */
export async function publishRegistered(db: Database, modelId: string, now: Date): Promise<void> {
  await db.query({
    text: 'update models set published = true, updated_at = $2 where model_id = $1 and not published',
    values: [uuidOfId(modelId), now],
  });
}
