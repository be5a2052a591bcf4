import type { Context } from '../context.ts';
import { invalid, show } from '../model/errors.ts';
import { type ResolvedId, resolveIds } from '../store/transfer/resolve.ts';
import { type ItemKind, itemKinds } from './item.ts';

/** What an id of another server became here, by import, the latest first. @throws invalid for a kind of nothing */
export async function resolveId({ db }: Context, id: string, kind: string | undefined): Promise<ResolvedId[]> {
  return resolveIds(db, id, kind === undefined ? itemKinds : [toKind(kind)]);
}

function toKind(text: string): ItemKind {
  const kind = itemKinds.find((one) => one === text);
  if (kind) return kind;
  throw invalid('kind', `The kind ${show(text)} is none of ${itemKinds.join(', ')}.`);
}
