import type { Entry } from './run.ts';

/** A folder of runs: MLflow's experiment, ClearML's project. */
export interface Project {
  /** Number inside the database. */
  projectId: number;
  /** Decimal id that MLflow shows. */
  experimentId: bigint;
  name: string;
  /** Where artifacts of its future runs go. */
  artifactRoot: string;
  archived: boolean;
  createdAt: Date;
  changedAt: Date;
  tags: Entry[];
}

/** What a new project is made from. */
export interface ProjectDraft {
  name: string;
  /** Default: the server's artifact root and the project's experiment id. */
  artifactRoot?: string;
  tags: readonly Entry[];
}

/** A project as a place in the tree of paths, visible to MLflow or not, with all that is said of it. */
export interface ProjectRecord {
  projectId: number;
  /** 32 lower hex. */
  id: string;
  /** Null as long as MLflow does not show it. */
  experimentId: bigint | null;
  /** As MLflow writes it. */
  name: string;
  /** As ClearML writes it; unique. */
  path: string;
  /** Id of the project above it; null at the top. */
  parent: string | null;
  /** Ids of all projects above it, the topmost first. */
  ancestors: string[];
  description: string;
  /** Where clients are to put the files of its future runs; null: they choose. */
  outputDestination: string | null;
  archived: boolean;
  /** Left out of listings unless asked for. */
  hidden: boolean;
  /** Marks that programs set, without those above. Sorted. */
  systemTags: string[];
  /** Sorted. */
  labels: string[];
  /** 32 lower hex of who made it, and the name. */
  userId: string | null;
  userName: string | null;
  isPublic: boolean;
  createdAt: Date;
  /** When something in it changed last. */
  updatedAt: Date;
}

/** What a new project at a path is made from. */
export interface ProjectPathDraft {
  path: string;
  description?: string;
  outputDestination?: string | null;
  archived?: boolean;
  hidden?: boolean;
  systemTags?: readonly string[];
  labels?: readonly string[];
}

/** The project that is there from the start and stays; for MLflow, runs without a project of their own are in it. */
export const DEFAULT_EXPERIMENT_ID = 0n;

/** Name of the project for runs that name none. */
export const DEFAULT_PROJECT_NAME = 'Default';

/** What may be said of a project anew; what is undefined stays. */
export type ProjectPatch = Omit<ProjectPathDraft, 'path'>;

/**
 * What a query may ask of a project. Of those that are parts of a project, `inner` ones are of the project itself or of one below
 * it; `innerProject` and `innerLabel` say which system tag that one has.
 */
export type ProjectField =
  | 'id'
  | 'parent'
  | 'ancestor'
  | 'path'
  | 'basename'
  | 'description'
  | 'outputDestination'
  | 'user'
  | 'label'
  | 'systemTag'
  | 'archived'
  | 'hidden'
  | 'isPublic'
  | 'createdAt'
  | 'updatedAt'
  | 'innerProject'
  | 'innerLabel'
  | 'innerReport'
  | 'innerReportLabel'
  | 'innerUser';

/** A project's name as ClearML writes it: parts trimmed, empty parts dropped. */
export function toProjectPath(name: string): string {
  return name
    .split('/')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('/');
}

/** The path of the project above; empty at the top. */
export function parentPathOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}

/** The last part of a path. */
export function basenameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The paths of all projects above one, the topmost first. */
export function ancestorPathsOf(path: string): string[] {
  const parts = path.split('/');
  return parts.slice(1).map((_, at) => parts.slice(0, at + 1).join('/'));
}

/** True when a path lies below another. */
export function isBelow(path: string, above: string): boolean {
  return path.startsWith(`${above}/`);
}
