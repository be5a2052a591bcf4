import { invalid, show } from '../../../src/model/errors.ts';
import { parseTextList } from './text-list.ts';
import { type Token, type TokenKind, tokenise } from './tokens.ts';

/** What stands on one side of a comparison, as it was written. */
export type Operand =
  | { kind: 'integer' | 'decimal' | 'string' | 'name'; text: string }
  | { kind: 'list'; text: string; values: readonly string[] };

/** One comparison, unchecked. Word operators are as they were written, except the ones of several words, which are upper case. */
export type Clause =
  | { subject: string; operator: string; value: Operand }
  | { subject: string; operator: 'IS NULL' | 'IS NOT NULL' };

/** Words that the original's lexer never takes for a part of a name unless they are quoted. */
const reserved: ReadonlySet<string> = new Set(['AS', 'CASE', 'FROM', 'IN', 'USING', 'VALUES']);
/** Words that are no part of a name when white space stands between them and the dot. */
const keywords: ReadonlySet<string> = new Set([...reserved, 'AND', 'ASC', 'DESC', 'ILIKE', 'IS', 'LIKE', 'NOT', 'NULL']);

function isNumber(kind: TokenKind): kind is 'integer' | 'decimal' {
  return kind === 'integer' || kind === 'decimal';
}

/** Reads tokens from left to right. */
export class TokenReader {
  readonly text: string;
  /** Name of the request's field, for messages. */
  readonly field: string;
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(text: string, field: string) {
    this.text = text;
    this.field = field;
    this.#tokens = tokenise(text, field);
  }

  /** The next token, left where it is. */
  peek(): Token {
    return this.#tokens[this.#at] as Token;
  }

  /** The next token, gone past; the end is never gone past. */
  take(): Token {
    const token = this.peek();
    if (token.kind !== 'end') this.#at += 1;
    return token;
  }

  /** Takes the next token if it is this word in any case. */
  takeWord(word: string): Token | undefined {
    const { kind, text } = this.peek();
    return kind === 'word' && text.toUpperCase() === word ? this.take() : undefined;
  }

  /** The error that says what should stand where the next token stands. */
  refuse(expected: string): Error {
    const { start, kind } = this.peek();
    const found = kind === 'end' ? 'its end' : show(this.text.slice(start));
    return invalid(this.field, `The ${this.field} ${show(this.text)} should have ${expected} at ${found}.`);
  }

  /** Whether the next token can stand behind the joint of a name: after `::` numbers can, too. */
  #isPart(joint: Token): boolean {
    const { kind, text, start } = this.peek();
    const isWord = kind === 'word' && !(start === joint.end ? reserved : keywords).has(text.toUpperCase());
    return isWord || kind === 'name' || kind === 'string' || (joint.text === '::' && isNumber(kind));
  }

  /** Takes a number, a string, or a name with all its parts; a part may be empty, as in `tags..hidden`. */
  takeOperand(expected: string): Operand {
    const { kind, start, end } = this.peek();
    if (kind !== 'word' && kind !== 'name' && kind !== 'string' && !isNumber(kind)) throw this.refuse(expected);
    this.take();
    let last = end;
    while (this.peek().kind === 'joint') {
      const joint = this.take();
      // strings and numbers have no parts, but they may be cast, which makes a name of them
      const canHaveParts = last > end || kind === 'word' || kind === 'name';
      if (joint.text === '.' && !canHaveParts) throw this.refuse('the end of the value');
      if (this.#isPart(joint)) last = this.take().end;
      else if (joint.text === '.') last = joint.end;
      else throw this.refuse('a name');
    }
    return { kind: kind === 'word' || last > end ? 'name' : kind, text: this.text.slice(start, last) };
  }
}

function parseList(reader: TokenReader): Operand {
  if (reader.peek().kind !== 'open') throw reader.refuse('a list in parentheses');
  const open = reader.take();
  while (reader.peek().kind !== 'close') {
    if (reader.peek().kind === 'end') throw reader.refuse('a closing parenthesis');
    reader.take();
  }
  const raw = reader.text.slice(open.start, reader.take().end);
  return { kind: 'list', text: raw, values: parseTextList(raw, reader.field) };
}

function parseClause(reader: TokenReader, isApart: boolean): Clause {
  const subject = reader.takeOperand('a name');
  if (subject.kind !== 'name')
    throw invalid(reader.field, `The ${reader.field} compares ${show(subject.text)}, which is no name.`);
  const operator = reader.take();
  if (operator.kind === 'operator' || (operator.kind === 'word' && /^[ir]?like$/i.test(operator.text))) {
    return { subject: subject.text, operator: operator.text, value: reader.takeOperand('a value') };
  }
  const word = operator.kind === 'word' && isApart ? operator.text.toUpperCase() : undefined;
  if (word === 'IN') return { subject: subject.text, operator: operator.text, value: parseList(reader) };
  if (word === 'NOT' && reader.takeWord('IN')) return { subject: subject.text, operator: 'NOT IN', value: parseList(reader) };
  if (word === 'IS') {
    const not = reader.takeWord('NOT');
    const nil = reader.takeWord('NULL');
    // the original takes exactly one space here
    const isOneSpace = !not || (nil && reader.text.slice(not.end, nil.start) === ' ');
    if (nil && isOneSpace) return { subject: subject.text, operator: not ? 'IS NOT NULL' : 'IS NULL' };
  }
  throw invalid(
    reader.field,
    `The ${reader.field} ${show(reader.text)} has no comparison at ${show(reader.text.slice(operator.start))}.`,
  );
}

/**
 * Parses a filter of MLflow 3.17 into its comparisons. As there, the word AND may be left out, repeated or dangle, except that
 * IN and IS must be apart from a comparison before them.
 * @throws invalid for anything else, a filter of white space alone included; the empty text has no comparisons
 */
export function parseFilter(text: string, field = 'filter'): Clause[] {
  if (text === '') return [];
  const reader = new TokenReader(text, field);
  if (reader.peek().kind === 'end') throw reader.refuse('a comparison');
  const clauses: Clause[] = [];
  let isApart = true;
  while (reader.peek().kind !== 'end') {
    if (reader.takeWord('AND')) {
      isApart = true;
      continue;
    }
    const clause = parseClause(reader, isApart);
    clauses.push(clause);
    isApart = !('value' in clause);
  }
  return clauses;
}
