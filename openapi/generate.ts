/**
 * Makes `openapi/generated/` from the documents beside it: `<door>.ts` with the types and `<door>.operations.ts` with the
 * table the kernel binds routes from. A document may have parts, `<door>/*.yaml`, whose paths and schemas are added to it.
 * `--check` writes nothing and fails when a file is stale.
 */
import { execFileSync } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';
import { parse } from 'yaml';

const documents = ['mlflow', 'clearml', 'files', 'links', 'bridge'];
const folder = new URL('.', import.meta.url);
const check = process.argv.includes('--check');
const bigintType = ts.factory.createKeywordTypeNode(ts.SyntaxKind.BigIntKeyword);
/** Bodies that are no message: handed over as they come, bytes or text. */
const rawBodies = [
  ['application/octet-stream', 'stream'],
  ['application/json-lines', 'text'],
] as const;
const streamType = ts.factory.createTypeReferenceNode('Readable');

interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  minimum?: number;
  enum?: string[];
  items?: Schema;
  properties?: Record<string, Schema>;
  additionalProperties?: boolean | Schema;
  'x-numbers'?: Record<string, number>;
}

interface OperationObject {
  operationId: string;
  tags: string[];
  parameters?: { name: string; in: string; schema: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  'x-right'?: string;
  'x-on'?: string | (string | Record<string, string>)[];
  'x-needs'?: string;
  'x-twin'?: boolean;
  'x-methods'?: string[];
  'x-required'?: string[];
  'x-since'?: string;
}

/** What the reader of a door needs of a schema, by name; references stay names. */
function compact(schema: Schema): unknown {
  if (schema.$ref) return schema.$ref.split('/').at(-1);
  if (Array.isArray(schema.type)) return { nullable: compact({ ...schema, type: schema.type[0] }) };
  if (schema.enum) return { enum: schema['x-numbers'] ?? Object.fromEntries(schema.enum.map((name, index) => [name, index])) };
  if (schema.type === 'array') return { items: compact(schema.items ?? {}) };
  if (schema.type === 'object') {
    if (!schema.properties) {
      const values = schema.additionalProperties;
      return typeof values === 'object' ? { values: compact(values) } : 'object';
    }
    return { fields: Object.fromEntries(Object.entries(schema.properties).map(([name, field]) => [name, compact(field)])) };
  }
  if (schema.format === 'int64' || schema.format === 'int32' || schema.format === 'double') return schema.format;
  return schema.minimum === undefined ? (schema.type ?? 'any') : { least: schema.minimum };
}

interface Document {
  paths: Record<string, Record<string, OperationObject>>;
  components?: { schemas?: Record<string, Schema> };
}

/** A document with its parts. @throws for a path or schema that two of them have */
async function readDocument(name: string): Promise<Document> {
  const document: Document = parse(await readFile(new URL(`${name}.yaml`, folder), 'utf8'));
  const schemas: Record<string, Schema> = { ...document.components?.schemas };
  const parts = await readdir(new URL(`${name}/`, folder)).catch(() => []);
  for (const file of parts.sort()) {
    const part: Document = parse(await readFile(new URL(`${name}/${file}`, folder), 'utf8'));
    add(document.paths, part.paths, file);
    add(schemas, part.components?.schemas ?? {}, file);
  }
  return { ...document, components: { ...document.components, schemas } };
}

function add<T>(whole: Record<string, T>, part: Record<string, T>, file: string): void {
  for (const [name, entry] of Object.entries(part)) {
    if (Object.hasOwn(whole, name)) throw new Error(`${file}: ${name} stands in another part too`);
    whole[name] = entry;
  }
}

/** What an operation touches, as the table has it: `[{kind: 'run', at: 'run_id'}]`, with its own need where one is said; or a word. */
function touched(on: OperationObject['x-on']): unknown {
  if (!Array.isArray(on)) return on ?? null;
  return on.flatMap((target) => {
    if (typeof target === 'string') return { kind: target, at: '' };
    return Object.entries(target).map(([kind, place]) => {
      const [at = '', needs] = place.split(' ');
      return { kind, at, ...(needs === undefined ? {} : { needs }) };
    });
  });
}

function operationTable(document: Document): string {
  const operations: unknown[] = [];
  const messages: Record<string, unknown> = {};
  const want = (schema: Schema | undefined) => {
    if (!schema) return;
    if (schema.$ref) {
      const name = schema.$ref.split('/').at(-1) as string;
      if (name in messages) return;
      const target = document.components?.schemas?.[name] ?? {};
      messages[name] = compact(target);
      want(target);
    }
    want(schema.items);
    for (const field of Object.values(schema.properties ?? {})) want(field);
    if (typeof schema.additionalProperties === 'object') want(schema.additionalProperties);
  };
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      const content = operation.requestBody?.content ?? {};
      const json = content['application/json']?.schema;
      for (const parameter of operation.parameters ?? []) want(parameter.schema);
      want(json);
      operations.push({
        id: operation.operationId,
        family: operation.tags[0],
        path,
        methods: operation['x-methods'] ?? [method],
        twin: operation['x-twin'] ?? false,
        right: operation['x-right'] ?? null,
        on: touched(operation['x-on']),
        needs: operation['x-needs'],
        since: operation['x-since'],
        required: operation['x-required'] ?? [],
        path_fields: (operation.parameters ?? []).filter((p) => p.in === 'path').map((p) => p.name),
        query: Object.fromEntries(
          (operation.parameters ?? []).filter((p) => p.in === 'query').map((p) => [p.name, compact(p.schema)]),
        ),
        body: json ? compact(json) : (rawBodies.find(([type]) => content[type])?.[1] ?? null),
      });
    }
  }
  return `/** Made by \`npm run gen\`; never edited. */\nexport const operationTable = ${JSON.stringify({ operations, messages }, null, 1)};\n`;
}

/**
 * The generated text as biome formats it, so that the committed text and the made text agree. Biome is told not to look into the
 * folder, because the types there are more than it can follow; under another path it formats them.
 */
function format(name: string, text: string): string {
  const path = name.replace('generated/', '');
  return execFileSync('biome', ['format', `--stdin-file-path=${path}`], { input: text, encoding: 'utf8', maxBuffer: 1 << 28 });
}

let stale = false;
for (const name of documents) {
  const document = await readDocument(name);
  const types = await openapiTS(document as never, {
    alphabetize: false,
    transform(schema) {
      if (schema.format === 'int64') return bigintType;
      if (schema.format === 'binary') return streamType;
      return undefined;
    },
  });
  const outputs = {
    [`generated/${name}.ts`]: `/** Made by \`npm run gen\`; never edited. */\nimport type { Readable } from 'node:stream';\n\n${astToString(types)}`,
    [`generated/${name}.operations.ts`]: operationTable(document),
  };
  for (const [file, made] of Object.entries(outputs)) {
    const url = new URL(file, folder);
    const text = format(file, made);
    const current = await readFile(url, 'utf8').catch(() => '');
    if (current === text) continue;
    stale = true;
    if (check) console.error(`stale: openapi/${file} (run npm run gen)`);
    else await writeFile(url, text);
  }
}
if (check && stale) process.exit(1);
