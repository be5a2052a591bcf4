const plain: Readonly<Record<string, string>> = { '%%': '%', '%2e': '.', '%24': '$', '%_': '_' };

/** A name that users gave, as it stands in a path: what means something else there is escaped. */
export function unescapeName(text: string): string {
  return text.replace(/%%|%2E|%24|%_/gi, (found) => plain[found.toLowerCase()] ?? found);
}
