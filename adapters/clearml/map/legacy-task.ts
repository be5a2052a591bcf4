import { PROPERTIES_SECTION } from '../../../src/model/names.ts';
import type { RunParts } from '../../../src/model/run-record.ts';
import { isBelow } from '../wire/endpoint.ts';

type Document = Record<string, unknown>;

/** Sections whose params old clients know by their name alone, and by their name behind a prefix. */
function legacyName(section: string, name: string): string {
  return section === 'Args' ? name : `${section}/${name}`;
}

/** Whether a client is so old that params and configuration have to stand in `execution` too. */
export function knowsNoSections(version: string | undefined): boolean {
  return version !== undefined && isBelow(version, '2.9');
}

/** Whether a client is so old that documents have to be made over for it. */
export function isLegacy(version: string | undefined): version is string {
  return version !== undefined && isBelow(version, '2.13');
}

/** A list of model links of a document. */
function links(document: Document, direction: 'input' | 'output'): Document[] {
  return (document['models'] as Record<string, Document[]> | undefined)?.[direction] ?? [];
}

/**
 * A task document as clients of an older API read it: before 2.13 with one model in and out and the container as a command,
 * before 2.9 with params and configuration in `execution`, before 2.3 with all tags in one list.
 */
export function toLegacyTask(document: Document, parts: RunParts, version: string): Document {
  const execution = { ...(document['execution'] as Document) };
  const output = { ...(document['output'] as Document) };
  const container = document['container'] as { image?: string; arguments?: string };
  if (container.image) execution['docker_cmd'] = [container.image, container.arguments].filter(Boolean).join(' ');
  const [input] = links(document, 'input');
  if (input) execution['model'] = input['model'];
  const made = links(document, 'output').at(-1);
  if (made) output['model'] = made['model'];
  if (knowsNoSections(version)) {
    const params = (parts.params ?? []).filter(({ first }) => first !== PROPERTIES_SECTION);
    execution['parameters'] = Object.fromEntries(params.map(({ first, second, value }) => [legacyName(first, second), value]));
    execution['model_desc'] = Object.fromEntries((parts.configuration ?? []).map(({ name, content }) => [name, content]));
  }
  const tags = isBelow(version, '2.3')
    ? { tags: [...(document['tags'] as string[]), ...(document['system_tags'] as string[])].sort() }
    : {};
  return { ...document, execution, output, ...tags };
}
