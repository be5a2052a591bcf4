import { type BridgeError, invalid, notFound, show } from './errors.ts';

/** The workspace that is there from the start, with the id of ClearML's stock company. */
export const DEFAULT_WORKSPACE_ID = 'd1bd92a3-b039-400c-bafc-60a7a5b1e52b';

/** Its name. */
export const DEFAULT_WORKSPACE_NAME = 'default';

/** A workspace as it is administered. */
export interface Workspace extends WorkspaceFacts {
  /** A uuid. */
  id: string;
  name: string;
}

/** What may be said of a workspace; null: nothing. */
export interface WorkspaceFacts {
  description: string | null;
  /** Where the artifacts of its new projects go; null: a folder of its own below the installation's root. */
  artifactRoot: string | null;
  /** Where old traces would go, and after how long (`30d`, `12h`, `5m`); kept for MLflow's clients, nothing here archives traces. */
  traceArchivalLocation: string | null;
  traceArchivalRetention: string | null;
}

/** The workspace a request works in. */
export interface WorkspacePlace {
  workspaceId: string;
  workspaceName: string;
  /** Prefix of the artifact roots of new projects, without a trailing slash. */
  artifactRoot: string;
}

/** What becomes of what a workspace holds when it is deleted: it is refused, everything moves to the default one, everything goes. */
export type WorkspaceRemoval = 'restrict' | 'set_default' | 'cascade';

const shape = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const [minLength, maxLength] = [2, 63];
/** Names that would be taken for parts of the server's own addresses. */
const reserved: ReadonlySet<string> = new Set(['workspaces', 'api', 'ajax-api', 'static-files']);

/**
 * @throws invalid for a name that no workspace can have
 * @see MLflow 3.17.2, rules for workspace names
 */
export function checkWorkspaceName(name: string): void {
  const refuse = (why: string) => invalid('name', `The workspace name ${show(name)} ${why}.`);
  if (name.length < minLength || name.length > maxLength) {
    throw refuse(`has ${name.length} characters; it must have ${minLength} to ${maxLength}`);
  }
  if (!shape.test(name)) throw refuse('must be lower-case letters, digits and hyphens, with a letter or digit at both ends');
  if (reserved.has(name)) throw refuse('is reserved');
}

/** Longest archival retention and description that are kept. */
const maxText = 5000;

/** @throws invalid for facts that cannot be kept */
export function checkWorkspaceFacts({ description, traceArchivalRetention }: Partial<WorkspaceFacts>): void {
  if (description && description.length > maxText) {
    throw invalid('description', `The description has ${description.length} characters; at most ${maxText} are kept.`);
  }
  if (traceArchivalRetention && !/^[1-9]\d{0,8}[mhd]$/.test(traceArchivalRetention)) {
    throw invalid(
      'trace_archival_config.retention',
      `The retention ${show(traceArchivalRetention)} is no whole number followed by m, h or d, such as 30d.`,
    );
  }
}

/** The answer to a name that no workspace has. */
export function noWorkspace(name: string): BridgeError {
  return notFound('workspace', name);
}
