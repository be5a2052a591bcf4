import type { operations } from '../../../openapi/generated/mlflow.ts';
import type { Context } from '../../../src/context.ts';
import { type Handler, Reply } from '../../../src/http/door.ts';
import { fileReply } from '../../../src/http/file-reply.ts';
import { uploadBody } from '../../../src/http/upload-body.ts';
import { toArtifactFilePath, toArtifactPath } from '../../../src/model/artifact-path.ts';
import { invalid, notFound } from '../../../src/model/errors.ts';
import type { Run } from '../../../src/model/run.ts';
import { findModelArtifact, listModelArtifacts } from '../../../src/registry/model-artifacts.ts';
import { findModel } from '../../../src/registry/models.ts';
import * as artifacts from '../../../src/tracking/artifacts.ts';
import * as runArtifacts from '../../../src/tracking/run-artifacts.ts';
import { findRun } from '../../../src/tracking/runs.ts';
import { badRequest } from '../errors.ts';
import { toFileInfo } from '../map/file-info.ts';
import { toRunId } from '../map/ids.ts';
import { toModelId } from '../map/logged-model.ts';
import { mediaTypeOf } from '../map/media-type.ts';

/** Largest file a browser may send in one piece. */
const MAX_UPLOAD_BYTES = 10 * 1024 * 1024;

/** Signed addresses: default for uploads and downloads, and the most any object store signs for. */
const UPLOAD_SECONDS = 900n;
const DOWNLOAD_SECONDS = 300n;
const MAX_SECONDS = 604_800n;

/** A request that names no run asks for one that is not there, as in the original. */
async function givenRun(context: Context, id: string | undefined): Promise<Run> {
  if (!id) throw notFound('run', '');
  return findRun(context, toRunId(id));
}

async function rootOfRun(context: Context, id: string | undefined): Promise<string> {
  return (await givenRun(context, id)).artifactRoot;
}

async function rootOfModel(context: Context, id: string): Promise<string> {
  return (await findModel(context, toModelId(id))).artifactRoot;
}

export const listRunArtifacts: Handler<operations['listRunArtifacts']> = async ({ query }, context) => {
  const path = toArtifactPath(query.path ?? '');
  const run = await givenRun(context, query.run_id || query.run_uuid);
  const entries = await runArtifacts.listRunArtifacts(context, run, path);
  return { root_uri: run.artifactRoot, files: entries.map(toFileInfo) };
};

export const getArtifact: Handler<operations['getArtifact']> = async (input, context) => {
  const { run_id, run_uuid, path } = input.query;
  const canonical = toArtifactPath(given('path', path));
  const file = await runArtifacts.findRunArtifact(context, await givenRun(context, run_id || run_uuid), canonical);
  return fileReply(file, input, mediaTypeOf(file.name));
};

export const uploadRunArtifact: Handler<operations['uploadRunArtifact']> = async ({ query, body, headers }, context) => {
  const runId = toRunId(given('run_uuid', query.run_uuid || undefined));
  const path = toArtifactFilePath(given('path', query.path || undefined));
  const length = Number(headers['content-length'] ?? Number.NaN);
  if (length > MAX_UPLOAD_BYTES)
    throw invalid('body', `The file has ${length} bytes; at most ${MAX_UPLOAD_BYTES} are taken here.`);
  if (length === 0) throw invalid('body', 'The request has no data to store.');
  const root = await rootOfRun(context, runId);
  await artifacts.writeArtifact(context, { root, path }, uploadBody(body, MAX_UPLOAD_BYTES));
  return new Reply(200, {});
};

export const createPresignedUploadUrl: Handler<operations['createPresignedUploadUrl']> = async ({ body }, context) => {
  const { run_id, model_id, expiration = UPLOAD_SECONDS } = body;
  if (!run_id === !model_id) throw invalid('run_id', 'Exactly one of run_id and model_id must be given.');
  const path = toArtifactFilePath(body.path ?? '');
  const root = await (run_id ? rootOfRun(context, run_id) : rootOfModel(context, model_id ?? ''));
  const { url, headers } = await artifacts.signUpload(context, direct({ root, path }), toSeconds(expiration));
  return { presigned_url: url, headers };
};

export const createPresignedDownloadUrl: Handler<operations['createPresignedDownloadUrl']> = async ({ body }, context) => {
  const path = toArtifactPath(body.path ?? '');
  const seconds = toSeconds(body.expiration ?? DOWNLOAD_SECONDS);
  const place = direct({ root: await rootOfRun(context, body.run_id), path });
  const { url, headers, sizeBytes } = await artifacts.signDownload(context, place, seconds);
  return { presigned_url: url, headers, file_size: BigInt(sizeBytes) };
};

export const getLoggedModelArtifact: Handler<operations['getLoggedModelArtifact']> = async (input, context) => {
  const { artifact_file_path } = input.query;
  if (!artifact_file_path) return badRequest('The query parameter artifact_file_path is missing.');
  const path = toArtifactPath(artifact_file_path);
  const model = await findModel(context, toModelId(input.path.model_id));
  const file = await findModelArtifact(context, model, path);
  return fileReply(file, input, mediaTypeOf(file.name));
};

export const listLoggedModelArtifacts: Handler<operations['listLoggedModelArtifacts']> = async (input, context) => {
  const path = toArtifactPath(input.query.artifact_directory_path ?? '');
  const model = await findModel(context, toModelId(input.path.model_id));
  const entries = await listModelArtifacts(context, model, path);
  return { root_uri: model.artifactRoot, files: entries.map(toFileInfo) };
};

/** A query parameter that must be there, though the document cannot say so. */
function given(field: string, value: string | undefined): string {
  if (value === undefined) throw invalid(field, `The query parameter ${field} is missing.`);
  return value;
}

function toSeconds(expiration: bigint): number {
  if (expiration >= 1n && expiration <= MAX_SECONDS) return Number(expiration);
  throw invalid('expiration', `expiration must be between 1 and ${MAX_SECONDS} seconds, not ${expiration}.`);
}

/** A place whose files clients reach without this server. @throws invalid for any other */
function direct(place: artifacts.ArtifactPlace): artifacts.ArtifactPlace {
  if (!artifacts.isServed(place.root)) return place;
  throw invalid(
    'artifact_uri',
    `Files below ${place.root} are served by this server itself; only those kept in an object store have signed addresses.`,
  );
}
