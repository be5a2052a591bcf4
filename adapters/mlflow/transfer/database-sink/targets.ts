import { createHash } from 'node:crypto';
import type { ItemKind, ProjectItem } from '../../../../src/bridge/item.ts';
import type { KnownIds } from '../../../../src/bridge/sink.ts';
import { BridgeError, show } from '../../../../src/model/errors.ts';
import type { DialectName } from './ddl.ts';
import type { Experiments } from './experiments.ts';

/** Longest ids that the columns of MLflow take. */
const longest: Partial<Record<ItemKind, number>> = { run: 32, model: 36, trace: 50, issue: 36, scorer: 36 };

/** 32 lower hex that are the same for the same texts. */
export function derivedId(...texts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(texts)).digest('hex').slice(0, 32);
}

/** The workspace as MLflow's tables have it. */
export function workspaceColumn(workspace: string | null | undefined): string {
  return workspace ?? 'default';
}

/** A name of something in a workspace, without the workspace that ids of sources with workspaces have in front. */
export function nameIn(workspace: string | null | undefined, id: string): string {
  return workspace && id.startsWith(`${workspace}/`) ? id.slice(workspace.length + 1) : id;
}

/** What items become in the database: ids, places, references. Ids of experiments apart, all follow from the source's own. */
export class Targets {
  readonly dialect: DialectName;
  readonly #known: KnownIds;
  readonly #experiments: Experiments;
  /** False: files stay where they are, and so do their addresses. */
  readonly movesFiles: boolean;

  constructor(dialect: DialectName, known: KnownIds, experiments: Experiments, movesFiles: boolean) {
    this.dialect = dialect;
    this.#known = known;
    this.#experiments = experiments;
    this.movesFiles = movesFiles;
  }

  /** Whether an item was written. */
  has(kind: ItemKind, sourceId: string): boolean {
    return this.#known.targetOf(kind, sourceId) !== undefined;
  }

  /** Whether an experiment of this number is there that had it before. */
  isOwnNumber(experiment: bigint): boolean {
    return this.#experiments.isOwnNumber(experiment);
  }

  /** The id of something by the one it has in the source; a model's begins `m-`, one that is too long becomes a hash. */
  idOf(kind: ItemKind, sourceId: string): string {
    const known = this.#known.targetOf(kind, sourceId);
    if (known !== undefined) return known;
    const id = kind === 'model' && /^[0-9a-f]{32}$/.test(sourceId) ? `m-${sourceId}` : sourceId;
    if (id.length <= (longest[kind] ?? Number.POSITIVE_INFINITY)) return id;
    return kind === 'model' ? `m-${derivedId(id)}` : derivedId(id);
  }

  referTo(kind: ItemKind, sourceId: string | null): string | null {
    return sourceId === null ? null : this.idOf(kind, sourceId);
  }

  /** The same for a column that takes only what is there. */
  referToThere(kind: ItemKind, sourceId: string | null): string | null {
    return sourceId !== null && this.has(kind, sourceId) ? this.idOf(kind, sourceId) : null;
  }

  /** The experiment of a project; of none it is the default one. @throws invalid when it was not written */
  experiment(project: string | null): bigint {
    if (project === null) return 0n;
    const known = this.#known.targetOf('project', project) ?? this.#experiments.placed(project);
    if (known !== undefined) return BigInt(known);
    throw new BridgeError('invalid', `Its project ${show(project)} was not written.`, { field: 'project' });
  }

  experimentName(item: ProjectItem, experiment: bigint): string {
    return this.#experiments.nameOf(item, experiment);
  }

  /** Where files lie: below the place of an experiment, or where they lay before. */
  root(experiment: bigint, below: string, former: string | null, most: number): string {
    const stays = !this.movesFiles && former !== null && former.length <= most;
    return stays ? former : `${this.#experiments.placeOf(experiment)}${below}`;
  }
}
