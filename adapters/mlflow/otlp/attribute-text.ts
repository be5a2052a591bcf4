import { writePythonFloat } from '../wire/python-json.ts';

/** A double as JSON text, spelled as Python does. */
export function doubleText(value: number): string {
  if (Number.isFinite(value)) return writePythonFloat(value);
  return Number.isNaN(value) ? 'NaN' : value > 0 ? 'Infinity' : '-Infinity';
}

const BACKSLASH = 0x5c;
const escapes: Readonly<Record<number, string>> = { 9: '\\t', 10: '\\n', 13: '\\r', [BACKSLASH]: '\\\\' };

/** Bytes as Python shows them, in quotes: the original keeps them so. */
export function bytesText(bytes: Uint8Array): string {
  const quote = bytes.includes(0x27) && !bytes.includes(0x22) ? '"' : "'";
  let shown = `b${quote}`;
  for (const byte of bytes) {
    const escape = escapes[byte];
    if (escape !== undefined) shown += escape;
    else if (byte === quote.charCodeAt(0)) shown += `\\${quote}`;
    else shown += byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, '0')}`;
  }
  return JSON.stringify(shown + quote);
}

/** A list or object of texts that are JSON already. */
export function listText(items: readonly string[]): string {
  return `[${items.join(', ')}]`;
}

export function objectText(fields: Iterable<readonly [key: string, text: string]>): string {
  let text = '';
  for (const [key, value] of fields) text += `${text === '' ? '' : ', '}${JSON.stringify(key)}: ${value}`;
  return `{${text}}`;
}

/** Where JSON of a text, a list or an object begins. */
const HOLDS = /^[ \t\r\n]*["[{]/;

/** The JSON text of a text; one that holds the JSON of a text, list or object is that JSON. */
export function innerText(value: string): string {
  if (HOLDS.test(value)) {
    try {
      JSON.parse(value);
      return value;
    } catch {
      // a text like any other
    }
  }
  return JSON.stringify(value);
}

/** What JSON text means; a text that is no JSON means itself. */
export function meaningOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The text that JSON text means; anything but a text is shown as it stands. */
export function plainText(text: string): string {
  const meaning = meaningOf(text);
  return typeof meaning === 'string' ? meaning : text;
}
