import type { NameItem } from '../../../../src/bridge/item.ts';
import { areSameParts, type Naming } from '../../../../src/model/names.ts';

/**
 * The one key of a name. A name in two parts whose key would be read back as other parts has the place of the slash between
 * them behind it, so that no two names become one: `a/b` + `c` is `a/b/c:2`, while `a` + `b/c` is `a/b/c`.
 */
export function keyOfName(naming: Naming, { key, first, second }: NameItem): string {
  if (key !== null) return key;
  const parts = { first: first ?? '', second: second ?? '' };
  const plain = naming.keyOf(parts);
  return areSameParts(naming.partsOf(plain), parts) ? plain : `${plain}:${parts.first.split('/').length}`;
}
