import { BridgeError } from '../../../src/model/errors.ts';
import { toApiError } from '../errors.ts';

/** Answer of a call about many things: each with what became of it, or with why nothing did. */
export interface ManyAnswer<Done> {
  succeeded: (Done & { id: string })[];
  failed: { id: string; error: { codes: [code: number, subcode: number]; msg: string; data: Record<string, unknown> } }[];
}

/**
 * Does something with each id, one after the other; what fails is told in the answer and the rest goes on.
 * @throws unavailable and internal errors, of which no single id is the cause
 */
export async function forEachId<Done extends object>(
  ids: readonly string[],
  work: (id: string) => Promise<Done>,
): Promise<ManyAnswer<Done>> {
  const answer: ManyAnswer<Done> = { succeeded: [], failed: [] };
  for (const id of new Set(ids)) {
    try {
      answer.succeeded.push({ id, ...(await work(id)) });
    } catch (error) {
      if (!(error instanceof BridgeError) || error.code === 'unavailable' || error.code === 'internal') throw error;
      const { status, subcode, message } = toApiError(error);
      answer.failed.push({ id, error: { codes: [status, subcode], msg: message, data: {} } });
    }
  }
  return answer;
}
