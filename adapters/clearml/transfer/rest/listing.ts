import { type Fields, idIn, objectsIn, textIn } from '../items/fields.ts';
import type { ClearmlApi } from './api.ts';

/** Whole documents of one answer: a pipeline's may have a megabyte. */
const PAGE = 50;
const SMALL_PAGE = 500;

/** What a listing is asked for beside its page. */
export type Query = Readonly<Record<string, unknown>>;

/** Things that have a moment of creation one can ask for. */
type Dated = 'tasks' | 'models';
type Listed = Dated | 'projects' | 'queues' | 'users';

/**
 * Documents in the order they were created, whole. The next page is asked for by the moment the last one ended with, so that what
 * comes and goes meanwhile shifts nothing; what ends a page and begins the next comes once.
 */
export async function* pagesByCreation(api: ClearmlApi, listed: Dated, query: Query): AsyncGenerator<Fields[]> {
  const size = query['only_fields'] === undefined ? PAGE : SMALL_PAGE;
  let since: string | undefined;
  let page = 0;
  let seen = new Set<string>();
  for (;;) {
    const from = since === undefined ? {} : { created: [since, null] };
    const body = { ...query, ...from, search_hidden: true, order_by: ['created'], page, page_size: size };
    const documents = objectsIn(await api.call(`${listed}.get_all`, body), listed);
    const fresh = documents.filter((document) => !seen.has(idIn(document)));
    if (fresh.length > 0) yield fresh;
    if (documents.length < size) return;
    const last = textIn(documents.at(-1) as Fields, 'created') ?? undefined;
    page = last === since ? page + 1 : 0;
    const ids = documents.filter((document) => textIn(document, 'created') === last).map((document) => idIn(document));
    seen = new Set(last === since ? [...seen, ...ids] : ids);
    since = last;
  }
}

/** Documents of some ids; those that are not there are left out. */
export async function* pagesByIds(
  api: ClearmlApi,
  listed: Listed,
  ids: readonly string[],
  query: Query = {},
): AsyncGenerator<Fields[]> {
  const size = query['only_fields'] === undefined ? PAGE : SMALL_PAGE;
  for (let at = 0; at < ids.length; at += size) {
    const body = { ...query, id: ids.slice(at, at + size), search_hidden: true, page: 0, page_size: size };
    const documents = objectsIn(await api.call(`${listed}.${verbOf(listed)}`, body), listed);
    if (documents.length > 0) yield documents;
  }
}

/** All documents of a kind of which there are not many; each once, although the pages may shift. */
export async function* allPages(api: ClearmlApi, listed: Listed, query: Query = {}): AsyncGenerator<Fields[]> {
  const seen = new Set<string>();
  for (let page = 0; ; page += 1) {
    const body = { ...query, search_hidden: true, order_by: ['created'], page, page_size: SMALL_PAGE };
    const documents = objectsIn(await api.call(`${listed}.${verbOf(listed)}`, body), listed);
    const fresh = documents.filter((document) => !seen.has(idIn(document)));
    for (const document of fresh) seen.add(idIn(document));
    if (fresh.length > 0) yield fresh;
    if (documents.length < SMALL_PAGE) return;
  }
}

function verbOf(listed: Listed): string {
  return listed === 'users' ? 'get_all_ex' : 'get_all';
}

/** Everything that some pages hold. */
export async function gather(pages: AsyncIterable<Fields[]>): Promise<Fields[]> {
  const all: Fields[] = [];
  for await (const page of pages) all.push(...page);
  return all;
}
