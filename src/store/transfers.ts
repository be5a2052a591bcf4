import type pg from 'pg';
import type { Database } from './database.ts';

/** How far a transfer is. `same`, `differs` and `unclear` are what comparing both sides found. */
export const transferStates = [
  'planned',
  'running',
  'copied',
  'verifying',
  'same',
  'differs',
  'unclear',
  'broken_off',
  'rolling_back',
  'rolled_back',
] as const;
export type TransferState = (typeof transferStates)[number];

/** What is moved from where to where. Addresses hold no login; `selection` is text of a JSON object, its fields sorted. */
export interface TransferSides {
  direction: 'import' | 'export';
  sourceAddress: string;
  sourceIdentity: string;
  sinkAddress: string;
  sinkIdentity: string;
  selection: string;
}

/** A transfer as it is kept. `progress`, `plan` and `outcome` are what their makers put there, as plain JSON. */
export interface TransferRecord extends TransferSides {
  /** 32 lower hex. */
  id: string;
  state: TransferState;
  progress: unknown;
  plan: unknown;
  outcome: unknown;
  /** Why it broke off, and how to go on. */
  failure: string | null;
  createdAt: Date;
  changedAt: Date;
  /** When the one who works on it was last heard of. */
  heardAt: Date | null;
  /** When somebody asked it to stop. */
  cancelledAt: Date | null;
}

const columns = `replace(transfer_id::text, '-', '') as id, direction, source_address as "sourceAddress",
  source_identity as "sourceIdentity", sink_address as "sinkAddress", sink_identity as "sinkIdentity",
  selection::text as selection, state, progress, plan, outcome, failure, created_at as "createdAt",
  changed_at as "changedAt", heard_at as "heardAt", cancelled_at as "cancelledAt"`;

/** The newest transfer of the same sides and selection that was not taken back. */
export async function findTransfer(db: Database, sides: TransferSides): Promise<TransferRecord | undefined> {
  const { rows } = await db.query<TransferRecord>({
    text: `
select ${columns} from transfers
where source_identity = $1 and sink_identity = $2 and selection = $3::jsonb and direction = $4 and state <> 'rolled_back'
order by created_at desc limit 1`,
    values: [sides.sourceIdentity, sides.sinkIdentity, sides.selection, sides.direction],
  });
  return rows[0];
}

export async function insertTransfer(
  db: Database,
  transfer: TransferSides & { id: string; userId: string; at: Date },
): Promise<TransferRecord> {
  const { rows } = await db.query<TransferRecord>({
    text: `
insert into transfers (transfer_id, direction, source_address, source_identity, sink_address, sink_identity, selection, state,
  user_id, created_at, changed_at)
values ($1, $2, $3, $4, $5, $6, $7::jsonb, 'planned', $8, $9, $9)
returning ${columns}`,
    values: [
      transfer.id,
      transfer.direction,
      transfer.sourceAddress,
      transfer.sourceIdentity,
      transfer.sinkAddress,
      transfer.sinkIdentity,
      transfer.selection,
      transfer.userId,
      transfer.at,
    ],
  });
  return rows[0] as TransferRecord;
}

/** The transfers whose id begins like that; two at most, for those who must know that there is one. */
export async function transfersById(db: Database, prefix: string): Promise<TransferRecord[]> {
  const { rows } = await db.query<TransferRecord>({
    text: `select ${columns} from transfers where starts_with(replace(transfer_id::text, '-', ''), $1) order by created_at limit 2`,
    values: [prefix],
  });
  return rows;
}

/** A page of transfers, the last begun first. @param after the last one of the page before */
export async function listTransfers(
  db: Database,
  page: { after?: Pick<TransferRecord, 'id' | 'createdAt'>; limit: number },
): Promise<TransferRecord[]> {
  const { rows } = await db.query<TransferRecord>({
    text: `
select ${columns} from transfers
where $1::uuid is null or (created_at, transfer_id) < ($2::timestamptz, $1::uuid)
order by created_at desc, transfer_id desc limit $3`,
    values: [page.after?.id ?? null, page.after?.createdAt ?? null, page.limit],
  });
  return rows;
}

/** What is kept of a change; what is left out stays. */
export interface TransferChange {
  state?: TransferState;
  progress?: unknown;
  plan?: unknown;
  outcome?: unknown;
  failure?: string | null;
  sourceAddress?: string;
  sinkAddress?: string;
  /** True: who asked it to stop earlier is done. */
  isBegun?: boolean;
}

export async function changeTransfer(db: Database, id: string, change: TransferChange, at: Date): Promise<void> {
  await db.query({
    text: `
update transfers set state = coalesce($2, state), progress = coalesce($3::jsonb, progress), plan = coalesce($4::jsonb, plan),
  outcome = coalesce($5::jsonb, outcome), failure = case when $6 then $7 else failure end,
  source_address = coalesce($8, source_address), sink_address = coalesce($9, sink_address),
  cancelled_at = case when $10 then null else cancelled_at end, heard_at = $11, changed_at = $11
where transfer_id = $1`,
    values: [
      id,
      change.state ?? null,
      toJson(change.progress),
      toJson(change.plan),
      toJson(change.outcome),
      change.failure !== undefined,
      change.failure ?? null,
      change.sourceAddress ?? null,
      change.sinkAddress ?? null,
      change.isBegun === true,
      at,
    ],
  });
}

function toJson(value: unknown): string | null {
  return value === undefined
    ? null
    : JSON.stringify(value, (_key, field) => (typeof field === 'bigint' ? field.toString() : field));
}

/** Keeps how far a transfer is, and that somebody works on it. @returns whether it was asked to stop */
export async function hearOfTransfer(db: Database, id: string, progress: unknown, at: Date): Promise<boolean> {
  const { rows } = await db.query<{ cancelled: boolean }>({
    text: `update transfers set progress = $2::jsonb, heard_at = $3 where transfer_id = $1 returning cancelled_at is not null as cancelled`,
    values: [id, toJson(progress), at],
  });
  return rows[0]?.cancelled ?? true;
}

/** Asks who works on a transfer to stop. */
export async function cancelTransfer(db: Database, id: string, at: Date): Promise<void> {
  await db.query({ text: 'update transfers set cancelled_at = $2 where transfer_id = $1', values: [id, at] });
}

/** First half of the lock's number; the second is the transfer. */
const LOCK_NUMBER = 727_265_504;

/** That nobody else works on a transfer; lost when the connection breaks. */
export interface TransferLock {
  release(): void;
}

/** @returns undefined when somebody works on it. @param pool lends one connection for as long as the lock is held */
export async function lockTransfer(pool: pg.Pool, id: string): Promise<TransferLock | undefined> {
  const client = await pool.connect();
  try {
    const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1, hashtext($2)) as taken', [
      LOCK_NUMBER,
      id,
    ]);
    // the connection is closed with it: a lock that lived on in the pool would be nobody's
    if (rows[0]?.taken) return { release: () => client.release(true) };
  } catch (error) {
    client.release(true);
    throw error;
  }
  client.release();
  return undefined;
}
