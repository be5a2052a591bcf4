import type { GrantKind } from '../model/permission.ts';
import { uuidOfId } from './run-ids.ts';
import type { FindOwners } from './targets.ts';

/** What a path may belong to, the likeliest first. */
type Guess = { uuid: string } | { experimentId: bigint } | { root: string };

const RUN_OR_MODEL = /(?:^|\.|^m-)([0-9a-f]{32})(?:\.zip)?$/;
const MAX_INT64 = 2n ** 63n - 1n;

/**
 * Whose file a path can be, by the ways in which files get their paths: `<experiment>/<run>/artifacts/...`,
 * `<experiment>/models/m-<model>/artifacts/...`, `~runs/<run>/...`, `<project>/<task name>.<task>/...`, and below the artifact root
 * that somebody gave an experiment.
 */
function guessesOf(path: string): Guess[] {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  const inWorkspace = parts[0] === 'workspaces' ? parts.slice(2) : parts;
  const [first = '', second = ''] = inWorkspace;
  const guesses: Guess[] = first === '~runs' ? [{ uuid: uuidOfId(second) }] : [];
  for (const part of parts) {
    const id = RUN_OR_MODEL.exec(part)?.[1];
    if (id !== undefined) guesses.push({ uuid: uuidOfId(id) });
  }
  if (/^\d{1,19}$/.test(first) && BigInt(first) <= MAX_INT64) guesses.push({ experimentId: BigInt(first) });
  for (let length = parts.length; length > 0; length -= 1) {
    guesses.push({ root: `mlflow-artifacts:/${parts.slice(0, length).join('/')}` });
  }
  return guesses;
}

interface Row {
  n: number;
  rank: number;
  workspace_id: string;
  project_id: number;
  kind: GrantKind;
}

/**
 * Runs, models and projects to which files belong, by canonical path in the store or on the files server. A path of nobody has none;
 * one below a root that several experiments share has them all.
 */
export const ownersByFile: FindOwners = async (db, _workspaceId, asked) => {
  const guesses = asked.flatMap((path, n) => guessesOf(path).map((guess, rank) => ({ n, rank, guess })));
  const { rows } = await db.query<Row>({
    name: 'file owners',
    text: `with g as (select * from unnest($1::integer[], $2::integer[], $3::uuid[], $4::int8[], $5::text[])
        g (n, rank, uuid, experiment_id, root))
      select g.n, g.rank, p.workspace_id, p.project_id, 'run' as kind from g join runs r using (uuid) join projects p using (project_id)
      union all
      select g.n, g.rank, p.workspace_id, p.project_id, 'model' from g join models m on m.model_id = g.uuid
        join projects p using (project_id)
      union all
      select g.n, g.rank, p.workspace_id, p.project_id, 'project' from g join projects p using (experiment_id)
      union all
      select g.n, g.rank, p.workspace_id, p.project_id, 'project' from g join projects p on p.artifact_root = g.root
      order by n, rank`,
    values: [
      guesses.map(({ n }) => n),
      guesses.map(({ rank }) => rank),
      guesses.map(({ guess }) => ('uuid' in guess ? guess.uuid : null)),
      guesses.map(({ guess }) => ('experimentId' in guess ? guess.experimentId : null)),
      guesses.map(({ guess }) => ('root' in guess ? guess.root : null)),
    ],
  });
  const best = new Map<number, number>();
  for (const { n, rank } of rows) if (!best.has(n)) best.set(n, rank);
  return rows
    .filter(({ n, rank }) => best.get(n) === rank)
    .map(({ n, workspace_id, project_id, kind }) => ({
      asked: asked[n] ?? '',
      workspaceId: workspace_id,
      projectId: project_id,
      registeredModelId: null,
      kind,
    }));
};
