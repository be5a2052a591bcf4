import { type DeliveryContext, deliverDue, forgetOld } from './deliver.ts';

/** How often it is looked for something to tell, in ms. Whatever was on its way being done, it is looked at once. */
const lookMs = 1_000;
/** How often what cannot be told is forgotten, in ms. */
const forgetMs = 600_000;
const atOnce = 10;

/**
 * Tells webhooks what happened from now on. Several servers may do so at once.
 * @param retries how often a message is tried again
 * @returns what ends it; what is on its way then is put back in line, and may so be heard twice
 */
export function startDelivering(context: DeliveryContext, retries: number): () => Promise<void> {
  const end = new AbortController();
  const running = new Set<Promise<void>>();
  let isLooking = false;
  const look = async () => {
    if (isLooking || end.signal.aborted || running.size >= atOnce) return;
    isLooking = true;
    try {
      for (const delivery of await deliverDue(context, { retries, atOnce: atOnce - running.size }, end.signal)) {
        running.add(delivery);
        void delivery.then(() => running.delete(delivery)).then(look);
      }
    } catch (error) {
      // the database may be away for a while; the next look finds the same
      context.log.warn({ err: error }, 'messages to webhooks could not be looked for');
    } finally {
      isLooking = false;
    }
  };
  const forget = () =>
    void forgetOld(context).catch((error) => context.log.warn({ err: error }, 'old messages to webhooks could not be forgotten'));
  const timers = [setInterval(() => void look(), lookMs).unref(), setInterval(forget, forgetMs).unref()];
  return async () => {
    for (const timer of timers) clearInterval(timer);
    end.abort();
    await Promise.all(running);
  };
}
