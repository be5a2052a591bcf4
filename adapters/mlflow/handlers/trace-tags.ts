import type { operations } from '../../../openapi/generated/mlflow.ts';
import type { Context } from '../../../src/context.ts';
import type { Handler } from '../../../src/http/door.ts';
import { invalid, show } from '../../../src/model/errors.ts';
import * as tracing from '../../../src/tracing/traces.ts';
import { checkKey, MAX_TAG_VALUE, truncate } from '../map/limits.ts';
import { ARTIFACT_LOCATION_TAG, checkTraceName, NAME_TAG, SPANS_LOCATION_TAG } from '../map/trace-facts.ts';

const ARCHIVE_LOCATION_TAG = 'mlflow.trace.archiveLocation';
const ARCHIVAL_FAILURE_TAG = 'mlflow.trace.archivalFailure';
/** Where a trace is kept is not for clients to say; that putting it away failed may be forgotten. */
const kept: ReadonlySet<string> = new Set([SPANS_LOCATION_TAG, ARCHIVE_LOCATION_TAG, ARTIFACT_LOCATION_TAG]);

function refuse(key: string): never {
  throw invalid('key', `The tag ${show(key)} of a trace is kept by the server.`);
}

async function setTag(context: Context, id: string, { key = '', value = '' }: { key?: string; value?: string }) {
  if (kept.has(key) || key === ARCHIVAL_FAILURE_TAG) refuse(key);
  checkKey('tag', key);
  const text = truncate(value, MAX_TAG_VALUE);
  if (key === NAME_TAG) await tracing.renameTrace(context, id, checkTraceName(text));
  else await tracing.setTraceTag(context, id, { key, value: text });
  return {};
}

async function deleteTag(context: Context, id: string, key = '') {
  if (kept.has(key)) refuse(key);
  if (key === NAME_TAG) await tracing.renameTrace(context, id, null);
  else await tracing.deleteTraceTag(context, id, key);
  return {};
}

export const setTraceTagV3: Handler<operations['setTraceTagV3']> = ({ path, body }, context) =>
  setTag(context, path.trace_id, body);

export const setTraceTag: Handler<operations['setTraceTag']> = ({ path, body }, context) =>
  setTag(context, path.request_id, body);

export const deleteTraceTagV3: Handler<operations['deleteTraceTagV3']> = ({ path, body }, context) =>
  deleteTag(context, path.trace_id, body.key);

export const deleteTraceTag: Handler<operations['deleteTraceTag']> = ({ path, body }, context) =>
  deleteTag(context, path.request_id, body.key);
