import type { ParamWrite, RowChange, TagItem } from '../model/run-change.ts';
import type { ArtifactItem, DocumentItem, RunDocumentKind, RunModelItem } from '../model/run-record.ts';
import type { RunStamp } from './change-run.ts';
import type { Database } from './database.ts';
import type { KeyIds } from './keys.ts';

/** Removes rows of a run by the texts of their keys. */
async function removeKeys(db: Database, table: 'params' | 'tags', runId: number, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  await db.query({
    text: `delete from ${table} where run_id = $1 and key_id in (select key_id from keys where key = any($2))`,
    values: [runId, keys],
  });
}

export async function writeParams(
  db: Database,
  keys: KeyIds,
  { runId, projectId }: RunStamp,
  { remove, write }: RowChange<ParamWrite, string>,
): Promise<void> {
  await removeKeys(db, 'params', runId, remove);
  if (write.length === 0) return;
  const ids = await keys.idsOf(write.map((row) => row.key));
  await db.query({
    name: 'set-params',
    text: `insert into params (run_id, project_id, key_id, value, section, name, type, description)
      select $1, $2, * from unnest($3::int4[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[])
      on conflict (run_id, key_id) do update set value = excluded.value, section = excluded.section, name = excluded.name,
        type = excluded.type, description = excluded.description`,
    values: [
      runId,
      projectId,
      write.map((row) => ids.get(row.key)),
      write.map((row) => row.value),
      write.map((row) => row.parts?.first ?? null),
      write.map((row) => row.parts?.second ?? null),
      write.map((row) => row.type),
      write.map((row) => row.description),
    ],
  });
}

export async function writeTags(
  db: Database,
  keys: KeyIds,
  { runId, projectId }: RunStamp,
  { remove, write }: RowChange<TagItem, string>,
): Promise<void> {
  await removeKeys(db, 'tags', runId, remove);
  if (write.length === 0) return;
  const ids = await keys.idsOf(write.map((row) => row.key));
  await db.query({
    name: 'set-tags',
    text: `insert into tags (run_id, project_id, key_id, value, is_label, name, type, description)
      select $1, $2, * from unnest($3::int4[], $4::text[], $5::bool[], $6::text[], $7::text[], $8::text[])
      on conflict (run_id, key_id) do update set value = excluded.value, is_label = excluded.is_label, name = excluded.name,
        type = excluded.type, description = excluded.description`,
    values: [
      runId,
      projectId,
      write.map((row) => ids.get(row.key)),
      write.map((row) => row.value),
      write.map((row) => row.isLabel),
      write.map((row) => row.name),
      write.map((row) => row.type),
      write.map((row) => row.description),
    ],
  });
}

/** Tags of a run with everything about them, MLflow's own included. */
export async function readTagItems(db: Database, runId: number): Promise<TagItem[]> {
  const { rows } = await db.query<Omit<TagItem, 'isLabel'> & { is_label: boolean }>({
    name: 'tag-items',
    text: `select k.key, t.name, t.is_label, t.value, t.type, t.description from tags t join keys k using (key_id)
      where t.run_id = $1 order by k.key`,
    values: [runId],
  });
  return rows.map(({ is_label, ...row }) => ({ ...row, isLabel: is_label }));
}

export async function writeConfiguration(
  db: Database,
  runId: number,
  { remove, write }: RowChange<DocumentItem, string>,
): Promise<void> {
  if (remove.length > 0) {
    await db.query({
      text: `delete from run_documents where run_id = $1 and kind = 'configuration' and name = any($2)`,
      values: [runId, remove],
    });
  }
  if (write.length === 0) return;
  await db.query({
    name: 'set-configuration',
    text: `insert into run_documents (run_id, kind, name, content, type, description)
      select $1, 'configuration', * from unnest($2::text[], $3::text[], $4::text[], $5::text[])
      on conflict (run_id, kind, name) do update set content = excluded.content, type = excluded.type,
        description = excluded.description`,
    values: [
      runId,
      write.map((row) => row.name),
      write.map((row) => row.content),
      write.map((row) => row.type),
      write.map((row) => row.description),
    ],
  });
}

export async function writeDocuments(
  db: Database,
  runId: number,
  documents: Partial<Record<RunDocumentKind, string | null>>,
): Promise<void> {
  const entries = Object.entries(documents).filter(([, content]) => content !== undefined);
  const gone = entries.filter(([, content]) => content === null).map(([kind]) => kind);
  const kept = entries.filter(([, content]) => content !== null);
  if (gone.length > 0) {
    await db.query({
      text: `delete from run_documents where run_id = $1 and kind = any($2) and name = ''`,
      values: [runId, gone],
    });
  }
  if (kept.length === 0) return;
  await db.query({
    name: 'set-documents',
    text: `insert into run_documents (run_id, kind, name, content)
      select $1, d.kind, '', d.content from unnest($2::text[], $3::text[]) as d (kind, content)
      on conflict (run_id, kind, name) do update set content = excluded.content`,
    values: [runId, kept.map(([kind]) => kind), kept.map(([, content]) => content)],
  });
}

export async function writeArtifacts(
  db: Database,
  runId: number,
  { remove, write }: RowChange<ArtifactItem, Pick<ArtifactItem, 'key' | 'mode'>>,
): Promise<void> {
  if (remove.length > 0) {
    await db.query({
      text: `delete from run_artifacts where run_id = $1 and (key, mode) in (select * from unnest($2::text[], $3::text[]))`,
      values: [runId, remove.map((row) => row.key), remove.map((row) => row.mode)],
    });
  }
  if (write.length === 0) return;
  await db.query({
    name: 'set-artifacts',
    text: `insert into run_artifacts (run_id, key, mode, type, uri, sha256, size_bytes, recorded_ms, preview)
      select $1, * from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::int8[], $8::int8[], $9::jsonb[])
      on conflict (run_id, key, mode) do update set type = excluded.type, uri = excluded.uri, sha256 = excluded.sha256,
        size_bytes = excluded.size_bytes, recorded_ms = excluded.recorded_ms, preview = excluded.preview`,
    values: [
      runId,
      write.map((row) => row.key),
      write.map((row) => row.mode),
      write.map((row) => row.type),
      write.map((row) => row.uri),
      write.map((row) => row.sha256),
      write.map((row) => row.sizeBytes),
      write.map((row) => row.recordedMs),
      write.map((row) => row.preview && JSON.stringify(row.preview)),
    ],
  });
}

export async function writeModels(
  db: Database,
  { runId, now }: RunStamp,
  { remove, write }: RowChange<RunModelItem, Pick<RunModelItem, 'direction' | 'name'>>,
): Promise<void> {
  // a name stands for one model: whatever it named before goes
  const gone = [...remove, ...write];
  await db.query({
    text: `delete from run_models where run_id = $1 and (direction, name) in (select * from unnest($2::text[], $3::text[]))`,
    values: [runId, gone.map((row) => row.direction), gone.map((row) => row.name)],
  });
  if (write.length === 0) return;
  await db.query({
    text: `insert into run_models (run_id, direction, model_id, name, linked_at)
      select $1, d.direction, d.model_id, d.name, coalesce(d.linked_at, $2)
      from unnest($3::text[], $4::text[], $5::text[], $6::timestamptz[]) as d (direction, model_id, name, linked_at)
      on conflict (run_id, direction, model_id, name) do nothing`,
    values: [
      runId,
      now,
      write.map((row) => row.direction),
      write.map((row) => row.modelId),
      write.map((row) => row.name),
      write.map((row) => row.linkedAt),
    ],
  });
}
