import type { Context } from '../context.ts';
import { BridgeError } from '../model/errors.ts';
import type { TraceSpans } from '../model/trace.ts';
import { linkTracesToRun } from './traces.ts';

/** Spans as one request brings them. */
export interface LoggedSpans {
  /** Decimal id of the project, as MLflow shows it, for traces that are not there yet; one that is there stays in its own. */
  experimentId: bigint;
  traces: readonly TraceSpans[];
  /** The run that traces belong to from now on whose root is among the spans. */
  runId?: string | undefined;
}

/**
 * Writes spans, all or none; returns when they are committed. A trace they belong to that is not there yet is made.
 * @throws not_found for the project, already_exists for a trace of another workspace, forbidden
 */
export async function logSpans(context: Context, { experimentId, traces, runId }: LoggedSpans): Promise<void> {
  await context.guard.demand([
    { kind: 'experiment', ids: [experimentId.toString()], need: 'edit' },
    { kind: 'trace', ids: traces.map(({ traceId }) => traceId), need: 'edit' },
  ]);
  if (traces.length === 0) return;
  await context.spanWriter.write({ workspaceId: context.workspaceId, experimentId, traces });
  const ended = traces.filter(({ status }) => status !== null).map(({ traceId }) => traceId);
  if (runId === undefined || ended.length === 0) return;
  try {
    await context.guard.demand([{ kind: 'run', ids: [runId], need: 'edit' }]);
    await linkTracesToRun(context, ended, runId);
  } catch (error) {
    // the spans are written; an exporter that is told otherwise sends them again
    if (!(error instanceof BridgeError) || error.code === 'unavailable') throw error;
    context.log.warn({ err: error, runId }, 'traces were not linked to a run');
  }
}
