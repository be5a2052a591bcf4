import type { EntryItem } from '../../../../src/bridge/item.ts';

/** Tags parted into labels, which have no value, and the others; MLflow's own tags are never labels. */
export function splitLabels(tags: readonly EntryItem[]): { labels: string[]; tags: EntryItem[] } {
  const isLabel = ({ key, value }: EntryItem) => value === '' && !key.startsWith('mlflow.');
  return { labels: tags.filter(isLabel).map(({ key }) => key), tags: tags.filter((tag) => !isLabel(tag)) };
}

const LARGEST = 1.7976931348623157e308;

/** A number as it was logged: MLflow's stores have no infinity and keep the largest double for it. */
export function fromStoredDouble(value: number): number {
  return Math.abs(value) === LARGEST ? Math.sign(value) * Infinity : value;
}
