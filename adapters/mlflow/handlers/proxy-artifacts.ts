import type { operations } from '../../../openapi/generated/mlflow.ts';
import type { Context } from '../../../src/context.ts';
import { type Handler, Reply } from '../../../src/http/door.ts';
import { fileReply } from '../../../src/http/file-reply.ts';
import { uploadBody } from '../../../src/http/upload-body.ts';
import { joinArtifactPath, toArtifactFilePath, toArtifactPath } from '../../../src/model/artifact-path.ts';
import { BridgeError } from '../../../src/model/errors.ts';
import * as artifacts from '../../../src/tracking/artifacts.ts';
import { findServedArtifact, listServedArtifacts } from '../../../src/tracking/served-artifacts.ts';
import { pathInWorkspace } from '../../../src/tracking/workspace-path.ts';
import { toProxyFileInfo } from '../map/file-info.ts';
import { mediaTypeOf } from '../map/media-type.ts';

/** How long a signed address for a download is valid, as the original's default. */
const DOWNLOAD_SECONDS = 300;

/** Everything the server keeps, whatever run or model it belongs to: what the clients' `mlflow-artifacts:` addresses reach. */
async function served(context: Context, path: string): Promise<artifacts.ArtifactPlace> {
  return { root: artifacts.SERVED_ROOT, path: await pathInWorkspace(context, path) };
}

/** Python clients send the file in one piece instead when the message begins with exactly this. */
const NO_PARTS = 'Multipart upload is not supported for the current artifact repository';

/** A folder and the path of a file on the client's disk, of which the name counts. @throws not_supported */
async function uploaded(context: Context, folder: string, clientPath: string | undefined): Promise<artifacts.ArtifactPlace> {
  const name = (clientPath ?? '').split(/[/\\]/).at(-1) ?? '';
  const place = await served(context, joinArtifactPath(toArtifactPath(folder), toArtifactFilePath(name)));
  if (!artifacts.takesParts(context)) throw new BridgeError('not_supported', NO_PARTS);
  return place;
}

export const listArtifacts: Handler<operations['listArtifacts']> = async ({ query }, context) => {
  const entries = await listServedArtifacts(context, await pathInWorkspace(context, toArtifactPath(query.path ?? '')));
  return { files: entries.map(toProxyFileInfo) };
};

export const downloadArtifact: Handler<operations['downloadArtifact']> = async (input, context) => {
  const file = await findServedArtifact(context, await pathInWorkspace(context, toArtifactPath(input.path.artifact_path)));
  return fileReply(file, input, mediaTypeOf(file.name));
};

export const uploadArtifact: Handler<operations['uploadArtifact']> = async ({ path, body }, context) => {
  await artifacts.writeArtifact(context, await served(context, toArtifactFilePath(path.artifact_path)), uploadBody(body));
  return new Reply(200, {});
};

export const deleteArtifact: Handler<operations['deleteArtifact']> = async ({ path }, context) => {
  await artifacts.deleteArtifact(context, await served(context, toArtifactFilePath(path.artifact_path.replace(/\/+$/, ''))));
  return {};
};

export const createMultipartUpload: Handler<operations['createMultipartUpload']> = async ({ path, body }, context) => {
  const place = await uploaded(context, path.artifact_path, body.path);
  const { uploadId, parts } = await artifacts.startPartedUpload(context, place, Number(body.num_parts ?? 0));
  return {
    upload_id: uploadId,
    credentials: parts.map(({ url, partNumber, headers }) => ({ url, part_number: BigInt(partNumber), headers })),
  };
};

export const completeMultipartUpload: Handler<operations['completeMultipartUpload']> = async ({ path, body }, context) => {
  const parts = (body.parts ?? []).map(({ part_number = 0n, etag = '' }) => ({ partNumber: Number(part_number), etag }));
  await artifacts.completePartedUpload(
    context,
    await uploaded(context, path.artifact_path, body.path),
    body.upload_id ?? '',
    parts,
  );
  return {};
};

export const abortMultipartUpload: Handler<operations['abortMultipartUpload']> = async ({ path, body }, context) => {
  await artifacts.abortPartedUpload(context, await uploaded(context, path.artifact_path, body.path), body.upload_id ?? '');
  return {};
};

export const getPresignedDownloadUrl: Handler<operations['getPresignedDownloadUrl']> = async ({ path }, context) => {
  const place = await served(context, toArtifactPath(path.artifact_path));
  const { url, headers, sizeBytes } = await artifacts.signDownload(context, place, DOWNLOAD_SECONDS);
  return { url, headers, file_size: BigInt(sizeBytes) };
};
