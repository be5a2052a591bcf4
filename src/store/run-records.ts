import { type Condition, type Find, idsAlone } from '../model/find.ts';
import { everything } from '../model/reach.ts';
import type { RunStatus } from '../model/run.ts';
import type { RunPart, RunParts, RunRecord, WantedParts } from '../model/run-record.ts';
import type { Database } from './database.ts';
import type { KeyIds } from './keys.ts';
import { uuidOfId } from './run-ids.ts';
import { readRunParts } from './run-parts.ts';
import { RUN_COLUMNS, type RunRow, toRun } from './runs.ts';
import { countFound, type Findable, type Found, find } from './search/find.ts';
import { LAST_ITERATION, type RunFindField, runFields } from './search/run-fields.ts';
import { projectsInReach, type ReadScope, scopeSql, scopeValues } from './search/scope.ts';

/** A run with the parts that were asked for. */
export interface FoundRun {
  run: RunRecord;
  parts: RunParts;
}

interface RecordRow extends RunRow {
  project_uuid: string;
  path: string;
  projectless: boolean;
  type: string;
  origin: string;
  status_reason: string | null;
  status_message: string | null;
  status_changed_at: Date;
  former_status: RunStatus | null;
  queue_id: string | null;
  created_at: Date;
  changed_at: Date;
  updated_at: Date | null;
  changed_by: string | null;
  published_at: Date | null;
  user_id: string | null;
  working_folder: string | null;
  last_iteration: bigint | null;
  last_worker: string | null;
  last_worker_report_at: Date | null;
  active_seconds: bigint | null;
  system_tags: string[];
  is_public: boolean;
}

const COLUMNS = `${RUN_COLUMNS}, p.uuid as project_uuid, p.path, r.projectless, r.type, r.origin, r.status_reason, r.status_message,
  r.status_changed_at, r.former_status, r.queue_id, r.created_at, r.changed_at, r.updated_at, r.changed_by, r.published_at, r.user_id,
  r.working_folder, ${LAST_ITERATION} as last_iteration, r.last_worker, r.last_worker_report_at, r.active_seconds, r.system_tags,
  r.is_public`;

const hex = (uuid: string | null) => uuid?.replaceAll('-', '') ?? null;

function toRecord(row: RecordRow): RunRecord {
  return {
    ...toRun(row),
    projectUuid: row.projectless ? null : hex(row.project_uuid),
    projectPath: row.projectless ? null : row.path,
    type: row.type,
    origin: row.origin,
    statusReason: row.status_reason,
    statusMessage: row.status_message,
    statusChangedAt: row.status_changed_at,
    formerStatus: row.former_status,
    queueId: hex(row.queue_id),
    createdAt: row.created_at,
    changedAt: row.changed_at,
    updatedAt: row.updated_at ?? row.changed_at,
    changedBy: hex(row.changed_by),
    publishedAt: row.published_at,
    userId: hex(row.user_id),
    workingFolder: row.working_folder,
    lastIteration: row.last_iteration,
    lastWorker: row.last_worker,
    lastWorkerReportAt: row.last_worker_report_at,
    activeSeconds: row.active_seconds,
    systemTags: row.system_tags,
    isPublic: row.is_public,
  };
}

/** Where runs are read, and whose names their keys are. */
export interface RunScope {
  workspaceId: string;
  keys: KeyIds;
}

/** As {@link RunScope}, for what is searched for: only what may be read is found. */
export type RunSearchScope = RunScope & ReadScope;

async function withParts(db: Database, { keys }: RunScope, rows: readonly RecordRow[], wanted: WantedParts): Promise<FoundRun[]> {
  const parts = await readRunParts(
    db,
    keys,
    rows.map((row) => row.run_id),
    wanted.parts,
    wanted.only,
  );
  return rows.map((row) => ({ run: toRecord(row), parts: parts.get(row.run_id) ?? {} }));
}

/** Rows by id, in the order they were made; prepared, because every client asks so for the status of its run. */
async function rowsByIds(db: Database, { workspaceId, reach }: ReadScope, ids: readonly string[]): Promise<RecordRow[]> {
  const [name, match, value] =
    ids.length === 1 ? ['record-by-id', '= $2', uuidOfId(ids[0] ?? '')] : ['records-by-ids', '= any($2)', ids.map(uuidOfId)];
  const { rows } = await db.query<RecordRow>({
    name: name as string,
    text: `select ${COLUMNS} from runs r join projects p using (project_id)
      where r.uuid ${match as string} and p.workspace_id = $1 and ${scopeSql('p.project_id', 3)} order by r.run_id`,
    values: [workspaceId, value, ...scopeValues(reach.projects)],
  });
  return rows;
}

/** One run of the workspace, archived or not, with some of its parts. */
export async function readRunRecord(
  db: Database,
  scope: RunScope,
  id: string,
  wanted: readonly RunPart[],
): Promise<FoundRun | undefined> {
  const [found] = await withParts(db, scope, await rowsByIds(db, { ...scope, reach: everything }, [id]), { parts: wanted });
  return found;
}

/** Runs of the workspace by id, in the order they were made; ids nobody has are left out. */
export async function readRunRecords(
  db: Database,
  scope: RunScope,
  ids: readonly string[],
  wanted: WantedParts,
): Promise<FoundRun[]> {
  return ids.length === 0 ? [] : withParts(db, scope, await rowsByIds(db, { ...scope, reach: everything }, ids), wanted);
}

function findable(scope: ReadScope, isSorted: boolean): Findable<RunFindField> {
  return {
    fields: runFields,
    columns: COLUMNS,
    from: 'runs r join projects p using (project_id)',
    scope: (bindings) => projectsInReach(bindings, 'p', scope),
    // the order they were made in, unless there is another: then the one that indexes go on with
    last: [isSorted ? { expression: 'r.uuid', type: 'uuid' } : { expression: 'r.run_id', type: 'int4' }],
  };
}

/** Runs of the workspace in the order they were made unless the query has another, one page, with some of their parts. */
export async function findRunRecords(
  db: Database,
  scope: RunSearchScope,
  query: Find<RunFindField>,
  wanted: WantedParts,
): Promise<{ found: FoundRun[]; next?: string }> {
  const ids = idsAlone(query);
  if (ids) return { found: ids.length === 0 ? [] : await withParts(db, scope, await rowsByIds(db, scope, ids), wanted) };
  const { rows, next }: Found<RecordRow> = await find<RecordRow, RunFindField>(
    db,
    findable(scope, query.order.length > 0),
    query,
  );
  return { found: await withParts(db, scope, rows, wanted), next };
}

/** How many runs pass a condition. @param most where counting stops */
export function countRunRecords(db: Database, scope: ReadScope, where: Condition<RunFindField>, most?: number): Promise<number> {
  return countFound(db, findable(scope, false), where, most);
}

/** Types that runs of some projects have, sorted; of the whole workspace without any. */
export async function listRunTypes(
  db: Database,
  { workspaceId, reach }: ReadScope,
  projectUuids: readonly string[] | null,
): Promise<string[]> {
  const { rows } = await db.query<{ type: string }>({
    text: `select distinct r.type from runs r join projects p using (project_id)
      where p.workspace_id = $1 and ($2::uuid[] is null or p.uuid = any($2) and not r.projectless)
        and ${scopeSql('p.project_id', 3)} order by r.type`,
    values: [workspaceId, projectUuids?.map(uuidOfId) ?? null, ...scopeValues(reach.projects)],
  });
  return rows.map((row) => row.type);
}
