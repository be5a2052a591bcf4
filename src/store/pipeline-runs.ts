import type { Database } from './database.ts';
import { idOfUuid, uuidOfId } from './run-ids.ts';

/** How many runs with a system tag a project has whose name is a text, or that and a number: `train`, `train #2`. */
export async function countNumberedRuns(db: Database, projectId: number, systemTag: string, name: string): Promise<number> {
  const { rows } = await db.query<{ count: number }>({
    text: `select count(*)::int as count from runs
      where project_id = $1 and not projectless and $2 = any(system_tags)
        and starts_with(name, $3) and substr(name, length($3) + 1) ~ '^( #[0-9]+)?$'`,
    values: [projectId, systemTag, name],
  });
  return rows[0]?.count ?? 0;
}

/** Ids of the runs of a project of one type, archived or not. */
export async function runsOfType(db: Database, workspaceId: string, project: string, type: string): Promise<string[]> {
  const { rows } = await db.query<{ uuid: string; external_id: string | null }>({
    text: `select r.uuid, r.external_id from runs r join projects p using (project_id)
      where p.workspace_id = $1 and p.uuid = $2 and r.type = $3 and not r.projectless`,
    values: [workspaceId, uuidOfId(project), type],
  });
  return rows.map(({ uuid, external_id }) => idOfUuid(uuid, external_id));
}

/** Ids of the runs that have a run as their parent and not a system tag. */
export async function childrenWithout(db: Database, workspaceId: string, parent: string, systemTag: string): Promise<string[]> {
  const { rows } = await db.query<{ uuid: string; external_id: string | null }>({
    text: `select r.uuid, r.external_id from runs r join projects p using (project_id)
      where p.workspace_id = $1 and "left"(r.parent, 256) = $2 and r.parent = $2 and not $3 = any(r.system_tags)`,
    values: [workspaceId, parent, systemTag],
  });
  return rows.map(({ uuid, external_id }) => idOfUuid(uuid, external_id));
}
