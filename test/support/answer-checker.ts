import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import type { OperationSpec } from '../../src/http/door.ts';
import { projectRoot } from './project.ts';

interface Described {
  operationId?: string;
  responses?: Record<string, { content?: Record<string, { schema?: object }> }>;
}

/**
 * Makes the check that the kernel runs on every answer in tests: it must be what the OpenAPI documents say, or the
 * request fails. Answers of operations whose document names no JSON answer pass.
 */
export function makeAnswerChecker(): (operation: OperationSpec, answer: unknown) => void {
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
  // a document of which any part may be asked for is a plain map to the compiler; here its fields are checked
  ajv.addKeyword({ keyword: 'x-shape', macro: (name: string) => ({ $ref: `clearml#/components/schemas/${name}` }) });
  const validators = new Map<string, ValidateFunction>();
  for (const name of ['mlflow', 'clearml', 'files', 'bridge']) {
    const document = readDocument(name);
    ajv.addSchema(document, name);
    for (const [path, methods] of Object.entries(document.paths)) {
      for (const [method, { operationId, responses }] of Object.entries(methods)) {
        if (!operationId || !responses?.['200']?.content?.['application/json']?.schema) continue;
        const pointer = ['paths', path, method, 'responses', '200', 'content', 'application/json', 'schema'];
        const validate = ajv.getSchema(
          `${name}#/${pointer.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')}`,
        );
        // two documents may name operations alike
        if (validate) validators.set(`${operationId} ${path}`, validate);
      }
    }
  }
  return ({ id, path }, answer) => {
    const validate = validators.get(`${id} ${path}`);
    if (!validate) return;
    assert.ok(validate(asJson(answer)), `${id} answers what its document does not say: ${ajv.errorsText(validate.errors)}`);
  };
}

interface Document {
  paths: Record<string, Record<string, Described>>;
  components?: { schemas?: Record<string, object> };
}

/** A document with its parts, as the generator reads it. */
function readDocument(name: string): Document {
  const files = [`${name}.yaml`, ...globSync(`${name}/*.yaml`, { cwd: join(projectRoot, 'openapi') }).sort()];
  const parts = files.map((file) => parse(readFileSync(join(projectRoot, 'openapi', file), 'utf8')) as Document);
  return {
    ...parts[0],
    paths: Object.assign({}, ...parts.map(({ paths }) => paths)),
    components: { schemas: Object.assign({}, ...parts.map(({ components }) => components?.schemas)) },
  };
}

/** The answer as a schema sees it: 64-bit integers and numbers that are not finite count as numbers, unset fields as absent. */
function asJson(answer: unknown): unknown {
  const text = JSON.stringify(answer, (_key, value: unknown) => {
    if (typeof value === 'bigint') return Number(value);
    return typeof value === 'number' && !Number.isFinite(value) ? 0 : value;
  });
  return text === undefined ? undefined : JSON.parse(text);
}
