import type { GrantKind } from '../model/permission.ts';
import { uuidOfId } from './run-ids.ts';
import type { FindOwners } from './targets.ts';

/** What a path may belong to, the likeliest first. */
type Guess = { uuid: string } | { experimentId: bigint } | { root: string } | { projectPath: string };

const RUN_OR_MODEL = /(?:^|\.|^m-)([0-9a-f]{32})(?:\.zip)?$/;
const MAX_INT64 = 2n ** 63n - 1n;

function partsOf(path: string): string[] {
  return path.split('/').filter((part) => part !== '' && part !== '.');
}

function idsIn(parts: readonly string[]): Guess[] {
  return parts.flatMap((part) => {
    const id = RUN_OR_MODEL.exec(part)?.[1];
    return id === undefined ? [] : [{ uuid: uuidOfId(id) }];
  });
}

/** Every folder of a path, the deepest first. */
function foldersOf(parts: readonly string[]): string[] {
  return parts.map((_part, at) => parts.slice(0, parts.length - at).join('/'));
}

/**
 * Whose file a path on the files server can be: `~runs/<run>/...`, `~models/<model>.zip`, `<project>/<task name>.<task>/...`. The project
 * counts too, because the SDK deletes the files of a task after the task.
 */
function guessesOfFile(parts: readonly string[]): Guess[] {
  const [first, second = ''] = parts;
  const given: Guess[] = first === '~runs' ? [{ uuid: uuidOfId(second) }] : [];
  return [...given, ...idsIn(parts), ...foldersOf(parts).map((folder) => ({ projectPath: unquoted(folder) }))];
}

/** A name as people write it; clients quote the names of projects in paths. */
function unquoted(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * Whose file a path in the store can be: `<experiment>/<run>/artifacts/...`, `<experiment>/models/m-<model>/artifacts/...`, or one below
 * the artifact root that somebody gave an experiment. In the folder `files` the files server keeps its own.
 */
function guessesOfArtifact(parts: readonly string[]): Guess[] {
  const [first = '', ...rest] = parts[0] === 'workspaces' ? parts.slice(2) : parts;
  if (first === 'files') return guessesOfFile(rest);
  const isExperiment = /^\d{1,19}$/.test(first) && BigInt(first) <= MAX_INT64;
  return [
    ...idsIn(parts),
    ...(isExperiment ? [{ experimentId: BigInt(first) }] : []),
    ...foldersOf(parts).map((folder) => ({ root: `mlflow-artifacts:/${folder}` })),
  ];
}

interface Row {
  n: number;
  rank: number;
  workspace_id: string;
  project_id: number;
  kind: GrantKind;
}

function finder(guessesOf: (parts: readonly string[]) => Guess[]): FindOwners {
  return async (db, workspaceId, asked) => {
    const guesses = asked.flatMap((path, n) => guessesOf(partsOf(path)).map((guess, rank) => ({ n, rank, guess })));
    const { rows } = await db.query<Row>({
      name: 'file-owners',
      text: `with g as (select * from unnest($1::integer[], $2::integer[], $3::uuid[], $4::int8[], $5::text[], $6::text[])
          g (n, rank, uuid, experiment_id, root, path))
        select g.n, g.rank, p.workspace_id, p.project_id, 'run' as kind from g join runs r using (uuid)
          join projects p using (project_id)
        union all
        select g.n, g.rank, p.workspace_id, p.project_id, 'model' from g join models m on m.model_id = g.uuid
          join projects p using (project_id)
        union all
        select g.n, g.rank, p.workspace_id, p.project_id, 'project' from g join projects p using (experiment_id)
        union all
        select g.n, g.rank, p.workspace_id, p.project_id, 'project' from g join projects p on p.artifact_root = g.root
        union all
        select g.n, g.rank, p.workspace_id, p.project_id, 'project' from g
          join projects p on p.path = g.path and p.workspace_id = $7
        order by n, rank`,
      values: [
        guesses.map(({ n }) => n),
        guesses.map(({ rank }) => rank),
        guesses.map(({ guess }) => ('uuid' in guess ? guess.uuid : null)),
        guesses.map(({ guess }) => ('experimentId' in guess ? guess.experimentId : null)),
        guesses.map(({ guess }) => ('root' in guess ? guess.root : null)),
        guesses.map(({ guess }) => ('projectPath' in guess ? guess.projectPath : null)),
        workspaceId,
      ],
    });
    return likeliest(rows).map(({ n, workspace_id, project_id, kind }) => ({
      asked: asked[n] ?? '',
      workspaceId: workspace_id,
      projectId: project_id,
      registeredModelId: null,
      kind,
    }));
  };
}

/** Of each path what the first guess that hit found. */
function likeliest(rows: readonly Row[]): Row[] {
  const best = new Map<number, number>();
  for (const { n, rank } of rows) if (!best.has(n)) best.set(n, rank);
  return rows.filter(({ n, rank }) => best.get(n) === rank);
}

/**
 * Runs, models and projects to which files of the store belong, by canonical path. A path of nobody has none; one below a root that
 * several experiments share has them all.
 */
export const ownersByArtifact = finder(guessesOfArtifact);

/** The same by canonical path on the files server. */
export const ownersByFile = finder(guessesOfFile);
