import type { Readable } from 'node:stream';
import { openBlobStore } from '../../../src/artifacts/open-blob-store.ts';
import {
  type ConsoleLines,
  type FileFacts,
  type Item,
  type ItemKind,
  type ItemOf,
  itemKinds,
  type OwnerKind,
  type PlotItem,
  type ProjectItem,
  type RunItem,
  type SeriesPoints,
} from '../../../src/bridge/item.ts';
import type { OpenSink, SideWorld } from '../../../src/bridge/side.ts';
import type { KnownIds, Outcome, Sink, Survival } from '../../../src/bridge/sink.ts';
import type { SideFacts, Source } from '../../../src/bridge/source.ts';
import { BridgeError } from '../../../src/model/errors.ts';
import type { Cell } from './database/row.ts';
import { changeNote, Experiments } from './database-sink/experiments.ts';
import { type ItemRows, type KindWriter, keptRows, type NewRow } from './database-sink/kind-writer.ts';
import { kindWriters } from './database-sink/kind-writers.ts';
import { openWriter, prepareDatabase } from './database-sink/open-writer.ts';
import { tableOf } from './database-sink/schema.ts';
import { expectedFile, SinkFiles } from './database-sink/sink-files.ts';
import { SinkReader } from './database-sink/sink-reader.ts';
import { survivalOf } from './database-sink/survival.ts';
import { Targets } from './database-sink/targets.ts';
import { expectedPoints, writePoints } from './database-sink/write-points.ts';
import type { Writer } from './database-sink/writer.ts';
import { openMlflowDatabase, optionsOf, withoutLogin } from './database-source.ts';

const owners: ReadonlySet<ItemKind> = new Set<OwnerKind>(['run', 'model', 'trace']);

/** What MLflow notes of an evaluation dataset whenever records come. */
const PROFILES = `update evaluation_datasets set profile = '{"num_records": ' || records.count || '}'
  from (select dataset_id, count(*) as count from evaluation_dataset_records group by dataset_id) as records
  where records.dataset_id = evaluation_datasets.dataset_id`;

interface SinkParts {
  facts: SideFacts;
  address: string;
  world: SideWorld;
  writer: Writer;
  experiments: Experiments;
  files: SinkFiles | undefined;
}

/** A new database that `mlflow server` 3.17.2 opens as its own. */
class DatabaseSink implements Sink {
  readonly facts: SideFacts;
  readonly kinds: readonly ItemKind[] = itemKinds.filter((kind) => kind in kindWriters);
  /** With its login. */
  readonly #address: string;
  readonly #world: SideWorld;
  readonly #writer: Writer;
  readonly #experiments: Experiments;
  readonly #files: SinkFiles | undefined;

  constructor({ facts, address, world, writer, experiments, files }: SinkParts) {
    this.facts = facts;
    this.#address = address;
    this.#world = world;
    this.#writer = writer;
    this.#experiments = experiments;
    this.#files = files;
  }

  survival(source: SideFacts): readonly Survival[] {
    return survivalOf(source, this.#files !== undefined);
  }

  async write<Kind extends ItemKind>(kind: Kind, items: readonly ItemOf<Kind>[], known: KnownIds): Promise<Outcome[]> {
    const writer = writerOf(kind);
    const targets = this.#targets(known);
    await this.#place(items, known);
    try {
      const rows = items.map((item) => ({ id: writer.targetId(item, targets), rows: writer.rows(item, targets) }));
      await this.#writer.transaction(() => this.#replace(writer, rows));
      return rows.map(({ id }, at) => this.#outcome(items[at] as Item, id, known));
    } catch (error) {
      // one broken item must not take the others with it
      if (items.length === 1) return [{ state: 'rejected', reason: reasonOf(error) }];
      const outcomes: Outcome[] = [];
      for (const item of items) outcomes.push(...(await this.write(kind, [item], known)));
      return outcomes;
    }
  }

  async writePoints(pieces: readonly SeriesPoints[]): Promise<void> {
    await writePoints(this.#writer, pieces);
  }

  async writeLines(lines: ConsoleLines, from: number): Promise<void> {
    if (lines.owner.kind === 'run') await this.#files?.addLines(lines, from);
  }

  async writePlots(plots: readonly PlotItem[]): Promise<void> {
    for (const plot of plots) await this.#files?.writePlot(plot);
  }

  async writeFile(file: FileFacts, content: Readable): Promise<void> {
    if (this.#files) await this.#files.write(file, content);
    else content.resume();
  }

  async finish<Kind extends ItemKind>(kind: Kind, items: readonly ItemOf<Kind>[], known: KnownIds): Promise<void> {
    if (kind !== 'run' || !this.#files) return;
    const targets = this.#targets(known);
    for (const item of items as readonly RunItem[]) await this.#files.finishRun(targets.idOf('run', item.id), item);
  }

  expected<Kind extends ItemKind>(item: ItemOf<Kind>, known: KnownIds): ItemOf<Kind> {
    return writerOf(item.kind as Kind).expected(item, this.#targets(known));
  }

  expectedPoints(piece: SeriesPoints): SeriesPoints | undefined {
    return expectedPoints(piece);
  }

  /** The console is a file here. */
  expectedLines(): undefined {}

  /** Plots are files here. */
  expectedPlot(): undefined {}

  expectedFile(file: FileFacts): FileFacts | undefined {
    return this.#files && expectedFile(file);
  }

  async reader(): Promise<Source> {
    await this.flush();
    return new SinkReader(await openMlflowDatabase(this.#address, this.#world), this.#files !== undefined);
  }

  async remove(kind: ItemKind, targetIds: readonly string[]): Promise<(string | null)[]> {
    const writer = writerOf(kind);
    const outcomes: (string | null)[] = [];
    for (const id of targetIds) {
      if (owners.has(kind)) await this.#files?.remove({ kind: kind as OwnerKind, id });
      try {
        await this.#writer.transaction(() => this.#clear([...writer.parts, ...writer.rest], [id]));
        if (kind === 'project') this.#experiments.forget(BigInt(id));
        outcomes.push(null);
      } catch (error) {
        outcomes.push(reasonOf(error));
      }
    }
    await this.#writer.run('delete from input_tags where input_uuid not in (select input_uuid from inputs)');
    return outcomes;
  }

  async flush(): Promise<void> {
    await this.#writer.flush();
  }

  async complete(): Promise<void> {
    await this.#experiments.ensureDefault(BigInt(Date.now()));
    if (this.#writer.dialect === 'Postgres') {
      await this.#writer.run(
        "select setval('experiments_experiment_id_seq', greatest((select max(experiment_id) from experiments), 1))",
      );
    }
    await this.#writer.run(PROFILES);
    await this.flush();
  }

  async close(): Promise<void> {
    await this.#files?.close();
    await this.#writer.close();
  }

  #targets(known: KnownIds): Targets {
    return new Targets(this.#writer.dialect, known, this.#experiments, this.#files !== undefined);
  }

  /** Numbers and names of experiments are given out before anything refers to them. */
  async #place(items: readonly Item[], known: KnownIds): Promise<void> {
    const projects = items.filter((item) => item.kind === 'project');
    this.#experiments.expect(projects);
    for (const item of projects) this.#experiments.place(item, known.targetOf('project', item.id));
    const needsDefault = items.some((item) => (item.kind === 'run' || item.kind === 'model') && item.project === null);
    if (needsDefault) await this.#experiments.ensureDefault(BigInt(Date.now()));
  }

  #outcome(item: Item, targetId: string, known: KnownIds): Outcome {
    // nothing but this transfer writes to the database: what it does not know yet is new
    const isNew = known.targetOf(item.kind, item.id) === undefined;
    const note = item.kind === 'project' ? this.#changeOf(item, BigInt(targetId)) : undefined;
    return { state: 'written', targetId, isNew, ...(note === undefined ? {} : { note }) };
  }

  #changeOf(item: ProjectItem, id: bigint): string | undefined {
    return changeNote(item, id, this.#experiments.nameOf(item, id));
  }

  /** Writes rows of items; what belonged to them before goes. */
  async #replace<Kind extends ItemKind>(
    writer: KindWriter<Kind>,
    items: readonly { id: string; rows: ItemRows }[],
  ): Promise<void> {
    await this.#clear(
      writer.parts,
      items.map(({ id }) => id),
    );
    const names = [...new Set(items.flatMap(({ rows }) => Object.keys(rows)))];
    for (const name of names) {
      await this.#insert(
        name,
        items.flatMap(({ rows }) => rows[name] ?? []),
      );
    }
  }

  async #clear(parts: KindWriter<ItemKind>['parts'], ids: readonly string[]): Promise<void> {
    for (const { table, columns, of } of parts) await this.#writer.delete(table, columns, ids.map(of));
  }

  async #insert(name: string, rows: readonly NewRow[]): Promise<void> {
    const [first] = rows;
    if (!first) return;
    const table = keptRows[name] ?? name;
    const columns = Object.keys(first);
    const values = rows.map((row) => columns.map((column) => row[column] ?? null));
    const onClash = name in keptRows ? 'keep' : 'change';
    await this.#writer.insert({ table, columns, rows: distinct(table, columns, values), onClash });
  }
}

/** Rows with distinct keys, of equal ones the last. */
function distinct(table: string, columns: readonly string[], rows: readonly Cell[][]): Cell[][] {
  const at = tableOf(table).key.map((column) => columns.indexOf(column));
  return [...new Map(rows.map((row) => [at.map((index) => String(row[index])).join('\u0001'), row])).values()];
}

function writerOf<Kind extends ItemKind>(kind: Kind): KindWriter<Kind> {
  const writer = (kindWriters as Readonly<Record<string, unknown>>)[kind];
  if (!writer) throw new BridgeError('not_supported', `A database of MLflow holds no ${kind}.`);
  return writer as KindWriter<Kind>;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/**
 * Makes a new database of MLflow 3.17.2: `sqlite:///new.db?artifacts=DIR`, `postgresql://.../empty?artifacts=DIR`. The option
 * `artifacts` is the `--artifacts-destination` of the server that will open it: a folder or `s3://bucket/prefix`. Without it
 * no files are moved.
 * @throws already_exists for a database that holds something a transfer did not write
 */
export const openMlflowDatabaseSink: OpenSink = async (address, world) => {
  const artifacts = optionsOf(address).get('artifacts');
  const shown = withoutLogin(address);
  const writer = await openWriter(address, world);
  try {
    await prepareDatabase(writer, shown);
    const store =
      artifacts === null ? undefined : await openBlobStore(artifacts, { endpoint: process.env['AWS_ENDPOINT_URL_S3'] });
    const facts: SideFacts = {
      address: shown,
      tool: 'mlflow',
      description: `new ${writer.dialect} database of MLflow 3.17.2`,
      identity: writer.identity,
    };
    const experiments = await Experiments.read(writer);
    const files = store && new SinkFiles(store, writer, world.scratch);
    return new DatabaseSink({ facts, address, world, writer, experiments, files });
  } catch (error) {
    await writer.close();
    throw error;
  }
};
