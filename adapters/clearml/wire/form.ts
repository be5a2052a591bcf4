/**
 * Lays the fields of a query string or form over a message: repeated names and `name[]` make lists, dots make objects, and
 * numbers, `true` and `false` are read, except where the schema asks for texts.
 * @param schema the body's, in the compact form of the operation table
 */
export function mergeForm(message: Record<string, unknown>, text: string, schema: unknown): void {
  const given = new URLSearchParams(text);
  for (const key of new Set(given.keys())) {
    const name = key.endsWith('[]') ? key.slice(0, -2) : key;
    const parts = name.split('.');
    // a name that is no field but a part of every object
    if (parts.some((part) => part === '__proto__')) continue;
    const texts = given.getAll(key);
    const wanted = parts.length === 1 ? fieldOf(schema, name) : undefined;
    const isList = texts.length > 1 || name !== key || (typeof wanted === 'object' && 'items' in wanted);
    const item = typeof wanted === 'object' && 'items' in wanted ? wanted['items'] : wanted;
    const values = item === 'string' ? texts : texts.map(readValue);
    put(message, parts, isList ? values : values[0]);
  }
}

function fieldOf(schema: unknown, name: string): string | Record<string, unknown> | undefined {
  if (typeof schema !== 'object' || schema === null || !('fields' in schema)) return undefined;
  return (schema.fields as Record<string, string | Record<string, unknown>>)[name];
}

function put(message: Record<string, unknown>, parts: readonly string[], value: unknown): void {
  let place = message;
  for (const part of parts.slice(0, -1)) {
    const inner = Object.hasOwn(place, part) ? place[part] : undefined;
    const next = typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? (inner as Record<string, unknown>) : {};
    place[part] = next;
    place = next;
  }
  place[parts.at(-1) as string] = value;
}

function readValue(text: string): unknown {
  if (/^(true|false)$/i.test(text)) return text.toLowerCase() === 'true';
  return /^[+-]?\d{1,15}(\.\d{1,15})?$/.test(text) ? Number(text) : text;
}
