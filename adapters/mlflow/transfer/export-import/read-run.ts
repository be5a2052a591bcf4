import type { FolderReader } from '../../../../src/artifacts/folder-reader.ts';
import type { ExactJson } from '../../../../src/bridge/exact-json.ts';
import type { DatasetUse, EntryItem, Owner, RunItem, SeriesPoints } from '../../../../src/bridge/item.ts';
import { BridgeError, show } from '../../../../src/model/errors.ts';
import { fromStoredDouble } from '../items/entries.ts';
import { toDatasetUse, toRunItem } from '../items/run.ts';
import { type Fields, fieldsOf, numberOf, textOf, textsOf } from './fields.ts';
import { jsonPieces, type Wanted } from './json-pieces.ts';
import type { ExportedRun } from './layout.ts';

/** Points in one piece of a series. */
const MOST_POINTS = 10_000;

const fileOf = ({ folder }: ExportedRun) => (folder === '' ? 'run.json' : `${folder}/run.json`);

/** Parts of a run's file without its metrics, by name. */
async function readParts(folder: FolderReader, run: ExportedRun, names: readonly string[]): Promise<Map<string, ExactJson>> {
  const parts = new Map<string, ExactJson>();
  const wanted = (path: readonly (string | number)[]): Wanted => {
    const [top, name] = path;
    if (path.length < 2) return top === undefined || top === 'mlflow' ? 'inside' : 'nothing';
    return names.includes(String(name)) ? 'whole' : 'nothing';
  };
  for await (const { path, value } of jsonPieces(await folder.read(fileOf(run)), wanted)) {
    parts.set(String(path[1]), value);
    if (parts.size === names.length) break;
  }
  return parts;
}

/** What stands first in the file of a run. @throws invalid, SyntaxError */
export async function readInfo(folder: FolderReader, run: ExportedRun): Promise<Fields> {
  const info = (await readParts(folder, run, ['info'])).get('info');
  if (info === undefined) throw new BridgeError('invalid', `The file ${show(fileOf(run))} holds no mlflow.info.`);
  return fieldsOf(info);
}

/** @throws invalid for what is no run, or another than its folder says; SyntaxError */
export async function readRun(folder: FolderReader, run: ExportedRun): Promise<RunItem> {
  const parts = await readParts(folder, run, ['info', 'params', 'tags', 'inputs']);
  const info = fieldsOf(parts.get('info') ?? null);
  const id = textOf(info, 'run_id') ?? textOf(info, 'run_uuid');
  if (!id) throw new BridgeError('invalid', `The file ${show(fileOf(run))} holds no mlflow.info.run_id.`, { field: 'run_id' });
  if (run.id !== null && run.id !== id) {
    throw new BridgeError('invalid', `The file ${show(fileOf(run))} is one of the run ${show(id)}.`, { field: 'run_id' });
  }
  return toRunItem({
    id,
    project: textOf(info, 'experiment_id'),
    name: textOf(info, 'run_name'),
    status: textOf(info, 'status') ?? '',
    isDeleted: textOf(info, 'lifecycle_stage') === 'deleted',
    archivedMs: null,
    startedMs: numberOf(info, 'start_time'),
    // the original takes an end at 0 for none
    endedMs: numberOf(info, 'end_time') || null,
    authorId: textOf(info, 'user_id'),
    artifactRoot: textOf(info, 'artifact_uri'),
    params: entriesOf(parts.get('params')),
    tags: entriesOf(parts.get('tags')),
    datasets: toUses(parts.get('inputs')),
    models: [],
  });
}

function entriesOf(value: ExactJson | undefined): EntryItem[] {
  return Object.entries(textsOf(value ?? {})).map(([key, text]) => ({ key, value: text }));
}

/** Dataset uses, which releases behind 1.2.0 write. */
function toUses(inputs: ExactJson | undefined): DatasetUse[] {
  const uses = fieldsOf(inputs ?? {})['dataset_inputs'];
  return (Array.isArray(uses) ? uses : []).map((use) => {
    const dataset = fieldsOf(fieldsOf(use)['dataset'] ?? {});
    const tags = fieldsOf(use)['tags'];
    return toDatasetUse(
      {
        name: textOf(dataset, 'name') ?? '',
        digest: textOf(dataset, 'digest') ?? '',
        sourceType: textOf(dataset, 'source_type') ?? '',
        source: textOf(dataset, 'source') ?? '',
        schema: textOf(dataset, 'schema'),
        profile: textOf(dataset, 'profile'),
      },
      (Array.isArray(tags) ? tags : []).map((tag) => ({
        key: textOf(fieldsOf(tag), 'key') ?? '',
        value: textOf(fieldsOf(tag), 'value') ?? '',
      })),
    );
  });
}

const metricsOnly = (path: readonly (string | number)[]): Wanted => {
  const [top, name] = path;
  if (path.length === 4) return 'whole';
  return (top === undefined || top === 'mlflow') && (name === undefined || name === 'metrics') ? 'inside' : 'nothing';
};

/** All points of a run, in pieces of one series each. @throws SyntaxError, invalid */
export async function* readPoints(folder: FolderReader, run: ExportedRun, owner: Owner): AsyncGenerator<SeriesPoints[]> {
  let piece: SeriesPoints | undefined;
  for await (const { path, value } of jsonPieces(await folder.read(fileOf(run)), metricsOnly)) {
    const key = String(path[2]);
    if (piece && (piece.name.key !== key || piece.steps.length === MOST_POINTS)) {
      yield [piece];
      piece = undefined;
    }
    piece ??= { owner, name: { key, first: null, second: null }, isSingle: false, steps: [], timestampsMs: [], values: [] };
    const point = fieldsOf(value);
    const number = point['value'];
    if (typeof number !== 'number' && typeof number !== 'bigint') {
      throw new BridgeError('invalid', `A value of the metric ${show(key)} is ${show(number)}, which is no number.`, {
        field: 'value',
      });
    }
    piece.steps.push(numberOf(point, 'step') ?? 0n);
    piece.timestampsMs.push(numberOf(point, 'timestamp') ?? 0n);
    piece.values.push(fromStoredDouble(Number(number)));
  }
  if (piece) yield [piece];
}
