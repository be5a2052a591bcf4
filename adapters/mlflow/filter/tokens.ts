import { invalid, show } from '../../../src/model/errors.ts';

/** `name` is a key in backticks, double quotes, acutes or brackets; `joint` the dot or `::` between the parts of a name. */
export type TokenKind =
  | 'word'
  | 'name'
  | 'string'
  | 'integer'
  | 'decimal'
  | 'operator'
  | 'joint'
  | 'open'
  | 'close'
  | 'comma'
  | 'end';

/** A piece of a filter; `text` is as it was written, quotes included. */
export interface Token {
  kind: TokenKind;
  text: string;
  start: number;
  end: number;
}

/** Most tokens of one filter, as many as the original takes. */
const MAX_TOKENS = 10_000;
/** Longest filter in UTF-16 units: a quoted text of some millions is more than the rules for quotes can go through. */
const MAX_LENGTH = 1_000_000;

/**
 * The first rule that fits wins. MLflow reads filters with a general SQL lexer; these are its rules as far as a filter that
 * is not refused can meet them. A doubled quote, and a quote after a backslash, do not end a string, yet both characters
 * stay in it. A number directly before a letter is no number, so `5a` is a word, while `.5` after a name is not its key.
 */
const rules: readonly (readonly [TokenKind | 'space' | 'refused', RegExp])[] = [
  ['refused', /--|# |\/\*|\*|\$/uy],
  ['space', /\s+/uy],
  ['joint', /::/uy],
  ['name', /`(?:``|[^`])*`|´(?:´´|[^´])*´|(?<![\p{L}\p{N}_\])])\[[^\][]+\]/uy],
  ['refused', /-?0x[\da-f]+/iuy],
  ['decimal', /-?\d+(?:\.\d+)?e-?\d+/iuy],
  ['decimal', /-?(?:\d+\.\d*|\.\d+)(?![_A-ZÀ-Ü])/iuy],
  ['integer', /-?\d+(?![_A-ZÀ-Ü])/iuy],
  ['string', /'(?:''|\\'|[^'])*'/uy],
  ['name', /"(?:""|\\"|[^"])*"/uy],
  ['word', /[\p{L}\p{N}_]+/uy],
  ['open', /\(/uy],
  ['close', /\)/uy],
  ['comma', /,/uy],
  ['joint', /\./uy],
  ['operator', /[<>=~!]+/uy],
];

function match(text: string, at: number): readonly [TokenKind | 'space' | 'refused', string] {
  for (const [kind, rule] of rules) {
    rule.lastIndex = at;
    const found = rule.exec(text);
    if (found) return [kind, found[0]];
  }
  return ['refused', String.fromCodePoint(text.codePointAt(at) ?? 0)];
}

/**
 * Cuts a filter or one order_by clause into tokens, white space left out; the last one is an empty `end`.
 * @param field name of the request's field, for the message
 * @throws invalid at the first thing that no filter may hold: comments, semicolons, arithmetic, an unclosed quote, NUL; and for
 * more than 10,000 tokens or a million characters
 */
export function tokenise(text: string, field: string): Token[] {
  if (text.length > MAX_LENGTH) throw invalid(field, `The ${field} has more than ${MAX_LENGTH} characters.`);
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    const [kind, piece] = match(text, at);
    if (kind === 'refused' || piece.includes('\0')) {
      throw invalid(field, `The ${field} ${show(text)} cannot be read from ${show(text.slice(at))} on.`);
    }
    if (kind !== 'space') tokens.push({ kind, text: piece, start: at, end: at + piece.length });
    at += piece.length;
    if (tokens.length > MAX_TOKENS) throw invalid(field, `The ${field} has more than ${MAX_TOKENS} parts.`);
  }
  tokens.push({ kind: 'end', text: '', start: text.length, end: text.length });
  return tokens;
}
