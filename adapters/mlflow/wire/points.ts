import type { PointColumns } from '../../../src/tracking/history.ts';
import { MAX_DOUBLE } from './json.ts';

const special: Readonly<Record<string, string>> = { NaN: '"NaN"', Infinity: MAX_DOUBLE, '-Infinity': `-${MAX_DOUBLE}` };

/** A double, as Postgres writes it, in JSON. */
function writeDoubleText(text: string): string {
  const last = text.charCodeAt(text.length - 1);
  // only NaN, Infinity and -Infinity end in a letter
  return last > 57 ? (special[text] ?? text) : text;
}

/** The same with the bare NaN that one route of the original prints. */
export function writeBareDouble(text: string): string {
  return text === 'NaN' ? 'NaN' : writeDoubleText(text);
}

/** Points as the items of a JSON list, without the brackets; numbers are passed through as exact text. */
export function writePoints(key: string, points: PointColumns, runId?: string, writeValue = writeDoubleText): string {
  const head = `{"key":${JSON.stringify(key)},"value":`;
  const tail = runId === undefined ? '}' : `,"run_id":${JSON.stringify(runId)}}`;
  const { steps, timestampsMs, values } = points;
  let text = '';
  for (let index = 0; index < steps.length; index += 1) {
    text += `${index === 0 ? '' : ','}${head}${writeValue(values[index] as string)},"timestamp":${timestampsMs[index]},"step":${steps[index]}${tail}`;
  }
  return text;
}
