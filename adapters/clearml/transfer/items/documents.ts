import { type ExactJson, parseExact, writeExact } from '../../../../src/bridge/exact-json.ts';
import type { DocumentItem } from '../../../../src/bridge/item.ts';
import type { Fields } from './fields.ts';

/** What every document shows of these fields where nothing was said. */
const shownAnyhow: Readonly<Record<string, Fields>> = {
  script: { binary: 'python', repository: '', entry_point: '', requirements: {} },
  execution: { test_split: 0n, parameters: {}, model_desc: {}, model_labels: {} },
};

/** Kinds of documents that are JSON objects, and fields of tasks. */
export const objectDocuments = ['script', 'execution', 'output', 'container', 'runtime'] as const;

/** A field of a task as a document, without what it shows anyhow; undefined when that is all. */
export function documentOf(kind: string, fields: Fields): DocumentItem | undefined {
  const usual = shownAnyhow[kind] ?? {};
  const said = Object.entries(fields).filter(([name, value]) => value !== null && !isSame(value, usual[name]));
  if (said.length === 0) return undefined;
  return { kind, name: '', content: writeExact(Object.fromEntries(said)), type: null, description: null };
}

function isSame(value: ExactJson, usual: ExactJson | undefined): boolean {
  return usual !== undefined && writeExact(value) === writeExact(usual);
}

/** What a document says, as an object. */
export function fieldsOf(documents: readonly DocumentItem[], kind: string): Fields {
  const document = documents.find((one) => one.kind === kind);
  if (!document) return {};
  const value = parseExact(document.content);
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}

/** Documents as they can be read over ClearML's interface, in whatever form they were kept. */
export function shownDocuments(documents: readonly DocumentItem[]): DocumentItem[] {
  return documents.flatMap((document): DocumentItem[] => {
    if ((objectDocuments as readonly string[]).includes(document.kind)) {
      const shown = documentOf(document.kind, fieldsOf([document], document.kind));
      return shown ? [shown] : [];
    }
    if (document.kind === 'report_assets' && document.content === '[]') return [];
    return [document];
  });
}
