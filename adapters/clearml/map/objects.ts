/** The fields of an object that have a value. */
export function present(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined));
}

/** A map of maps from items in order. */
export function nested(
  items: readonly (readonly [outer: string, inner: string, value: unknown])[],
): Record<string, Record<string, unknown>> {
  const outer = new Map<string, [string, unknown][]>();
  for (const [name, inner, value] of items) {
    const entries = outer.get(name) ?? [];
    entries.push([inner, value]);
    outer.set(name, entries);
  }
  return Object.fromEntries([...outer].map(([name, entries]) => [name, Object.fromEntries(entries)]));
}
