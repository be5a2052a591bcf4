import { parseExact } from '../../../../src/bridge/exact-json.ts';
import type { ModelItem } from '../../../../src/bridge/item.ts';
import type { KnownIds, Outcome } from '../../../../src/bridge/sink.ts';
import { type Fields, idIn, objectsIn } from '../items/fields.ts';
import type { ClearmlApi } from '../rest/api.ts';
import type { FileLinks } from '../rest/file-links.ts';
import { expectedModel, nameOf } from './expected.ts';
import { SOURCE_FACTS, SOURCE_FILES, SOURCE_ID, sourceFacts } from './marks.ts';

function parsed(text: string | null): Fields {
  return text === null ? {} : (parseExact(text) as Fields);
}

/** Writes models. The server gives the ids; the former ones stand in the metadata. */
export class ModelWriter {
  readonly #api: ClearmlApi;
  readonly #links: FileLinks;
  readonly #files = new Map<string, string[]>();

  constructor(api: ClearmlApi, links: FileLinks) {
    this.#api = api;
    this.#links = links;
  }

  async write(items: readonly ModelItem[], known: KnownIds): Promise<Outcome[]> {
    const outcomes: Outcome[] = [];
    for (const item of items) outcomes.push(await this.#writeOne(item, known));
    return outcomes;
  }

  /** Notes a file that was put on the files server for a model. @param path below the model's artifact root */
  addFile(id: string, path: string): void {
    this.#files.set(id, [...(this.#files.get(id) ?? []), path]);
  }

  /** A released model takes no more reports: it is released when it has all. */
  async finish(items: readonly ModelItem[], known: KnownIds): Promise<void> {
    for (const item of items) {
      const model = known.targetOf('model', item.id);
      if (model === undefined) continue;
      const files = this.#files.get(model);
      if (files) {
        const metadata = [{ key: SOURCE_FILES, type: 'json', value: JSON.stringify(files) }];
        await this.#api.call('models.add_or_update_metadata', { model, metadata });
        this.#files.delete(model);
      }
      if (item.published) await this.#api.call('models.edit', { model, ready: true });
    }
  }

  async #writeOne(source: ModelItem, known: KnownIds): Promise<Outcome> {
    const before = known.targetOf('model', source.id) ?? (await this.#adopted(source, known));
    const id = before ?? (await this.#create(source));
    const item = expectedModel(
      source,
      { ...known, targetOf: (kind, of) => (kind === 'model' && of === source.id ? id : known.targetOf(kind, of)) },
      this.#links,
    );
    await this.#api.call('models.edit', {
      model: id,
      name: item.name,
      uri: item.uri,
      comment: item.note ?? '',
      tags: item.labels,
      system_tags: [...item.systemTags, ...(item.archived ? ['archived'] : [])],
      design: parsed(item.design),
      labels: parsed(item.classes),
      ...(item.framework === null ? {} : { framework: item.framework }),
      ...(item.project === null ? {} : { project: item.project }),
      ...(item.run === null ? {} : { task: item.run }),
      ...(item.parent === null ? {} : { parent: item.parent }),
    });
    const facts = [
      { key: SOURCE_ID, type: 'str', value: source.id },
      { key: SOURCE_FACTS, type: 'json', value: sourceFacts(source) },
    ];
    const metadata = [...item.tags.map(({ key, value, type }) => ({ key, value, ...(type == null ? {} : { type }) })), ...facts];
    await this.#api.call('models.add_or_update_metadata', { model: id, metadata, replace_metadata: true });
    const isNew = known.targetOf('model', source.id) === undefined;
    return {
      state: 'written',
      targetId: id,
      isNew,
      ...(isNew && { note: `It has the id ${id} there; ${source.id} stands in its metadata.` }),
    };
  }

  /** Until all of it is there, its address says what it is made from: so it is found again after a crash. */
  async #create(source: ModelItem): Promise<string> {
    const body = { name: nameOf(source.name), uri: beginningUri(source), ready: false };
    return idIn(await this.#api.call('models.create', body, { canRepeat: false }));
  }

  async #adopted(source: ModelItem, known: KnownIds): Promise<string | undefined> {
    if (known.wasBegun?.('model', source.id) !== true) return undefined;
    for (const query of [{ uri: [beginningUri(source)] }, { [`metadata.${SOURCE_ID}.value`]: [source.id] }]) {
      const answer = await this.#api.call('models.get_all', { ...query, only_fields: ['id'], page: 0, page_size: 1 });
      const [found] = objectsIn(answer, 'models');
      if (found) return idIn(found);
    }
    return undefined;
  }
}

function beginningUri({ id }: ModelItem): string {
  return `trackbridge://begun/${encodeURIComponent(id)}`;
}
