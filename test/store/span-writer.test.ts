import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { BridgeError } from '../../src/model/errors.ts';
import type { TraceSpans } from '../../src/model/trace.ts';
import { DEFAULT_WORKSPACE_ID } from '../../src/model/workspace.ts';
import { openDatabase } from '../../src/store/database.ts';
import { insertProject } from '../../src/store/projects.ts';
import { SpanWriter } from '../../src/store/span-writer.ts';
import { findTraces } from '../../src/store/traces.ts';
import { cloneDatabase } from '../support/database.ts';
import { newId } from '../support/new-id.ts';

const OTHER_WORKSPACE_ID = '00000000-0000-4000-8000-000000000002';
const now = new Date('2026-01-02T03:04:05Z');

describe('the span writer', async () => {
  const db = openDatabase(await cloneDatabase(), { connections: 4 });
  after(() => db.close());
  const writer = new SpanWriter(db);
  const experimentIds = new Map<string, bigint>();

  before(async () => {
    await db.query({
      text: `insert into workspaces (workspace_id, name, created_at) values ($1, 'other', $2)`,
      values: [OTHER_WORKSPACE_ID, now],
    });
    for (const workspaceId of [DEFAULT_WORKSPACE_ID, OTHER_WORKSPACE_ID]) {
      const draft = { name: 'p', tags: [], workspaceId, uuid: newId(), rootPrefix: 'mlflow-artifacts:', userId: null, now };
      experimentIds.set(workspaceId, (await insertProject(db, draft)).experimentId);
    }
  });

  function write(workspaceId: string, traceId: string, name: string): Promise<void> {
    const span = { parentId: null, name, type: null, status: 'ok' as const, startedNs: 1n, endedNs: 2n, content: '{}' };
    const trace: TraceSpans = {
      traceId,
      spans: [{ ...span, traceId, id: newId().slice(0, 16), model: null, provider: null, usage: null, cost: null }],
      status: 'ok',
      requestPreview: null,
      responsePreview: null,
      name,
      session: null,
      tags: [],
      metadata: [],
    };
    return writer.write({ workspaceId, experimentId: experimentIds.get(workspaceId) ?? 0n, traces: [trace] });
  }

  it('keeps spans of two workspaces apart that name one new trace and meet in one commit', async () => {
    const id = 'tr-both';
    // the first of three is written alone, the others gather meanwhile
    const [, here, there] = await Promise.allSettled([
      write(DEFAULT_WORKSPACE_ID, 'tr-first', 'first'),
      write(DEFAULT_WORKSPACE_ID, id, 'here'),
      write(OTHER_WORKSPACE_ID, id, 'there'),
    ]);
    assert.equal(here.status, 'fulfilled');
    assert.ok(there.status === 'rejected' && there.reason instanceof BridgeError);
    assert.equal(there.reason.code, 'already_exists');
    const [trace] = await findTraces(db, { workspaceId: DEFAULT_WORKSPACE_ID, ids: [id] });
    assert.equal(trace?.name, 'here');
    const { rows } = await db.query<{ name: string }>({ text: 'select name from spans where trace_id = $1', values: [id] });
    assert.deepEqual(rows, [{ name: 'here' }]);
  });
});
