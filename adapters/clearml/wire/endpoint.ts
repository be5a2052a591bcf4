import { operationTable } from '../../../openapi/generated/clearml.operations.ts';
import type { OperationSpec, Route } from '../../../src/http/door.ts';
import { ApiError } from '../errors.ts';
import { apiVersion } from '../map/version.ts';

/** A path as `/v2.23/tasks.create`, the version left out or not, below `/api` or not, with slashes around or not. */
const ENDPOINT = /^\/*(?:api\/+)?(?:v([^/]+)\/+)?([a-z_]+\.[a-z0-9_]+)\/*$/;
const VERSION = /^(\d{1,4})\.(\d{1,4})$/;

const operations: ReadonlyMap<string, OperationSpec> = new Map(
  operationTable.operations.map((operation) => [operation.id, operation]),
);

/** What the path of a call names. */
export interface Endpoint {
  /** `service.action`; empty when the path has none. */
  name: string;
  version: string;
  operation: OperationSpec | undefined;
}

/** Reads a path without judging it. Undefined for a path that is not of this protocol. */
export function readEndpoint(path: string): Endpoint | undefined {
  const match = ENDPOINT.exec(path);
  if (!match) return undefined;
  const [, version = apiVersion, name = ''] = match;
  return { name, version, operation: operations.get(name) };
}

/**
 * The operation that a path leads to.
 * @throws ApiError 400/2 for a version that is not two numbers, 404/0 for an endpoint this version does not have
 */
export function route(path: string): Route | undefined {
  const endpoint = readEndpoint(path);
  if (!endpoint) return undefined;
  const { name, version, operation } = endpoint;
  if (!VERSION.test(version)) throw new ApiError(400, 2, undefined, { path });
  if (!operation || isBelow(version, operation.since ?? '1.0')) {
    throw new ApiError(404, 0, `for name ${name} and version ${version}`);
  }
  return { operationId: operation.id, version };
}

/** Whether a version is older than another. @param version two numbers with a point */
export function isBelow(version: string, other: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [otherMajor = 0, otherMinor = 0] = other.split('.').map(Number);
  return major < otherMajor || (major === otherMajor && minor < otherMinor);
}
