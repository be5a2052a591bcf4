import type { operations } from '../../../openapi/generated/files.ts';
import { type Handler, Reply } from '../../../src/http/door.ts';
import { fileReply } from '../../../src/http/file-reply.ts';
import { takeParts } from '../../../src/http/multipart.ts';
import { BridgeError, invalid } from '../../../src/model/errors.ts';
import { toStoredFile } from '../../../src/model/stored-file.ts';
import * as files from '../../../src/tracking/stored-files.ts';
import { mayBeShown, mediaTypeOf } from '../map/media-type.ts';

/** Most files deleted by one request. */
const MAX_DELETED = 1000;

export const ping: Handler<operations['files.ping']> = async () =>
  new Reply(200, { 'content-type': 'text/plain; charset=utf-8' }, 'OK');

export const upload: Handler<operations['files.upload']> = async ({ body, headers }, context) => {
  const stored: string[] = [];
  await takeParts(body, headers, async (name, content) => {
    if (name === undefined) throw invalid('name', 'A part of the form has no name; the name is the path of the file.');
    stored.push(await files.storeFile(context, name, content));
  });
  if (stored.length === 0) throw invalid('body', 'The form has no file.');
  return stored;
};

export const download: Handler<operations['files.download']> = async (input, context) => {
  const file = await files.findStoredFile(context, toStoredFile(input.path.path));
  const isShown = input.query.download === undefined && mayBeShown(file.name);
  return fileReply(file, input, mediaTypeOf(file.name), isShown ? 'inline' : 'attachment');
};

export const deleteFile: Handler<operations['files.delete']> = async ({ path }, context) => files.deleteFile(context, path.path);

export const deleteMany: Handler<operations['files.delete_many']> = async ({ body }, context) => {
  if (body.files.length > MAX_DELETED)
    throw invalid('files', `${body.files.length} files are too many; at most ${MAX_DELETED} are deleted at once.`);
  const deleted = new Map<string, string>();
  const errors = new Map<string, string[]>();
  for (const file of body.files) {
    try {
      deleted.set(file, await files.deleteFileOrFolder(context, file));
    } catch (error) {
      if (!(error instanceof BridgeError)) throw error;
      const sentence = error.code === 'not_found' ? 'Not found' : error.message;
      errors.set(sentence, [...(errors.get(sentence) ?? []), file]);
    }
  }
  return { deleted: Object.fromEntries(deleted), errors: Object.fromEntries(errors) };
};
