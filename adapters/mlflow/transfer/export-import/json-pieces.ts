import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { type ExactJson, parseExact } from '../../../../src/bridge/exact-json.ts';

/** What is to be done with a value at a place: read it whole, look into it, or pass over it. */
export type Wanted = 'whole' | 'inside' | 'nothing';

/** One value of a JSON text, with where it stands: names of fields and numbers of elements. */
export interface Piece {
  path: readonly (string | number)[];
  value: ExactJson;
}

/** Longest text of one value that is read whole, and of one string or number in it. */
const MAX_VALUE = 64 * 2 ** 20;
const MAX_TOKEN = 8 * 2 ** 20;
const MAX_DEPTH = 100;

const words: Readonly<Record<string, ExactJson>> = {
  true: true,
  false: false,
  null: null,
  NaN: Number.NaN,
  Infinity: Number.POSITIVE_INFINITY,
  '-Infinity': Number.NEGATIVE_INFINITY,
};

/** A container that is looked into. */
interface Level {
  isList: boolean;
  /** The field or element that comes next. */
  place: string | number | undefined;
}

/**
 * Reads pieces of a JSON text of any size as Python writes it, NaN and infinities included, without holding more than a piece.
 * Whole numbers become bigint.
 * @throws SyntaxError
 */
export async function* jsonPieces(stream: Readable, wanted: (path: Piece['path']) => Wanted): AsyncGenerator<Piece> {
  const reader = new PieceReader(wanted);
  const decoder = new StringDecoder('utf8');
  for await (const chunk of stream) yield* reader.push(decoder.write(chunk as Buffer));
  yield* reader.push(`${decoder.end()} `);
  reader.end();
}

/** A scalar or a structural sign; a text that is not ended yet does not match. */
const token = /\s*(?:("[^"\\]*(?:\\[^][^"\\]*)*")|([{}[\],:])|([^\s{}[\],:"]+)(?=[\s{}[\],:"]))/y;

class PieceReader {
  readonly #wanted: (path: Piece['path']) => Wanted;
  readonly #levels: Level[] = [];
  #rest = '';
  /** Text of the value that is read whole, and how deep in it this stands; -1 while it is passed over. */
  #whole: string[] | undefined;
  #isPassed = false;
  #size = 0;
  #depth = 0;
  #isDone = false;

  constructor(wanted: (path: Piece['path']) => Wanted) {
    this.#wanted = wanted;
  }

  *push(text: string): Generator<Piece> {
    this.#rest += text;
    token.lastIndex = 0;
    let at = 0;
    for (let match = token.exec(this.#rest); match; match = token.exec(this.#rest)) {
      at = token.lastIndex;
      const [, quoted, sign, word] = match;
      const piece = this.#take(quoted, sign, word);
      if (piece) {
        token.lastIndex = 0;
        yield piece;
        token.lastIndex = at;
      }
    }
    this.#rest = this.#rest.slice(at);
    if (this.#rest.length > MAX_TOKEN) throw new SyntaxError(`A text has more than ${MAX_TOKEN} characters.`);
  }

  /** @throws SyntaxError for a text that is cut short */
  end(): void {
    if (!this.#isDone || this.#rest.trim() !== '') throw new SyntaxError('The JSON is cut short, or goes on behind its end.');
  }

  #take(quoted: string | undefined, sign: string | undefined, word: string | undefined): Piece | undefined {
    if (this.#isDone) throw new SyntaxError('The JSON goes on behind its end.');
    if (this.#whole) return this.#gather(quoted, sign, word);
    const level = this.#levels.at(-1);
    if (sign === '}' || sign === ']') return this.#leave();
    if (sign === ',') {
      if (level?.isList) level.place = Number(level.place) + 1;
      else if (level) level.place = undefined;
      return undefined;
    }
    if (sign === ':') return undefined;
    if (level && !level.isList && level.place === undefined) {
      if (quoted === undefined) throw new SyntaxError('A field of the JSON has no name.');
      level.place = JSON.parse(quoted) as string;
      return undefined;
    }
    return this.#begin(quoted, sign, word);
  }

  #begin(quoted: string | undefined, sign: string | undefined, word: string | undefined): Piece | undefined {
    const path = this.#levels.map(({ place }) => place ?? 0);
    const wanted = this.#wanted(path);
    if (sign !== undefined && wanted === 'inside') {
      if (this.#levels.length >= MAX_DEPTH) throw new SyntaxError(`The JSON is nested more than ${MAX_DEPTH} deep.`);
      this.#levels.push({ isList: sign === '[', place: sign === '[' ? 0 : undefined });
      return undefined;
    }
    this.#whole = [];
    this.#isPassed = wanted !== 'whole';
    this.#size = 0;
    return this.#gather(quoted, sign, word);
  }

  #leave(): undefined {
    this.#levels.pop();
    if (this.#levels.length === 0) this.#isDone = true;
  }

  /** Gathers the text of a value until it is whole. */
  #gather(quoted: string | undefined, sign: string | undefined, word: string | undefined): Piece | undefined {
    if (sign === '{' || sign === '[') this.#depth += 1;
    if (sign === '}' || sign === ']') this.#depth -= 1;
    if (this.#depth > MAX_DEPTH) throw new SyntaxError(`The JSON is nested more than ${MAX_DEPTH} deep.`);
    if (!this.#isPassed) {
      const text = quoted ?? sign ?? toPlain(word ?? '');
      this.#size += text.length;
      if (this.#size > MAX_VALUE) throw new SyntaxError(`A value has more than ${MAX_VALUE} characters.`);
      this.#whole?.push(text);
    }
    if (this.#depth > 0) return undefined;
    const parts = this.#whole ?? [];
    this.#whole = undefined;
    if (this.#levels.length === 0) this.#isDone = true;
    if (this.#isPassed) return undefined;
    const path = this.#levels.map(({ place }) => place ?? 0);
    return { path, value: fromPlain(parseExact(parts.join(''))) };
  }
}

/** What stands for words that JSON has not; no text of a history begins so. */
const MARK = '\u0000trackbridge ';

function toPlain(word: string): string {
  return Object.hasOwn(words, word) && !/^[tfn]/.test(word) ? JSON.stringify(`${MARK}${word}`) : word;
}

function fromPlain(value: ExactJson): ExactJson {
  if (typeof value === 'string') return value.startsWith(MARK) ? (words[value.slice(MARK.length)] ?? value) : value;
  if (Array.isArray(value)) return value.map(fromPlain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, fromPlain(field)]));
}
