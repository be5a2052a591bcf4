import type { Context } from '../context.ts';
import { BridgeError } from '../model/errors.ts';
import { resolveIds } from '../store/transfer/resolve.ts';

/** What may have had another id on the server it came from. */
export type Imported = 'run' | 'model' | 'trace' | 'project';

/**
 * Reads a thing by its id and, where nothing has that id, by the one it got when it was imported, so that links to the server it came
 * from still lead somewhere. For reading alone: rights were asked for the id that was given, here they are asked for the other one.
 * @param find @throws not_found for an id that nothing has
 * @throws not_found
 */
export async function orFormer<Thing>(
  context: Context,
  kind: Imported,
  id: string,
  find: (id: string) => Promise<Thing>,
): Promise<Thing> {
  try {
    return await find(id);
  } catch (error) {
    if (!(error instanceof BridgeError && error.code === 'not_found')) throw error;
    const target = await importedAs(context, kind, id);
    if (target === undefined || target === id) throw error;
    return find(target);
  }
}

/** The id under which something was imported that the actor may read; undefined when there is none. */
export async function importedAs({ db, guard }: Context, kind: Imported, id: string): Promise<string | undefined> {
  const [latest] = await resolveIds(db, id, [kind]);
  if (!latest) return undefined;
  const permitted = await guard.permitted({ kind, ids: [latest.targetId], need: 'read' }, false);
  return permitted.has(latest.targetId) ? latest.targetId : undefined;
}
