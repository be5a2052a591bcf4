import type { RunStatus } from '../../model/run.ts';
import { uuidOfId } from '../run-ids.ts';
import type { Bindings } from '../search/bindings.ts';
import { type Choice, inChosenProject, inChosenTime } from './read-choice.ts';
import { hexOf, type KindTable, msOf } from './read-page.ts';
import { workspaceOf } from './read-people.ts';

/** A run without what it logged. */
export interface RunFacts {
  /** Number inside the database. */
  runId: number;
  /** About how many bytes what it logged takes, without points, console lines and plots. */
  partBytes: bigint;
  id: string;
  workspace: string | null;
  project: string | null;
  origin: string;
  name: string;
  type: string;
  status: RunStatus;
  statusReason: string | null;
  statusMessage: string | null;
  statusChangedMs: bigint;
  formerStatus: string | null;
  queue: string | null;
  archived: boolean;
  archivedMs: bigint | null;
  author: string | null;
  authorId: string | null;
  user: string | null;
  changedBy: string | null;
  parent: string | null;
  note: string | null;
  repository: string | null;
  branch: string | null;
  commit: string | null;
  entryPoint: string | null;
  workingFolder: string | null;
  createdMs: bigint;
  startedMs: bigint | null;
  endedMs: bigint | null;
  changedMs: bigint;
  updatedMs: bigint | null;
  publishedMs: bigint | null;
  activeSeconds: bigint | null;
  lastIteration: bigint | null;
  lastWorker: string | null;
  lastWorkerReportMs: bigint | null;
  systemTags: string[];
  isPublic: boolean;
  artifactRoot: string;
}

/** The id a run is shown by, of `runs r`. */
export const RUN_ID = `coalesce(r.external_id, ${hexOf('r.uuid')})`;

/** Conditions of chosen runs, for `runs r join projects p`. */
export function isChosenRun(choice: Choice, bindings: Bindings): string[] {
  return [
    ...inChosenProject(choice, bindings),
    ...(choice.projectIds ? ['not r.projectless'] : []),
    ...(choice.withArchived === false ? ['not r.archived'] : []),
    ...(choice.states ? [`r.status = any(${bindings.bind(choice.states, 'text[]')})`] : []),
    ...inChosenTime(choice, bindings, 'r.started_ms'),
  ];
}

/** What the facts of a series take in this process. */
const SERIES_BYTES = 500;

function bytesIn(table: string, column: string): string {
  return `(select coalesce(sum(octet_length(t.${column})), 0) from ${table} t where t.run_id = r.run_id)`;
}

export const runs: KindTable & { columns: string } = {
  from: 'runs r join projects p using (project_id)',
  order: [{ expression: 'r.run_id', type: 'int4' }],
  withIds: (ids, bindings) => `r.uuid = any(${bindings.bind(ids.map(uuidOfId), 'uuid[]')})`,
  chosen: isChosenRun,
  columns: `r.run_id as "runId",
    (${bytesIn('run_documents', 'content')} + ${bytesIn('params', 'value')} + ${bytesIn('tags', 'value')}
      + (select ${SERIES_BYTES} * count(*) from series s where s.run_id = r.run_id))::int8 as "partBytes",
    ${RUN_ID} as id, case when r.projectless then ${workspaceOf('p.workspace_id')} end as workspace,
    case when not r.projectless then ${hexOf('p.uuid')} end as project, r.origin, r.name, r.type, r.status,
    r.status_reason as "statusReason", r.status_message as "statusMessage", ${msOf('r.status_changed_at')} as "statusChangedMs",
    r.former_status as "formerStatus", ${hexOf('r.queue_id')} as queue, r.archived, ${msOf('r.archived_at')} as "archivedMs",
    r.author, r.author_id as "authorId", ${hexOf('r.user_id')} as user, ${hexOf('r.changed_by')} as "changedBy", r.parent, r.note,
    r.repository, r.branch, r.commit_id as commit, r.entry_point as "entryPoint", r.working_folder as "workingFolder",
    ${msOf('r.created_at')} as "createdMs", r.started_ms as "startedMs", r.ended_ms as "endedMs",
    ${msOf('r.changed_at')} as "changedMs", ${msOf('r.updated_at')} as "updatedMs", ${msOf('r.published_at')} as "publishedMs",
    r.active_seconds as "activeSeconds", r.last_iteration as "lastIteration", r.last_worker as "lastWorker",
    ${msOf('r.last_worker_report_at')} as "lastWorkerReportMs", r.system_tags as "systemTags", r.is_public as "isPublic",
    r.artifact_root as "artifactRoot"`,
};
