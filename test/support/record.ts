import { pino } from 'pino';
import { openBaseContext, ownContext } from '../../src/app/base-context.ts';
import { readConfig } from '../../src/app/config.ts';
import type { ItemKind, ItemOf } from '../../src/bridge/item.ts';
import type { Selection, Source } from '../../src/bridge/source.ts';
import type { Context } from '../../src/context.ts';
import type { TestApp } from './app.ts';
import { allOf, nothingUnreadable } from './sides.ts';

/** What commands have of the record of an application that runs. */
export async function recordContext({ db, artifacts }: Pick<TestApp, 'db' | 'artifacts'>): Promise<Context> {
  const config = readConfig({ artifactsDestination: artifacts }, {});
  return ownContext(await openBaseContext(config, db, pino({ level: 'silent' })));
}

/** All items of a kind that a selection names. */
export function itemsOf<Kind extends ItemKind>(source: Source, kind: Kind, selection: Selection = {}): Promise<ItemOf<Kind>[]> {
  return allOf(source.items(kind, { selection }, nothingUnreadable));
}

/** The item of an id. @throws Error when there is none */
export async function itemOf<Kind extends ItemKind>(source: Source, kind: Kind, id: string): Promise<ItemOf<Kind>> {
  const [item] = await allOf(source.items(kind, { ids: [id] }, nothingUnreadable));
  if (!item) throw new Error(`The ${kind} ${id} is not there.`);
  return item;
}
