import type { components, operations } from '../../../openapi/generated/mlflow.ts';
import * as access from '../../../src/access/workspaces.ts';
import { type Handler, Reply } from '../../../src/http/door.ts';
import type { SourceRules } from '../../../src/model/address.ts';
import { invalid, show } from '../../../src/model/errors.ts';
import type { Workspace, WorkspaceFacts, WorkspaceRemoval } from '../../../src/model/workspace.ts';
import { removeWorkspace } from '../../../src/tracking/workspace-removal.ts';
import { checkArtifactLocation } from '../map/limits.ts';
import { writeJson } from '../wire/json.ts';

type Wire = components['schemas'];

function toWireWorkspace(workspace: Workspace): Wire['Workspace'] {
  const { name, description, artifactRoot, traceArchivalLocation: location, traceArchivalRetention: retention } = workspace;
  return {
    name,
    ...(description !== null && { description }),
    ...(artifactRoot !== null && { default_artifact_root: artifactRoot }),
    ...((location !== null || retention !== null) && {
      trace_archival_config: { ...(location !== null && { location }), ...(retention !== null && { retention }) },
    }),
  };
}

/** What a message says of a workspace; an empty text takes a place or a time away again. */
function toFacts(body: Wire['UpdateWorkspace'], sources: SourceRules): Partial<WorkspaceFacts> {
  const { description, default_artifact_root: root, trace_archival_config: archival } = body;
  if (root) checkArtifactLocation(root, sources, 'default_artifact_root');
  if (archival?.location) checkArtifactLocation(archival.location, sources, 'trace_archival_config.location');
  return {
    ...(description !== undefined && { description }),
    ...(root !== undefined && { artifactRoot: root || null }),
    ...(archival?.location !== undefined && { traceArchivalLocation: archival.location || null }),
    ...(archival?.retention !== undefined && { traceArchivalRetention: archival.retention || null }),
  };
}

const nothing: WorkspaceFacts = {
  description: null,
  artifactRoot: null,
  traceArchivalLocation: null,
  traceArchivalRetention: null,
};

export const listWorkspaces: Handler<operations['listWorkspaces']> = async (_input, context) => ({
  workspaces: (await access.listWorkspaces(context)).map(toWireWorkspace),
});

export const getWorkspace: Handler<operations['getWorkspace']> = async ({ path }, context) => ({
  workspace: toWireWorkspace(await access.getWorkspace(context, path.workspace_name)),
});

/** Answers 201, by which clients know that it was made. */
export const createWorkspace: Handler<operations['createWorkspace']> = async ({ body }, context) => {
  const { name = '' } = body;
  const workspace = await access.createWorkspace(context, { ...nothing, ...toFacts(body, context.sources), name });
  const text = writeJson({ workspace: toWireWorkspace(workspace) });
  return new Reply(201, { 'content-type': 'application/json' }, text);
};

export const updateWorkspace: Handler<operations['updateWorkspace']> = async ({ path, body }, context) => ({
  workspace: toWireWorkspace(await access.changeWorkspace(context, path.workspace_name, toFacts(body, context.sources))),
});

const removals: Readonly<Record<string, WorkspaceRemoval>> = {
  RESTRICT: 'restrict',
  SET_DEFAULT: 'set_default',
  CASCADE: 'cascade',
};

/** Answers 204, by which clients know that it is gone. */
export const deleteWorkspace: Handler<operations['deleteWorkspace']> = async ({ path, query }, context) => {
  const mode = query.mode || 'RESTRICT';
  const removal = Object.hasOwn(removals, mode) ? removals[mode] : undefined;
  if (!removal) throw invalid('mode', `The mode ${show(mode)} is none of ${Object.keys(removals).join(', ')}.`);
  await removeWorkspace(context, path.workspace_name, removal);
  return new Reply(204, {});
};
