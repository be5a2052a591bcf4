import type { ProjectItem } from '../../../../src/bridge/item.ts';
import { show } from '../../../../src/model/errors.ts';
import { fitText } from './schema.ts';
import { workspaceColumn } from './targets.ts';
import type { Writer } from './writer.ts';

/** The tag by which an experiment with another number than before is found again. */
export const SOURCE_TAG = 'trackbridge.sourceId';

/** The experiment of runs that have none. */
export const DEFAULT_ID = 0n;
const DEFAULT_NAME = 'Default';

/**
 * From here on projects without a number get theirs where others have one: a project that comes later finds its own still free.
 */
const FIRST_OF_MIXED = 1_000_000_001n;

const LARGEST = { SQLite: 2n ** 63n - 1n, Postgres: 2n ** 31n - 1n };

interface Experiment {
  name: string;
  workspace: string;
}

/** The experiments of the database: their numbers and names are unique, so both are given out here. */
export class Experiments {
  readonly #writer: Writer;
  readonly #byId = new Map<bigint, Experiment>();
  readonly #bySource = new Map<string, bigint>();
  /** Numbers that were given here. */
  readonly #given = new Set<bigint>();
  /** Whether some projects bring their number. */
  #hasNumbers = false;
  /** Projects that were placed since this was opened. */
  readonly #placed = new Map<string, bigint>();

  private constructor(writer: Writer) {
    this.#writer = writer;
  }

  static async read(writer: Writer): Promise<Experiments> {
    const experiments = new Experiments(writer);
    for (const row of await writer.rows('select experiment_id, name, workspace from experiments')) {
      experiments.#byId.set(row['experiment_id'] as bigint, { name: String(row['name']), workspace: String(row['workspace']) });
    }
    for (const row of await writer.rows('select experiment_id, value from experiment_tags where key = ?', [SOURCE_TAG])) {
      experiments.#bySource.set(String(row['value']), row['experiment_id'] as bigint);
      experiments.#given.add(row['experiment_id'] as bigint);
    }
    experiments.#hasNumbers = [...experiments.#byId.keys()].some((id) => id !== DEFAULT_ID && experiments.isOwnNumber(id));
    return experiments;
  }

  /** Told of all projects of a chunk before they are placed. */
  expect(items: readonly ProjectItem[]): void {
    this.#hasNumbers ||= items.some((item) => this.#ownNumber(item) !== undefined);
  }

  /** The number of a project: its own where the column takes it, else the next one. Its name is kept free for it. */
  place(item: ProjectItem, known: string | undefined): bigint {
    const id = known === undefined ? (this.#ownNumber(item) ?? this.#bySource.get(item.id) ?? this.#nextNumber()) : BigInt(known);
    const workspace = workspaceColumn(item.workspace);
    const name = ownName(item);
    this.#byId.set(id, { name: this.#isTaken(name, workspace, id) ? otherName(name, id) : name, workspace });
    if (String(id) !== item.experimentId) {
      this.#bySource.set(item.id, id);
      this.#given.add(id);
    }
    this.#placed.set(item.id, id);
    return id;
  }

  /** Whether an experiment of this number is there that was not given it here. */
  isOwnNumber(id: bigint): boolean {
    return this.#byId.has(id) && !this.#given.has(id);
  }

  placed(project: string): bigint | undefined {
    return this.#placed.get(project);
  }

  /** The name of a project as an experiment: its own, unless another has it. */
  nameOf(item: ProjectItem, id: bigint): string {
    const name = ownName(item);
    const other = otherName(name, id);
    return this.#byId.get(id)?.name === other ? other : name;
  }

  /** Address below which the files of an experiment lie. @see MLflow 3.17.2, addresses of proxied artifacts */
  placeOf(id: bigint): string {
    const workspace = this.#byId.get(id)?.workspace ?? 'default';
    return workspace === 'default' ? `mlflow-artifacts:/${id}` : `mlflow-artifacts:/workspaces/${workspace}/${id}`;
  }

  /** Makes the default experiment, as the server does in a new database. */
  async ensureDefault(now: bigint): Promise<void> {
    if (this.#byId.has(DEFAULT_ID)) return;
    const name = this.#isTaken(DEFAULT_NAME, 'default', DEFAULT_ID) ? otherName(DEFAULT_NAME, DEFAULT_ID) : DEFAULT_NAME;
    this.#byId.set(DEFAULT_ID, { name, workspace: 'default' });
    await this.#writer.insert({
      table: 'experiments',
      columns: ['experiment_id', 'name', 'artifact_location', 'lifecycle_stage', 'creation_time', 'last_update_time'],
      rows: [[DEFAULT_ID, name, this.placeOf(DEFAULT_ID), 'active', now, now]],
      onClash: 'keep',
    });
  }

  forget(id: bigint): void {
    this.#byId.delete(id);
  }

  #ownNumber({ experimentId }: ProjectItem): bigint | undefined {
    const number = experimentId !== null && /^\d{1,19}$/.test(experimentId) ? BigInt(experimentId) : undefined;
    return number !== undefined && number <= LARGEST[this.#writer.dialect] ? number : undefined;
  }

  #nextNumber(): bigint {
    const next = [...this.#byId.keys()].reduce((most, id) => (id > most ? id : most), 0n) + 1n;
    return this.#hasNumbers && next < FIRST_OF_MIXED ? FIRST_OF_MIXED : next;
  }

  #isTaken(name: string, workspace: string, by: bigint): boolean {
    return [...this.#byId].some(([id, other]) => id !== by && other.name === name && other.workspace === workspace);
  }
}

function ownName(item: ProjectItem): string {
  return fitText('experiments', 'name', item.name ?? item.path ?? item.id);
}

function otherName(name: string, id: bigint): string {
  return `${[...name].slice(0, 230).join('')} (${id})`;
}

/** What became of the name or number of a project; undefined when both were kept. */
export function changeNote(item: ProjectItem, id: bigint, name: string): string | undefined {
  const notes = [
    ...(item.experimentId !== null && item.experimentId !== String(id) ? [`experiment ${item.experimentId} became ${id}`] : []),
    ...(item.name !== null && item.name !== name ? [`the name ${show(item.name)} became ${show(name)}`] : []),
  ];
  return notes.join('; ') || undefined;
}
