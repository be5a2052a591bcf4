import { invalid } from '../../../src/model/errors.ts';
import { writePlainJson } from '../wire/plain-json.ts';
import { isFields, type JsonFields, objectOf, objectsOf, optional, refuseDeep, textOf, truthOf } from './json-fields.ts';
import { checkLength } from './limits.ts';
import { toIcons } from './mcp-icon.ts';

const MAX_TOOLS = 1000;
const MAX_DEPTH = 200;

/** JSON of a document, as it is kept. @throws invalid for one that is nested too deeply to be written again */
function keep(field: string, document: unknown): string {
  refuseDeep(field, document, MAX_DEPTH);
  return writePlainJson(document);
}

/** Icons of a server, as they are kept. @throws invalid */
export function keepIcons(icons: readonly JsonFields[]): string {
  return keep('icons', toIcons(icons, 'icons'));
}

const toolTexts = ['title', 'description'] as const;
const toolObjects = ['inputSchema', 'outputSchema', 'annotations', 'execution'] as const;

/** A tool with the fields a tool has; others are left out. @throws invalid */
function toTool(tool: JsonFields, at: string): JsonFields {
  const kept: Record<string, unknown> = { name: textOf(tool, 'name', at) };
  for (const name of toolTexts) kept[name] = optional(tool, name, at, textOf);
  for (const name of toolObjects) kept[name] = optional(tool, name, at, objectOf);
  const icons = optional(tool, 'icons', at, objectsOf);
  kept['icons'] = icons && toIcons(icons, `${at}.icons`);
  return kept;
}

/** Tools of a version, as they are kept. @throws invalid for more than 1000, and for one that is none */
export function keepTools(tools: readonly JsonFields[]): string {
  if (tools.length > MAX_TOOLS)
    throw invalid('tools', `The field tools has ${tools.length} items; at most ${MAX_TOOLS} are allowed.`);
  return keep(
    'tools',
    tools.map((tool, index) => toTool(tool, `tools[${index}]`)),
  );
}

/** Ways to connect, by name, as they are kept. @throws invalid */
export function keepConnectOptions(options: JsonFields): string {
  const at = 'connect_options';
  const kept = Object.keys(options).map((name): [string, object] => {
    return [name, { hidden: optional(objectOf(options, name, at), 'hidden', `${at}.${name}`, truthOf) ?? false }];
  });
  return keep(at, Object.fromEntries(kept));
}

function checkPackage(one: JsonFields, at: string): void {
  textOf(one, 'registryType', at);
  textOf(one, 'identifier', at);
  if (one['transport'] === undefined) throw invalid(`${at}.transport`, `The field ${at}.transport is required.`);
  optional(one, 'registryBaseUrl', at, textOf);
  optional(one, 'version', at, textOf);
  for (const [index, variable] of (optional(one, 'environmentVariables', at, objectsOf) ?? []).entries()) {
    const place = `${at}.environmentVariables[${index}]`;
    textOf(variable, 'name', place);
    optional(variable, 'description', place, textOf);
    optional(variable, 'isRequired', place, truthOf);
    optional(variable, 'isSecret', place, truthOf);
  }
}

/** @throws invalid where a field that is known is of another type than it should be */
function checkServerJson(document: JsonFields, at: string): void {
  for (const name of ['title', 'description', 'websiteUrl']) optional(document, name, at, textOf);
  for (const [index, one] of (optional(document, 'packages', at, objectsOf) ?? []).entries()) {
    checkPackage(one, `${at}.packages[${index}]`);
  }
  for (const [index, remote] of (optional(document, 'remotes', at, objectsOf) ?? []).entries()) {
    for (const name of ['type', 'url']) optional(remote, name, `${at}.remotes[${index}]`, textOf);
  }
  const repository = optional(document, 'repository', at, objectOf);
  if (repository) {
    for (const name of ['url', 'source']) textOf(repository, name, `${at}.repository`);
    for (const name of ['id', 'subfolder']) optional(repository, name, `${at}.repository`, textOf);
  }
  optional(document, '_meta', at, objectOf);
}

/** What a maker published of a version, by itself or in the envelope that registries put it into. */
function unwrap(document: JsonFields): JsonFields {
  const { server } = document;
  const isWrapped = isFields(server) && server['name'] !== undefined && server['version'] !== undefined;
  return isWrapped && (document['name'] === undefined || document['version'] === undefined) ? server : document;
}

/**
 * The description of a version, with the name and the number in it. Fields that nobody knows are kept.
 * @throws invalid
 * @see MLflow 3.17.2, the registry's server.json
 */
export function keepServerJson(given: JsonFields): { serverName: string; version: string; serverJson: string } {
  const at = 'server_json';
  const document = unwrap(given);
  const serverName = textOf(document, 'name', at);
  const version = textOf(document, 'version', at);
  checkServerJson(document, at);
  checkLength(`${at}.version`, version, 128);
  const icons = optional(document, 'icons', at, objectsOf);
  const kept = icons ? { ...document, icons: toIcons(icons, `${at}.icons`) } : document;
  return { serverName, version, serverJson: keep(at, kept) };
}
