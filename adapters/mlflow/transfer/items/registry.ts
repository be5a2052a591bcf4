import type { EntryItem, RegisteredModelItem, VersionItem } from '../../../../src/bridge/item.ts';
import { BridgeError, show } from '../../../../src/model/errors.ts';
import { saysPrompt } from '../../../../src/model/registry.ts';

/** The workspace MLflow has when workspaces are off. */
const DEFAULT_WORKSPACE = 'default';

/** The name of a workspace as items have it. */
export function toWorkspace(name: string | null): string | null {
  return name === DEFAULT_WORKSPACE ? null : name;
}

/** The id of what has a name in a workspace. */
export function idInWorkspace(workspace: string | null, name: string): string {
  return workspace === null ? name : `${workspace}/${name}`;
}

/** What MLflow says of a registered model. */
export interface RegisteredModelFacts
  extends Pick<RegisteredModelItem, 'name' | 'description' | 'aliases' | 'lastVersion' | 'createdMs' | 'changedMs'> {
  workspace: string | null;
  tags: EntryItem[];
}

/** The item of a registered model. */
export function toRegisteredModelItem(facts: RegisteredModelFacts): RegisteredModelItem {
  return {
    ...facts,
    kind: 'registered_model',
    id: idInWorkspace(facts.workspace, facts.name),
    description: facts.description || null,
    isPrompt: saysPrompt(facts.tags),
    user: null,
  };
}

/** What MLflow says of a version. */
export interface VersionFacts
  extends Pick<
    VersionItem,
    | 'version'
    | 'source'
    | 'storageLocation'
    | 'statusMessage'
    | 'description'
    | 'tags'
    | 'user'
    | 'createdMs'
    | 'changedMs'
    | 'run'
    | 'runLink'
  > {
  workspace: string | null;
  name: string;
  stage: string | null;
  /** MLflow's word; null in old rows. */
  status: string | null;
}

const statuses: Readonly<Record<string, VersionItem['status']>> = {
  READY: 'ready',
  PENDING_REGISTRATION: 'pending',
  FAILED_REGISTRATION: 'failed',
};

/** The logged model that a version was made of, as its source or its files' place tell. */
function modelOf(...addresses: (string | null)[]): string | null {
  for (const address of addresses) {
    const found = /(?:^models:|\/models)\/(m-[0-9a-f]{32})(?:\/|$)/.exec(address ?? '');
    if (found?.[1]) return found[1];
  }
  return null;
}

/** The item of a version. @throws invalid for an unknown status */
export function toVersionItem({ stage, status: word, ...facts }: VersionFacts): VersionItem {
  const registeredModel = idInWorkspace(facts.workspace, facts.name);
  const id = `${registeredModel}/${facts.version}`;
  const status = statuses[word ?? 'READY'];
  if (!status) throw new BridgeError('invalid', `The status ${show(word)} of the version ${show(id)} is none of MLflow's.`);
  const { name: _, ...rest } = facts;
  return {
    ...rest,
    kind: 'version',
    id,
    registeredModel,
    model: modelOf(facts.source, facts.storageLocation),
    stage: stage || 'None',
    status,
  };
}
