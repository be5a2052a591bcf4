import { element } from './elements.js';

const DAY_MS = 86_400_000;
const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];

/** A moment, from milliseconds as a decimal text; one no calendar has is shown as it is. */
export function moment(milliseconds) {
  if (milliseconds === undefined) return undefined;
  const date = new Date(Number(milliseconds));
  if (Number.isNaN(date.getTime())) return `${milliseconds} ms`;
  return element('time', { datetime: date.toISOString() }, date.toLocaleString());
}

/** How long something took, as text; undefined while it runs. */
export function duration(startedMs, endedMs) {
  if (startedMs === undefined || endedMs === undefined) return undefined;
  const ms = Number(endedMs) - Number(startedMs);
  if (Math.abs(ms) < 1000) return `${ms} ms`;
  if (Math.abs(ms) < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  if (Math.abs(ms) < DAY_MS)
    return `${Math.floor(ms / 3_600_000)} h ${Math.floor(ms / 60_000) % 60} min ${Math.floor(ms / 1000) % 60} s`.replace(
      /^0 h /,
      '',
    );
  return `${(ms / DAY_MS).toFixed(1)} days`;
}

/** A size, from bytes. */
export function size(bytes) {
  if (bytes === undefined) return undefined;
  const power = bytes < 1024 ? 0 : Math.min(Math.floor(Math.log2(bytes) / 10), units.length - 1);
  return `${power === 0 ? bytes : (bytes / 1024 ** power).toFixed(1)} ${units[power]}`;
}

/** A status as a badge; its colour repeats what the word says. */
export function status(name) {
  return element('span', { class: `status ${name}` }, name.replaceAll('_', ' '));
}
