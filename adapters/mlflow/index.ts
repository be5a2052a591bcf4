import type { IncomingHttpHeaders } from 'node:http';
import { operationTable } from '../../openapi/generated/mlflow.operations.ts';
import type { operations } from '../../openapi/generated/mlflow.ts';
import { type Door, type Handlers, type OperationSpec, Reply } from '../../src/http/door.ts';
import { BridgeError } from '../../src/model/errors.ts';
import { absent, lastingReasons } from './absent.ts';
import { writeError } from './errors.ts';
import { createAssessment, deleteAssessment, getAssessment, updateAssessment } from './handlers/assessments.ts';
import {
  addDatasetToExperiments,
  createDataset,
  deleteDataset,
  deleteDatasetRecords,
  deleteDatasetTag,
  getDataset,
  getDatasetExperimentIds,
  getDatasetRecords,
  removeDatasetFromExperiments,
  searchEvaluationDatasets,
  setDatasetTags,
  upsertDatasetRecords,
} from './handlers/evaluation-datasets.ts';
import {
  createExperiment,
  deleteExperiment,
  deleteExperimentTag,
  getExperiment,
  getExperimentByName,
  restoreExperiment,
  searchExperiments,
  setExperimentTag,
  updateExperiment,
} from './handlers/experiments.ts';
import { graphql } from './handlers/graphql.ts';
import { logInputs, logOutputs, searchDatasets } from './handlers/inputs.ts';
import { createIssue, getIssue, searchIssues, updateIssue } from './handlers/issues.ts';
import {
  createLabelSchema,
  deleteLabelSchema,
  getLabelSchema,
  getLabelSchemaByName,
  listLabelSchemas,
  updateLabelSchema,
} from './handlers/label-schemas.ts';
import { logModel } from './handlers/log-model.ts';
import {
  createLoggedModel,
  deleteLoggedModel,
  deleteLoggedModelTag,
  finalizeLoggedModel,
  getLoggedModel,
  logLoggedModelParams,
  searchLoggedModels,
  setLoggedModelTags,
} from './handlers/logged-models.ts';
import { deleteTag, logBatch, logMetric, logParam, setTag } from './handlers/logging.ts';
import {
  createMcpAccessEndpoint,
  deleteMcpAccessEndpoint,
  getMcpAccessEndpoint,
  searchAllAccessEndpoints,
  searchServerAccessEndpoints,
  updateMcpAccessEndpoint,
} from './handlers/mcp-endpoints.ts';
import {
  createMcpServer,
  deleteMcpServer,
  deleteMcpServerAlias,
  deleteMcpServerTag,
  getMcpServer,
  searchMcpServers,
  setMcpServerAlias,
  setMcpServerTag,
  updateMcpServer,
} from './handlers/mcp-servers.ts';
import {
  createMcpServerVersion,
  deleteMcpServerVersion,
  deleteMcpServerVersionTag,
  getMcpServerVersion,
  getVersionByAlias,
  searchMcpServerVersions,
  setMcpServerVersionTag,
  updateMcpServerVersion,
} from './handlers/mcp-versions.ts';
import { getMetricHistory, getMetricHistoryBulk, getMetricHistoryBulkInterval } from './handlers/metrics.ts';
import {
  createModelVersion,
  deleteModelVersion,
  deleteModelVersionTag,
  getModelVersion,
  getModelVersionDownloadUri,
  searchModelVersions,
  serveModelVersionArtifact,
  setModelVersionTag,
  transitionModelVersionStage,
  updateModelVersion,
} from './handlers/model-versions.ts';
import { exportSpans } from './handlers/otlp.ts';
import { makePageHandlers, type PageHandlers } from './handlers/pages.ts';
import {
  createExperimentPermission,
  createRegisteredModelPermission,
  deleteExperimentPermission,
  deleteRegisteredModelPermission,
  getExperimentPermission,
  getRegisteredModelPermission,
  getUserPermission,
  grantUserPermission,
  listCurrentUserPermissions,
  listUserPermissions,
  revokeUserPermission,
  updateExperimentPermission,
  updateRegisteredModelPermission,
} from './handlers/permissions.ts';
import {
  abortMultipartUpload,
  completeMultipartUpload,
  createMultipartUpload,
  deleteArtifact,
  downloadArtifact,
  getPresignedDownloadUrl,
  listArtifacts,
  uploadArtifact,
} from './handlers/proxy-artifacts.ts';
import {
  createRegisteredModel,
  deleteRegisteredModel,
  deleteRegisteredModelAlias,
  deleteRegisteredModelTag,
  getLatestVersions,
  getModelVersionByAlias,
  getRegisteredModel,
  renameRegisteredModel,
  searchRegisteredModels,
  setRegisteredModelAlias,
  setRegisteredModelTag,
  updateRegisteredModel,
} from './handlers/registered-models.ts';
import {
  addItemsToReviewQueue,
  createReviewQueue,
  deleteReviewQueue,
  getOrCreateUserQueue,
  getReviewQueue,
  getReviewQueueByName,
  listReviewQueueItems,
  listReviewQueues,
  removeItemsFromReviewQueue,
  setReviewQueueItemStatus,
  updateReviewQueue,
} from './handlers/review-queues.ts';
import {
  addRolePermission,
  assignRole,
  createRole,
  deleteRole,
  getRole,
  listRolePermissions,
  listRoles,
  listRoleUsers,
  listUserRoles,
  removeRolePermission,
  unassignRole,
  updateRole,
  updateRolePermission,
} from './handlers/roles.ts';
import {
  createPresignedDownloadUrl,
  createPresignedUploadUrl,
  getArtifact,
  getLoggedModelArtifact,
  listLoggedModelArtifacts,
  listRunArtifacts,
  uploadRunArtifact,
} from './handlers/run-artifacts.ts';
import { createRun, deleteRun, getRun, restoreRun, searchRuns, updateRun } from './handlers/runs.ts';
import {
  deleteScorer,
  getOnlineScoringConfigs,
  getScorer,
  listScorers,
  listScorerVersions,
  registerScorer,
  upsertOnlineScoringConfig,
} from './handlers/scorers.ts';
import { health, makeServerInfo, version } from './handlers/server.ts';
import { getTraceArtifact } from './handlers/trace-artifacts.ts';
import { calculateTraceFilterCorrelation, queryTraceMetrics } from './handlers/trace-metrics.ts';
import { searchTraces, searchTracesV3 } from './handlers/trace-search.ts';
import { deleteTraceTag, deleteTraceTagV3, setTraceTag, setTraceTagV3 } from './handlers/trace-tags.ts';
import {
  batchGetTraceInfos,
  batchGetTraces,
  deleteTracesV3,
  endTrace,
  getTrace,
  getTraceInfo,
  getTraceInfoV3,
  linkPromptsToTrace,
  linkTracesToRun,
  startTrace,
  startTraceV3,
} from './handlers/traces.ts';
import { serveGetUiTelemetry, servePostUiTelemetry } from './handlers/ui-telemetry.ts';
import {
  createUser,
  deleteUser,
  getCurrentUser,
  getUser,
  listUsers,
  updateUserAdmin,
  updateUserPassword,
} from './handlers/users.ts';
import { createWebhook, deleteWebhook, getWebhook, listWebhooks, testWebhook, updateWebhook } from './handlers/webhooks.ts';
import { createWorkspace, deleteWorkspace, getWorkspace, listWorkspaces, updateWorkspace } from './handlers/workspaces.ts';
import { quietAnswers } from './quiet.ts';
import { writeJson } from './wire/json.ts';
import { makeRequestReader } from './wire/read.ts';

const handlers: Handlers<Omit<operations, keyof typeof absent | keyof PageHandlers | 'getServerInfo'>> = {
  abortMultipartUpload,
  addDatasetToExperiments,
  addItemsToReviewQueue,
  addRolePermission,
  assignRole,
  batchGetTraceInfos,
  batchGetTraces,
  calculateTraceFilterCorrelation,
  completeMultipartUpload,
  createAssessment,
  createDataset,
  createExperiment,
  createExperimentPermission,
  createIssue,
  createLabelSchema,
  createLoggedModel,
  createMcpAccessEndpoint,
  createMcpServer,
  createMcpServerVersion,
  createModelVersion,
  createMultipartUpload,
  createPresignedDownloadUrl,
  createPresignedUploadUrl,
  createRegisteredModel,
  createRegisteredModelPermission,
  createReviewQueue,
  createRole,
  createRun,
  createUser,
  createWebhook,
  createWorkspace,
  deleteArtifact,
  deleteAssessment,
  deleteDataset,
  deleteDatasetRecords,
  deleteDatasetTag,
  deleteExperiment,
  deleteExperimentPermission,
  deleteExperimentTag,
  deleteLabelSchema,
  deleteLoggedModel,
  deleteLoggedModelTag,
  deleteMcpAccessEndpoint,
  deleteMcpServer,
  deleteMcpServerAlias,
  deleteMcpServerTag,
  deleteMcpServerVersion,
  deleteMcpServerVersionTag,
  deleteModelVersion,
  deleteModelVersionTag,
  deleteRegisteredModel,
  deleteRegisteredModelAlias,
  deleteRegisteredModelPermission,
  deleteRegisteredModelTag,
  deleteReviewQueue,
  deleteRole,
  deleteRun,
  deleteScorer,
  deleteTag,
  deleteTraceTag,
  deleteTraceTagV3,
  deleteTraces: deleteTracesV3,
  deleteTracesV3,
  deleteUser,
  deleteWebhook,
  deleteWorkspace,
  downloadArtifact,
  endTrace,
  exportSpans,
  finalizeLoggedModel,
  getArtifact,
  getAssessment,
  getCurrentUser,
  getDataset,
  getDatasetExperimentIds,
  getDatasetRecords,
  getExperiment,
  getExperimentByName,
  getExperimentPermission,
  getIssue,
  getLabelSchema,
  getLabelSchemaByName,
  getLatestVersions,
  getLoggedModel,
  getLoggedModelArtifact,
  getMcpAccessEndpoint,
  getMcpServer,
  getMcpServerVersion,
  getMetricHistory,
  getMetricHistoryBulk,
  getMetricHistoryBulkInterval,
  getModelVersion,
  getModelVersionByAlias,
  getModelVersionDownloadUri,
  getOnlineScoringConfigs,
  getOrCreateUserQueue,
  getPresignedDownloadUrl,
  getRegisteredModel,
  getRegisteredModelPermission,
  getReviewQueue,
  getReviewQueueByName,
  getRole,
  getRun,
  getScorer,
  getTrace,
  getTraceArtifact,
  getTraceArtifactV3: getTraceArtifact,
  getTraceInfo,
  getTraceInfoV3,
  getUser,
  getUserPermission,
  getVersionByAlias,
  getWebhook,
  getWorkspace,
  grantUserPermission,
  graphql,
  health,
  linkPromptsToTrace,
  linkTracesToRun,
  listArtifacts,
  listCurrentUserPermissions,
  listLabelSchemas,
  listLoggedModelArtifacts,
  listReviewQueueItems,
  listReviewQueues,
  listRolePermissions,
  listRoleUsers,
  listRoles,
  listRunArtifacts,
  listScorerVersions,
  listScorers,
  listUserPermissions,
  listUserRoles,
  listUsers,
  listWebhooks,
  listWorkspaces,
  logBatch,
  logInputs,
  logLoggedModelParams,
  logMetric,
  logModel,
  logOutputs,
  logParam,
  queryTraceMetrics,
  registerScorer,
  removeDatasetFromExperiments,
  removeItemsFromReviewQueue,
  removeRolePermission,
  renameRegisteredModel,
  restoreExperiment,
  restoreRun,
  revokeUserPermission,
  searchAllAccessEndpoints,
  searchDatasets,
  searchEvaluationDatasets,
  searchExperiments,
  searchIssues,
  searchLoggedModels,
  searchMcpServerVersions,
  searchMcpServers,
  searchModelVersions,
  searchRegisteredModels,
  searchRuns,
  searchServerAccessEndpoints,
  searchTraces,
  searchTracesV3,
  serveGetUiTelemetry,
  serveModelVersionArtifact,
  servePostUiTelemetry,
  setDatasetTags,
  setExperimentTag,
  setLoggedModelTags,
  setMcpServerAlias,
  setMcpServerTag,
  setMcpServerVersionTag,
  setModelVersionTag,
  setRegisteredModelAlias,
  setRegisteredModelTag,
  setReviewQueueItemStatus,
  setTag,
  setTraceTag,
  setTraceTagV3,
  startTrace,
  startTraceV3,
  testWebhook,
  transitionModelVersionStage,
  unassignRole,
  updateAssessment,
  updateExperiment,
  updateExperimentPermission,
  updateIssue,
  updateLabelSchema,
  updateMcpAccessEndpoint,
  updateMcpServer,
  updateMcpServerVersion,
  updateModelVersion,
  updateRegisteredModel,
  updateRegisteredModelPermission,
  updateReviewQueue,
  updateRole,
  updateRolePermission,
  updateRun,
  updateUserAdmin,
  updateUserPassword,
  updateWebhook,
  updateWorkspace,
  uploadArtifact,
  uploadRunArtifact,
  upsertDatasetRecords,
  upsertOnlineScoringConfig,
  version,
};

/** Which of its halves the door serves, as `mlflow server` has it, and its pages. */
export interface MlflowDoorOptions {
  servesArtifacts: boolean;
  servesOnlyArtifacts: boolean;
  /** Folder of MLflow's own web pages, as `findBundle` finds it; undefined serves none. */
  uiFolder?: string | undefined;
  /** Address of a real MLflow server that answers what is absent here. */
  mlflowUpstream?: string | undefined;
}

/** The half a server was told not to serve is answered as the original does: 503 and a sentence. */
function closed(sentence: string) {
  return async () => new Reply(503, { 'content-type': 'text/plain; charset=utf-8' }, sentence);
}

function openHandlers({ servesArtifacts, servesOnlyArtifacts, uiFolder, mlflowUpstream }: MlflowDoorOptions): Door['handlers'] {
  const open: Record<string, Door['handlers'][string]> = {
    ...handlers,
    ...makePageHandlers(uiFolder),
    getServerInfo: makeServerInfo(mlflowUpstream !== undefined),
  };
  for (const { id, family } of operationTable.operations) {
    if (!Object.hasOwn(open, id)) continue;
    const isProxy = family === 'artifacts-proxy';
    if (isProxy && !servesArtifacts) open[id] = closed('This server was started with --no-serve-artifacts.');
    if (!isProxy && family !== 'server' && servesOnlyArtifacts)
      open[id] = closed('This server was started with --artifacts-only.');
  }
  return open;
}

/** Clients ask these before they know whether there are workspaces. */
const asksForNoWorkspace: ReadonlySet<string> = new Set<keyof operations>(['getServerInfo', 'health']);

function workspaceNamed(headers: IncomingHttpHeaders): string | undefined {
  const given = headers['x-mlflow-workspace'];
  return (typeof given === 'string' && given.trim()) || undefined;
}

const unknownPage = new Reply(
  404,
  { 'content-type': 'text/html; charset=utf-8' },
  '<!doctype html>\n<title>404</title>\n<h1>Not served here</h1>\n',
);

function writeAbsent({ id }: OperationSpec): Reply {
  const quiet = quietAnswers[id];
  if (quiet) return new Reply(200, { 'content-type': 'application/json' }, JSON.stringify(quiet));
  const reason = absent[id as keyof typeof absent];
  // no JSON: clients take a 404 without it as "this server does not have that call" and fall back to an older one
  if (!lastingReasons.has(reason)) return unknownPage;
  const sentence = `${id} is not implemented by this server: ${reason} (--mlflow-upstream).`;
  return writeError(new BridgeError('not_supported', sentence));
}

const AJAX = '/ajax-api/';

/** The door MLflow clients use: its REST interface under `/api` and, for browsers, under `/ajax-api`. */
export function makeMlflowDoor(options: MlflowDoorOptions): Door {
  return {
    name: 'mlflow',
    table: operationTable,
    handlers: openHandlers(options),
    absent,
    pathsOf: ({ path, twin }: OperationSpec) => (twin ? [path, path.replace('/api/', AJAX)] : [path]),
    maxBodyBytes: 64 * 1024 * 1024,
    workspaceOf: ({ headers }, { id }) => (asksForNoWorkspace.has(id) ? undefined : workspaceNamed(headers)),
    read: makeRequestReader(operationTable),
    write: (_operation, answer) => new Reply(200, { 'content-type': 'application/json' }, writeJson(answer)),
    writeError,
    writeAbsent,
  };
}
