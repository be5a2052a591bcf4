import { isUtf8 } from 'node:buffer';
import { invalid } from '../../../src/model/errors.ts';

/** How a field is written. @see https://protobuf.dev/programming-guides/encoding */
const VARINT = 0;
const FIXED64 = 1;
const BYTES = 2;
const GROUP = 3;
const GROUP_END = 4;
const FIXED32 = 5;

/** As deep as protobuf's own readers go. */
const MAX_DEPTH = 100;
const REPLACEMENT = '\ufffd';

/** @returns the error for bytes that are no message */
export function malformed(why: string): Error {
  return invalid('body', `The body is no protobuf message: ${why}.`);
}

/**
 * Reads one message field by field, without copying. 64-bit numbers keep all their digits, which is why this is no library: the small
 * ones read them as doubles. A value must be read, or skipped, before the next field is asked for.
 */
export class ProtoReader {
  readonly #bytes: Buffer;
  #at: number;
  readonly #end: number;
  readonly #depth: number;
  /** Number of the current field. */
  field = 0;
  #form = VARINT;

  constructor(bytes: Buffer, at = 0, end = bytes.length, depth = 0) {
    if (depth > MAX_DEPTH) throw malformed(`messages are nested more than ${MAX_DEPTH} deep`);
    this.#bytes = bytes;
    this.#at = at;
    this.#end = end;
    this.#depth = depth;
  }

  /** Goes to the next field. @returns false at the end of the message */
  next(): boolean {
    if (this.#at >= this.#end) return false;
    const tag = this.#length();
    this.field = tag >>> 3;
    this.#form = tag & 7;
    if (this.field === 0) throw malformed('a field has the number 0');
    return true;
  }

  /** True for a field that has this number and is written as its type wants; any other is to be skipped. */
  is(field: number, form: 'varint' | 'fixed64' | 'bytes'): boolean {
    return this.field === field && this.#form === (form === 'varint' ? VARINT : form === 'bytes' ? BYTES : FIXED64);
  }

  skip(): void {
    this.#skip(this.#form, this.field, this.#depth);
  }

  #skip(form: number, field: number, depth: number): void {
    if (form === VARINT) this.varint();
    else if (form === FIXED64) this.#take(8);
    else if (form === BYTES) this.#take(this.#length());
    else if (form === FIXED32) this.#take(4);
    else if (form === GROUP) this.#skipGroup(field, depth + 1);
    else throw malformed('a field has no form');
  }

  #skipGroup(field: number, depth: number): void {
    if (depth > MAX_DEPTH) throw malformed(`groups are nested more than ${MAX_DEPTH} deep`);
    while (this.#at < this.#end) {
      const tag = this.#length();
      if ((tag & 7) === GROUP_END && tag >>> 3 === field) return;
      this.#skip(tag & 7, tag >>> 3, depth);
    }
    throw malformed('a group does not end');
  }

  /** @returns where the bytes begin */
  #take(length: number): number {
    const from = this.#at;
    if (length > this.#end - from) throw malformed('it ends too early');
    this.#at = from + length;
    return from;
  }

  /** A whole number of up to 32 bits without a sign. */
  #length(): number {
    const value = this.varint();
    if (value > 0xffff_ffffn) throw malformed('a length has more than 32 bits');
    return Number(value);
  }

  /** A whole number of 64 bits without a sign. */
  varint(): bigint {
    let low = 0;
    for (let shift = 0; shift < 28; shift += 7) {
      const byte = this.#bytes[this.#take(1)] as number;
      low |= (byte & 0x7f) << shift;
      if (byte < 0x80) return BigInt(low);
    }
    let value = BigInt(low);
    for (let shift = 28n; shift < 70n; shift += 7n) {
      const byte = this.#bytes[this.#take(1)] as number;
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return BigInt.asUintN(64, value);
    }
    throw malformed('a number has more than 64 bits');
  }

  fixed64(): bigint {
    return this.#bytes.readBigUInt64LE(this.#take(8));
  }

  double(): number {
    return this.#bytes.readDoubleLE(this.#take(8));
  }

  bytes(): Buffer {
    const length = this.#length();
    const from = this.#take(length);
    return this.#bytes.subarray(from, from + length);
  }

  /** @throws invalid for bytes that are no UTF-8 */
  text(): string {
    const length = this.#length();
    const from = this.#take(length);
    const text = this.#bytes.toString('utf8', from, from + length);
    if (text.includes(REPLACEMENT) && !isUtf8(this.#bytes.subarray(from, from + length))) throw malformed('a text is no UTF-8');
    return text;
  }

  /** The message that the current field holds. */
  message(): ProtoReader {
    const length = this.#length();
    const from = this.#take(length);
    return new ProtoReader(this.#bytes, from, from + length, this.#depth + 1);
  }
}
