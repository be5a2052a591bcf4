import type { Database } from './database.ts';
import { uuidOfId } from './run-ids.ts';
import { type ReadScope, scopeSql, scopeValues } from './search/scope.ts';

/** Ids of things that documents refer to, 32 lower hex or, of runs, as clients gave them. */
export interface References {
  users: readonly string[];
  runs: readonly string[];
  queues: readonly string[];
  models: readonly string[];
}

/** What is shown of a thing that is referred to. */
export interface ReferredName {
  name: string;
  /** Project of a run: id and path. */
  project?: { id: string; name: string };
}

export type ReferredNames = Readonly<Record<keyof References, ReadonlyMap<string, ReferredName>>>;

const uuids = (ids: readonly string[]) => ids.filter((id) => /^[0-9a-f]{32}$/.test(id));

/** Names of what documents refer to, in one statement. Things that are not there, or that may not be read, have none. */
export async function readReferredNames(
  db: Database,
  { workspaceId, reach }: ReadScope,
  references: References,
): Promise<ReferredNames> {
  const names = { users: new Map(), runs: new Map(), queues: new Map(), models: new Map() } satisfies ReferredNames;
  if (Object.values(references).every((ids) => ids.length === 0)) return names;
  const { rows } = await db.query<{
    kind: keyof References;
    id: string;
    name: string;
    project_id: string | null;
    path: string | null;
  }>({
    name: 'referred-names',
    text: `select 'users' as kind, replace(user_id::text, '-', '') as id, coalesce(nullif(display_name, ''), name) as name,
        null as project_id, null as path from users where user_id = any($2::uuid[])
      union all
      select 'runs', coalesce(r.external_id, replace(r.uuid::text, '-', '')), r.name,
        case when not r.projectless then replace(p.uuid::text, '-', '') end, p.path
      from runs r join projects p using (project_id) where r.uuid = any($3::uuid[]) and p.workspace_id = $1
        and ${scopeSql('p.project_id', 6)}
      union all
      select 'queues', replace(queue_id::text, '-', ''), name, null, null from queues
      where queue_id = any($4::uuid[]) and workspace_id = $1
      union all
      select 'models', replace(model_id::text, '-', ''), name, null, null from models
      where model_id = any($5::uuid[]) and workspace_id = $1 and ${scopeSql('project_id', 6)}`,
    values: [
      workspaceId,
      uuids(references.users),
      references.runs.map(uuidOfId),
      uuids(references.queues),
      uuids(references.models),
      ...scopeValues(reach.projects),
    ],
  });
  for (const { kind, id, name, project_id, path } of rows) {
    names[kind].set(id, project_id !== null && path !== null ? { name, project: { id: project_id, name: path } } : { name });
  }
  return names;
}
