/**
 * Names in their two forms. MLflow knows one key; ClearML knows two parts: section and name of a param, title and variant of a
 * series. Which key stands for which parts is decided here, by pure functions, so that no name is lost and no two are merged:
 * a row holds its key and, where the parts are not those derived from the key, its parts too. Both are unique in their run.
 */

/** Section and name of a param, or title and variant of a series. */
export interface Parts {
  /** Section of a param, title of a series. */
  first: string;
  /** Name of a param, variant of a series. */
  second: string;
}

/** How the two forms of a kind of name follow from each other. `partsOf(k)` always leads back: `keyOf(partsOf(k)) === k`. */
export interface Naming {
  keyOf(parts: Parts): string;
  partsOf(key: string): Parts;
}

/** The section of params that has no prefix in MLflow. */
export const GENERAL_SECTION = 'General';
/** The section that holds a run's properties, which are no params. */
export const PROPERTIES_SECTION = 'properties';

/** Splits at the first slash. Undefined when there is none or one side would be empty. */
function splitKey(key: string): Parts | undefined {
  const slash = key.indexOf('/');
  return slash < 1 || slash === key.length - 1 ? undefined : { first: key.slice(0, slash), second: key.slice(slash + 1) };
}

/** `lr` is General/lr and the other way round, `Args/lr` is Args/lr; a key that begins `properties/` stays in General. */
export const paramNaming: Naming = {
  keyOf: ({ first, second }) => (first === GENERAL_SECTION ? second : `${first}/${second}`),
  partsOf: (key) => {
    const parts = splitKey(key);
    const isOwn = parts && parts.first !== GENERAL_SECTION && parts.first !== PROPERTIES_SECTION;
    return isOwn ? parts : { first: GENERAL_SECTION, second: key };
  },
};

/** `train/loss` is train + loss; a key without a slash is title and variant at once. */
export const seriesNaming: Naming = {
  keyOf: ({ first, second }) => (first === second ? first : `${first}/${second}`),
  partsOf: (key) => {
    const parts = splitKey(key);
    return parts && parts.first !== parts.second ? parts : { first: key, second: key };
  },
};

/** A name as a row holds it. */
export interface StoredName {
  key: string;
  /** Null while they are those derived from the key. */
  parts: Parts | null;
}

/** The parts of a stored name. */
export function shownParts(naming: Naming, { key, parts }: StoredName): Parts {
  return parts ?? naming.partsOf(key);
}

export function areSameParts(a: Parts, b: Parts): boolean {
  return a.first === b.first && a.second === b.second;
}

/** What is taken in a run already. */
export interface TakenNames {
  hasKey(key: string): boolean;
  hasParts(parts: Parts): boolean;
}

/** The parts as a row holds them beside a key. */
function storedParts(naming: Naming, key: string, parts: Parts): Parts | null {
  return areSameParts(naming.partsOf(key), parts) ? null : parts;
}

/**
 * The stored form of a name written as parts, which no row of the run has yet. Where its key is taken, the key alone is
 * escaped: `:2`, `:3`, ... is put behind it.
 */
export function nameOfParts(naming: Naming, parts: Parts, taken: TakenNames): StoredName {
  const plain = naming.keyOf(parts);
  let key = plain;
  for (let count = 2; taken.hasKey(key); count += 1) key = `${plain}:${count}`;
  return { key, parts: storedParts(naming, key, parts) };
}

/**
 * The stored form of a name written as a key, which no row of the run has yet. Where its parts are taken, the second part
 * alone is escaped in the same way.
 */
export function nameOfKey(naming: Naming, key: string, taken: TakenNames): StoredName {
  const plain = naming.partsOf(key);
  let parts = plain;
  for (let count = 2; taken.hasParts(parts); count += 1) parts = { ...plain, second: `${plain.second}:${count}` };
  return { key, parts: storedParts(naming, key, parts) };
}
