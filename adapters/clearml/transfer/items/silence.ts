import type { Source } from '../../../../src/bridge/source.ts';

/** What no document of ClearML says, because ClearML has nothing of the kind. */
export const clearmlSilence = {
  user: ['displayName', 'isAdmin', 'preferences', 'workspace'],
  project: ['workspace', 'experimentId', 'name', 'artifactRoot', 'tags', 'changedMs'],
  queue: ['workspace', 'user'],
  run: ['workspace', 'archivedMs', 'author', 'authorId', 'artifactRoot', 'datasets', 'origin'],
  model: ['workspace', 'type', 'status', 'statusMessage', 'artifactRoot', 'params', 'metrics', 'isOfVersion'],
} as const satisfies Source['silentOn'];
