import type { GrantKind } from '../model/permission.ts';
import { toProjectPath } from '../model/project.ts';
import type { Database } from './database.ts';
import { uuidOfId } from './run-ids.ts';
import { isWithinSql } from './search/find-projects.ts';
import { uuidOfModel } from './write-model-points.ts';

/** Where a thing that a request names belongs. */
export interface Owner {
  /** The id or name as the request has it. */
  asked: string;
  workspaceId: string;
  /** Null for what belongs to no project. */
  projectId: number | null;
  /** Null for what belongs to no registered model. */
  registeredModelId: number | null;
  /** What it is, as far as rights are given on such things. */
  kind: GrantKind;
  /** Name of a scorer, which is one of a project, or of an MCP server. */
  pattern?: string;
}

/** Finds things of one kind by what a request calls them. One id may have several owners, or none. */
export type FindOwners = (db: Database, workspaceId: string, asked: readonly string[]) => Promise<Owner[]>;

interface Row {
  n: number;
  workspace_id: string;
  project_id: number | null;
  registered_model_id: number | null;
  kind: GrantKind;
}

function ofProject(kind: GrantKind): string {
  return `p.workspace_id, p.project_id, null::integer as registered_model_id, '${kind}' as kind`;
}

/**
 * One statement for all ids of a request.
 * @param name of the prepared statement
 * @param toKey what the ids are kept as; undefined for a text that is none, under which nothing can be found
 * @param tables joins `asked a (key, n)` to what has the ids; the workspace asked in is `$2`
 */
function finder(name: string, type: string, toKey: (asked: string) => unknown, columns: string, tables: string): FindOwners {
  const text = `select a.n::integer as n, ${columns} from unnest($1::${type}[]) with ordinality a (key, n) ${tables}`;
  // the statement speaks of the workspace only where names are looked up, and a parameter nobody uses has no type
  const isByName = tables.includes('$2');
  return async (db, workspaceId, asked) => {
    const named = asked.map((id) => ({ id, key: toKey(id) })).filter(({ key }) => key !== undefined);
    if (named.length === 0) return [];
    const keys = named.map(({ key }) => key);
    const { rows } = await db.query<Row>({ name: `owners by ${name}`, text, values: isByName ? [keys, workspaceId] : [keys] });
    return rows.map((row) => ({
      asked: named[row.n - 1]?.id ?? '',
      workspaceId: row.workspace_id,
      projectId: row.project_id,
      registeredModelId: row.registered_model_id,
      kind: row.kind,
    }));
  };
}

const itself = (text: string): string => text;
const MAX_INT64 = 2n ** 63n - 1n;

/** An id of MLflow's experiments, spelt in any way that the door reads. */
function toExperimentId(text: string): bigint | undefined {
  if (!/^[+-]?\d{1,100}$/.test(text.trim())) return undefined;
  const id = BigInt(text.trim());
  return id <= MAX_INT64 && id >= -MAX_INT64 ? id : undefined;
}

/** Projects by the decimal id MLflow shows. */
export const ownersByExperimentId = finder(
  'experiment id',
  'int8',
  toExperimentId,
  ofProject('project'),
  'join projects p on p.experiment_id = a.key',
);

/** Projects by the name MLflow shows. */
export const ownersByExperimentName = finder(
  'experiment name',
  'text',
  itself,
  ofProject('project'),
  'join projects p on p.name = a.key and p.workspace_id = $2 and p.experiment_id is not null',
);

/** Projects by uuid. */
export const ownersByProject = finder('project', 'uuid', uuidOfId, ofProject('project'), 'join projects p on p.uuid = a.key');

/** Projects by uuid with all that lie below them. */
export const ownersByProjectTree = finder(
  'project tree',
  'uuid',
  uuidOfId,
  ofProject('project'),
  `join projects o on o.uuid = a.key join projects p on ${isWithinSql('p', 'o')}`,
);

/** Projects by their path, as people write it. */
export const ownersByProjectPath = finder(
  'project path',
  'text',
  toProjectPath,
  ofProject('project'),
  'join projects p on p.path = a.key and p.workspace_id = $2',
);

/** Runs, also in the forms that imports brought. */
export const ownersByRun = finder(
  'run',
  'uuid',
  uuidOfId,
  ofProject('run'),
  'join runs r on r.uuid = a.key join projects p on p.project_id = r.project_id',
);

/** Models, with `m-` before the id or without. */
export const ownersByModel = finder(
  'model',
  'uuid',
  uuidOfModel,
  ofProject('model'),
  'join models m on m.model_id = a.key join projects p on p.project_id = m.project_id',
);

/** Traces. */
export const ownersByTrace = finder(
  'trace',
  'text',
  itself,
  ofProject('trace'),
  'join traces t on t.trace_id = a.key join projects p on p.project_id = t.project_id',
);

/** What of a project a table holds, by id. */
function inProject(table: string, id: string, kind: GrantKind): FindOwners {
  const tables = `join ${table} t on t.${id} = a.key join projects p on p.project_id = t.project_id`;
  return finder(table, 'text', itself, ofProject(kind), tables);
}

/** Issues. */
export const ownersByIssue = inProject('issues', 'issue_id', 'project');

/** Label schemas. */
export const ownersByLabelSchema = inProject('label_schemas', 'schema_id', 'project');

/** Review queues. */
export const ownersByReviewQueue = inProject('review_queues', 'queue_id', 'review_queue');

/** Evaluation datasets, with each project they are of; one without any belongs to nobody but the admins. */
export const ownersByDataset = finder(
  'dataset',
  'text',
  itself,
  `d.workspace_id, e.project_id, null::integer as registered_model_id, 'project' as kind`,
  `join evaluation_datasets d on d.dataset_id = a.key left join evaluation_dataset_projects e on e.dataset_id = d.dataset_id`,
);

/** Scorers, as `<experiment id>/<name>`; one that is not there yet is of its project already. */
export const ownersByScorer: FindOwners = async (db, workspaceId, asked) => {
  const owners = await Promise.all(
    asked.map(async (scorer) => {
      const slash = scorer.indexOf('/');
      const found = await ownersByExperimentId(db, workspaceId, [scorer.slice(0, slash)]);
      return found.map((owner) => ({ ...owner, asked: scorer, kind: 'scorer' as const, pattern: scorer.slice(slash + 1) }));
    }),
  );
  return owners.flat();
};

/** Registered models and prompts by name. */
export const ownersByRegisteredModel = finder(
  'registered model',
  'text',
  itself,
  `m.workspace_id, null::integer as project_id, m.registered_model_id,
    case when m.is_prompt then 'prompt' else 'registered_model' end as kind`,
  'join registered_models m on m.name = a.key and m.workspace_id = $2',
);

/** Of MCP servers by name, or of their versions, which are called by the name of their server. */
function byServerName(kind: GrantKind): FindOwners {
  const columns = `m.workspace_id, null::integer as project_id, null::integer as registered_model_id, '${kind}' as kind`;
  const find = finder(kind, 'text', itself, columns, 'join mcp_servers m on m.name = a.key and m.workspace_id = $2');
  return async (db, workspaceId, asked) => {
    const owners = await find(db, workspaceId, asked);
    return owners.map((owner) => ({ ...owner, pattern: owner.asked }));
  };
}

/** MCP servers. */
export const ownersByMcpServer = byServerName('mcp_server');

/** Versions of MCP servers. */
export const ownersByMcpServerVersion = byServerName('mcp_server_version');

/** Ids of all prompts of a workspace, or of all registered models that are none. */
export async function listRegisteredModelIds(db: Database, workspaceId: string, arePrompts: boolean): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>({
    text: 'select registered_model_id as id from registered_models where workspace_id = $1 and is_prompt = $2',
    values: [workspaceId, arePrompts],
  });
  return rows.map(({ id }) => id);
}
