export const knownDifferences: readonly unknown[] = [];
