import type { Servers } from '../conformance/mlflow/compare.ts';
import { type Answered, compare, freshKept, type Sent } from './sequence.ts';
import { signatureOf } from './signature.ts';

/** Sends calls anew, under names of their own. @returns the answers to the last */
async function replay(servers: Servers, sent: readonly Sent[]): Promise<Answered | undefined> {
  const kept = freshKept();
  let answered: Answered | undefined;
  for (const each of sent) answered = await compare(servers, sent, each, kept);
  return answered;
}

/**
 * Finds a short sequence that ends in the same difference, by leaving out calls, then fields of the last one.
 * @returns undefined when the difference does not come again at all
 */
export async function shrink(servers: Servers, found: Answered): Promise<Answered | undefined> {
  const signature = signatureOf(found);
  const attempt = async (sent: readonly Sent[]) => {
    const answered = await replay(servers, sent);
    return answered && !answered.same && signatureOf(answered) === signature ? answered : undefined;
  };
  let best = await attempt(found.sent);
  if (!best) return undefined;
  for (let index = best.sent.length - 2; index >= 0; index -= 1) {
    best = (await attempt(best.sent.filter((_, at) => at !== index))) ?? best;
  }
  for (const fewer of withoutFields(best.last)) best = (await attempt([...best.sent.slice(0, -1), fewer(best.last)])) ?? best;
  return best;
}

/** Ways to leave out one field of a call's body. */
function withoutFields({ call }: Sent): ((sent: Sent) => Sent)[] {
  return Object.keys(call.body ?? {}).map((name) => (sent) => {
    const { [name]: _, ...body } = sent.call.body as Record<string, unknown>;
    return { ...sent, call: { ...sent.call, body } };
  });
}
