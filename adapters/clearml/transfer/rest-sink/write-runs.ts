import { parseExact } from '../../../../src/bridge/exact-json.ts';
import type { ReportedArtifact, RunItem } from '../../../../src/bridge/item.ts';
import type { KnownIds, Outcome } from '../../../../src/bridge/sink.ts';
import { fieldsOf, shownDocuments } from '../items/documents.ts';
import { type Fields, idIn, objectIn, objectsIn, textIn } from '../items/fields.ts';
import type { ClearmlApi } from '../rest/api.ts';
import type { FileLinks } from '../rest/file-links.ts';
import { gather, pagesByIds } from '../rest/listing.ts';
import { expectedRun, isSet, statusOf } from './expected.ts';
import { folderOf, SOURCE_FACTS, SOURCE_ID, sourceFacts } from './marks.ts';

function toArtifact({ key, mode, type, uri, sha256, sizeBytes, recordedMs, preview }: ReportedArtifact): Fields {
  const said = preview === null ? {} : (parseExact(preview) as Fields);
  return present({
    key,
    mode,
    type: type ?? 'custom',
    uri,
    hash: sha256,
    content_size: sizeBytes,
    timestamp: recordedMs === null ? null : recordedMs / 1000n,
    ...said,
  });
}

function present(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined));
}

/** Items by section and name, or by name. */
function hyperparams({ params, tags }: RunItem): Fields {
  const sections: Record<string, Fields> = {};
  const put = (section: string, name: string, item: { value: string; type?: string | null; description?: string | null }) => {
    const { value, type = null, description = null } = item;
    const own = (sections[section] ??= {});
    own[name] = present({ section, name, value, type, description });
  };
  for (const { first, second, ...param } of params) put(first ?? '', second ?? '', param);
  for (const { key, ...tag } of tags) put('properties', key, tag);
  return sections;
}

function configuration({ documents }: RunItem): Fields {
  const entries = documents.filter(({ kind }) => kind === 'configuration');
  return Object.fromEntries(
    entries.map(({ name, content, type, description }) => [name, present({ name, value: content, type, description })]),
  );
}

/** What requests say of a task. @param item as it is to read on the server */
function taskFields(item: RunItem, source: RunItem, artifacts: readonly Fields[]): Fields {
  const { documents } = item;
  const { destination, ...output } = fieldsOf(documents, 'output');
  const links = (direction: 'input' | 'output') =>
    item.models.filter((link) => link.direction === direction).map(({ name, model }) => ({ name, model }));
  return present({
    name: item.name,
    type: item.type,
    tags: item.labels,
    system_tags: [...item.systemTags, ...(item.archived ? ['archived'] : [])],
    comment: item.note ?? '',
    parent: item.parent,
    project: item.project,
    output_dest: destination ?? null,
    ...(Object.keys(output).length > 0 ? { output } : {}),
    script: present({
      binary: 'python',
      repository: item.repository ?? '',
      branch: item.branch,
      version_num: item.commit,
      entry_point: item.entryPoint ?? '',
      working_dir: item.workingFolder,
      requirements: {},
      ...fieldsOf(documents, 'script'),
    }),
    execution: present({
      ...fieldsOf(documents, 'execution'),
      queue: item.queue,
      artifacts: [...item.artifacts.map(toArtifact), ...artifacts],
    }),
    hyperparams: hyperparams(item),
    configuration: configuration(item),
    container: fieldsOf(documents, 'container'),
    models: { input: links('input'), output: links('output') },
    runtime: { ...fieldsOf(documents, 'runtime'), [SOURCE_ID]: source.id, [SOURCE_FACTS]: sourceFacts(source) },
  });
}

/** Writes runs as tasks. The server gives the ids; the former ones stand in `runtime`. */
export class TaskWriter {
  readonly #api: ClearmlApi;
  readonly #links: FileLinks;
  /** Artifacts for files below artifact roots, which are told when all are there. */
  readonly #files = new Map<string, Fields[]>();

  constructor(api: ClearmlApi, links: FileLinks) {
    this.#api = api;
    this.#links = links;
  }

  async write(items: readonly RunItem[], known: KnownIds): Promise<Outcome[]> {
    const there = await this.#artifactsThere(items.flatMap(({ id }) => known.targetOf('run', id) ?? []));
    const outcomes: Outcome[] = [];
    for (const item of items) outcomes.push(await this.#writeOne(item, known, there));
    return outcomes;
  }

  /** Notes a file that was put on the files server for a run. @param path below the run's artifact root */
  addFile(id: string, path: string, sizeBytes: number): void {
    const artifact: Fields = {
      key: path,
      mode: 'output',
      type: 'custom',
      uri: this.#links.urlOf(`${folderOf(id)}/${path}`),
      content_size: BigInt(sizeBytes),
    };
    this.#files.set(id, [...(this.#files.get(id) ?? []), artifact]);
  }

  /** Tells of files, and ends tasks that ended. Nothing is reported afterwards. */
  async finish(items: readonly RunItem[], known: KnownIds): Promise<void> {
    for (const item of items) {
      const id = known.targetOf('run', item.id);
      if (id === undefined) continue;
      await this.#tellFiles(id);
      await this.#setStatus(id, item);
    }
  }

  async #writeOne(source: RunItem, known: KnownIds, there: ReadonlyMap<string, Fields[]>): Promise<Outcome> {
    const item = expectedRun(source, known, this.#links);
    const before = known.targetOf('run', source.id) ?? (await this.#adopted(source, known));
    const fields = taskFields(item, source, (before && there.get(before)) || []);
    if (before !== undefined) {
      await this.#api.call('tasks.edit', { task: before, force: true, ...fields });
      await this.#writeReport(before, item);
      return { state: 'written', targetId: before, isNew: known.targetOf('run', source.id) === undefined };
    }
    const id = idIn(await this.#api.call('tasks.create', fields, { canRepeat: false }));
    // a server may take less of it with the creation than with a change
    await this.#api.call('tasks.edit', { task: id, force: true, ...fields });
    await this.#writeReport(id, item);
    return {
      state: 'written',
      targetId: id,
      isNew: true,
      note: `It has the id ${id} there; ${source.id} stands in its runtime.`,
    };
  }

  async #writeReport(id: string, { documents, name, note, labels }: RunItem): Promise<void> {
    const report = shownDocuments(documents).find(({ kind }) => kind === 'report');
    if (report)
      await this.#api.call('reports.update', { task: id, name, comment: note ?? '', tags: labels, report: report.content });
  }

  /** A task that an earlier run of the transfer made without coming to know its id. */
  async #adopted({ id }: RunItem, known: KnownIds): Promise<string | undefined> {
    if (known.wasBegun?.('run', id) !== true) return undefined;
    const query = { [`runtime.${SOURCE_ID}`]: id, search_hidden: true, only_fields: ['id'], page: 0, page_size: 1 };
    const [found] = objectsIn(await this.#api.call('tasks.get_all', query), 'tasks');
    return found && idIn(found);
  }

  /** Artifacts for files below artifact roots that were told before, by task. */
  async #artifactsThere(ids: readonly string[]): Promise<Map<string, Fields[]>> {
    const tasks = await gather(pagesByIds(this.#api, 'tasks', ids, { only_fields: ['id', 'execution.artifacts'] }));
    return new Map(
      tasks.map((task) => {
        const id = idIn(task);
        const folder = this.#links.urlOf(folderOf(id));
        const artifacts = objectsIn(objectIn(task, 'execution'), 'artifacts');
        return [id, artifacts.filter((artifact) => textIn(artifact, 'uri')?.startsWith(`${folder}/`) === true)];
      }),
    );
  }

  async #tellFiles(id: string): Promise<void> {
    const artifacts = this.#files.get(id);
    if (!artifacts) return;
    const there = (await gather(pagesByIds(this.#api, 'tasks', [id], { only_fields: ['id', 'execution.artifacts'] })))[0];
    const keys = new Set(artifacts.map(({ key }) => key));
    const others = objectsIn(objectIn(there ?? {}, 'execution'), 'artifacts').filter(({ key }) => !keys.has(key ?? ''));
    await this.#api.call('tasks.edit', { task: id, force: true, execution: { artifacts: [...others, ...artifacts] } });
    this.#files.delete(id);
  }

  async #setStatus(task: string, item: RunItem): Promise<void> {
    if (!isSet(item.status)) return;
    const status = statusOf(item.status);
    const why = { task, force: true, status_reason: item.statusReason ?? '', status_message: item.statusMessage ?? '' };
    if (item.startedMs !== null || status === 'in_progress') await this.#api.call('tasks.started', why);
    if (status === 'published') {
      await this.#api.call('tasks.completed', why);
      await this.#api.call('tasks.publish', { ...why, publish_model: false });
    } else if (status === 'closed') {
      await this.#api.call('tasks.stopped', why);
      await this.#api.call('tasks.close', why);
    } else if (status !== 'in_progress') await this.#api.call(`tasks.${status}`, why);
  }
}
