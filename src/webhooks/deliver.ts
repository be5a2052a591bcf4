import type { Context } from '../context.ts';
import { BridgeError } from '../model/errors.ts';
import type { OutboundAnswer } from '../outbound/outbound.ts';
import { claimDeliveries, type Delivery, endDelivery, forgetDeliveries, postponeDelivery } from '../store/webhook-deliveries.ts';
import { secretOf, writeMessage } from './message.ts';

/** What delivering needs of a context. */
export type DeliveryContext = Pick<Context, 'db' | 'now' | 'log' | 'outbound' | 'webhookSecrets' | 'workspaces'>;

/** Answers after which it is worth trying again. @see MLflow 3.17, delivery of webhooks */
const passing = new Set([429, 500, 502, 503, 504]);
/** Longest wait before another try, in ms; a receiver may ask for no more either. */
const maxWaitMs = 60_000;
/** What happened longer ago than this is told no more, in ms. */
const memoryMs = 86_400_000;
/** Beyond the time an exchange may take: for the statements around it, in ms. */
const marginMs = 5_000;

/** How what is due is delivered. */
export interface DeliveryOptions {
  /** How often a message is tried again. */
  retries: number;
  /** How many messages are on their way at once, each to another webhook. */
  atOnce: number;
}

/**
 * Tells webhooks what is due, one message each.
 * @returns what is on its way; each ends when its message was delivered, put off or given up, and never fails
 */
export async function deliverDue(
  context: DeliveryContext,
  { retries, atOnce }: DeliveryOptions,
  signal: AbortSignal,
): Promise<Promise<void>[]> {
  const { db, now, outbound } = context;
  const time = now();
  const until = new Date(time.getTime() + outbound.timeoutMs + marginMs);
  const due = await claimDeliveries(db, time, until, atOnce);
  return due.map((delivery) => deliver(context, delivery, retries, signal));
}

/** Forgets what could not be told for a day. */
export async function forgetOld({ db, now, log }: DeliveryContext): Promise<void> {
  const forgotten = await forgetDeliveries(db, new Date(now().getTime() - memoryMs));
  if (forgotten > 0) log.warn({ forgotten }, 'messages to webhooks that could not be delivered for a day were given up');
}

async function deliver(context: DeliveryContext, delivery: Delivery, retries: number, signal: AbortSignal): Promise<void> {
  const { db, now, log } = context;
  const { deliveryNo, deliveryId, webhookId, event, failures } = delivery;
  const details = { webhookId, deliveryId, event };
  try {
    const outcome = await attempt(context, delivery, signal);
    // told to stop: whoever comes next goes on at once
    if (signal.aborted) return await postponeDelivery(db, deliveryNo, failures, now());
    if (!outcome.mayPass || failures >= retries) {
      if (!outcome.isDelivered) log.warn({ ...details, why: outcome.why }, 'a message to a webhook was given up');
      return await endDelivery(db, deliveryNo);
    }
    const wait = Math.min(outcome.waitMs ?? 1000 * 2 ** failures, maxWaitMs);
    await postponeDelivery(db, deliveryNo, failures + 1, new Date(now().getTime() + wait));
  } catch (error) {
    // the database is away: the claim ends by itself, and the message is sent again
    log.warn({ err: error, ...details }, 'what became of a message to a webhook could not be written down');
  }
}

/** How one try ended. */
interface Outcome {
  isDelivered: boolean;
  /** Whether another try may end better. */
  mayPass: boolean;
  /** For how long the receiver wants to be left alone, in ms. */
  waitMs?: number | undefined;
  why?: string;
}

async function attempt(context: DeliveryContext, delivery: Delivery, signal: AbortSignal): Promise<Outcome> {
  const { now, outbound, workspaces } = context;
  const { sealedSecret, webhookId, workspaceName, url } = delivery;
  try {
    const secret = secretOf(context, { id: webhookId, sealedSecret });
    const message = { ...delivery, workspaceName: workspaces.areOn ? workspaceName : undefined };
    const { headers, body } = writeMessage(message, secret, now());
    return judge(await outbound.post(url, headers, body, signal), now());
  } catch (error) {
    if (!(error instanceof BridgeError)) throw error;
    return { isDelivered: false, mayPass: error.code === 'unavailable', why: error.message };
  }
}

function judge({ status, retryAfter }: OutboundAnswer, now: Date): Outcome {
  const isDelivered = status >= 200 && status < 300;
  return { isDelivered, mayPass: passing.has(status), waitMs: waitOf(retryAfter, now), why: `status ${status}` };
}

/** The header Retry-After: seconds or a date. */
function waitOf(header: string | undefined, now: Date): number | undefined {
  if (header === undefined) return undefined;
  const ms = /^\d{1,9}$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now.getTime();
  return Number.isNaN(ms) ? undefined : Math.max(ms, 0);
}
