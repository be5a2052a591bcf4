import { objectText } from './attribute-text.ts';
import type { Attributes, OtlpSpan } from './otlp-span.ts';

const codes: Readonly<Record<number, string>> = { 1: 'STATUS_CODE_OK', 2: 'STATUS_CODE_ERROR' };

function base64(hex: string): string {
  return Buffer.from(hex, 'hex').toString('base64');
}

/** Attributes of a span are JSON texts in JSON, those of events and links JSON itself. */
function textsText(attributes: Attributes): string {
  let text = '';
  for (const [key, value] of attributes) text += `${text === '' ? '' : ', '}${JSON.stringify(key)}: ${JSON.stringify(value)}`;
  return `{${text}}`;
}

/** A span in the JSON that MLflow's clients keep in `traces.json`, spelled as Python does: people search it by LIKE. */
export function writeContent(span: OtlpSpan): string {
  const events = span.events.map(
    ({ name, timeNs, attributes }) =>
      `{"name": ${JSON.stringify(name)}, "time_unix_nano": ${timeNs}, "attributes": ${objectText(attributes)}}`,
  );
  const links = span.links.map(({ traceId, spanId, attributes }) => {
    const said = attributes.size > 0 ? objectText(attributes) : 'null';
    return `{"trace_id": "tr-${traceId}", "span_id": "${spanId}", "attributes": ${said}}`;
  });
  const parent = span.parentId === null ? 'null' : `"${base64(span.parentId)}"`;
  const code = codes[span.statusCode] ?? 'STATUS_CODE_UNSET';
  return `{"trace_id": "${base64(span.traceId)}", "span_id": "${base64(span.spanId)}", "parent_span_id": ${parent}, \
"name": ${JSON.stringify(span.name)}, "start_time_unix_nano": ${span.startedNs}, "end_time_unix_nano": ${span.endedNs}, \
"events": [${events.join(', ')}], "status": {"code": "${code}", "message": ${JSON.stringify(span.statusMessage)}}, \
"attributes": ${textsText(span.attributes)}, "links": [${links.join(', ')}]}`;
}
