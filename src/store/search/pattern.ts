import { BridgeError, show } from '../../model/errors.ts';

/** A regular expression as Postgres takes it, and what can be known of every text in which it is found. */
export interface Pattern {
  /** The one text it is found in, when it is `^` text `$`. */
  equal?: string;
  /** What every such text begins with; often empty. */
  beginning: string;
  /** The same in Postgres' advanced dialect. */
  expression: string;
}

const MAX_LENGTH = 10_000;

function refuse(pattern: string, why: string): BridgeError {
  return new BridgeError('invalid', `The regular expression ${show(pattern)} cannot be searched for: ${why}.`, {
    field: 'pattern',
    reason: 'pattern',
  });
}

/** Escapes whose letter means something else, or nothing, in Postgres. The others of this list mean the same. */
const escapes: Readonly<Record<string, string>> = {
  d: '\\d',
  D: '\\D',
  w: '\\w',
  W: '\\W',
  s: '\\s',
  S: '\\S',
  b: '\\y',
  B: '\\Y',
  A: '\\A',
  Z: '\\Z',
  z: '\\Z',
  n: '\\n',
  r: '\\r',
  t: '\\t',
  f: '\\f',
  v: '\\v',
  a: '\\a',
  e: '\\e',
};
/** What of these stands for a class or a place, which a set of characters has another word for or none. */
const noCharacters = /[BAZzWDS]/;

type Token = { literal: string } | { other: string };

/** One token after another; `(?ims)` at the beginning is taken off before. */
class Reader {
  readonly #pattern: string;
  #at = 0;
  readonly #dotAll: boolean;

  constructor(pattern: string, dotAll: boolean) {
    this.#pattern = pattern;
    this.#dotAll = dotAll;
  }

  tokens(): Token[] {
    const tokens: Token[] = [];
    while (this.#at < this.#pattern.length) tokens.push(this.#next());
    return tokens;
  }

  #take(expression: RegExp): string | undefined {
    const sticky = new RegExp(expression.source, 'uy');
    sticky.lastIndex = this.#at;
    const found = sticky.exec(this.#pattern)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }

  #next(): Token {
    const escape = this.#take(/\\[^]/);
    if (escape) return this.#escape(escape.slice(1), false);
    if (this.#take(/\\/)) throw refuse(this.#pattern, 'it ends in a backslash');
    if (this.#take(/\[/)) return { other: this.#set() };
    if (this.#take(/\(\?P?<(?![=!])[A-Za-z_]\w*>/)) return { other: '(' };
    const group = this.#take(/\(\?(?:[:=!]|<[=!])/);
    if (group) return { other: group };
    if (this.#take(/\(\?/)) throw refuse(this.#pattern, 'a group of this kind is not known');
    if (this.#take(/\./)) return { other: this.#dotAll ? '.' : '[^\\n]' };
    if (this.#take(/[*+?][+]|\{\d+(?:,\d*)?\}\+/)) throw refuse(this.#pattern, 'possessive repetition is not known');
    const repeat = this.#take(/[*+?]\??|\{\d+(?:,\d*)?\}\??/);
    if (repeat) return { other: repeat };
    const special = this.#take(/[$^()|]/);
    if (special) return { other: special };
    const literal = this.#take(/[^]/) as string;
    return { literal };
  }

  #escape(letter: string, isInSet: boolean): Token {
    if (!/[A-Za-z0-9]/.test(letter)) return { literal: letter };
    if (letter === 'x') return { literal: this.#code(/[0-9a-fA-F]{2}|\{[0-9a-fA-F]{1,6}\}/) };
    if (letter === 'u') return { literal: this.#code(/[0-9a-fA-F]{4}/) };
    if (isInSet && letter === 'b') return { literal: '\b' };
    const known = escapes[letter];
    if (known === undefined || (isInSet && noCharacters.test(letter) && !/[WDS]/.test(letter))) {
      throw refuse(this.#pattern, `\\${letter} is not known`);
    }
    return { other: known };
  }

  #code(expression: RegExp): string {
    const digits = this.#take(expression)?.replace(/[{}]/g, '');
    const code = Number.parseInt(digits ?? '', 16);
    if (!(code > 0 && code <= 0x10ffff)) throw refuse(this.#pattern, 'a character code is not valid');
    return String.fromCodePoint(code);
  }

  /** A set of characters behind its opening bracket. */
  #set(): string {
    let text = `[${this.#take(/\^/) ?? ''}${this.#take(/\]/) ? '\\]' : ''}`;
    for (;;) {
      const kind = this.#take(/\[:\^?[a-z]+:\]/);
      const escape = kind ? undefined : this.#take(/\\[^]/);
      const plain = kind || escape ? undefined : this.#take(/[^]/);
      if (kind) text += kind;
      else if (escape) {
        const token = this.#escape(escape.slice(1), true);
        text += 'literal' in token ? quote(token.literal) : token.other;
      } else if (plain === undefined) throw refuse(this.#pattern, 'a [ is not closed');
      else if (plain === ']') return `${text}]`;
      else text += plain === '[' ? '\\[' : plain;
    }
  }
}

/** A character that means itself. */
function quote(character: string): string {
  return /[A-Za-z0-9\s]|[^\0-\x7f]/.test(character) ? character : `\\${character}`;
}

/** What every text found begins with: the plain characters behind `^`, the last of them only if it is not repeated. */
function beginningOf(tokens: readonly Token[]): string {
  const [first, ...rest] = tokens;
  const isAnchored = first && 'other' in first && first.other === '^';
  if (!isAnchored || tokens.some((token) => 'other' in token && token.other === '|')) return '';
  const end = rest.findIndex((token) => 'other' in token);
  const plain = end < 0 ? rest : rest.slice(0, end);
  const next = rest[end];
  const isRepeated = next !== undefined && 'other' in next && /^[*+?{]/.test(next.other);
  return (isRepeated ? plain.slice(0, -1) : plain).map((token) => ('literal' in token ? token.literal : '')).join('');
}

/**
 * Reads a regular expression of the Perl family (PCRE, Python) for Postgres. Both agree on most of it; classes, word bounds, the
 * dot, named groups and flags at the beginning are translated. Back references, possessive repetition and properties of characters
 * are refused.
 * @throws invalid with reason `pattern`
 * @see PostgreSQL 18, 9.7.3.1 "Regular Expression Details"
 */
export function readPattern(pattern: string): Pattern {
  if (pattern.length > MAX_LENGTH) throw refuse(pattern, `it has more than ${MAX_LENGTH} characters`);
  if (pattern.includes('\0')) throw refuse(pattern, 'it holds the character U+0000');
  const flags = /^\(\?([ims]+)\)/.exec(pattern)?.[1] ?? '';
  const body = flags === '' ? pattern : pattern.slice(flags.length + 3);
  const tokens = new Reader(body, flags.includes('s')).tokens();
  const [first] = tokens;
  if (first && 'other' in first && /^[*+?{]/.test(first.other)) throw refuse(pattern, 'there is nothing to repeat');
  const plain = tokens.map((token) => ('literal' in token ? quote(token.literal) : token.other)).join('');
  const options = `${flags.includes('i') ? 'i' : ''}${flags.includes('m') ? 'w' : ''}`;
  // the director stands first so that nothing a client sends is taken for one
  const expression = `***:${options === '' ? '' : `(?${options})`}${plain}`;
  if (options !== '') return { beginning: '', expression };
  const beginning = beginningOf(tokens);
  const last = tokens.at(-1);
  const isWhole = last && 'other' in last && last.other === '$';
  const isEqual =
    isWhole && tokens.slice(1, -1).every((token) => 'literal' in token) && tokens.length > 1 && plain.startsWith('^');
  return { ...(isEqual ? { equal: beginning } : {}), beginning, expression };
}
