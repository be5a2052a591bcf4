import type { components } from '../../../../openapi/generated/mlflow.ts';
import type { AssessmentItem, TraceItem } from '../../../../src/bridge/item.ts';
import { artifactName } from '../../../../src/model/artifact-path.ts';
import { toAssessment } from '../../map/assessment.ts';
import { toMilliseconds } from '../../map/timestamp.ts';
import { numberOf, textOf, wholeOf } from '../database/row.ts';
import { toTraceItem } from '../items/trace.ts';
import type { Found, Layout } from './layout.ts';
import { type Meta, readEntries, readMeta } from './meta.ts';
import { experimentOf } from './read-things.ts';

/** The file has the fields that an assessment has on the wire. */
function toAssessmentItem(trace: string, file: string, { row, whole }: Meta): AssessmentItem {
  const made = { id: artifactName(file).replace(/\.yaml$/, ''), ms: 0n };
  const given = toAssessment(whole as components['schemas']['assessmentsAssessment'], trace, made);
  const { kind, spanId, sourceRun, metadata, traceId: _, ...facts } = given;
  return {
    ...facts,
    type: kind,
    error: facts.error && JSON.stringify(facts.error),
    span: spanId,
    run: textOf(row, 'run_id') ?? sourceRun,
    metadata: Object.entries(metadata).map(([key, value]) => ({ key, value: String(value) })),
    valid: row['valid'] !== false,
  };
}

/** A trace of 2.x or 3.x. */
export async function readTrace(layout: Layout, found: Found): Promise<TraceItem> {
  const { folder } = layout;
  const { row } = await readMeta(folder, layout.factsOf('trace', found));
  const requested = textOf(row, 'request_time');
  const files = (await folder.entries(`${found.path}/assessments`)).filter(({ name }) => name.endsWith('.yaml'));
  return toTraceItem({
    id: found.id,
    project: experimentOf(found),
    startedMs: requested === null ? numberOf(row, 'timestamp_ms') : toMilliseconds(requested, 'request_time'),
    durationMs: wholeOf(row, 'execution_duration_ms') ?? wholeOf(row, 'execution_time_ms'),
    status: textOf(row, 'state') ?? textOf(row, 'status') ?? 'STATE_UNSPECIFIED',
    clientRequestId: textOf(row, 'client_request_id'),
    requestPreview: textOf(row, 'request_preview'),
    responsePreview: textOf(row, 'response_preview'),
    tags: await readEntries(folder, `${found.path}/tags`),
    metadata: await readEntries(folder, `${found.path}/request_metadata`),
    links: [],
    assessments: await Promise.all(
      files.map(async ({ name }) =>
        toAssessmentItem(found.id, name, await readMeta(folder, `${found.path}/assessments/${name}`)),
      ),
    ),
    spans: [],
  });
}
