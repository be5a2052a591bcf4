import { Readable } from 'node:stream';
import type { operations } from '../../../openapi/generated/clearml.ts';
import type { Context } from '../../../src/context.ts';
import { type Handler, Reply } from '../../../src/http/door.ts';
import { wrongField } from '../errors.ts';
import { MAX_PAGE } from '../filter/find.ts';
import { type Column, documentLine, headLine, readPrepared, writePrepared } from '../map/table.ts';
import { modelsGetAllEx } from './models-read.ts';
import { tasksGetAllEx } from './tasks-read.ts';
import { maxDownloadItems } from './users.ts';

type Download = Handler<operations['organization.download_for_get_all']>;
type Documents = readonly Record<string, unknown>[];

/** One page of the listing that is downloaded, and where it goes on. */
async function readPage(
  input: Omit<Parameters<Download>[0], 'body'>,
  context: Context,
  { entity_type, ...query }: Record<string, unknown>,
): Promise<{ documents: Documents; next: string | undefined }> {
  const list = entity_type === 'model' ? modelsGetAllEx : tasksGetAllEx;
  const answer = (await list({ ...input, body: query as never }, context)) as {
    tasks?: Documents;
    models?: Documents;
    scroll_id?: string;
  };
  return { documents: answer.tasks ?? answer.models ?? [], next: answer.scroll_id };
}

/** The lines of a table, page by page. */
async function* readLines(
  input: Omit<Parameters<Download>[0], 'body'>,
  context: Context,
  { field_mappings, ...query }: Record<string, unknown>,
): AsyncGenerator<string> {
  const columns = field_mappings as readonly Column[];
  yield headLine(columns);
  let scroll: string | null = null;
  for (let left = Number(maxDownloadItems); left > 0; ) {
    context.signal.throwIfAborted();
    const size = Math.min(MAX_PAGE, left);
    const page: Awaited<ReturnType<typeof readPage>> = await readPage(input, context, { ...query, scroll_id: scroll, size });
    yield page.documents.map((document) => documentLine(document, columns)).join('');
    if (page.documents.length < size || page.next === undefined) return;
    scroll = page.next;
    left -= page.documents.length;
  }
}

/** Checks a listing that is to be downloaded as a table. */
export const organizationPrepareDownloadForGetAll: Handler<operations['organization.prepare_download_for_get_all']> = async (
  { body, ...input },
  context,
) => {
  if (body.field_mappings.length === 0) throw wrongField('field_mappings', 'A table has one column at least.');
  const { page: _page, page_size: _size, start: _start, ...query }: Record<string, unknown> = body;
  // what is wrong with the query is told now, while there is somebody to tell
  await readPage(input, context, { ...query, scroll_id: null, size: 1 });
  return { prepare_id: writePrepared(query) };
};

/** The table: one line a task or model, in the order of the query. */
export const organizationDownloadForGetAll: Download = async ({ body, ...input }, context) => {
  const query = readPrepared(body.prepare_id);
  if (!Array.isArray(query['field_mappings'])) throw wrongField('prepare_id', 'It names no columns.');
  const name = query['entity_type'] === 'model' ? 'models' : 'tasks';
  return new Reply(
    200,
    { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="${name}.csv"` },
    Readable.from(readLines(input, context, query)),
  );
};
