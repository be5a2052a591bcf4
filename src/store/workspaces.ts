import type { Workspace, WorkspaceFacts } from '../model/workspace.ts';
import type { Database } from './database.ts';

const columns = `workspace_id as id, name, description, artifact_root as "artifactRoot",
  trace_archival_location as "traceArchivalLocation", trace_archival_retention as "traceArchivalRetention"`;

const columnOf = {
  description: 'description',
  artifactRoot: 'artifact_root',
  traceArchivalLocation: 'trace_archival_location',
  traceArchivalRetention: 'trace_archival_retention',
} as const satisfies Record<keyof WorkspaceFacts, string>;

/** Every workspace, by name. */
export async function listWorkspaces(db: Database): Promise<Workspace[]> {
  const { rows } = await db.query<Workspace>({ text: `select ${columns} from workspaces order by name` });
  return rows;
}

/** @returns undefined when there is none of this name */
export async function findWorkspace(db: Database, name: string): Promise<Workspace | undefined> {
  const { rows } = await db.query<Workspace>({
    name: 'find-workspace',
    text: `select ${columns} from workspaces where name = $1`,
    values: [name],
  });
  return rows[0];
}

/** @returns undefined when there is none of this id */
export async function findWorkspaceById(db: Database, id: string): Promise<Workspace | undefined> {
  const { rows } = await db.query<Workspace>({
    name: 'find-workspace-by-id',
    text: `select ${columns} from workspaces where workspace_id = $1`,
    values: [id],
  });
  return rows[0];
}

/** @throws already_exists when the name is taken */
export async function insertWorkspace(db: Database, workspace: Workspace, now: Date): Promise<void> {
  const { id, name, description, artifactRoot, traceArchivalLocation, traceArchivalRetention } = workspace;
  await db.query({
    text: `insert into workspaces (workspace_id, name, description, artifact_root, trace_archival_location,
        trace_archival_retention, created_at) values ($1, $2, $3, $4, $5, $6, $7)`,
    values: [id, name, description, artifactRoot, traceArchivalLocation, traceArchivalRetention, now],
  });
}

/** Changes the facts that are given. @returns undefined when there is none of this name */
export async function updateWorkspace(
  db: Database,
  name: string,
  change: Partial<WorkspaceFacts>,
): Promise<Workspace | undefined> {
  const given = Object.entries(change).filter(([, value]) => value !== undefined);
  const sets = given.map(([field], index) => `${columnOf[field as keyof WorkspaceFacts]} = $${index + 2}`);
  const { rows } = await db.query<Workspace>({
    text: `update workspaces set ${['name = name', ...sets].join(', ')} where name = $1 returning ${columns}`,
    values: [name, ...given.map(([, value]) => value)],
  });
  return rows[0];
}
