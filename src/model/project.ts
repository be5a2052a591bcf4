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

/** A project's name as ClearML writes it: parts trimmed, empty parts dropped. */
export function toProjectPath(name: string): string {
  return name
    .split('/')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('/');
}
