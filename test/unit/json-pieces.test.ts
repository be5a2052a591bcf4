import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import { jsonPieces, type Piece, type Wanted } from '../../adapters/mlflow/transfer/export-import/json-pieces.ts';

const text = String.raw`{"skip": {"a": ["]}", "\"", {"x": 1}]}, "list": [{"v": NaN, "s": 4611686018427387904}, {"v": -Infinity, "u": "ü\n\u20ac"}, 1e3],
  "__proto__": {"k": -5.0}, "none": null, "empty": {}, "": []}`;

const inList = (path: Piece['path']): Wanted => {
  if (path.length === 0 || (path.length === 1 && path[0] === 'list')) return 'inside';
  return path[0] === 'skip' ? 'nothing' : 'whole';
};

async function piecesOf(chunks: Iterable<Buffer>, wanted = inList): Promise<Piece[]> {
  const pieces: Piece[] = [];
  for await (const piece of jsonPieces(Readable.from(chunks), wanted)) pieces.push(piece);
  return pieces;
}

test('Pieces of JSON come as they stand there, however the text is cut into chunks', async () => {
  const bytes = Buffer.from(text);
  const whole = await piecesOf([bytes]);
  assert.deepEqual(whole, [
    { path: ['list', 0], value: { v: Number.NaN, s: 4611686018427387904n } },
    { path: ['list', 1], value: { v: Number.NEGATIVE_INFINITY, u: 'ü\n€' } },
    { path: ['list', 2], value: 1000 },
    { path: ['__proto__'], value: { k: -5 } },
    { path: ['none'], value: null },
    { path: ['empty'], value: {} },
    { path: [''], value: [] },
  ]);
  for (const size of [1, 2, 3, 7, 50]) {
    const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) => bytes.subarray(at * size, (at + 1) * size));
    assert.deepEqual(await piecesOf(chunks), whole, `chunks of ${size}`);
  }
});

test('A text that is cut short, goes on behind its end, or is nested without end is refused', async () => {
  for (const broken of ['', '{"a": 1', '{"a": "x', '{} {}', '[1, 2]]', '{"a": tru}']) {
    await assert.rejects(piecesOf([Buffer.from(broken)]), SyntaxError, broken);
  }
  const deep = Buffer.from('['.repeat(5000));
  await assert.rejects(
    piecesOf([deep], () => 'inside'),
    SyntaxError,
  );
  await assert.rejects(
    piecesOf([deep], () => 'nothing'),
    SyntaxError,
  );
});
