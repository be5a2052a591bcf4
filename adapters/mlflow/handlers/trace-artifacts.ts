import { Readable } from 'node:stream';
import type { operations } from '../../../openapi/generated/mlflow.ts';
import type { Handler } from '../../../src/http/door.ts';
import { fileReply } from '../../../src/http/file-reply.ts';
import { invalid, show } from '../../../src/model/errors.ts';
import { getTraceInfo, getTraceWithSpans } from '../../../src/tracing/traces.ts';
import { findArtifact } from '../../../src/tracking/artifacts.ts';
import { badRequest } from '../errors.ts';
import { mediaTypeOf } from '../map/media-type.ts';

/** The file 2.x and 3.x clients keep the spans of a trace in. */
const SPANS_FILE = 'traces.json';
const ATTACHMENT = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

async function* writeSpans(spans: AsyncIterable<string>): AsyncGenerator<string> {
  let isFirst = true;
  for await (const content of spans) {
    yield `${isFirst ? '{"spans":[' : ','}${content}`;
    isFirst = false;
  }
  yield isFirst ? '{"spans":[]}' : ']}';
}

/**
 * The spans of a trace as a file, made of those kept here or the one its maker keeps among the artifacts; with `path` a file
 * attached to it.
 */
export const getTraceArtifact: Handler<operations['getTraceArtifact']> = async (input, context) => {
  const { request_id, path } = input.query;
  if (!request_id) return badRequest('The query parameter request_id is missing.');
  if (path) {
    if (!ATTACHMENT.test(path)) throw invalid('path', `The path ${show(path)} of an attachment must be a UUID in lower case.`);
    const { trace } = await getTraceInfo(context, request_id);
    const file = await findArtifact(context, { root: trace.artifactRoot, path: `attachments/${path}` });
    return fileReply(file, input, mediaTypeOf(path));
  }
  const found = await getTraceWithSpans(context, request_id);
  if (found) {
    const make = async () => Readable.from(writeSpans(found.spans), { objectMode: false });
    return fileReply({ name: SPANS_FILE, make }, input, mediaTypeOf(SPANS_FILE));
  }
  const { trace } = await getTraceInfo(context, request_id);
  return fileReply(await findArtifact(context, { root: trace.artifactRoot, path: SPANS_FILE }), input, mediaTypeOf(SPANS_FILE));
};
