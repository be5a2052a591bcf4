import { isFatal, reasonOf } from './faults.ts';
import { itemKinds } from './item.ts';
import type { Job } from './job.ts';
import type { Tally } from './tally.ts';

/**
 * Takes away what a transfer made: what refers to others first. What was there before the transfer stays as the transfer left
 * it. Can be repeated; what is gone already is fine. Items that stay are reported.
 */
export async function rollBack(job: Pick<Job, 'sink' | 'ledger' | 'signal'>, tally: Tally): Promise<void> {
  const { sink, ledger, signal } = job;
  await ledger.forgetFindings('rollback');
  for (const kind of itemKinds.toReversed()) {
    if (!sink.kinds.includes(kind)) continue;
    const counts = tally.of(kind);
    for await (const rows of ledger.eachMade(kind)) {
      signal.throwIfAborted();
      const made = rows.filter(({ targetId }) => targetId !== null);
      const refusals = await removeEach(
        job,
        kind,
        made.map(({ targetId }) => targetId as string),
      );
      const stay = made.flatMap(({ sourceId }, index) =>
        refusals[index] === null ? [] : [{ sourceId, detail: refusals[index] as string }],
      );
      const gone = made.filter((_, index) => refusals[index] === null).map(({ sourceId }) => sourceId);
      await ledger.setState(kind, gone, 'removed');
      await ledger.report(stay.map((finding) => ({ ...finding, phase: 'rollback', kind, part: null, symbol: '!' })));
      counts.read += made.length;
      counts.written += gone.length;
      counts.rejected += stay.length;
    }
  }
  await sink.flush();
}

/** Removes items together and, where that fails, each alone. @returns per item why it stays, or null */
async function removeEach(
  { sink, signal }: Pick<Job, 'sink' | 'signal'>,
  kind: (typeof itemKinds)[number],
  ids: readonly string[],
): Promise<(string | null)[]> {
  try {
    return ids.length === 0 ? [] : await sink.remove(kind, ids);
  } catch (error) {
    if (isFatal(error, signal)) throw error;
    if (ids.length === 1) return [reasonOf(error)];
    const refusals = [];
    for (const id of ids) refusals.push(...(await removeEach({ sink, signal }, kind, [id])));
    return refusals;
  }
}
