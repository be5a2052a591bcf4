import type { operations } from '../../../openapi/generated/mlflow.ts';
import { type Handler, Reply } from '../../../src/http/door.ts';

/** The MLflow version whose interface is served; clients choose their calls by it. */
export const MLFLOW_VERSION = '3.17.2';

export const health: Handler<operations['health']> = async () =>
  new Reply(200, { 'content-type': 'text/plain; charset=utf-8' }, 'OK');

/** The original calls it HTML. */
export const version: Handler<operations['version']> = async () =>
  new Reply(200, { 'content-type': 'text/html; charset=utf-8' }, MLFLOW_VERSION);

/**
 * Clients ask this first: it decides whether they use workspaces and uploads in parts, and whether pages offer the gateway.
 * @param hasGateway whether a server behind answers for the gateway
 */
export function makeServerInfo(hasGateway: boolean): Handler<operations['getServerInfo']> {
  return async (_input, { blobs, workspaces }) => ({
    store_type: 'SqlStore',
    workspaces_enabled: workspaces.areOn,
    trace_archival_enabled: false,
    multipart_uploads_enabled: blobs.multipart !== undefined,
    multipart_downloads_enabled: blobs.presignDownload !== undefined,
    presigned_upload_run_id_supported: true,
    presigned_upload_model_id_supported: true,
    features_enabled: { gateway: hasGateway },
  });
}
