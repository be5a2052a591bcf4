import { type BridgeError, notFound } from '../model/errors.ts';
import { lastByKey } from '../model/run.ts';
import type { Span, TraceSpans } from '../model/trace.ts';
import type { Database } from './database.ts';
import { GroupCommit } from './group-commit.ts';
import { type SpanWrite, traceElsewhere, writeSpans } from './span-rows.ts';

/** Characters of spans taken into one commit; a single larger request is still written whole. */
const SIZE_PER_COMMIT = 8_000_000;

/** Spans that one request brings, of one trace or several. */
export interface SpanBatch {
  workspaceId: string;
  /** Decimal id of the project, as MLflow shows it, for traces that are not there yet. */
  experimentId: bigint;
  traces: readonly TraceSpans[];
}

interface Known {
  workspaceId: string;
  projectId: number;
}

/** Writes spans, many requests in one commit. */
export class SpanWriter {
  readonly #db: Database;
  readonly #commits: GroupCommit<SpanBatch, undefined>;

  constructor(db: Database) {
    this.#db = db;
    this.#commits = new GroupCommit({
      sizeOf: ({ traces }) => traces.reduce((size, { spans }) => spans.reduce((sum, span) => sum + span.content.length, size), 0),
      most: SIZE_PER_COMMIT,
      work: (batches) => this.#commit(batches),
    });
  }

  /**
   * Writes what one request brings, all or none; resolves when it is committed.
   * @throws not_found for the project of a new trace, already_exists for a trace that is in another workspace
   */
  async write(batch: SpanBatch): Promise<void> {
    await this.#commits.run(batch);
  }

  async #commit(batches: readonly SpanBatch[]): Promise<(undefined | BridgeError)[]> {
    // traces that are made by this commit join it: the next batch finds them as it would after the commit
    const [traces, projects] = await Promise.all([this.#findTraces(batches), this.#findProjects(batches)]);
    const writes = new Map<string, SpanWrite>();
    const outcomes = batches.map((batch) => {
      const { workspaceId, experimentId } = batch;
      const home = projects.get(`${workspaceId} ${experimentId}`);
      for (const { traceId } of batch.traces) {
        const known = traces.get(traceId);
        if (known && known.workspaceId !== workspaceId) return traceElsewhere(traceId);
        if (!known && home === undefined) return notFound('experiment', experimentId.toString());
      }
      for (const trace of batch.traces) {
        const { projectId } = traces.get(trace.traceId) ?? { projectId: home as number };
        traces.set(trace.traceId, { workspaceId, projectId });
        const earlier = writes.get(trace.traceId);
        writes.set(trace.traceId, earlier ? joined(earlier, trace) : { ...trace, projectId });
      }
      return undefined;
    });
    if (writes.size > 0) await writeSpans(this.#db, [...writes.values()].map(withEachSpanOnce));
    return outcomes;
  }

  async #findTraces(batches: readonly SpanBatch[]): Promise<Map<string, Known>> {
    const ids = new Set(batches.flatMap(({ traces }) => traces.map(({ traceId }) => traceId)));
    const { rows } = await this.#db.query<{ trace_id: string; project_id: number; workspace_id: string }>({
      name: 'traces-of-spans',
      text: 'select t.trace_id, t.project_id, p.workspace_id from traces t join projects p using (project_id) where t.trace_id = any($1)',
      values: [[...ids]],
    });
    return new Map(rows.map((row) => [row.trace_id, { workspaceId: row.workspace_id, projectId: row.project_id }]));
  }

  /** Short ids of projects by workspace and experiment id. */
  async #findProjects(batches: readonly SpanBatch[]): Promise<Map<string, number>> {
    const { rows } = await this.#db.query<{ workspace_id: string; experiment_id: bigint; project_id: number }>({
      name: 'projects-of-spans',
      text: `select workspace_id, experiment_id, project_id from projects
        join (select distinct * from unnest($1::uuid[], $2::int8[]) as s (workspace_id, experiment_id)) s
        using (workspace_id, experiment_id)`,
      values: [batches.map(({ workspaceId }) => workspaceId), batches.map(({ experimentId }) => experimentId)],
    });
    return new Map(rows.map((row) => [`${row.workspace_id} ${row.experiment_id}`, row.project_id]));
  }
}

/** What two requests bring of one trace, the later one having the last word where the record has one. */
function joined(earlier: SpanWrite, later: TraceSpans): SpanWrite {
  return {
    traceId: earlier.traceId,
    projectId: earlier.projectId,
    spans: [...earlier.spans, ...later.spans],
    status: earlier.status ?? later.status,
    requestPreview: earlier.requestPreview ?? later.requestPreview,
    responsePreview: earlier.responsePreview ?? later.responsePreview,
    name: later.name ?? earlier.name,
    session: earlier.session ?? later.session,
    tags: [...earlier.tags, ...later.tags],
    metadata: [...later.metadata, ...earlier.metadata],
  };
}

/** One statement may touch a row once: the last of several spans with one id is kept, and of entries with one key. */
function withEachSpanOnce(write: SpanWrite): SpanWrite {
  const spans = new Map<string, Span>(write.spans.map((span) => [span.id, span]));
  return { ...write, spans: [...spans.values()], tags: lastByKey(write.tags), metadata: lastByKey(write.metadata) };
}
