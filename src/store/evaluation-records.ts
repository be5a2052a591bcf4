import type { EvaluationRecord, JsonEntry, RecordSource } from '../model/evaluation-dataset.ts';
import type { Database } from './database.ts';

/** A row of {@link RECORD_COLUMNS}. */
export interface RecordRow {
  record_id: string;
  position: bigint;
  inputs: string;
  outputs: string | null;
  expectations: JsonEntry[] | null;
  tags: JsonEntry[];
  source_type: RecordSource['type'] | null;
  source_id: string | null;
  source_data: string | null;
  created_by: string | null;
  changed_by: string | null;
  created_ms: bigint;
  changed_ms: bigint;
}

export const RECORD_COLUMNS = `r.record_id, r.position, r.inputs, r.outputs, r.expectations, r.tags, r.source_type, r.source_id, r.source_data,
  r.created_by, r.changed_by, r.created_ms, r.changed_ms`;

function toRecord(row: RecordRow): EvaluationRecord {
  return {
    id: row.record_id,
    inputs: row.inputs,
    outputs: row.outputs,
    expectations: row.expectations,
    tags: row.tags,
    source: row.source_type && { type: row.source_type, id: row.source_id, data: row.source_data ?? '{}' },
    createdBy: row.created_by,
    changedBy: row.changed_by,
    createdMs: row.created_ms,
    changedMs: row.changed_ms,
  };
}

/** Records of a dataset that have one of these inputs, by the hash of their inputs in hex. */
export async function readRecordsByInputs(
  db: Database,
  id: string,
  hashes: readonly Buffer[],
): Promise<Map<string, EvaluationRecord>> {
  const { rows } = await db.query<RecordRow & { input_hash: Buffer }>({
    text: `select ${RECORD_COLUMNS}, r.input_hash from evaluation_records r where r.dataset_id = $1 and r.input_hash = any($2::bytea[])`,
    values: [id, hashes],
  });
  return new Map(rows.map((row) => [row.input_hash.toString('hex'), toRecord(row)]));
}

/** Writes records as they shall be, new ones and changed ones, in one statement; new ones keep their order. */
export async function writeRecords(
  db: Database,
  id: string,
  records: readonly { hash: Buffer; record: EvaluationRecord }[],
): Promise<void> {
  if (records.length === 0) return;
  const column = <T>(read: (record: EvaluationRecord) => T) => records.map(({ record }) => read(record));
  await db.query({
    text: `insert into evaluation_records (dataset_id, input_hash, record_id, inputs, outputs, expectations, tags, source_type,
        source_id, source_data, created_by, changed_by, created_ms, changed_ms)
      select $1, input_hash, record_id, inputs, outputs, expectations, tags, source_type, source_id, source_data, created_by,
        changed_by, created_ms, changed_ms
      from unnest($2::bytea[], $3::text[], $4::text[], $5::text[], $6::jsonb[], $7::jsonb[], $8::text[], $9::text[], $10::text[],
        $11::text[], $12::text[], $13::int8[], $14::int8[]) with ordinality
        as t (input_hash, record_id, inputs, outputs, expectations, tags, source_type, source_id, source_data, created_by,
          changed_by, created_ms, changed_ms, place)
      order by place
      on conflict (dataset_id, input_hash) do update set outputs = excluded.outputs, expectations = excluded.expectations,
        tags = excluded.tags, changed_by = excluded.changed_by, changed_ms = excluded.changed_ms`,
    values: [
      id,
      records.map(({ hash }) => hash),
      column((record) => record.id),
      column((record) => record.inputs),
      column((record) => record.outputs),
      column((record) => record.expectations && JSON.stringify(record.expectations)),
      column((record) => JSON.stringify(record.tags)),
      column((record) => record.source?.type ?? null),
      column((record) => record.source?.id ?? null),
      column((record) => record.source?.data ?? null),
      column((record) => record.createdBy),
      column((record) => record.changedBy),
      column((record) => record.createdMs),
      column((record) => record.changedMs),
    ],
  });
}

/**
 * A page of records in the order they were added.
 * @param after position of the last record of the page before
 * @returns the records, and the position to go on from when there are more
 */
export async function readRecords(
  db: Database,
  { workspaceId, id, after, limit }: { workspaceId: string; id: string; after: bigint | undefined; limit: number },
): Promise<{ records: EvaluationRecord[]; next?: bigint }> {
  const { rows } = await db.query<RecordRow>({
    name: 'evaluation-records',
    text: `select ${RECORD_COLUMNS} from evaluation_records r join evaluation_datasets d using (dataset_id)
      where r.dataset_id = $2 and d.workspace_id = $1 and r.position > $3 order by r.position limit $4`,
    values: [workspaceId, id, after ?? 0n, limit + 1],
  });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const records = page.map(toRecord);
  return rows.length > page.length && last ? { records, next: last.position } : { records };
}

/** Deletes records. @returns how many were there */
export async function deleteRecords(
  db: Database,
  workspaceId: string,
  id: string,
  recordIds: readonly string[],
): Promise<number> {
  const { rows } = await db.query<{ deleted: number }>({
    text: `with gone as (
        delete from evaluation_records r using evaluation_datasets d
        where r.dataset_id = $2 and r.record_id = any($3::text[]) and d.dataset_id = r.dataset_id and d.workspace_id = $1
        returning 1
      ), n as (select count(*)::int4 as deleted from gone), u as (
        update evaluation_datasets set record_count = greatest(0, record_count - n.deleted) from n
        where dataset_id = $2 and n.deleted > 0
      )
      select deleted from n`,
    values: [workspaceId, id, recordIds],
  });
  return rows[0]?.deleted ?? 0;
}
