import type { components } from '../../../openapi/generated/mlflow.ts';
import type { Project } from '../../../src/model/project.ts';

/** A project as MLflow shows it. @param workspace name of the workspace it is in */
export function toExperiment(project: Project, workspace: string): components['schemas']['Experiment'] {
  return {
    experiment_id: project.experimentId.toString(),
    name: project.name,
    artifact_location: project.artifactRoot,
    lifecycle_stage: project.archived ? 'deleted' : 'active',
    last_update_time: BigInt(project.changedAt.getTime()),
    creation_time: BigInt(project.createdAt.getTime()),
    tags: project.tags,
    workspace,
  };
}
