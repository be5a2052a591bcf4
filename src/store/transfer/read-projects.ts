import { LABEL } from '../project-records.ts';
import { uuidOfId } from '../run-ids.ts';
import { inChosenProject, neededBy } from './read-choice.ts';
import { hexOf, jsonList, type KindTable, msOf } from './read-page.ts';
import { workspaceOf } from './read-people.ts';

export interface ProjectFacts {
  id: string;
  workspace: string | null;
  experimentId: string | null;
  uuid: string;
  name: string;
  path: string;
  description: string | null;
  artifactRoot: string;
  outputDestination: string | null;
  archived: boolean;
  hidden: boolean;
  isPublic: boolean;
  systemTags: string[];
  labels: string[];
  tags: { key: string; value: string }[];
  user: string | null;
  createdMs: bigint;
  changedMs: bigint;
  updatedMs: bigint | null;
}

/** A tag `t` that is a label for both tools; an empty one that MLflow keeps for itself is none. */
const IS_LABEL = `(t.is_label and not (t.value = '' and starts_with(t.key, 'mlflow.')))`;

export const projects: KindTable & { columns: string } = {
  from: 'projects p',
  order: [{ expression: 'p.project_id', type: 'int4' }],
  withIds: (ids, bindings) => `p.uuid = any(${bindings.bind(ids.map(uuidOfId), 'uuid[]')})`,
  chosen: inChosenProject,
  columns: `${hexOf('p.uuid')} as id, ${workspaceOf('p.workspace_id')} as workspace, p.experiment_id::text as "experimentId",
    ${hexOf('p.uuid')} as uuid, p.name, p.path, nullif(p.description, '') as description, p.artifact_root as "artifactRoot",
    p.output_destination as "outputDestination", p.archived, p.hidden, p.is_public as "isPublic", p.system_tags as "systemTags",
    array(select ${LABEL} from project_tags t where t.project_id = p.project_id and ${IS_LABEL} order by 1) as labels,
    ${jsonList({ key: 't.key', value: 't.value' }, `project_tags t where t.project_id = p.project_id and not ${IS_LABEL}`)} as tags,
    ${hexOf('p.user_id')} as user, ${msOf('p.created_at')} as "createdMs", ${msOf('p.changed_at')} as "changedMs",
    ${msOf('p.updated_at')} as "updatedMs"`,
};

export interface QueueFacts {
  id: string;
  workspace: string | null;
  name: string;
  displayName: string | null;
  systemTags: string[];
  labels: string[];
  /** By key. */
  metadata: Record<string, { key: string; type: string | null; value: string | null }>;
  /** The first to be taken first. `addedMs` is decimal. */
  entries: { run: string; addedMs: string; formerStatus: string | null }[];
  user: string | null;
  createdMs: bigint;
  changedMs: bigint;
}

export const queues: KindTable & { columns: string } = {
  from: 'queues q',
  order: [{ expression: 'q.queue_id', type: 'uuid' }],
  withIds: (ids, bindings) => `q.queue_id = any(${bindings.bind(ids.map(uuidOfId), 'uuid[]')})`,
  chosen: (choice, bindings) =>
    neededBy(
      choice,
      bindings,
      (ids) => `q.queue_id in (select queue_id from runs where project_id = any(${ids}) and queue_id is not null
        union select e.queue_id from queue_entries e join runs using (run_id) where project_id = any(${ids}))`,
    ),
  columns: `${hexOf('q.queue_id')} as id, ${workspaceOf('q.workspace_id')} as workspace, q.name, q.display_name as "displayName",
    q.system_tags as "systemTags", q.labels, q.metadata, ${hexOf('q.user_id')} as user,
    ${msOf('q.created_at')} as "createdMs", ${msOf('q.changed_at')} as "changedMs",
    ${jsonList(
      { run: 'e.run', addedMs: 'e.added_ms', formerStatus: 'e.former_status' },
      `(select coalesce(r.external_id, ${hexOf('r.uuid')}) as run, ${msOf('e.added_at')}::text as added_ms, e.former_status
        from queue_entries e join runs r using (run_id) where e.queue_id = q.queue_id order by e.position, e.run_id) e`,
    )} as entries`,
};
