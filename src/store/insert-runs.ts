import type { Run, RunDraft } from '../model/run.ts';
import type { Database } from './database.ts';
import { GroupCommit } from './group-commit.ts';
import type { KeyIds } from './keys.ts';
import { int4Array, int8Array } from './pg-arrays.ts';
import { uuidOfId } from './run-ids.ts';

/** A run to be added to a project of a workspace. */
export interface NewRun extends RunDraft {
  /** 32 lower hex. */
  id: string;
  workspaceId: string;
  /** Who was authenticated. */
  userId: string | null;
  now: Date;
}

/** The run a new draft became; undefined when there is no such project, `archived` when that is archived. */
export type InsertedRun = Run | 'archived' | undefined;

/** Runs taken into one commit. */
const RUNS_PER_COMMIT = 1000;

const text = `
with d as materialized (
  select * from unnest(
    $1::uuid[], $2::uuid[], $3::int8[], $4::text[], $5::text[], $6::text[], $7::timestamptz[], $8::text[], $9::uuid[], $10::text[],
    $11::text[], $12::text[], $13::text[], $14::text[], $15::text[], $16::text[], $17::int8[]
  ) with ordinality as d (
    workspace_id, uuid, experiment_id, origin, name, status, now, author_id, user_id, parent,
    note, author, repository, branch, commit_id, entry_point, started_ms, place
  )
), r as (
  insert into runs (uuid, project_id, origin, name, status, status_changed_at, author_id, user_id, parent, note, author,
    repository, branch, commit_id, entry_point, created_at, changed_at, started_ms, artifact_root)
  select d.uuid, p.project_id, d.origin, d.name, d.status, d.now, d.author_id, d.user_id, d.parent, d.note, d.author,
    d.repository, d.branch, d.commit_id, d.entry_point, d.now, d.now, d.started_ms,
    p.artifact_root || '/' || replace(d.uuid::text, '-', '') || '/artifacts'
  from d join projects p using (workspace_id, experiment_id)
  where not p.archived
  returning run_id, uuid, project_id, artifact_root
), t as (
  insert into tags (run_id, key_id, project_id, value, is_label)
  select r.run_id, t.key_id, r.project_id, t.value, t.value = ''
  from unnest($18::int4[], $19::int4[], $20::text[]) as t (place, key_id, value) join d using (place) join r using (uuid)
)
select p.project_id, p.archived, r.run_id, r.artifact_root
from d left join projects p using (workspace_id, experiment_id) left join r on r.uuid = d.uuid
order by d.place`;

/**
 * Adds runs with their tags, in one statement.
 * @param keys number of every key of the tags
 * @returns per draft what became of it
 */
export async function insertRuns(
  db: Database,
  keys: ReadonlyMap<string, number>,
  drafts: readonly NewRun[],
): Promise<InsertedRun[]> {
  const column = <Field extends keyof NewRun>(field: Field) => drafts.map((draft) => draft[field]);
  const tags = drafts.flatMap((draft, at) =>
    [...new Map(draft.tags.map((tag) => [tag.key, tag.value]))].map(([key, value]) => ({
      place: at + 1,
      keyId: keys.get(key) as number,
      value,
    })),
  );
  const { rows } = await db.query<{ project_id: number | null; archived: boolean; run_id: number; artifact_root: string }>({
    name: 'insert-runs',
    text,
    values: [
      column('workspaceId'),
      drafts.map((draft) => uuidOfId(draft.id)),
      int8Array(column('experimentId')),
      column('origin'),
      column('name'),
      column('status'),
      column('now'),
      column('authorId'),
      column('userId'),
      column('parent'),
      column('note'),
      column('author'),
      column('repository'),
      column('branch'),
      column('commit'),
      column('entryPoint'),
      column('startedMs'),
      int4Array(tags.map((tag) => tag.place)),
      int4Array(tags.map((tag) => tag.keyId)),
      tags.map((tag) => tag.value),
    ],
  });
  return drafts.map((draft, at) => {
    const row = rows[at];
    if (!row || row.project_id === null) return undefined;
    return row.archived ? 'archived' : newRun(draft, { ...row, project_id: row.project_id });
  });
}

function newRun(draft: NewRun, row: { run_id: number; project_id: number; artifact_root: string }): Run {
  return {
    runId: row.run_id,
    id: draft.id,
    projectId: row.project_id,
    experimentId: draft.experimentId,
    name: draft.name,
    status: draft.status,
    archived: false,
    authorId: draft.authorId ?? null,
    parent: draft.parent ?? null,
    note: draft.note ?? null,
    author: draft.author ?? null,
    repository: draft.repository ?? null,
    branch: draft.branch ?? null,
    commit: draft.commit ?? null,
    entryPoint: draft.entryPoint ?? null,
    startedMs: draft.startedMs,
    endedMs: null,
    artifactRoot: row.artifact_root,
  };
}

/** Adds runs; those of many requests at once in one commit. */
export class RunCreator {
  readonly #commits: GroupCommit<NewRun, InsertedRun>;

  /** @param keys the dictionary of the process */
  constructor(db: Database, keys: KeyIds) {
    this.#commits = new GroupCommit({
      sizeOf: () => 1,
      most: RUNS_PER_COMMIT,
      work: async (drafts) => {
        const ids = await keys.idsOf(drafts.flatMap(({ tags }) => tags.map((tag) => tag.key)));
        return insertRuns(db, ids, drafts);
      },
    });
  }

  /** Adds a run with its tags; resolves when it is committed. @throws too_large for a tag key of more than 2600 bytes */
  create(draft: NewRun): Promise<InsertedRun> {
    return this.#commits.run(draft);
  }
}
