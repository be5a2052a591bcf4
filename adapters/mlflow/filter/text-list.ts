import { invalid, show } from '../../../src/model/errors.ts';

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\',
  "'": "'",
  '"': '"',
  '\n': '',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

const space = /[ \t\f\r\n]*/y;
const literal = /'((?:[^'\\\n\r]|\\[^])*)'|"((?:[^"\\\n\r]|\\[^])*)"/y;

const escape = /\\(?:([0-7]{1,3})|x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([^]))/g;

/** A string's inside with its escapes resolved; an unknown one stays as it is. Undefined for an incomplete one. */
function unescape(text: string): string | undefined {
  let isComplete = true;
  const read = text.replace(escape, (all: string, octal?: string, x?: string, u?: string, wide?: string, other = '') => {
    const code = octal === undefined ? Number.parseInt(x ?? u ?? wide ?? '', 16) : Number.parseInt(octal, 8);
    if (code <= 0x10ffff) return String.fromCodePoint(code);
    if (other === '' || 'xuUN'.includes(other)) isComplete = false;
    return escapes[other] ?? all;
  });
  return isComplete ? read : undefined;
}

/**
 * The texts of `('a', "b")`. MLflow reads such a list as a Python tuple, so here, unlike everywhere else in a filter,
 * backslash escapes count, strings side by side are one, and the last may be followed by a comma.
 * @throws invalid for an empty list and for anything else than strings
 */
export function parseTextList(raw: string, field: string): string[] {
  const refuse = () => invalid(field, `The list ${show(raw)} in the ${field} is no list of quoted strings.`);
  const values: string[] = [];
  let at = 1;
  const skip = (rule: RegExp): RegExpExecArray | null => {
    rule.lastIndex = at;
    const found = rule.exec(raw);
    if (found) at = rule.lastIndex;
    return found;
  };
  skip(space);
  while (raw[at] !== ')') {
    let value: string | undefined;
    for (let part = skip(literal); part; part = skip(literal)) {
      const text = unescape(part[1] ?? part[2] ?? '');
      if (text === undefined) throw refuse();
      value = (value ?? '') + text;
      skip(space);
    }
    if (value === undefined) throw refuse();
    values.push(value);
    if (raw[at] === ',') at += 1;
    else if (raw[at] !== ')') throw refuse();
    skip(space);
  }
  if (values.length === 0) throw refuse();
  return values;
}
