import type { DocumentNode, FieldNode, FragmentDefinitionNode, SelectionSetNode } from 'graphql';

/** What one request may ask at most; the original's limits. */
const MAX_ROOT_FIELDS = 10;
const MAX_ALIASES = 10;
const MAX_DEPTH = 10;
const MAX_FIELDS = 1000;

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/**
 * Why a request asks too much: many questions in one, the same one under many names, or one that nests or spreads without end. A
 * fragment counts each time it is spread, and the check itself stops at the first limit.
 *
 * @returns a sentence, or undefined when it may be carried out
 * @see MLflow 3.17.2, limits of `POST /graphql`
 */
export function tooMuch({ definitions }: DocumentNode): string | undefined {
  const fragments: Fragments = new Map(
    definitions.flatMap((each) => (each.kind === 'FragmentDefinition' ? [[each.name.value, each] as const] : [])),
  );
  let roots = 0;
  let fields = 0;
  let level: SelectionSetNode[] = definitions.flatMap((each) => (each.kind === 'OperationDefinition' ? [each.selectionSet] : []));
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) return `A GraphQL request may nest ${MAX_DEPTH} levels; this one nests deeper.`;
    const next: SelectionSetNode[] = [];
    for (const selections of level) {
      const asked = fieldsOf(selections, fragments);
      if (depth === 1) roots += asked.length;
      fields += asked.length;
      const aliases = asked.filter(({ alias }) => alias !== undefined).length;
      if (roots > MAX_ROOT_FIELDS) return `A GraphQL request may have ${MAX_ROOT_FIELDS} root fields; this one has ${roots}.`;
      if (aliases > MAX_ALIASES)
        return `A GraphQL request may have ${MAX_ALIASES} aliases in one place; this one has ${aliases}.`;
      if (fields > MAX_FIELDS) return `A GraphQL request may ask ${MAX_FIELDS} fields; this one asks more.`;
      next.push(...asked.flatMap(({ selectionSet }) => selectionSet ?? []));
    }
    level = next;
  }
  return undefined;
}

/** The fields of one level, those of its fragments among them; each fragment once, so that one which spreads itself ends. */
function fieldsOf(selections: SelectionSetNode, fragments: Fragments): FieldNode[] {
  const fields: FieldNode[] = [];
  const seen = new Set<string>();
  const open = [selections];
  for (let set = open.pop(); set; set = open.pop()) {
    for (const selection of set.selections) {
      if (selection.kind === 'Field') fields.push(selection);
      else if (selection.kind === 'InlineFragment') open.push(selection.selectionSet);
      else if (!seen.has(selection.name.value)) {
        seen.add(selection.name.value);
        const fragment = fragments.get(selection.name.value);
        if (fragment) open.push(fragment.selectionSet);
      }
    }
  }
  return fields;
}
