import type { operations } from '../../../openapi/generated/bridge.ts';
import type { Handler } from '../../http/door.ts';
import { fileReply } from '../../http/file-reply.ts';
import { toArtifactPath } from '../../model/artifact-path.ts';
import { findRunArtifact, listRunArtifacts } from '../../tracking/run-artifacts.ts';
import { findRun } from '../../tracking/runs.ts';

/** What lies directly in a folder of a run's artifacts; nothing when there is no such folder. */
export const listRunFiles: Handler<operations['listRunFiles']> = async ({ path, query }, context) => {
  const run = await findRun(context, path.run_id);
  const entries = await listRunArtifacts(context, run, toArtifactPath(query.folder ?? ''));
  return { files: entries.map((entry) => ({ path: entry.path, is_folder: entry.isFolder, size_bytes: entry.sizeBytes })) };
};

/** An artifact as a download, of no type a browser would show. */
export const readRunFile: Handler<operations['readRunFile']> = async ({ path, headers, method }, context) => {
  const file = await findRunArtifact(context, await findRun(context, path.run_id), toArtifactPath(path.path));
  return fileReply(file, { headers, method }, 'application/octet-stream');
};
