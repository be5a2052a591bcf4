import { ofNoProject } from './read-choice.ts';
import { jsonList, type KindTable } from './read-page.ts';
import { idInWorkspace, workspaceOf } from './read-people.ts';

/** Who made and changed something, and when. */
interface Stamp<Moment> {
  createdBy: string | null;
  changedBy: string | null;
  createdMs: Moment;
  changedMs: Moment;
}

/** A server with everything below it; moments inside of lists are decimal. */
export interface McpServerFacts extends Stamp<bigint> {
  id: string;
  workspace: string | null;
  name: string;
  displayName: string | null;
  description: string | null;
  icons: string | null;
  tags: { key: string; value: string }[];
  aliases: { alias: string; version: string }[];
  versions: (Stamp<string> & {
    version: string;
    serverJson: string;
    status: string;
    tools: string | null;
    source: string | null;
    connectOptions: string | null;
    tags: { key: string; value: string }[];
  })[];
  endpoints: (Stamp<string> & {
    id: string;
    version: string | null;
    alias: string | null;
    url: string;
    transport: string;
  })[];
}

const stamp = (alias: string) => ({
  createdBy: `${alias}.created_by`,
  changedBy: `${alias}.changed_by`,
  createdMs: `${alias}.created_ms::text`,
  changedMs: `${alias}.changed_ms::text`,
});
const entry = { key: 't.key', value: 't.value' };

export const mcpServers: KindTable & { columns: string } = {
  from: 'mcp_servers s',
  order: [{ expression: 's.server_id', type: 'int4' }],
  withIds: (ids, bindings) => `${idInWorkspace('s')} = any(${bindings.bind(ids, 'text[]')})`,
  chosen: ofNoProject,
  columns: `${idInWorkspace('s')} as id, ${workspaceOf('s.workspace_id')} as workspace, s.name, s.display_name as "displayName",
    s.description, s.icons, s.created_by as "createdBy", s.changed_by as "changedBy", s.created_ms as "createdMs",
    s.changed_ms as "changedMs",
    ${jsonList(entry, 'mcp_server_tags t where t.server_id = s.server_id')} as tags,
    ${jsonList({ alias: 'a.alias', version: 'a.version' }, 'mcp_server_aliases a where a.server_id = s.server_id')} as aliases,
    ${jsonList(
      {
        version: 'v.version',
        serverJson: 'v.server_json',
        status: 'v.status',
        tools: 'v.tools',
        source: 'v.source',
        connectOptions: 'v.connect_options',
        tags: jsonList(entry, 'mcp_server_version_tags t where t.server_id = v.server_id and t.version = v.version'),
        ...stamp('v'),
      },
      'mcp_server_versions v where v.server_id = s.server_id',
    )} as versions,
    ${jsonList(
      { id: 'e.endpoint_id', version: 'e.version', alias: 'e.alias', url: 'e.url', transport: 'e.transport', ...stamp('e') },
      'mcp_endpoints e where e.server_id = s.server_id',
    )} as endpoints`,
};
