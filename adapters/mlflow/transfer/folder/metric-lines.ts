import type { Readable } from 'node:stream';
import { BridgeError, show } from '../../../../src/model/errors.ts';

/** Longest line that is read. */
const MAX_LINE = 64 * 1024;

/** The lines of a file, a chunk of it at a time; empty ones are left out. @throws too_large for a line that never ends */
export async function* readLines(content: Readable): AsyncGenerator<string[]> {
  let rest = '';
  for await (const chunk of content.setEncoding('utf8')) {
    const lines = (rest + String(chunk)).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > MAX_LINE) throw new BridgeError('too_large', `A line has more than ${MAX_LINE} characters.`);
    yield lines.filter((line) => line.trim() !== '');
  }
  if (rest.trim() !== '') yield [rest];
}

/** A line of a file of points. */
export interface LinePoint {
  timestampMs: bigint;
  value: number;
  step: bigint;
  run?: string;
  datasetName?: string;
  datasetDigest?: string;
}

/** Doubles that Python spells otherwise. */
const spelled: Readonly<Record<string, number>> = { nan: Number.NaN, inf: Infinity, '-inf': -Infinity };

function toDouble(text: string): number {
  const value = spelled[text.toLowerCase()] ?? (text === '' ? Number.NaN : Number(text));
  if (Number.isNaN(value) && text.toLowerCase() !== 'nan') throw new BridgeError('invalid', `${show(text)} is no number.`);
  return value;
}

function toWhole(text: string): bigint {
  if (/^-?\d+$/.test(text)) return BigInt(text);
  throw new BridgeError('invalid', `${show(text)} is no whole number.`);
}

/**
 * Reads `timestamp value`, with a step since 1.0, and a dataset's name and digest since 3.0.
 * @param isOfModel a run stands behind the step
 * @throws invalid
 */
export function toPoint(line: string, isOfModel: boolean): LinePoint {
  const [timestamp = '', value = '', step = '0', ...more] = line.trim().split(' ');
  const point = { timestampMs: toWhole(timestamp), value: toDouble(value), step: toWhole(step) };
  const run = isOfModel ? more.shift() : undefined;
  if (more.length !== 0 && more.length < 2)
    throw new BridgeError('invalid', `The line ${show(line)} has ${more.length} parts too many.`);
  // a name may have spaces, a digest has none
  return more.length === 0
    ? { ...point, run }
    : { ...point, run, datasetName: more.slice(0, -1).join(' '), datasetDigest: more.at(-1) };
}
