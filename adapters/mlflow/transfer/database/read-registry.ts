import { idInWorkspace, toRegisteredModelItem, toVersionItem, toWorkspace } from '../items/registry.ts';
import { ofNone } from './chosen.ts';
import type { KindReader } from './kind.ts';
import { toEntries } from './read-projects.ts';
import { nameOf, numberOf, type Row, textOf, wholeOf } from './row.ts';
import { compares, isIn, type Tables } from './tables.ts';

/** What a version that was deleted has for its stage; its number stays used up. */
const DELETED = 'Deleted_Internal';

function workspaceOf(row: Row): string | null {
  return toWorkspace(textOf(row, 'workspace') ?? 'default');
}

function modelIdOf(row: Row): string {
  return idInWorkspace(workspaceOf(row), nameOf(row, 'name'));
}

function versionIdOf(row: Row): string {
  return `${modelIdOf(row)}/${nameOf(row, 'version')}`;
}

/** The name in an id, which may have its workspace in front. */
function namesIn(ids: readonly string[]): string[] {
  return ids.map((id) => id.slice(id.indexOf('/') + 1));
}

/** Rows that belong to registered models, or to versions, by the id of what they belong to. */
async function partsOf(
  tables: Tables,
  table: string,
  columns: readonly string[],
  rows: readonly Row[],
  idOf: (row: Row) => string,
) {
  const names = [...new Set(rows.map((row) => nameOf(row, 'name')))];
  const found = await tables.rows({ table, columns: ['workspace', 'name', ...columns], where: [isIn('name', names)] });
  const groups = Map.groupBy(found, idOf);
  return (id: string) => groups.get(id) ?? [];
}

export const registeredModels: KindReader<'registered_model'> = {
  kind: 'registered_model',
  table: 'registered_models',
  columns: ['creation_time', 'last_updated_time', 'description'],
  keys: ['workspace', 'name'],
  chosen: ofNone,
  withIds: (ids) => [isIn('name', namesIn(ids))],
  idOf: modelIdOf,
  async prepare(tables, rows) {
    const tags = await partsOf(tables, 'registered_model_tags', ['key', 'value'], rows, modelIdOf);
    const aliases = await partsOf(tables, 'registered_model_aliases', ['alias', 'version'], rows, modelIdOf);
    const versions = await partsOf(tables, 'model_versions', ['version'], rows, modelIdOf);
    return (row) => {
      const id = modelIdOf(row);
      return toRegisteredModelItem({
        workspace: workspaceOf(row),
        name: nameOf(row, 'name'),
        description: textOf(row, 'description'),
        tags: toEntries(tags(id)),
        aliases: aliases(id).map((alias) => ({ alias: nameOf(alias, 'alias'), version: numberOf(alias, 'version') })),
        lastVersion: versions(id).reduce((last, each) => {
          const version = numberOf(each, 'version');
          return version > last ? version : last;
        }, 0n),
        createdMs: wholeOf(row, 'creation_time'),
        changedMs: wholeOf(row, 'last_updated_time'),
      });
    };
  },
};

export const versions: KindReader<'version'> = {
  kind: 'version',
  table: 'model_versions',
  columns: [
    'creation_time',
    'last_updated_time',
    'description',
    'user_id',
    'current_stage',
    'source',
    'run_id',
    'status',
    'status_message',
    'run_link',
    'storage_location',
  ],
  keys: ['workspace', 'name', 'version'],
  always: [compares('current_stage', '<>', DELETED)],
  chosen: ofNone,
  withIds: (ids) => [isIn('name', namesIn(ids.map((id) => id.slice(0, id.lastIndexOf('/')))))],
  idOf: versionIdOf,
  async prepare(tables, rows) {
    const tags = await partsOf(tables, 'model_version_tags', ['key', 'value', 'version'], rows, versionIdOf);
    return (row) =>
      toVersionItem({
        workspace: workspaceOf(row),
        name: nameOf(row, 'name'),
        version: numberOf(row, 'version'),
        run: textOf(row, 'run_id') || null,
        runLink: textOf(row, 'run_link') || null,
        source: textOf(row, 'source'),
        storageLocation: textOf(row, 'storage_location'),
        stage: textOf(row, 'current_stage'),
        status: textOf(row, 'status'),
        statusMessage: textOf(row, 'status_message') || null,
        description: textOf(row, 'description'),
        tags: toEntries(tags(versionIdOf(row))),
        user: textOf(row, 'user_id'),
        createdMs: wholeOf(row, 'creation_time'),
        changedMs: wholeOf(row, 'last_updated_time'),
      });
  },
};
