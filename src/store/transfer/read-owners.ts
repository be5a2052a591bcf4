import type { Database } from '../database.ts';
import { idOfUuid, uuidOfId } from '../run-ids.ts';
import { TRACE_ROOT } from '../traces.ts';
import { scan } from './read-page.ts';

/** Whose points, console lines, plots and files are meant; an id as it is shown. */
export interface FactOwner {
  kind: 'run' | 'model' | 'trace';
  id: string;
}

/** Owners by the number under which their reports stand; models that never reported have none. */
export async function readReporters<Owner extends FactOwner>(
  db: Database,
  owners: readonly Owner[],
): Promise<Map<number, Owner>> {
  const uuids = (kind: FactOwner['kind']) => owners.filter((owner) => owner.kind === kind).map(({ id }) => uuidOfId(id));
  const { rows } = await db.query<{ kind: FactOwner['kind']; uuid: string; number: number }>({
    name: 'transfer-reporters',
    text: `select 'run' as kind, uuid, run_id as number from runs where uuid = any($1)
      union all select 'model', model_id, log_id from models where model_id = any($2) and log_id is not null`,
    values: [uuids('run'), uuids('model')],
  });
  const byPlace = new Map(owners.map((owner) => [`${owner.kind} ${uuidOfId(owner.id)}`, owner]));
  const found = rows.flatMap(({ kind, uuid, number }): [number, Owner][] => {
    const owner = byPlace.get(`${kind} ${uuid}`);
    return owner ? [[number, owner]] : [];
  });
  return new Map(found.sort(([a], [b]) => a - b));
}

/** Addresses below which files of owners lie; models that stand for a version have none of their own. */
export async function readArtifactRoots<Owner extends FactOwner>(
  db: Database,
  owners: readonly Owner[],
): Promise<Map<Owner, string>> {
  const ids = (kind: FactOwner['kind']) => owners.filter((owner) => owner.kind === kind).map(({ id }) => id);
  const { rows } = await db.query<{ kind: FactOwner['kind']; id: string; root: string }>({
    name: 'transfer-roots',
    text: `select 'run' as kind, uuid::text as id, artifact_root as root from runs where uuid = any($1)
      union all select 'model', model_id::text, artifact_root from models where model_id = any($2) and not is_of_version
      union all select 'trace', t.trace_id, ${TRACE_ROOT} from traces t join projects p using (project_id) where t.trace_id = any($3)`,
    values: [ids('run').map(uuidOfId), ids('model').map(uuidOfId), ids('trace')],
  });
  const roots = new Map(rows.map(({ kind, id, root }) => [`${kind} ${id}`, root]));
  const placeOf = ({ kind, id }: FactOwner) => `${kind} ${kind === 'trace' ? id : uuidOfId(id)}`;
  return new Map(
    owners.flatMap((owner): [Owner, string][] => {
      const root = roots.get(placeOf(owner));
      return root === undefined ? [] : [[owner, root]];
    }),
  );
}

/** Addresses of files that owners reported and this server keeps, some at a time, each once for its owner. */
export async function* scanReportedUrls<Owner extends FactOwner>(
  db: Database,
  owners: readonly Owner[],
): AsyncGenerator<{ owner: Owner; url: string }[]> {
  const reporters = await readReporters(db, owners);
  const models = new Map(owners.filter(({ kind }) => kind === 'model').map((owner) => [owner.id, owner]));
  const text = `
    select run_id as number, null::uuid as model, uri as url from run_artifacts where run_id = any($1) and uri like 'files:///%'
    union select run_id, null, url from run_plots where run_id = any($1) and url like 'files:///%'
    union select null, model_id, uri from models where model_id = any($2) and uri like 'files:///%'`;
  const values = [[...reporters.keys()], [...models.keys()].map(uuidOfId)];
  for await (const rows of scan<{ number: number | null; model: string | null; url: string }>(db, { text, values }, 500)) {
    yield rows.flatMap(({ number, model, url }) => {
      const owner = model === null ? reporters.get(number ?? 0) : models.get(idOfUuid(model, null));
      return owner ? [{ owner, url }] : [];
    });
  }
}
