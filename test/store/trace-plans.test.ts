import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { parseTraceFilter } from '../../adapters/mlflow/filter/trace-filter.ts';
import { parseTraceOrder } from '../../adapters/mlflow/filter/trace-order.ts';
import { everything } from '../../src/model/reach.ts';
import type { MetricQuery } from '../../src/model/trace-metrics.ts';
import type { TraceQuery } from '../../src/model/trace-query.ts';
import { DEFAULT_WORKSPACE_ID } from '../../src/model/workspace.ts';
import { insertProject } from '../../src/store/projects.ts';
import { searchTraces } from '../../src/store/search/traces.ts';
import { queryMetrics } from '../../src/store/trace-metrics.ts';
import { explainWork, openPlanned } from '../support/explain.ts';
import { newId } from '../support/new-id.ts';

const everywhere = { workspaceId: DEFAULT_WORKSPACE_ID, reach: everything };

const TRACES = 10_000;

/** What hot searches and sums cost among 10,000 traces of two spans, three tags and a judgement, and how they get there. */
describe('among 10,000 traces', async () => {
  const db = await openPlanned();
  let experimentId = 0n;

  before(async () => {
    const draft = { name: 'p', tags: [], workspaceId: DEFAULT_WORKSPACE_ID, uuid: newId(), rootPrefix: 'r:', userId: null };
    const project = await insertProject(db, { ...draft, now: new Date() });
    experimentId = project.experimentId;
    const numbers = `generate_series(1, ${TRACES}) n`;
    const id = `'tr-' || md5(n::text)`;
    const fill = [
      `insert into traces (trace_id, project_id, started_ms, duration_ms, status, name, session)
        select ${id}, ${project.projectId}, n * 10, n % 500, case when n % 20 = 0 then 'error' else 'ok' end, 'n' || n % 7, 's' || n / 5
        from ${numbers}`,
      `insert into trace_entries (trace_id, kind, key, value)
        select ${id}, 'tag', 'k' || k, 'v' || n * k % 100 from ${numbers}, generate_series(1, 3) k
        union all select ${id}, 'metadata', 'mlflow.sourceRun', 'run' || n / 50 from ${numbers}`,
      `insert into spans (trace_id, span_id, name, status, started_ns, ended_ns, content)
        select ${id}, s, 'span' || s, 'ok', n::bigint * 10000000, n::bigint * 10000000 + 1000000, repeat('content ', 40)
        from ${numbers}, generate_series(1, 2) s`,
      `insert into assessments (trace_id, assessment_id, kind, name, value, measure, is_number, source, metadata, covers_session, valid,
          created_ms, changed_ms)
        select ${id}, 'a' || n, 'feedback', 'f', (n % 10) || '.0', n % 10, true, 'human', '{}', false, true, 1, 1 from ${numbers}`,
      'vacuum analyze',
    ];
    for (const text of fill) await db.query({ text });
  });

  const explain = (filter: string, order: string[], rest: Partial<TraceQuery> = {}) => {
    const query = {
      experimentIds: [experimentId],
      conditions: parseTraceFilter(filter),
      order: parseTraceOrder(order),
      limit: 100,
      ...rest,
    };
    return explainWork(db, (watched) => searchTraces(watched, everywhere, query));
  };

  const hot: readonly { title: string; filter: string; index: string; pages: number }[] = [
    { title: 'the newest traces', filter: '', index: 'traces_newest_idx', pages: 1500 },
    { title: 'the newest since a time', filter: 'timestamp_ms > 5000', index: 'traces_newest_idx', pages: 1500 },
    { title: 'failed traces', filter: "status = 'ERROR'", index: 'traces_newest_idx', pages: 3500 },
    { title: 'traces of a rare tag', filter: "tags.k1 = 'v5'", index: 'trace_entries_value_idx', pages: 2500 },
    { title: 'traces of a tag that begins so', filter: "tags.k2 LIKE 'v1%'", index: 'trace_entries_value_idx', pages: 7000 },
    { title: 'traces of a run', filter: "run_id = 'run40'", index: 'trace_entries_value_idx', pages: 1500 },
    { title: 'traces that nobody judged so', filter: 'feedback.f > 100', index: 'assessments_session_idx', pages: 800 },
    { title: 'traces of a session', filter: "metadata.`mlflow.trace.session` = 's77'", index: 'traces_session_idx', pages: 100 },
  ];
  for (const { title, filter, index, pages } of hot) {
    test(`a search for ${title} is one statement that follows ${index}`, async () => {
      const plan = await explain(filter, []);
      assert.equal(plan.statements, 1);
      assert.ok(plan.indexes.includes(index), `used ${plan.indexes.join(', ')}`);
      assert.ok(plan.pages <= pages, `touched ${plan.pages} pages`);
    });
  }

  test('a late page of a search touches no more of the database than the first', async () => {
    const first = await explain('', []);
    let after = first.result.next;
    for (let page = 2; page < 80; page += 1) {
      ({ next: after } = (await explain('', [], { ...(after && { after }) })).result);
    }
    assert.ok(after);
    const late = await explain('', [], { after });
    assert.ok(late.pages <= first.pages * 1.5, `${late.pages} pages after ${first.pages}`);
  });

  const sums: readonly Pick<MetricQuery, 'subject' | 'dimensions'>[] = [
    { subject: { view: 'traces', of: 'traces' }, dimensions: ['traceStatus'] },
    { subject: { view: 'spans', of: 'spans' }, dimensions: ['spanName'] },
    { subject: { view: 'assessments', of: 'assessments' }, dimensions: ['assessmentValue'] },
  ];
  for (const { subject, dimensions } of sums) {
    test(`${subject.view} are counted by hour without sorting them, each table read once`, async () => {
      const query: MetricQuery = {
        experimentIds: [experimentId],
        subject,
        dimensions,
        aggregations: [{ by: 'count' }],
        filters: [],
        bucketSeconds: 3600n,
        limit: 1000,
      };
      const plan = await explainWork(db, (watched) => queryMetrics(watched, everywhere, query));
      assert.ok(plan.result.length > 0);
      assert.ok(!plan.steps.includes('Nested Loop') && !plan.steps.includes('GroupAggregate'), plan.steps.join(', '));
      assert.deepEqual(plan.scanned, [...new Set(plan.scanned)]);
    });
  }
});
