import type { AssessmentItem, EntryItem, SpanItem, TraceItem } from '../../../../src/bridge/item.ts';
import { COST, NAME_TAG, SESSION, USAGE, writeCost, writeTokenUsage } from '../../map/trace-facts.ts';
import { toAssessmentItem, toSpanStatus, toTraceItem } from '../items/trace.ts';
import { ofExperiments, ofTime } from './chosen.ts';
import type { KindReader } from './kind.ts';
import { toEntries } from './read-projects.ts';
import { type Cell, doubleOf, nameOf, numberOf, type Row, textOf, truthOf, wholeOf } from './row.ts';
import { compares, groupBy, isIn, type Tables } from './tables.ts';

const assessmentColumns = [
  'assessment_id',
  'trace_id',
  'name',
  'assessment_type',
  'value',
  'error',
  'created_timestamp',
  'last_updated_timestamp',
  'source_type',
  'source_id',
  'run_id',
  'span_id',
  'rationale',
  'overrides',
  'valid',
  'assessment_metadata',
];

function toAssessment(row: Row): AssessmentItem {
  return toAssessmentItem({
    id: nameOf(row, 'assessment_id'),
    type: nameOf(row, 'assessment_type'),
    name: textOf(row, 'name') ?? '',
    value: textOf(row, 'value') ?? 'null',
    error: textOf(row, 'error'),
    source: textOf(row, 'source_type') ?? '',
    sourceId: textOf(row, 'source_id'),
    span: textOf(row, 'span_id'),
    rationale: textOf(row, 'rationale'),
    metadata: textOf(row, 'assessment_metadata'),
    run: textOf(row, 'run_id'),
    overrides: textOf(row, 'overrides'),
    valid: truthOf(row, 'valid'),
    createdMs: numberOf(row, 'created_timestamp'),
    changedMs: numberOf(row, 'last_updated_timestamp'),
  });
}

function toSpan(row: Row): SpanItem {
  return {
    id: nameOf(row, 'span_id'),
    parent: textOf(row, 'parent_span_id'),
    name: textOf(row, 'name') ?? '',
    startedNs: numberOf(row, 'start_time_unix_nano'),
    endedNs: wholeOf(row, 'end_time_unix_nano'),
    status: toSpanStatus(textOf(row, 'status')),
    content: nameOf(row, 'content'),
  };
}

/** Metadata and tags that columns hold since 3.16, and that win over rows of the same key. */
function promoted(row: Row): { tags: EntryItem[]; metadata: EntryItem[] } {
  const usage = writeTokenUsage({
    input: wholeOf(row, 'input_tokens') ?? undefined,
    output: wholeOf(row, 'output_tokens') ?? undefined,
    total: wholeOf(row, 'total_tokens') ?? undefined,
    cacheRead: wholeOf(row, 'cache_read_input_tokens') ?? undefined,
    cacheCreation: wholeOf(row, 'cache_creation_input_tokens') ?? undefined,
    cacheCreationLong: wholeOf(row, 'cache_creation_input_tokens_above_1hr') ?? undefined,
  });
  const cost = writeCost({
    input: doubleOf(row, 'input_cost') ?? undefined,
    output: doubleOf(row, 'output_cost') ?? undefined,
    total: doubleOf(row, 'total_cost') ?? undefined,
  });
  const entry = (key: string, value: string | null | undefined) =>
    value === null || value === undefined ? [] : [{ key, value }];
  return {
    tags: entry(NAME_TAG, textOf(row, 'trace_name')),
    metadata: [...entry(SESSION, textOf(row, 'session_id')), ...entry(USAGE, usage), ...entry(COST, cost)],
  };
}

const linkKinds: Readonly<Record<string, TraceItem['links'][number]['kind']>> = { run: 'run', prompt_version: 'prompt_version' };

function toLinks(rows: readonly Row[]): TraceItem['links'] {
  return rows.flatMap((row) => {
    const kind = linkKinds[String(row['destination_type'])];
    return kind ? [{ kind, target: nameOf(row, 'destination_id') }] : [];
  });
}

async function partsOf(tables: Tables, table: string, column: string, columns: readonly string[], ids: readonly Cell[]) {
  return groupBy(await tables.rows({ table, columns: [column, ...columns], where: [isIn(column, ids)] }), column);
}

async function linksOf(tables: Tables, ids: readonly Cell[]) {
  const columns = ['source_id', 'destination_type', 'destination_id'];
  const where = [compares('source_type', '=', 'trace'), isIn('source_id', ids)];
  return groupBy(await tables.rows({ table: 'entity_associations', columns, where }), 'source_id');
}

const spanColumns = ['span_id', 'parent_span_id', 'name', 'status', 'start_time_unix_nano', 'end_time_unix_nano', 'content'];

/** Tag of a trace whose spans were moved to an archive. */
const ARCHIVE_TAG = 'mlflow.trace.archiveLocation';

export const traces: KindReader<'trace'> = {
  kind: 'trace',
  table: 'trace_info',
  columns: [
    'experiment_id',
    'timestamp_ms',
    'execution_time_ms',
    'status',
    'client_request_id',
    'request_preview',
    'response_preview',
    'trace_name',
    'session_id',
    'input_tokens',
    'output_tokens',
    'total_tokens',
    'cache_read_input_tokens',
    'cache_creation_input_tokens',
    'cache_creation_input_tokens_above_1hr',
    'input_cost',
    'output_cost',
    'total_cost',
  ],
  keys: ['request_id'],
  chunk: 25,
  chosen: (chosen) => [...ofExperiments(chosen), ...ofTime(chosen, 'timestamp_ms')],
  withIds: (ids) => [isIn('request_id', ids)],
  idOf: (row) => nameOf(row, 'request_id'),
  async prepare(tables, rows) {
    const ids = rows.map((row) => row['request_id'] ?? null);
    const tags = await partsOf(tables, 'trace_tags', 'request_id', ['key', 'value'], ids);
    const metadata = await partsOf(tables, 'trace_request_metadata', 'request_id', ['key', 'value'], ids);
    const assessments = await partsOf(tables, 'assessments', 'trace_id', assessmentColumns, ids);
    const spans = await partsOf(tables, 'spans', 'trace_id', spanColumns, ids);
    const links = await linksOf(tables, ids);
    return (row) => {
      const id = nameOf(row, 'request_id');
      const facts = promoted(row);
      return toTraceItem({
        id,
        project: nameOf(row, 'experiment_id'),
        startedMs: numberOf(row, 'timestamp_ms'),
        durationMs: wholeOf(row, 'execution_time_ms'),
        status: textOf(row, 'status') ?? '',
        clientRequestId: textOf(row, 'client_request_id'),
        requestPreview: textOf(row, 'request_preview'),
        responsePreview: textOf(row, 'response_preview'),
        tags: [...toEntries(tags(id)), ...facts.tags],
        metadata: [...toEntries(metadata(id)), ...facts.metadata],
        links: toLinks(links(id)),
        assessments: assessments(id).map(toAssessment),
        spans: spans(id).map(toSpan),
      });
    };
  },
  lacking: ({ hasSpans, tags }) =>
    hasSpans || tags.every(({ key }) => key !== ARCHIVE_TAG)
      ? undefined
      : { part: 'spans', reason: 'Its spans were moved to an archive, which is not read.' },
};
