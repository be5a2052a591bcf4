import { neededBy } from './read-choice.ts';
import { hexOf, jsonList, type KindTable, msOf } from './read-page.ts';
import { idInWorkspace, workspaceOf } from './read-people.ts';
import { RUN_ID } from './read-runs.ts';

/** Registered models of which a version was made in one of some projects. @param ids an expression */
function madeIn(ids: string): string {
  return `r.registered_model_id in (
    select v.registered_model_id from model_versions v left join models m using (model_id)
    where m.project_id = any(${ids}) or v.run in (select ${RUN_ID} from runs r where r.project_id = any(${ids})))`;
}

export interface RegisteredModelFacts {
  id: string;
  workspace: string | null;
  name: string;
  description: string | null;
  isPrompt: boolean;
  tags: { key: string; value: string }[];
  aliases: { alias: string; version: number }[];
  lastVersion: number;
  user: string | null;
  createdMs: bigint;
  changedMs: bigint;
  givenName: string | null;
}

const ID = idInWorkspace('r');

export const registeredModels: KindTable & { columns: string } = {
  from: 'registered_models r',
  order: [{ expression: 'r.registered_model_id', type: 'int4' }],
  withIds: (ids, bindings) => `${ID} = any(${bindings.bind(ids, 'text[]')})`,
  chosen: (choice, bindings) => neededBy(choice, bindings, madeIn),
  columns: `${ID} as id, ${workspaceOf('r.workspace_id')} as workspace, r.name, r.description, r.is_prompt as "isPrompt",
    ${jsonList(
      { key: 't.key', value: 't.value' },
      'registered_model_tags t where t.registered_model_id = r.registered_model_id',
    )} as tags,
    ${jsonList(
      { alias: 'a.alias', version: 'a.version' },
      'registered_model_aliases a where a.registered_model_id = r.registered_model_id',
    )} as aliases,
    r.last_version as "lastVersion", ${hexOf('r.user_id')} as user, ${msOf('r.created_at')} as "createdMs",
    ${msOf('r.changed_at')} as "changedMs", r.given_name as "givenName"`,
};

export interface VersionFacts {
  id: string;
  registeredModel: string;
  version: number;
  model: string | null;
  run: string | null;
  runLink: string | null;
  source: string | null;
  storageLocation: string | null;
  stage: string;
  status: 'pending' | 'failed' | 'ready';
  statusMessage: string | null;
  description: string | null;
  tags: { key: string; value: string }[];
  user: string | null;
  createdMs: bigint;
  changedMs: bigint;
}

/** Versions that were deleted only keep their number, which is in `lastVersion`. */
export const versions: KindTable & { columns: string } = {
  from: 'model_versions v join registered_models r using (registered_model_id)',
  order: [
    { expression: 'v.registered_model_id', type: 'int4' },
    { expression: 'v.version', type: 'int4' },
  ],
  withIds: (ids, bindings) => {
    const names = bindings.bind([...new Set(ids.map((id) => id.slice(0, id.lastIndexOf('/'))))], 'text[]');
    return `v.deleted_at is null and ${ID} || '/' || v.version = any(${bindings.bind(ids, 'text[]')}) and v.registered_model_id = any(
      array(select r.registered_model_id from registered_models r where ${ID} = any(${names})))`;
  },
  chosen: (choice, bindings) => ['v.deleted_at is null', ...neededBy(choice, bindings, madeIn)],
  columns: `${ID} || '/' || v.version as id, ${ID} as "registeredModel", v.version, ${hexOf('v.model_id')} as model, v.run,
    v.run_link as "runLink", v.source, v.storage_location as "storageLocation", v.stage, v.status,
    v.status_message as "statusMessage", v.description,
    ${jsonList(
      { key: 't.key', value: 't.value' },
      'model_version_tags t where t.registered_model_id = v.registered_model_id and t.version = v.version',
    )} as tags,
    ${hexOf('v.user_id')} as user, ${msOf('v.created_at')} as "createdMs", ${msOf('v.changed_at')} as "changedMs"`,
};
