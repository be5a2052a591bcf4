import type { StoredLine } from '../../../src/tracking/console.ts';
import { toIsoTime } from './shown-event.ts';

/** What may stand in braces in the format of a line. */
const fields = new Map<string, (line: StoredLine) => string>(
  Object.entries({
    asctime: ({ timestampMs }: StoredLine) => String(toIsoTime(timestampMs)),
    timestamp: ({ timestampMs }: StoredLine) => timestampMs.toString(),
    level: ({ level }: StoredLine) => level,
    worker: ({ worker }: StoredLine) => worker ?? '',
    msg: ({ message }: StoredLine) => message,
  }),
);

/** Writes lines by a format such as `{asctime} {level} {msg}`; braces around anything else stay as they are. */
export function logLineWriter(format: string): (line: StoredLine) => string {
  return (line) => format.replace(/\{(\w+)\}/g, (whole, name: string) => fields.get(name)?.(line) ?? whole);
}
