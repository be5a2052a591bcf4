import type { Item, ItemKind } from './item.ts';
import type { KnownIds } from './sink.ts';

/** Something an item refers to. */
interface Reference {
  kind: ItemKind;
  id: string;
  /** It cannot be written before the other is there, whatever id that gets. */
  needsOther?: boolean;
}

/** What an item refers to and what may be written after it; everything else stands before it by the order of kinds. */
function laterOnes(item: Item): Reference[] {
  switch (item.kind) {
    case 'queue':
      return item.entries.map(({ run }) => ({ kind: 'run', id: run, needsOther: true }));
    case 'run':
      return [...parentOf('run', item.parent), ...item.models.map(({ model }) => ({ kind: 'model' as const, id: model }))];
    case 'model':
      return parentOf('model', item.parent);
    default:
      return [];
  }
}

function parentOf(kind: ItemKind, id: string | null): Reference[] {
  return id === null ? [] : [{ kind, id }];
}

/** Items that refer to what was not written yet, and what is to be done about them when it is. */
export class OpenReferences {
  readonly #open = new Map<ItemKind, Map<string, Reference[]>>();

  /** Remembers what an item refers to that is not known before it is written. */
  add(item: Item, known: KnownIds): void {
    const open = laterOnes(item).filter(({ kind, id }) => known.targetOf(kind, id) === undefined);
    if (open.length === 0) return;
    const items = this.#open.get(item.kind) ?? new Map<string, Reference[]>();
    this.#open.set(item.kind, items.set(item.id, open));
  }

  has(item: Item): boolean {
    return this.#open.get(item.kind)?.has(item.id) === true;
  }

  kinds(): ItemKind[] {
    return [...this.#open.keys()];
  }

  /** All items of a kind that are open, and those of them that must be written again now that everything is known. */
  settle(kind: ItemKind, known: KnownIds): { all: string[]; again: string[] } {
    const items = [...(this.#open.get(kind) ?? [])];
    const mustWriteAgain = ({ kind: of, id, needsOther }: Reference) => {
      const target = known.targetOf(of, id);
      return target !== undefined && (needsOther === true || target !== id);
    };
    return {
      all: items.map(([id]) => id),
      again: items.filter(([, references]) => references.some(mustWriteAgain)).map(([id]) => id),
    };
  }
}
