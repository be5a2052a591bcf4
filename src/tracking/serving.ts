import type { Context } from '../context.ts';
import { BridgeError, invalid, notFound, show } from '../model/errors.ts';
import type { MeasureHistory, ServedModel, ServingContainer, ServingMeasure, ServingReport } from '../model/serving.ts';
import * as store from '../store/serving.ts';
import { checkRange, type TimeRange } from './time-range.ts';

/** Characters of a container's id and of an endpoint's address at most: they stand in indexes. */
const MAX_TEXT = 1000;
/** How long a container that says nothing counts as there, in seconds, unless it registers with another time. */
const TIMEOUT_SECONDS = 600;

/** A container that speaks of itself. */
export interface ContainerWord {
  id: string;
  address: string | null;
  served: ServedModel;
}

function toWord(context: Context, { id, address, served }: ContainerWord): store.ServingWord {
  checkText('container_id', id);
  checkText('endpoint_url', served.url ?? 'none');
  return {
    workspaceId: context.workspaceId,
    userId: context.actor.userId || null,
    address,
    id,
    served,
    now: context.now(),
  };
}

function checkText(field: string, text: string): void {
  if (text.length >= 1 && text.length <= MAX_TEXT) return;
  throw invalid(field, `The field ${field} must have 1 to ${MAX_TEXT} characters; it has ${text.length}.`);
}

/** Notes that a container is there and loads or serves a model. One of that id begins anew. @throws invalid */
export async function registerContainer(context: Context, word: ContainerWord & { timeoutSeconds?: number }): Promise<void> {
  const timeoutSeconds = word.timeoutSeconds ?? TIMEOUT_SECONDS;
  if (timeoutSeconds < 1 || timeoutSeconds > 2 ** 31 - 1) {
    throw invalid('timeout', `The timeout of a container must be at least a second; it is ${timeoutSeconds}.`);
  }
  await store.registerContainer(context.db, { ...toWord(context, word), timeoutSeconds });
}

/** Writes down how a container fares; one that nobody knows is registered by it. @throws invalid */
export async function reportContainer(context: Context, word: ContainerWord & { report: ServingReport }): Promise<void> {
  await store.writeServingReport(context.db, { ...toWord(context, word), report: word.report });
}

/** Forgets a container. @throws wrong_state, reason `not_registered` */
export async function unregisterContainer(context: Context, id: string): Promise<void> {
  if (await store.unregisterContainer(context.db, context.workspaceId, id, context.now())) return;
  throw new BridgeError('wrong_state', `The container ${show(id)} is not registered.`, {
    resource: `container ${id}`,
    reason: 'not_registered',
  });
}

/** Containers of all endpoints, by the endpoint's address. */
export async function listEndpoints(context: Context): Promise<Map<string, ServingContainer[]>> {
  const containers = await store.listContainers(context.db, context.workspaceId, context.now());
  const serving = containers.filter(({ served }) => served.url !== null);
  return Map.groupBy(serving, ({ served }) => served.url ?? '');
}

/** Containers that have no address yet. */
export function listLoadingContainers(context: Context): Promise<ServingContainer[]> {
  return store.listContainers(context.db, context.workspaceId, context.now(), null);
}

/** Containers of one endpoint, at least one. @throws not_found */
export async function getEndpoint(context: Context, url: string): Promise<[ServingContainer, ...ServingContainer[]]> {
  const [first, ...others] = await store.listContainers(context.db, context.workspaceId, context.now(), url);
  if (!first) throw notFound('container', url);
  return [first, ...others];
}

/** A measure of an endpoint's containers over time. @throws invalid */
export function readMeasureHistory(
  context: Context,
  query: TimeRange & { url: string; measure: ServingMeasure },
): Promise<MeasureHistory> {
  checkRange(query);
  return store.readMeasureHistory(context.db, context.workspaceId, query);
}
