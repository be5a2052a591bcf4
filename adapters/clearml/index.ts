import { operationTable } from '../../openapi/generated/clearml.operations.ts';
import type { operations } from '../../openapi/generated/clearml.ts';
import type { Door, Handlers } from '../../src/http/door.ts';
import { absent } from './absent.ts';
import { authGetTokenForUser, authLogin, authLogout, authValidateToken, loginLogout } from './handlers/auth.ts';
import { authCreateCredentials, authEditCredentials, authGetCredentials, authRevokeCredentials } from './handlers/credentials.ts';
import { debugPing } from './handlers/debug.ts';
import { eventsAdd, eventsAddBatch } from './handlers/events/add.ts';
import { authFixedUsersMode, loginSupportedModes } from './handlers/login.ts';
import { projectsCreate, projectsGetById, projectsMove, projectsUpdate } from './handlers/projects.ts';
import { projectsGetAll, projectsGetAllEx } from './handlers/projects-find.ts';
import {
  queuesAddTask,
  queuesClearQueue,
  queuesGetNextTask,
  queuesGetNumEntries,
  queuesMoveTaskBackward,
  queuesMoveTaskForward,
  queuesMoveTaskToBack,
  queuesMoveTaskToFront,
  queuesPeekTask,
  queuesRemoveTask,
} from './handlers/queue-entries.ts';
import {
  queuesAddOrUpdateMetadata,
  queuesCreate,
  queuesDelete,
  queuesDeleteMetadata,
  queuesGetAll,
  queuesGetAllEx,
  queuesGetById,
  queuesGetDefault,
  queuesGetQueueMetrics,
  queuesUpdate,
} from './handlers/queues.ts';
import { serverEndpoints, serverInfo, serverReportStatsOption } from './handlers/server.ts';
import {
  authCreateUser,
  authEditUser,
  usersCreate,
  usersDelete,
  usersGetById,
  usersGetCurrentUser,
  usersGetPreferences,
  usersSetPreferences,
  usersUpdate,
} from './handlers/users.ts';
import {
  workersGetActivityReport,
  workersGetAll,
  workersGetCount,
  workersGetMetricKeys,
  workersGetStats,
  workersRegister,
  workersStatusReport,
  workersUnregister,
} from './handlers/workers.ts';
import { type unbuilt, unbuiltHandlers } from './unbuilt.ts';
import { admit } from './wire/admit.ts';
import { route } from './wire/endpoint.ts';
import { writeAbsent, writeAnswer, writeError } from './wire/envelope.ts';
import { readRequest } from './wire/read.ts';

/** A handler is named after its operation. */
const handlers: Handlers<Omit<operations, keyof typeof absent | (typeof unbuilt)[number]>> = {
  'auth.create_credentials': authCreateCredentials,
  'auth.create_user': authCreateUser,
  'auth.edit_credentials': authEditCredentials,
  'auth.edit_user': authEditUser,
  'auth.fixed_users_mode': authFixedUsersMode,
  'auth.get_credentials': authGetCredentials,
  'auth.get_token_for_user': authGetTokenForUser,
  'auth.login': authLogin,
  'auth.logout': authLogout,
  'auth.revoke_credentials': authRevokeCredentials,
  'auth.validate_token': authValidateToken,
  'debug.ping': debugPing,
  'events.add': eventsAdd,
  'events.add_batch': eventsAddBatch,
  'login.logout': loginLogout,
  'login.supported_modes': loginSupportedModes,
  'projects.create': projectsCreate,
  'projects.get_all': projectsGetAll,
  'projects.get_all_ex': projectsGetAllEx,
  'projects.get_by_id': projectsGetById,
  'projects.move': projectsMove,
  'projects.update': projectsUpdate,
  'queues.add_or_update_metadata': queuesAddOrUpdateMetadata,
  'queues.add_task': queuesAddTask,
  'queues.clear_queue': queuesClearQueue,
  'queues.create': queuesCreate,
  'queues.delete': queuesDelete,
  'queues.delete_metadata': queuesDeleteMetadata,
  'queues.get_all': queuesGetAll,
  'queues.get_all_ex': queuesGetAllEx,
  'queues.get_by_id': queuesGetById,
  'queues.get_default': queuesGetDefault,
  'queues.get_next_task': queuesGetNextTask,
  'queues.get_num_entries': queuesGetNumEntries,
  'queues.get_queue_metrics': queuesGetQueueMetrics,
  'queues.move_task_backward': queuesMoveTaskBackward,
  'queues.move_task_forward': queuesMoveTaskForward,
  'queues.move_task_to_back': queuesMoveTaskToBack,
  'queues.move_task_to_front': queuesMoveTaskToFront,
  'queues.peek_task': queuesPeekTask,
  'queues.remove_task': queuesRemoveTask,
  'queues.update': queuesUpdate,
  'server.endpoints': serverEndpoints,
  'server.info': serverInfo,
  'server.report_stats_option': serverReportStatsOption,
  'users.create': usersCreate,
  'users.delete': usersDelete,
  'users.get_by_id': usersGetById,
  'users.get_current_user': usersGetCurrentUser,
  'users.get_preferences': usersGetPreferences,
  'users.set_preferences': usersSetPreferences,
  'users.update': usersUpdate,
  'workers.get_activity_report': workersGetActivityReport,
  'workers.get_all': workersGetAll,
  'workers.get_count': workersGetCount,
  'workers.get_metric_keys': workersGetMetricKeys,
  'workers.get_stats': workersGetStats,
  'workers.register': workersRegister,
  'workers.status_report': workersStatusReport,
  'workers.unregister': workersUnregister,
};

/** The door ClearML clients use: every call by any method, below `/v2.x/`, `/` and `/api/`. */
export const clearmlDoor: Door = {
  name: 'clearml',
  table: operationTable,
  handlers: { ...unbuiltHandlers, ...handlers },
  absent,
  pathsOf: ({ path }) => [path],
  route,
  admit,
  headers: { server: 'clearml' },
  compresses: true,
  maxBodyBytes: 64 * 1024 * 1024,
  read: readRequest,
  write: writeAnswer,
  writeError,
  writeAbsent,
};
