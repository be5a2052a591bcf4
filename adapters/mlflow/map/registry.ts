import type { components } from '../../../openapi/generated/mlflow.ts';
import type { ModelVersion, VersionStatus, WholeRegisteredModel } from '../../../src/model/registry.ts';

type Wire = components['schemas'];

const statuses: Readonly<Record<VersionStatus, Wire['ModelVersionStatus']>> = {
  pending: 'PENDING_REGISTRATION',
  failed: 'FAILED_REGISTRATION',
  ready: 'READY',
};

const time = (moment: Date) => BigInt(moment.getTime());

/** A version as MLflow shows it, with its aliases as far as they were read. */
export function toModelVersion(version: ModelVersion): Wire['ModelVersion'] {
  return {
    name: version.name,
    version: version.version.toString(),
    creation_timestamp: time(version.createdAt),
    last_updated_timestamp: time(version.changedAt),
    current_stage: version.stage,
    description: version.description ?? undefined,
    source: version.source ?? undefined,
    run_id: version.runId ?? undefined,
    status: statuses[version.status],
    status_message: version.statusMessage ?? undefined,
    tags: version.tags,
    run_link: version.runLink ?? undefined,
    aliases: version.aliases,
  };
}

/** A registered model as MLflow shows it; the versions in it come without their aliases. */
export function toRegisteredModel({ model, tags, aliases, latest }: WholeRegisteredModel): Wire['RegisteredModel'] {
  return {
    name: model.name,
    creation_timestamp: time(model.createdAt),
    last_updated_timestamp: time(model.changedAt),
    description: model.description || undefined,
    latest_versions: latest.map((version) => toModelVersion({ ...version, aliases: [] })),
    tags,
    aliases: aliases.map(({ alias, version }) => ({ alias, version: version.toString() })),
  };
}
