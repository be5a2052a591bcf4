import { toArtifactPath, toFilePath } from '../model/artifact-path.ts';
import { DEFAULT_EXPERIMENT_ID, DEFAULT_PROJECT_NAME } from '../model/project.ts';
import { DEFAULT_WORKSPACE_ID } from '../model/workspace.ts';
import { ownersByArtifact, ownersByFile } from '../store/file-owners.ts';
import {
  type FindOwners,
  ownersByDataset,
  ownersByExperimentId,
  ownersByExperimentName,
  ownersByIssue,
  ownersByLabelSchema,
  ownersByMcpServer,
  ownersByMcpServerVersion,
  ownersByModel,
  ownersByProject,
  ownersByProjectPath,
  ownersByProjectTree,
  ownersByRegisteredModel,
  ownersByReviewQueue,
  ownersByRun,
  ownersByScorer,
  ownersByTrace,
} from '../store/targets.ts';

/** Kinds of things that operations name, and how they are found. */
interface Target {
  findOwners: FindOwners;
  /** Says what a path that belongs to nobody needs; a thing that is not there needs nothing, its operation says so. */
  isPath?: boolean;
}

/** What events are of: a run or a model, as the request says elsewhere. */
const ownersByReporter: FindOwners = async (db, workspaceId, asked) => {
  const [runs, models] = await Promise.all([ownersByRun(db, workspaceId, asked), ownersByModel(db, workspaceId, asked)]);
  return [...runs, ...models];
};

/** Versions of registered models and prompts, which are called by the name of what they are versions of. */
const ownersByModelVersion: FindOwners = async (db, workspaceId, asked) => {
  const owners = await ownersByRegisteredModel(db, workspaceId, asked);
  return owners.map((owner) => ({ ...owner, kind: owner.kind === 'prompt' ? 'prompt_version' : 'registered_model_version' }));
};

/** Stands for the project of what is made without one. */
export const NO_PROJECT = 'default';

/** Where something new goes: a project by uuid, or the one for what has none. */
const ownersByHome: FindOwners = async (db, workspaceId, asked) => {
  const given = asked.filter((id) => id !== NO_PROJECT);
  if (given.length > 0) return ownersByProject(db, workspaceId, given);
  return workspaceId === DEFAULT_WORKSPACE_ID
    ? ownersByExperimentId(db, workspaceId, [DEFAULT_EXPERIMENT_ID.toString()])
    : ownersByExperimentName(db, workspaceId, [DEFAULT_PROJECT_NAME]);
};

/** Paths are spelt in many ways; the asked one stays the name of what is found. @param canonical throws invalid for a hostile path */
function byCanonicalPath(canonical: (raw: string) => string, find: FindOwners): FindOwners {
  return async (db, workspaceId, asked) => {
    const paths = asked.map(canonical);
    const owners = await find(db, workspaceId, [...new Set(paths)]);
    return asked.flatMap((raw, at) =>
      owners.filter((owner) => owner.asked === paths[at]).map((owner) => ({ ...owner, asked: raw })),
    );
  };
}

/**
 * Everything an operation can name that rights are asked on: the words of `x-on` in the OpenAPI documents. A kind is looked up exactly
 * as its operations look it up, so that no spelling of an id reaches a thing that the guard did not see.
 */
export const targets = {
  experiment: { findOwners: ownersByExperimentId },
  experiment_name: { findOwners: ownersByExperimentName },
  project: { findOwners: ownersByProject },
  project_tree: { findOwners: ownersByProjectTree },
  project_path: { findOwners: ownersByProjectPath },
  home: { findOwners: ownersByHome },
  run: { findOwners: ownersByRun },
  reporter: { findOwners: ownersByReporter },
  logged_model: { findOwners: ownersByModel },
  model: { findOwners: ownersByModel },
  registered_model: { findOwners: ownersByRegisteredModel },
  model_version: { findOwners: ownersByModelVersion },
  trace: { findOwners: ownersByTrace },
  dataset: { findOwners: ownersByDataset },
  issue: { findOwners: ownersByIssue },
  label_schema: { findOwners: ownersByLabelSchema },
  review_queue: { findOwners: ownersByReviewQueue },
  scorer: { findOwners: ownersByScorer },
  mcp_server: { findOwners: ownersByMcpServer },
  mcp_server_version: { findOwners: ownersByMcpServerVersion },
  artifact: { findOwners: byCanonicalPath(toArtifactPath, ownersByArtifact), isPath: true },
  file: { findOwners: byCanonicalPath(toFilePath, ownersByFile), isPath: true },
} as const satisfies Record<string, Target>;

/** A word of `x-on`. */
export type TargetKind = keyof typeof targets;

/** Whether a word is one of {@link targets}. */
export function isTargetKind(kind: string): kind is TargetKind {
  return Object.hasOwn(targets, kind);
}

/** How things of a kind are found. */
export function targetOf(kind: TargetKind): Target {
  return targets[kind];
}
